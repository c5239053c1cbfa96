package org.mitchell.evaluation;

import java.util.Arrays;
import java.util.BitSet;
import java.util.stream.IntStream;
import org.mitchell.fmri.Responses;
import org.mitchell.jobs.Workers;

/**
 * The most stable voxels, with stability computed anew in every fold from the training words alone.
 *
 * <p>A voxel whose stability stays below the last selected voxel's whatever two words are left out need not be looked at in
 * every fold. The bounds are exact: the lowest threshold of any fold is found on the voxels that are most stable over all
 * words (more voxels could only raise it), and a voxel is passed over when its upper bound ({@link
 * StabilityBlock#upperBoundOverPairs}) is below that. The result is that of computing every voxel in every fold.
 */
final class MostStableVoxels implements VoxelSelection {
  /** Far above rounding, far below any difference that matters. */
  private static final double MARGIN = 1e-9;

  private final Responses responses;
  private final int presentations;
  private final int count;
  private final int undefined;
  private final int[] candidates;
  private final int[] fragile;
  private final StabilityBlock[] blocks;

  private MostStableVoxels(Responses responses, int count, int undefined, int[] candidates, BitSet fragile, Workers workers) {
    this.responses = responses;
    this.presentations = Stability.requirePresentations(responses);
    this.count = count;
    this.undefined = undefined;
    this.candidates = candidates;
    this.fragile = IntStream.range(0, candidates.length).filter(c -> fragile.get(candidates[c])).toArray();
    this.blocks = new StabilityBlock[Stability.blocks(candidates.length)];
    workers.forEach(
        blocks.length,
        b -> blocks[b] = new StabilityBlock(responses, candidates, b * StabilityBlock.SIZE, presentations));
  }

  /**
   * @param count how many voxels are selected in each fold; fewer where fewer have a defined stability
   */
  static MostStableVoxels of(Responses responses, int count, Workers workers) {
    int presentations = Stability.requirePresentations(responses);
    int voxels = responses.voxels();
    int[] columns = IntStream.range(0, voxels).toArray();
    var stability = new double[voxels];
    var bound = new double[voxels];
    var isFragile = new boolean[voxels];
    workers.forEach(
        Stability.blocks(voxels),
        b -> {
          int from = b * StabilityBlock.SIZE;
          var block = new StabilityBlock(responses, columns, from, presentations);
          for (int v = 0; v < block.filled(); v++) {
            stability[from + v] = block.stability(v);
            isFragile[from + v] = !block.undefined(v) && block.fragile(v);
            bound[from + v] = block.undefined(v) ? Double.NaN : block.upperBoundOverPairs(v);
          }
        });
    var fragile = new BitSet();
    IntStream.range(0, voxels).filter(v -> isFragile[v]).forEach(fragile::set);
    int undefined = (int) Arrays.stream(stability).filter(Double::isNaN).count();
    int[] reference = Highest.of(stability, voxels, count + count / 2 + 64);
    var ofReference = new MostStableVoxels(responses, count, undefined, reference, fragile, workers);
    double lowest = ofReference.lowestThreshold(workers) - MARGIN;
    int[] candidates = IntStream.range(0, voxels).filter(v -> bound[v] >= lowest).toArray();
    return new MostStableVoxels(responses, count, undefined, candidates, fragile, workers);
  }

  @Override
  public int[] candidates() {
    return candidates;
  }

  @Override
  public int[] positions(int first, int second) {
    return Highest.of(stability(first, second), candidates.length, count);
  }

  @Override
  public int undefined() {
    return undefined;
  }

  /** Stability of every candidate without the two words; the array is longer than the candidates are many. */
  private double[] stability(int first, int second) {
    var scratch = new StabilityBlock.Scratch(presentations);
    var values = new double[blocks.length * StabilityBlock.SIZE];
    for (int b = 0; b < blocks.length; b++) {
      blocks[b].stability(first, second, scratch, values, b * StabilityBlock.SIZE);
    }
    for (int c : fragile) {
      values[c] = ExactStability.of(responses, candidates[c], presentations, first, second);
    }
    return values;
  }

  /** The lowest stability of a selected voxel in any fold; minus infinity where a fold cannot select enough voxels. */
  private double lowestThreshold(Workers workers) {
    int words = responses.stimuli().size();
    var lowest = new double[words - 1];
    workers.forEach(
        words - 1,
        first -> {
          lowest[first] = Double.POSITIVE_INFINITY;
          for (int second = first + 1; second < words; second++) {
            lowest[first] = Math.min(lowest[first], threshold(stability(first, second)));
          }
        });
    return Arrays.stream(lowest).min().orElseThrow();
  }

  private double threshold(double[] stability) {
    double[] defined =
        Arrays.stream(stability, 0, candidates.length).filter(value -> !Double.isNaN(value)).toArray();
    return defined.length < count ? Double.NEGATIVE_INFINITY : Highest.kthHighest(defined, defined.length, count);
  }
}
