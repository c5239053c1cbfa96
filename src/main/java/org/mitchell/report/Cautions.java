package org.mitchell.report;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import org.mitchell.files.InputFiles;
import tools.jackson.databind.JsonNode;

/** What a reader of these figures must know: words left out, features too alike, old files. */
final class Cautions {
  /** What is said of one participant or several alike, and of whom. */
  private final Map<String, List<String>> ofParticipants = new LinkedHashMap<>();

  private final List<String> lines = new ArrayList<>();

  private Cautions() {}

  static List<String> of(FitFiles files) throws IOException {
    var cautions = new Cautions();
    for (ParticipantFiles participant : files.participants()) {
      cautions.simulated(participant);
      cautions.words(participant);
      cautions.model(participant);
      cautions.penalties(participant);
      cautions.settings(participant);
      cautions.age(participant);
    }
    cautions.ofParticipants.forEach(
        (text, who) -> cautions.lines.add(Numbers.listed(who) + ": " + text));
    cautions.together(files);
    return List.copyOf(cautions.lines);
  }

  private void add(ParticipantFiles participant, String text) {
    ofParticipants.computeIfAbsent(text, t -> new ArrayList<>()).add(participant.subject());
  }

  private void simulated(ParticipantFiles participant) {
    if (participant.simulated()) {
      add(participant, "SIMULATED. A program made these responses; no brain was measured.");
    }
  }

  private void words(ParticipantFiles participant) {
    JsonNode dropped = participant.fit().path("droppedWords");
    if (!dropped.isEmpty()) {
      var named = new ArrayList<String>();
      dropped
          .properties()
          .forEach(word -> named.add(word.getKey() + " (" + word.getValue().asString("") + ")"));
      add(
          participant,
          "%s left out: %s."
              .formatted(Numbers.counted(named.size(), "word"), String.join(", ", named)));
    }
    for (String note : Fields.texts(participant.fit(), "notes")) {
      add(participant, note);
    }
    if (Fields.number(participant.fit(), "presentations") == 1) {
      add(
          participant,
          "one presentation of each word, so that voxels could not be selected by their stability"
              + " and there is no noise ceiling.");
    }
  }

  private void model(ParticipantFiles participant) {
    JsonNode fit = participant.fit();
    double rank = Fields.number(fit.path("method"), "rank");
    double features = Fields.number(fit, "features");
    if (rank < features) {
      add(
          participant,
          ("the %s features have rank %s on these words: some are combinations of others, and"
                  + " single signatures are not determined.")
              .formatted(Numbers.count(features), Numbers.count(rank)));
    }
    double undefined = Fields.number(fit, "undefinedVoxels");
    if (undefined > 0) {
      add(
          participant,
          "%s without a defined stability (constant responses)."
              .formatted(Numbers.counted(undefined, "voxel")));
    }
  }

  private void penalties(ParticipantFiles participant) {
    JsonNode folds = participant.fit().path("penalties").path("folds");
    if (Fields.number(folds, "atSmallestOfGrid") > 0
        || Fields.number(folds, "atLargestOfGrid") > 0) {
      add(
          participant,
          ("the ridge penalty was chosen at an end of its grid (smallest in %s, largest in %s"
                  + " choices): a wider grid may serve better.")
              .formatted(
                  Numbers.count(Fields.number(folds, "atSmallestOfGrid")),
                  Numbers.count(Fields.number(folds, "atLargestOfGrid"))));
    }
  }

  /** Figures that stand side by side and were not made alike. */
  private void settings(ParticipantFiles participant) {
    for (JsonNode scheme : participant.schemes()) {
      boolean isLeaveTwoOut = Fields.text(scheme, "scheme").equals("leave-two-out");
      List<String> differing =
          isLeaveTwoOut
              ? participant.saved().otherwise()
              : participant.saved().settings().evaluatedOtherwise(scheme);
      if (!differing.isEmpty()) {
        add(
            participant,
            "%s was evaluated with other settings than the fit (%s): its figures stand apart."
                .formatted(
                    Fields.text(scheme, "scheme").replace('-', ' '), String.join(", ", differing)));
      }
    }
  }

  /** Maps that were made from an earlier fit than the one in the folder. */
  private void age(ParticipantFiles participant) throws IOException {
    String model = InputFiles.sha256(participant.modelFile());
    Path name = participant.modelFile().getFileName();
    for (MapFile map : participant.maps()) {
      for (JsonNode input : Fields.list(map.sidecar().path("Provenance"), "inputs")) {
        boolean isModel = Fields.text(input, "path").endsWith(name.toString());
        if (isModel && !Fields.text(input, "sha256").equals(model)) {
          add(
              participant,
              "%s was made from another fit than the present one. Make it again."
                  .formatted(map.image().getFileName()));
        }
      }
    }
  }

  private void together(FitFiles files) {
    var versions = new LinkedHashSet<String>();
    for (ParticipantFiles participant : files.participants()) {
      versions.add(ProvenanceSection.version(participant.model().path("provenance")));
      participant
          .schemes()
          .forEach(s -> versions.add(ProvenanceSection.version(s.path("provenance"))));
      participant
          .maps()
          .forEach(m -> versions.add(ProvenanceSection.version(m.sidecar().path("Provenance"))));
    }
    files
        .apart()
        .ifPresent(why -> lines.add("There is no mean of all participants, because " + why + "."));
    if (versions.size() > 1) {
      lines.add("The files come from several versions: " + String.join(", ", versions) + ".");
    }
  }
}
