package org.mitchell.study;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.IntFunction;
import org.mitchell.analysis.ParticipantSize;
import org.mitchell.derivatives.SavedFit;
import org.mitchell.derivatives.VoxelwiseRecord;
import org.mitchell.derivatives.VoxelwiseWriter;
import org.mitchell.derivatives.contents.MeshFile;
import org.mitchell.evaluation.EncodingAnalysis;
import org.mitchell.evaluation.EvaluationOptions;
import org.mitchell.evaluation.HeldOutWords;
import org.mitchell.evaluation.intervals.Subsamples;
import org.mitchell.evaluation.nulls.Relabelling;
import org.mitchell.features.FeatureChoice;
import org.mitchell.files.InputException;
import org.mitchell.files.Remedy;
import org.mitchell.files.SetAside;
import org.mitchell.fmri.CommonVoxels;
import org.mitchell.fmri.Grayordinates;
import org.mitchell.fmri.VoxelPlaces;
import org.mitchell.inference.ClusterRule;
import org.mitchell.inference.GroupVariance;
import org.mitchell.inference.ParticipantStatistic;
import org.mitchell.inference.SignatureUncertainty;
import org.mitchell.inference.VoxelStatistic;
import org.mitchell.inference.VoxelwiseInference;
import org.mitchell.inference.VoxelwisePlan;
import org.mitchell.inference.VoxelwiseResult;
import org.mitchell.jobs.Workers;
import org.mitchell.maps.atlas.AtlasRegions;
import org.mitchell.maps.atlas.RegionAtlas;
import org.mitchell.maps.grayordinates.CorticalMeshes;
import org.mitchell.provenance.Provenance;
import org.mitchell.random.RandomStreams;
import org.mitchell.tables.TableRules;

/** Makes maps of fitted participants, from their files to the files of the maps. */
public final class Mapping {
  /** How many null maps when nobody says. */
  public static final int USUAL_PERMUTATIONS = 1000;

  private final Request request;
  private final Listener listener;
  private final Workers workers;
  private final List<String> commandLine;

  /**
   * @param commandLine what the files say made them
   */
  public Mapping(Request request, Listener listener, Workers workers, List<String> commandLine) {
    this.request = request;
    this.listener = listener;
    this.workers = workers;
    this.commandLine = commandLine;
  }

  /**
   * What is asked for.
   *
   * @param place where the fits are
   * @param permutations nothing for as many as usual
   * @param atlas what voxels are named by
   * @param minSubjects nothing for all participants of a group
   * @param variance what the mean of a group is divided by
   * @param beyond other features, for the variance that the fit's explain beyond theirs
   * @param of the label of one of the fit's feature spaces, for what it explains of the variance
   * @param subsamples halves of the words for intervals of parts of the variance, 0 for none; and
   *     for the stability of signatures
   * @param tables how a table of these is read beside a fit
   */
  public record Request(
      List<String> subjects,
      FitPlace place,
      Path out,
      VoxelStatistic statistic,
      Relabelling relabelling,
      OptionalInt permutations,
      ClusterRule rule,
      Optional<NamedAtlas> atlas,
      Optional<VoxelwisePlan.Group> group,
      OptionalInt minSubjects,
      GroupVariance variance,
      Optional<String> beyond,
      Optional<String> of,
      int subsamples,
      Function<SavedFit, TableRules> tables,
      long seed) {}

  /**
   * An atlas with what it was read from.
   *
   * @param name the file of the regions, as it was named
   * @param files all that it was read from
   */
  public record NamedAtlas(RegionAtlas atlas, String name, List<Path> files) {}

  /** A map as it was written. */
  public record Made(VoxelwiseRecord record, VoxelwiseWriter.Written written) {}

  /** A participant's map and what its record needs beside it. */
  private record Mapped(
      OfFit fit,
      VoxelwisePlan plan,
      ParticipantStatistic map,
      Optional<SignatureUncertainty> signatures,
      List<VoxelwiseRecord.Extra> extras) {}

  /** What is said of a fit. Its signatures are let go. */
  private record OfFit(
      String subject,
      String study,
      boolean simulated,
      Path responsesFile,
      EvaluationOptions options,
      String heldOut,
      Optional<String> task,
      Set<String> features) {
    static OfFit of(SavedFit fit, HeldOutWords heldOut) {
      return new OfFit(
          fit.subject(),
          fit.study(),
          fit.simulated(),
          fit.responsesFile(),
          fit.options(),
          heldOut.label(),
          fit.task(),
          new LinkedHashSet<>(fit.model().featureNames()));
    }
  }

  /**
   * A map of each participant.
   *
   * @param made is told of each as it is written; only one is in memory
   */
  public void each(Consumer<Made> made) throws IOException {
    for (String subject : request.subjects) {
      long start = System.nanoTime();
      var inputs = new ArrayList<Provenance.Input>();
      Mapped mapped = mapped(subject, inputs);
      long read = System.nanoTime();
      VoxelwiseResult result = analysis(mapped.plan).participant(mapped.map);
      made.accept(write(result, List.of(mapped), mapped.extras, inputs, start, read));
    }
  }

  /** One map of all participants, with little more memory than that of one. */
  public Made group() throws IOException {
    try (var file = SetAside.of("mitchell-map")) {
      return group(file);
    }
  }

  private Made group(SetAside file) throws IOException {
    long start = System.nanoTime();
    List<String> subjects = request.subjects;
    var inputs = new ArrayList<Provenance.Input>();
    var mapped = new ArrayList<Mapped>();
    var kind = new OneKind();
    for (String subject : subjects) {
      Mapped one = mapped(subject, inputs);
      kind.add(subject, one.fit.simulated());
      kind.require();
      requireAlike(mapped.isEmpty() ? one.fit : mapped.get(0).fit, one.fit);
      mapped.add(
          new Mapped(
              one.fit,
              one.plan,
              one.map.setAside(file, workers, listener.progress()),
              Optional.empty(),
              one.extras));
    }
    long read = System.nanoTime();
    VoxelwiseResult result =
        analysis(mapped.get(0).plan)
            .group(
                mapped.stream().map(Mapped::map).toList(),
                request.group.orElseThrow(),
                request.minSubjects.orElse(subjects.size()));
    return write(
        result, mapped, extras(mapped, result.common().orElseThrow()), inputs, start, read);
  }

  private Mapped mapped(String subject, List<Provenance.Input> inputs) throws IOException {
    FittedParticipant participant = request.place.read(subject, inputs);
    participant.uninformative().notes().forEach(note -> listener.note(subject + ": " + note));
    EncodingAnalysis input = participant.input();
    ParticipantSize.of(input.responses(), participant.fit().model().featureNames().size())
        .require(subject, task(input));
    // An atlas that does not fit is said before minutes of null maps.
    region(input.responses().places());
    requireMeshes(subject, input.responses().places());
    boolean fixed = input.encoding().penalty().isGiven();
    HeldOutWords heldOut = participant.fit().left().heldOut(input.responses());
    var variance = new VarianceMaps(participant, request, listener, workers);
    var plan =
        new VoxelwisePlan(
            request.statistic,
            request.relabelling,
            request.permutations.orElse(usualPermutations(request.statistic, fixed)),
            request.seed,
            variance.part(),
            request.variance);
    Optional<SignatureUncertainty> signatures =
        request.statistic == VoxelStatistic.SIGNATURES
            ? Optional.of(signatures(participant))
            : Optional.empty();
    ParticipantStatistic map =
        signatures
            .map(own -> ParticipantStatistic.of(input.responses(), own.stability()))
            .orElseGet(() -> ParticipantStatistic.of(input, heldOut, plan, workers));
    return new Mapped(
        OfFit.of(participant.fit(), heldOut), plan, map, signatures, variance.extras());
  }

  private ParticipantSize.Task task(EncodingAnalysis input) {
    if (request.statistic == VoxelStatistic.SIGNATURES) {
      return ParticipantSize.Task.SIGNATURES;
    }
    boolean ofSpaces =
        request.statistic == VoxelStatistic.R2 && input.encoding().spaces().several();
    return request.statistic.isPartOfVariance() || request.beyond.isPresent() || ofSpaces
        ? ParticipantSize.Task.PARTS
        : ParticipantSize.Task.MAP;
  }

  private SignatureUncertainty signatures(FittedParticipant participant) {
    EncodingAnalysis input = participant.input();
    Subsamples halves =
        Subsamples.halves(input.size(), request.subsamples, new RandomStreams(request.seed));
    return SignatureUncertainty.of(
        input, participant.fit().model().featureNames(), halves, workers, listener.progress());
  }

  private VoxelwiseInference analysis(VoxelwisePlan plan) {
    return new VoxelwiseInference(plan, request.rule, workers, listener.progress());
  }

  /** What stands beside a group's map: means, and how many participants a voxel has. */
  private static List<VoxelwiseRecord.Extra> extras(List<Mapped> mapped, CommonVoxels common) {
    var extras = new ArrayList<VoxelwiseRecord.Extra>();
    for (int e = 0; e < mapped.get(0).extras.size(); e++) {
      int number = e;
      VoxelwiseRecord.Extra first = mapped.get(0).extras.get(e);
      double[] mean = common.mean(mapped.stream().map(m -> m.extras.get(number).values()).toList());
      extras.add(
          new VoxelwiseRecord.Extra(
              first.statistic(), first.file(), first.description(), mean, true));
    }
    if (common.fewest() < mapped.size()) {
      double[] counts = Arrays.stream(common.participants()).asDoubleStream().toArray();
      extras.add(
          new VoxelwiseRecord.Extra("n", "How many participants have the voxel", counts, false));
    }
    return extras;
  }

  private Made write(
      VoxelwiseResult result,
      List<Mapped> mapped,
      List<VoxelwiseRecord.Extra> extras,
      List<Provenance.Input> inputs,
      long start,
      long read)
      throws IOException {
    List<OfFit> fits = mapped.stream().map(Mapped::fit).toList();
    double nullSeconds = (System.nanoTime() - read) / 1e9;
    if (request.atlas.isPresent()) {
      inputs.addAll(listener.inputs().of(request.atlas.get().files()));
    }
    if (request.rule.meshes().isPresent()) {
      inputs.addAll(listener.inputs().of(request.rule.meshes().get().files()));
    }
    if (request.beyond.isPresent()) {
      inputs.addAll(listener.inputs().of(FeatureChoice.of(request.beyond.get()).files()));
    }
    var all = new ArrayList<>(extras);
    all.addAll(VarianceMaps.ofP(result));
    var record =
        new VoxelwiseRecord(
            result,
            mapped.stream().flatMap(one -> one.map.ceiling().stream()).toList(),
            mapped.get(0).signatures,
            all,
            region(result.places()),
            request.atlas.map(NamedAtlas::name).orElse(""),
            meshFiles(result.places()),
            fits.get(0).options(),
            fits.get(0).heldOut(),
            fits.get(0).task(),
            study(fits),
            fits.stream().anyMatch(OfFit::simulated),
            fits.stream().map(OfFit::responsesFile).toList(),
            Provenance.of(commandLine, inputs, Map.of()).withSeed(request.seed),
            (read - start) / 1e9,
            nullSeconds);
    return new Made(record, VoxelwiseWriter.write(record, request.out, workers));
  }

  /** What the meshes of a map of vertices were read from. */
  private List<MeshFile> meshFiles(Optional<VoxelPlaces> places) throws IOException {
    var files = new ArrayList<MeshFile>();
    if (places.orElse(null) instanceof Grayordinates && request.rule.meshes().isPresent()) {
      for (CorticalMeshes.Mesh mesh : request.rule.meshes().get().all()) {
        String sha256 = listener.inputs().of(mesh.file()).sha256();
        files.add(MeshFile.of(mesh.hemisphere(), mesh.file(), sha256));
      }
    }
    return files;
  }

  /** Meshes that do not fit are said before minutes of null maps, too. */
  private void requireMeshes(String subject, Optional<VoxelPlaces> places) {
    request.rule.neighbourhood(places);
    if (request.rule.meshes().isPresent() && !(places.orElse(null) instanceof Grayordinates)) {
      listener.note(
          "%s: the mesh has no part in this map: %s"
              .formatted(
                  subject,
                  places.isPresent()
                      ? "the images are of " + places.get().inWords()
                      : "the voxels have no coordinates"));
    }
  }

  private IntFunction<String> region(Optional<VoxelPlaces> places) {
    if (request.atlas.isEmpty()) {
      return column -> "n/a";
    }
    AtlasRegions regions =
        request
            .atlas
            .get()
            .atlas()
            .regions(
                places.orElseThrow(
                    () ->
                        new InputException(
                            "an atlas needs the place of every voxel, and there are no coordinates",
                            Remedy.COORDINATES)));
    return regions::name;
  }

  private static String study(List<OfFit> fits) {
    return String.join(", ", fits.stream().map(OfFit::study).distinct().toList());
  }

  private static void requireAlike(OfFit first, OfFit other) {
    boolean alike =
        first.options().encoding().equals(other.options().encoding())
            && first.task.equals(other.task)
            && first.heldOut.equals(other.heldOut)
            && first.features.equals(other.features);
    if (!alike) {
      throw new InputException(
          "participants %s and %s were fitted with different features or options (see their model.json): a group map needs one kind of model. Fit them alike"
              .formatted(first.subject(), other.subject()));
    }
  }

  /** How many null maps when nobody says. */
  private static int usualPermutations(VoxelStatistic statistic, boolean fixedPenalty) {
    if (!statistic.takesNull()) {
      return 0;
    }
    boolean cheap = fixedPenalty && !statistic.isPartOfVariance();
    return cheap ? USUAL_PERMUTATIONS : USUAL_PERMUTATIONS / 10;
  }
}
