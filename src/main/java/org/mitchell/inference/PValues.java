package org.mitchell.inference;

import java.util.function.ToIntFunction;
import org.mitchell.jobs.Progress;
import org.mitchell.jobs.Workers;

/** A map's p-values: by voxel, corrected for the number of voxels, and by the size of clusters. */
public sealed interface PValues permits OneNull, LargerOfTwo {
  /** Values that differ by less are equal: rounding must not decide. */
  double TIE = 1e-12;

  /**
   * Draws all maps of one null hypothesis and counts.
   *
   * @param largestCluster the size in voxels of the largest cluster of a map, called from several
   *     threads; {@code map -> 0} where clusters do not matter
   */
  static OneNull of(
      NullMaps maps, ToIntFunction<double[]> largestCluster, Workers workers, Progress progress) {
    return OneNull.of(maps, largestCluster, workers, progress);
  }

  /** How many null maps there were, N; of two nulls the smaller number. */
  int draws();

  /** The map itself. */
  double[] observed();

  /** Each voxel's p among its own null values, not corrected; no smaller than 1 / (N + 1). */
  double[] p();

  /**
   * Each voxel's p among the null values of all voxels, not corrected. It goes down to 1 / (1 + N
   * voxels) and so lets few voxels be found among many, and assumes that the null values of
   * different voxels are alike; see {@link #dispersion()}.
   */
  double[] pooledP();

  /** {@link #pooledP()} adjusted for the false discovery rate (Benjamini and Hochberg 1995). */
  default double[] falseDiscoveryRate() {
    return FalseDiscoveryRate.adjusted(pooledP());
  }

  /**
   * p-values corrected for the family-wise error rate: the share of null maps whose highest value
   * anywhere reaches the voxel's (Westfall and Young 1993; Nichols and Holmes 2002).
   */
  double[] familyWise();

  /** As {@link #familyWise()}, of one voxel; NaN where it has no value. */
  double familyWiseAt(int voxel);

  /**
   * The family-wise p of a cluster: the share of null maps with a cluster as large, at the same
   * threshold.
   *
   * @param size in voxels
   */
  double clusterP(int size);

  /**
   * What the highest value of a map must reach for a family-wise p &lt;= .05; NaN with fewer than
   * 19 null maps.
   */
  double familyWiseThreshold05();

  /**
   * How many of the null maps, as a share, have a cluster of so many voxels or more, at the same
   * threshold; of two nulls the larger share.
   */
  double shareWithCluster(int size);

  /**
   * How many of the null values of all voxels, as a share, reach a value: the uncorrected p that it
   * stands for. Counted in narrow bins, never too small; of two nulls the larger share.
   */
  double shareReaching(double value);

  /**
   * How alike voxels are under the null: the variance over voxels of how often their null values
   * exceed the highest hundredth of all, by what it would be if the voxels had one distribution
   * (binomial). About 1 where they are alike; of two nulls the larger.
   */
  double dispersion();
}
