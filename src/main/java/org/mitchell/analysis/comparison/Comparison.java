package org.mitchell.analysis.comparison;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.mitchell.analysis.LeftOut;
import org.mitchell.analysis.SharedWords;
import org.mitchell.evaluation.EvaluationOptions;
import org.mitchell.fmri.Responses;
import org.mitchell.jobs.Progress;
import org.mitchell.jobs.Workers;
import org.mitchell.random.RandomStreams;

/**
 * Feature spaces compared on the same participants, words, folds, voxels and subsamples.
 *
 * @param participants their labels
 * @param task what they did, where somebody says it
 * @param words how many there are
 * @param left what the cross-validation left out
 * @param options how folds were done, of the first participant
 * @param spaces in the order given
 * @param differences of every two spaces
 * @param random what features without meaning give, where that was asked for
 * @param variance what every two spaces that are no baselines explain, where that was asked for
 * @param similarities of every two spaces in which words they hold for alike (Spearman's
 *     correlation of the cosines between words), spaces x spaces; 1 on the diagonal. Not copied
 */
public record Comparison(
    List<String> participants,
    Optional<String> task,
    int words,
    LeftOut left,
    EvaluationOptions options,
    List<SpaceAccuracies> spaces,
    List<SpaceDifference> differences,
    Optional<RandomBaseline> random,
    List<PairVariance> variance,
    double[][] similarities) {
  public Comparison {
    participants = List.copyOf(participants);
    spaces = List.copyOf(spaces);
    differences = List.copyOf(differences);
    variance = List.copyOf(variance);
  }

  /** How many differences are corrected for: all but those of two baselines. */
  public int planned() {
    return (int) differences.stream().filter(SpaceDifference::planned).count();
  }

  /**
   * What is done.
   *
   * @param left what the cross-validation leaves out
   * @param options how folds are done, for each participant
   * @param subsamples how many halves of the words the intervals rest on; 0 for none
   * @param randomSets how many sets of features without meaning there are; 0 for none
   * @param variance whether variance is partitioned
   */
  public record Plan(
      LeftOut left,
      Function<Responses, EvaluationOptions> options,
      int subsamples,
      int randomSets,
      boolean variance) {}

  /** Gives participants one after another, so that one alone need be in memory. */
  @FunctionalInterface
  public interface Participants {
    /** A participant with all voxels, in every space; the words are those of the contenders. */
    List<SharedWords> of(int number) throws IOException;
  }

  /**
   * @param contenders at least one; of their responses only the words count
   */
  public static Comparison of(
      List<Contender> contenders,
      Participants participants,
      Plan plan,
      RandomStreams streams,
      Workers workers,
      Progress progress)
      throws IOException {
    return new Comparing(contenders, participants, plan, streams, workers, progress).run();
  }
}
