package org.mitchell.evaluation.stability;

import java.util.OptionalInt;
import java.util.stream.IntStream;
import org.mitchell.files.InputException;
import org.mitchell.files.Remedy;
import org.mitchell.fmri.Responses;
import org.mitchell.jobs.Workers;

/**
 * Which voxels are compared: the most stable ones by the responses that a model is trained on, or
 * all.
 *
 * @param count how many of the most stable voxels; empty for all
 */
public record VoxelChoice(OptionalInt count) {
  /**
   * Whether some voxels are chosen: not where all are wanted, nor where words have one presentation
   * and so no stability.
   */
  public boolean chooses(Responses training) {
    return count.isPresent() && training.commonPresentations() > 1;
  }

  /**
   * The voxels compared when all these words are trained on.
   *
   * @return columns, ascending; fewer than wanted where fewer have a defined stability
   */
  public int[] of(Responses training, Workers workers) {
    return chooses(training)
        ? by(Stability.overAllWords(training, workers))
        : all(training.voxels());
  }

  /** The voxels compared when one of these words, by its number, is not trained on. */
  public int[] without(int word, Responses all, Workers workers) {
    return chooses(all) ? by(Stability.without(word, all, workers)) : all(all.voxels());
  }

  /**
   * The voxels of the most reliable regions.
   *
   * @param regions the region of every voxel; 0 for none
   */
  public int[] inRegions(Responses training, int[] regions, Workers workers) {
    return RegionReliability.columns(
        Stability.overAllWords(training, workers), regions, count.orElseThrow());
  }

  /**
   * The voxels of the highest values.
   *
   * @param values stability, or what else voxels are chosen by: a value a voxel
   * @throws java.util.NoSuchElementException if all voxels are wanted
   */
  public int[] by(double[] values) {
    return MostStable.columns(values, count.orElseThrow());
  }

  /** Every column. */
  public static int[] all(int voxels) {
    return IntStream.range(0, voxels).toArray();
  }

  /**
   * @param selected how many voxels a fold compares
   * @throws InputException if it has none to compare
   */
  public static void requireSome(int selected, VoxelCriterion criterion) {
    if (selected == 0 && !criterion.usual()) {
      throw new InputException(
          "no voxel can be chosen by %s: it has no value at any".formatted(criterion.label()),
          Remedy.CHECK_RESPONSES);
    }
    if (selected == 0) {
      throw new InputException(
          "no voxel has a defined stability: each is constant over the words in some presentation",
          Remedy.CHECK_RESPONSES);
    }
  }
}
