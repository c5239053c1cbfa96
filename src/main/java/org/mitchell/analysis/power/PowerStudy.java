package org.mitchell.analysis.power;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.ToDoubleFunction;
import org.mitchell.evaluation.groups.GroupResult;
import org.mitchell.jobs.Progress;
import org.mitchell.jobs.Workers;
import org.mitchell.random.RandomStreams;
import org.mitchell.random.RandomStreams.Purpose;

/**
 * Simulates experiments of every condition and tests each as a real one would be.
 *
 * <p>The test of a group is a permutation test of its mean accuracy: the words' features are
 * exchanged in the same way for all participants, and p = (1 + permutations whose mean accuracy
 * reaches the observed one) / (1 + permutations); significant is p &lt;= .05. Participants are
 * fixed in it; the test over participants has the words fixed, and finds whatever participants
 * share in these words ({@link PowerDesign#sharedSignal()}), so that a claim about both needs both
 * to be significant (Westfall, Nichols and Yarkoni 2016). A group of k are the first k participants
 * of an experiment, so that rows which differ in the number of participants alone are not
 * independent of each other. A condition gives the same figures whichever others are asked for.
 */
public final class PowerStudy {
  /** An experiment is significant with a p up to this. */
  public static final double LEVEL = 0.05;

  /** p of a permutation test is a ratio of whole numbers: rounding must not decide. */
  private static final double ROUNDING = 1e-12;

  private final PowerDesign design;

  private PowerStudy(PowerDesign design) {
    this.design = design;
  }

  /**
   * @return a row a condition and number of participants, in the design's order
   */
  public static List<PowerRow> run(PowerDesign design, Workers workers, Progress progress) {
    return new PowerStudy(design).run(workers, progress);
  }

  private List<PowerRow> run(Workers workers, Progress progress) {
    int repetitions = design.repetitions();
    int conditions = design.conditions().size();
    var groups = new GroupResult[conditions * repetitions][];
    long[] costs = design.costs();
    progress.begin("power", "ms of work", work(costs));
    try (var alone = new Workers(1)) {
      workers.forEach(
          groups.length,
          number -> {
            Condition condition = design.conditions().get(number / repetitions);
            groups[number] =
                groups(
                    condition, number % repetitions, alone, progress, costs[number / repetitions]);
          });
    }
    progress.end();
    var rows = new ArrayList<PowerRow>();
    for (int c = 0; c < conditions; c++) {
      GroupResult[][] ofCondition =
          Arrays.copyOfRange(groups, c * repetitions, (c + 1) * repetitions);
      for (int g = 0; g < design.participants().size(); g++) {
        int group = g;
        GroupResult[] experiments =
            Arrays.stream(ofCondition).map(all -> all[group]).toArray(GroupResult[]::new);
        rows.add(row(design.conditions().get(c), design.participants().get(g), experiments));
      }
    }
    return rows;
  }

  /** One experiment's groups, one a number of participants. */
  private GroupResult[] groups(
      Condition condition, int repetition, Workers workers, Progress progress, long cost) {
    RandomStreams streams = streams(condition, repetition);
    var experiment = SimulatedExperiment.of(design, condition, streams);
    int most = design.mostParticipants();
    var accuracies = new double[most];
    var nulls = new double[most][];
    for (int k = 0; k < most; k++) {
      SimulatedExperiment.Outcome outcome = experiment.participant(k, workers);
      accuracies[k] = outcome.accuracy();
      nulls[k] = outcome.permuted();
      progress.advance(cost);
    }
    return design.participants().stream()
        .map(
            k ->
                GroupResult.of(
                    Arrays.copyOf(accuracies, k),
                    Optional.empty(),
                    Arrays.copyOf(nulls, k),
                    streams))
        .toArray(GroupResult[]::new);
  }

  /** In the unit of the costs: progress by it tells what is left though conditions differ. */
  private long work(long[] costs) {
    return Arrays.stream(costs).sum() * design.repetitions() * design.mostParticipants();
  }

  /** Depends on the condition itself, not on its place among others. */
  private RandomStreams streams(Condition condition, int repetition) {
    return new RandomStreams(design.seed())
        .derived(Purpose.EXPERIMENT, condition.words(), condition.presentations())
        .derived(
            Purpose.EXPERIMENT, Double.doubleToLongBits(condition.signalToNoise()), repetition);
  }

  private static PowerRow row(Condition condition, int participants, GroupResult[] experiments) {
    int count = experiments.length;
    double[] accuracies = Arrays.stream(experiments).mapToDouble(GroupResult::mean).toArray();
    double mean = Arrays.stream(accuracies).average().orElseThrow();
    double squares = Arrays.stream(accuracies).map(a -> (a - mean) * (a - mean)).sum();
    Share power = share(experiments, GroupResult::permutationP);
    return new PowerRow(
        condition,
        participants,
        count,
        mean,
        count < 2 ? Double.NaN : Math.sqrt(squares / (count - 1)),
        power.value(),
        power.low(),
        power.high(),
        participants < 2
            ? Double.NaN
            : share(experiments, group -> group.participants().pAbove()).value(),
        participants < 2
            ? Double.NaN
            : share(
                    experiments,
                    group -> Math.max(group.permutationP(), group.participants().pAbove()))
                .value());
  }

  /** The share of experiments with p up to .05; an undefined p is not. */
  private static Share share(GroupResult[] experiments, ToDoubleFunction<GroupResult> p) {
    long significant =
        Arrays.stream(experiments)
            .filter(group -> p.applyAsDouble(group) <= LEVEL + ROUNDING)
            .count();
    return Share.of(significant, experiments.length);
  }
}
