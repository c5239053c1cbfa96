package org.mitchell.analysis.power;

import java.util.Arrays;
import java.util.List;
import java.util.OptionalInt;
import org.mitchell.evaluation.EvaluationOptions;
import org.mitchell.evaluation.LeaveTwoOut;
import org.mitchell.features.FeatureSpace;
import org.mitchell.files.InputException;
import org.mitchell.fmri.VoxelGrid;

/**
 * Which experiments are simulated, and how they are evaluated.
 *
 * @param conditions what is tried
 * @param participants numbers of participants whose group is tested, ascending
 * @param repetitions experiments of each condition
 * @param permutations of the words' features in each experiment
 * @param words words and features to draw an experiment's words from; none all zero
 * @param sharedSignal see {@link org.mitchell.simulation.Simulation#sharedSignal()}: a response to
 *     the words that an experiment's participants share and features have no part in
 * @param grid the voxels of every brain
 * @param options how each participant is evaluated; where there is one presentation, all voxels are
 *     compared
 * @param seed of everything that is drawn
 */
public record PowerDesign(
    List<Condition> conditions,
    List<Integer> participants,
    int repetitions,
    int permutations,
    FeatureSpace words,
    double sharedSignal,
    VoxelGrid grid,
    EvaluationOptions options,
    long seed) {
  private static final double NANOS_PER_VALUE = 20;
  private static final double NANOS_PER_FOLD = 175_000;
  private static final double NANOS_PER_VOXEL = 14;
  private static final double NANOS_PER_PRODUCT = 0.63;

  /** With fewer permutations no p is as small as .05. */
  public static final int FEWEST_PERMUTATIONS = 19;

  /**
   * @throws InputException if a number is too small, or more words are asked for than there are
   */
  public PowerDesign {
    conditions = List.copyOf(conditions);
    participants = participants.stream().sorted().distinct().toList();
    int fewest = LeaveTwoOut.FEWEST_WORDS;
    for (Condition condition : conditions) {
      require("words", condition.words(), fewest);
      require("presentations", condition.presentations(), 1);
      if (condition.words() > words.words().size()) {
        throw new InputException(
            "power: %,d words are asked for where %s gives features of %,d"
                .formatted(condition.words(), words.name(), words.words().size()));
      }
    }
    participants.forEach(number -> require("participants", number, 1));
    require("repetitions", repetitions, 1);
    require("permutations", permutations, FEWEST_PERMUTATIONS);
    if (conditions.isEmpty() || participants.isEmpty()) {
      throw new InputException("power: no condition or no number of participants is given");
    }
  }

  /** Every combination of these numbers, the words outermost. */
  public static List<Condition> conditions(
      List<Integer> words, List<Integer> presentations, List<Double> signalToNoise) {
    return words.stream()
        .flatMap(
            w ->
                presentations.stream()
                    .flatMap(p -> signalToNoise.stream().map(s -> new Condition(w, p, s))))
        .distinct()
        .toList();
  }

  /** How a participant of that condition is evaluated. */
  EvaluationOptions options(Condition condition) {
    return condition.presentations() < 2
        ? new EvaluationOptions(
            options.encoding(), OptionalInt.empty(), options.metric(), options.match())
        : options;
  }

  /** The largest group. */
  public int mostParticipants() {
    return participants.get(participants.size() - 1);
  }

  /**
   * What a simulated participant of each condition costs, one a condition, in milliseconds of a
   * processor: drawing the noise, choosing voxels and training in every fold, and matching with
   * every permutation. Measured with 20, 40 and 60 words on one busy core; that of other machines
   * differs, and their ratios hardly do.
   */
  long[] costs() {
    return conditions.stream().mapToLong(this::cost).toArray();
  }

  private long cost(Condition condition) {
    double words = condition.words();
    double folds = words * (words - 1) / 2;
    double nanos =
        NANOS_PER_VALUE * words * condition.presentations() * grid.columns()
            + folds * (NANOS_PER_FOLD + NANOS_PER_VOXEL * grid.columns())
            + folds * permutations * words * words * NANOS_PER_PRODUCT;
    return Math.max(1, Math.round(nanos / 1e6));
  }

  /** About how long all participants take on one processor, in seconds. */
  public double processorSeconds() {
    return Arrays.stream(costs()).sum() * (double) repetitions * mostParticipants() / 1000;
  }

  /** How many participants are simulated in all. */
  public long simulatedParticipants() {
    return (long) conditions.size() * repetitions * mostParticipants();
  }

  private static void require(String what, int number, int least) {
    if (number < least) {
      throw new InputException(
          "power: %d %s where %d or more are expected".formatted(number, what, least));
    }
  }
}
