package org.mitchell.analysis.across;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Consumer;
import org.mitchell.analysis.SharedWords;
import org.mitchell.analysis.TiedPairs;
import org.mitchell.analysis.comparison.Contender;
import org.mitchell.evaluation.EncodingAnalysis;
import org.mitchell.evaluation.EvaluationOptions;
import org.mitchell.evaluation.LeaveTwoOut;
import org.mitchell.evaluation.LeaveTwoOutResult;
import org.mitchell.evaluation.PairResult;
import org.mitchell.evaluation.across.AcrossParticipants;
import org.mitchell.evaluation.across.AcrossPlan;
import org.mitchell.evaluation.across.Brain;
import org.mitchell.evaluation.across.Reached;
import org.mitchell.evaluation.across.Way;
import org.mitchell.evaluation.folds.Fold;
import org.mitchell.evaluation.folds.Folds;
import org.mitchell.evaluation.groups.GroupResult;
import org.mitchell.evaluation.groups.ParticipantsTest;
import org.mitchell.evaluation.nulls.Relabelling;
import org.mitchell.files.InputException;
import org.mitchell.fmri.CommonVoxels;
import org.mitchell.fmri.PartOfWhole;
import org.mitchell.fmri.Stimulus;
import org.mitchell.fmri.VoxelPlaces;
import org.mitchell.jobs.Progress;
import org.mitchell.jobs.Workers;
import org.mitchell.random.RandomStreams;

/**
 * Leaves out each participant in turn, and predicts its images by models of the others: beside its
 * own model, and beside alignments that nothing shared can help.
 *
 * <p>An alignment makes predictions of the left-out participant's own images of training words. So
 * it tells words apart even where nobody shares anything: the others' images then choose at random
 * what of its own is kept. What is beyond that is measured by others whose words are exchanged, all
 * in the same way, before they are aligned.
 */
public final class LeftOutParticipants {
  private final AcrossRequest request;
  private final Contender model;
  private final Images images;
  private final RandomStreams streams;
  private final Workers workers;
  private final Progress progress;

  /** Participants with all their voxels, of which one is in memory at a time. */
  public interface Images {
    /** The words of a participant that all have, by its number; read anew at each call. */
    SharedWords of(int participant) throws IOException;

    /** Where its voxels lie, without reading them. */
    Optional<VoxelPlaces> places(int participant);
  }

  private LeftOutParticipants(
      AcrossRequest request, Contender model, Images images, Workers workers, Progress progress) {
    this.request = request;
    this.model = model;
    this.images = images;
    this.streams = new RandomStreams(request.seed());
    this.workers = workers;
    this.progress = progress;
  }

  /**
   * @param model the participants with the features; one voxel of each is enough
   * @param images the same participants with all voxels
   * @param notes hears what cannot be done
   * @throws InputException if there is one participant, or too few words, or participants that
   *     cannot be compared in a way that was asked for
   */
  public static AcrossResult of(
      AcrossRequest request,
      Contender model,
      Images images,
      Workers workers,
      Progress progress,
      Consumer<String> notes)
      throws IOException {
    return new LeftOutParticipants(request, model, images, workers, progress).run(notes);
  }

  private AcrossResult run(Consumer<String> notes) throws IOException {
    List<String> names =
        model.participants().stream().map(one -> one.responses().participant()).toList();
    List<Stimulus> words = model.participants().get(0).responses().stimuli();
    requirePossible(names, words.size());
    Optional<CommonVoxels> common = common(names, notes);
    List<Way> ways = ways(common.isPresent());
    List<Fold> folds = Folds.leaveTwoOut(words.size());
    var within = new double[names.size()];
    var brains = new ArrayList<Brain>();
    for (int k = 0; k < within.length; k++) {
      EncodingAnalysis analysis = analysis(images.of(k));
      within[k] = ownModel(analysis);
      int participant = k;
      brains.add(
          Brain.of(analysis, folds, common.map(voxels -> voxels.columns(participant)), workers));
    }
    int dimensions = request.dimensionsOf(words.size() - 2);
    AcrossPlan plan =
        new AcrossPlan(
            ways,
            dimensions,
            Relabelling.FREE.permutations(words, request.permutations(), streams),
            Relabelling.FREE.permutations(
                words, folds.size(), streams.derived(RandomStreams.Purpose.SHUFFLED_VALUES, 0, 0)));
    SharedWords first = model.participants().get(0);
    EvaluationOptions options = first.options(request.options().apply(first.responses()));
    Map<Way, List<Reached>> reached =
        AcrossParticipants.of(plan, brains, folds, first.rawFeatures(), options, workers, progress);
    reached.forEach((way, all) -> sayTies(way, all, options, notes));
    return new AcrossResult(
        model.name(),
        first.featureSpace().features().size(),
        names,
        words.size(),
        dimensions,
        common.map(voxels -> OptionalInt.of(voxels.voxels())).orElse(OptionalInt.empty()),
        request.permutations(),
        options,
        within,
        overParticipants(within),
        ways.stream().map(way -> ofWay(way, reached.get(way), within)).toList());
  }

  private double ownModel(EncodingAnalysis analysis) {
    LeaveTwoOutResult own = LeaveTwoOut.run(analysis, workers, progress);
    TiedPairs.of(own.pairs(), analysis.options()).requireSome(model.name());
    return own.all().accuracy();
  }

  /** What is aligned may leave nothing that tells words apart. */
  private static void sayTies(
      Way way, List<Reached> reached, EvaluationOptions options, Consumer<String> notes) {
    List<PairResult> pairs = reached.stream().flatMap(one -> one.pairs().stream()).toList();
    TiedPairs.of(pairs, options)
        .note(options.encoding().preset())
        .ifPresent(note -> notes.accept(way.name().toLowerCase(Locale.ROOT) + ": " + note));
  }

  /**
   * For those who know the labels before anything is read.
   *
   * @throws InputException if there is one participant
   */
  public static void requireSeveral(List<String> names) {
    if (names.size() < 2) {
      throw new InputException(
          "got 1 participant, %s, where each is left out in turn and predicted by models of the others. Give two or more"
              .formatted(names.get(0)));
    }
  }

  private void requirePossible(List<String> names, int words) {
    requireSeveral(names);
    int most = words - 3;
    if (request.dimensions().isPresent() && request.dimensions().getAsInt() > most) {
      throw new InputException(
          "got %d dimensions of a shared space where the images of %d training words, less their mean, have %d. Give fewer"
              .formatted(request.dimensions().getAsInt(), words - 2, most));
    }
  }

  /** The voxels that all have, where participants can be compared by anatomy. */
  private Optional<CommonVoxels> common(List<String> names, Consumer<String> notes) {
    if (!request.ways().isEmpty() && !request.ways().contains(Way.ANATOMY)) {
      return Optional.empty();
    }
    try {
      var places = new ArrayList<PartOfWhole>();
      for (int k = 0; k < names.size(); k++) {
        places.add(PartOfWhole.of(names.get(k), images.places(k)));
      }
      return Optional.of(CommonVoxels.of(names, places, names.size()));
    } catch (InputException e) {
      if (!request.ways().isEmpty()) {
        throw e;
      }
      notes.accept("not by anatomy: " + e.getMessage());
      return Optional.empty();
    }
  }

  private List<Way> ways(boolean anatomy) {
    return Arrays.stream(Way.values())
        .filter(way -> request.ways().isEmpty() || request.ways().contains(way))
        .filter(way -> way.aligns() || anatomy)
        .toList();
  }

  private EncodingAnalysis analysis(SharedWords words) {
    return words.analysis(request.options().apply(words.responses()));
  }

  private AcrossResult.OfWay ofWay(Way way, List<Reached> reached, double[] within) {
    double[] accuracies = reached.stream().mapToDouble(Reached::accuracy).toArray();
    return new AcrossResult.OfWay(
        way,
        reached,
        GroupResult.of(
            accuracies,
            Optional.empty(),
            reached.stream().map(Reached::relabelled).toArray(double[][]::new),
            streams),
        overParticipants(less(accuracies, within)),
        way.aligns() ? Optional.of(exchanged(reached, accuracies)) : Optional.empty());
  }

  private AcrossResult.Exchanged exchanged(List<Reached> reached, double[] accuracies) {
    double[] means = reached.stream().mapToDouble(one -> one.exchanged().orElseThrow()).toArray();
    return new AcrossResult.Exchanged(
        means,
        Arrays.stream(means).average().orElseThrow(),
        overParticipants(less(accuracies, means)));
  }

  private ParticipantsTest overParticipants(double[] values) {
    return ParticipantsTest.of(values, new double[values.length], streams);
  }

  private static double[] less(double[] values, double[] others) {
    var differences = new double[values.length];
    Arrays.setAll(differences, k -> values[k] - others[k]);
    return differences;
  }
}
