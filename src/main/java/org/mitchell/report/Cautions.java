package org.mitchell.report;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Stream;
import org.mitchell.derivatives.contents.EvaluationFigures;
import org.mitchell.derivatives.contents.FitFigures;
import org.mitchell.derivatives.contents.LeakFigures;
import org.mitchell.derivatives.contents.MadeBy;
import org.mitchell.derivatives.contents.Penalties;
import org.mitchell.files.InputFiles;
import org.mitchell.text.Counted;

/** What a reader of these figures must know: words left out, features too alike, old files. */
final class Cautions {
  private static final OptionalInt NONE = OptionalInt.empty();

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
    cautions.leaks(files);
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
    FitFigures fit = participant.fit();
    if (!fit.droppedWords().isEmpty()) {
      List<String> named =
          fit.droppedWords().entrySet().stream()
              .map(word -> "%s (%s)".formatted(word.getKey(), word.getValue()))
              .toList();
      add(
          participant,
          "%s left out: %s.".formatted(Counted.of(named.size(), "word"), String.join(", ", named)));
    }
    for (String note : fit.notes()) {
      add(participant, note);
    }
    if (fit.presentations() == 1) {
      add(
          participant,
          "one presentation of each word, so that voxels could not be selected by their stability"
              + " and there is no noise ceiling.");
    }
  }

  private void model(ParticipantFiles participant) {
    FitFigures fit = participant.fit();
    int rank = fit.method().rank().orElse(fit.features());
    if (rank < fit.features()) {
      add(
          participant,
          ("the %s features have rank %s on these words: some are combinations of others, and"
                  + " single signatures are not determined.")
              .formatted(Numbers.count(fit.features()), Numbers.count(rank)));
    }
    if (fit.undefinedVoxels() > 0) {
      add(
          participant,
          "%s without a defined stability (constant responses)."
              .formatted(Counted.of(fit.undefinedVoxels(), "voxel")));
    }
  }

  private void penalties(ParticipantFiles participant) {
    Optional<Penalties.Choices> folds = participant.fit().penalties().map(Penalties::folds);
    int smallest = folds.map(Penalties.Choices::atSmallestOfGrid).orElse(NONE).orElse(0);
    int largest = folds.map(Penalties.Choices::atLargestOfGrid).orElse(NONE).orElse(0);
    if (smallest > 0 || largest > 0) {
      add(
          participant,
          ("the ridge penalty was chosen at an end of its grid (smallest in %s, largest in %s"
                  + " choices): a wider grid may serve better.")
              .formatted(Numbers.count(smallest), Numbers.count(largest)));
    }
  }

  /** Figures that stand side by side and were not made alike. */
  private void settings(ParticipantFiles participant) {
    for (EvaluationFigures scheme : participant.schemes()) {
      boolean isLeaveTwoOut = scheme.scheme().equals(EvaluationFigures.LEAVE_TWO_OUT);
      List<String> differing =
          isLeaveTwoOut
              ? participant.saved().otherwise()
              : participant.saved().settings().evaluatedOtherwise(scheme);
      if (!differing.isEmpty()) {
        add(
            participant,
            "%s was evaluated with other settings than the fit (%s): its figures stand apart."
                .formatted(scheme.scheme().replace('-', ' '), String.join(", ", differing)));
      }
    }
  }

  /** Maps that were made from an earlier fit than the one in the folder. */
  private void age(ParticipantFiles participant) throws IOException {
    String model = InputFiles.sha256(participant.modelFile());
    Path name = participant.modelFile().getFileName();
    for (MapFile map : participant.maps()) {
      for (MadeBy.Input input : map.sidecar().about().provenance().inputs()) {
        boolean isModel = input.path().endsWith(name.toString());
        if (isModel && !input.sha256().equals(model)) {
          add(
              participant,
              "%s was made from another fit than the present one. Make it again."
                  .formatted(map.image().getFileName()));
        }
      }
    }
  }

  /** Rivals that know nothing of meaning and tell words apart all the same. */
  private void leaks(FitFiles files) {
    for (LeakFigures leaks : files.leaks()) {
      for (String caution : leaks.cautions()) {
        lines.add(
            "%s, folds of --cv %s: %s."
                .formatted(Numbers.listed(leaks.subjects()), leaks.crossValidation(), caution));
      }
    }
  }

  private void together(FitFiles files) {
    var versions = new LinkedHashSet<String>();
    for (ParticipantFiles participant : files.participants()) {
      Stream.of(
              participant.model().told().provenance().stream(),
              participant.schemes().stream().flatMap(scheme -> scheme.provenance().stream()),
              participant.maps().stream().map(map -> map.sidecar().about().provenance()))
          .flatMap(made -> made)
          .forEach(made -> versions.add(made.tool().sentence()));
    }
    files
        .apart()
        .ifPresent(why -> lines.add("There is no mean of all participants, because " + why + "."));
    if (versions.size() > 1) {
      lines.add("The files come from several versions: " + String.join(", ", versions) + ".");
    }
  }
}
