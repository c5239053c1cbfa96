package org.mitchell.evaluation.stability;

import java.util.Arrays;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.mitchell.fmri.Responses;
import org.mitchell.jobs.Heap;
import org.mitchell.jobs.Workers;

/**
 * The most stable voxels, with stability computed anew in every fold from the training words alone.
 *
 * <p>A voxel whose stability stays below the last selected voxel's whatever two words are left out
 * need not be looked at in every fold. Which ones those are is guessed first: all whose upper bound
 * ({@link StabilityBounds}) is below a threshold that the folds will probably keep. When all folds
 * are done their lowest threshold is known, and it can only be too low, because voxels were left
 * out; if an upper bound outside the candidates reaches it, {@link #widenedTo} gives the candidates
 * that are needed, and the folds are done once more. The result is that of computing every voxel in
 * every fold.
 */
final class MostStableVoxels implements VoxelSelection {
  /** Far above rounding, far below any difference that matters. */
  private static final double MARGIN = 1e-9;

  /**
   * How far the threshold of a fold may lie below that of all words: relative, for one word; more
   * words, less far.
   */
  private static final double LIKELY_DROP = 0.5;

  /** What is kept of the candidates takes no more than this share of what Java may use. */
  private static final int SHARE = 4;

  private final Responses responses;
  private final int presentations;
  private final int count;
  private final double[] bounds;
  private final boolean[] fragile;
  private final double likely;
  private final int[] candidates;
  private final int[] fragilePositions;
  private final int numberOfBlocks;
  private final IntFunction<StabilityBlock> blocks;

  private MostStableVoxels(
      Responses responses,
      int count,
      double[] bounds,
      boolean[] fragile,
      double likely,
      Workers workers) {
    this.responses = responses;
    this.presentations = Stability.requirePresentations(responses);
    this.count = count;
    this.bounds = bounds;
    this.fragile = fragile;
    this.likely = likely;
    this.candidates =
        IntStream.range(0, bounds.length).filter(v -> bounds[v] >= likely - MARGIN).toArray();
    this.fragilePositions =
        IntStream.range(0, candidates.length).filter(c -> fragile[candidates[c]]).toArray();
    this.numberOfBlocks = Stability.blocks(candidates.length);
    this.blocks = blocks(workers);
  }

  /** Kept, or, where they would take much of what Java may use, made whenever they are needed. */
  private IntFunction<StabilityBlock> blocks(Workers workers) {
    IntFunction<StabilityBlock> made =
        b -> new StabilityBlock(responses, candidates, b * StabilityBlock.SIZE, presentations);
    long bytes =
        (long) Double.BYTES * responses.stimuli().size() * presentations * candidates.length;
    if (bytes > Heap.allowed() / SHARE) {
      return made;
    }
    var kept = new StabilityBlock[numberOfBlocks];
    workers.forEach(kept.length, b -> kept[b] = made.apply(b));
    return b -> kept[b];
  }

  /**
   * @param count how many voxels are selected in each fold; fewer where fewer have a defined
   *     stability
   */
  static MostStableVoxels of(Responses responses, int count, Workers workers) {
    int presentations = Stability.requirePresentations(responses);
    int voxels = responses.voxels();
    int[] columns = IntStream.range(0, voxels).toArray();
    var stability = new double[voxels];
    var bounds = new double[voxels];
    var fragile = new boolean[voxels];
    workers.forEach(
        Stability.blocks(voxels),
        b -> {
          int from = b * StabilityBlock.SIZE;
          var block = new StabilityBounds(responses, columns, from, presentations);
          for (int v = 0; v < block.filled(); v++) {
            stability[from + v] = block.stability(v);
            bounds[from + v] = block.overPairs(v);
            fragile[from + v] = block.fragile(v);
          }
        });
    double threshold = Highest.of(stability, voxels, count, Double.NEGATIVE_INFINITY).threshold();
    double likely = threshold - LIKELY_DROP * Math.abs(threshold) / responses.stimuli().size();
    return new MostStableVoxels(responses, count, bounds, fragile, likely, workers);
  }

  @Override
  public int[] candidates() {
    return candidates;
  }

  @Override
  public SelectedVoxels[] select(int first, int from, int to) {
    double[][] stability = stability(first, from, to);
    var found = new SelectedVoxels[to - from];
    for (int f = 0; f < found.length; f++) {
      found[f] = Highest.of(stability[f], candidates.length, count, likely);
    }
    return found;
  }

  @Override
  public VoxelSelection widenedTo(double lowestThreshold, Workers workers) {
    boolean someMissed =
        Arrays.stream(bounds)
            .anyMatch(bound -> bound >= lowestThreshold - MARGIN && bound < likely - MARGIN);
    return someMissed
        ? new MostStableVoxels(responses, count, bounds, fragile, lowestThreshold, workers)
        : this;
  }

  @Override
  public int undefined() {
    return (int) Arrays.stream(bounds).filter(Double::isNaN).count();
  }

  /**
   * Stability of every candidate, a row a fold; the rows are longer than the candidates are many.
   * Block by block, because what the folds of one word share then stays in the cache.
   */
  private double[][] stability(int first, int from, int to) {
    var scratch = new StabilityBlock.Scratch(presentations);
    var values = new double[to - from][numberOfBlocks * StabilityBlock.SIZE];
    for (int b = 0; b < numberOfBlocks; b++) {
      StabilityBlock block = blocks.apply(b);
      for (int second = from; second < to; second++) {
        block.stability(first, second, scratch, values[second - from], b * StabilityBlock.SIZE);
      }
    }
    for (int c : fragilePositions) {
      for (int second = from; second < to; second++) {
        values[second - from][c] =
            ExactStability.of(responses, candidates[c], presentations, first, second);
      }
    }
    return values;
  }
}
