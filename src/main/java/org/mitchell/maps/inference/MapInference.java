package org.mitchell.maps.inference;

import java.util.Arrays;
import java.util.function.IntToDoubleFunction;
import java.util.function.ToIntFunction;
import org.mitchell.evaluation.nulls.NullDistribution;
import org.mitchell.jobs.Progress;
import org.mitchell.jobs.Workers;

/**
 * A map's p-values: by voxel, corrected for the number of voxels, and by the size of clusters.
 *
 * <p>With N null maps every p is (1 + null values that reach the observed one) / (1 + N): the
 * observed arrangement is one of those that the null allows (Phipson and Smyth 2010). Null values
 * are biased below zero as the observed ones are (the mean of the training words moves against the
 * word that is held out), so that no p assumes a mean of 0.
 */
public final class MapInference {
  /** Values that differ by less are equal: rounding must not decide. */
  static final double TIE = 1e-12;

  private final double[] observed;
  private final NullTally tally;

  private MapInference(double[] observed, NullTally tally) {
    this.observed = observed;
    this.tally = tally;
  }

  /**
   * Draws all null maps and counts.
   *
   * @param largestCluster the size in voxels of the largest cluster of a map, called from several
   *     threads; {@code map -> 0} where clusters do not matter
   */
  public static MapInference of(
      NullMaps maps, ToIntFunction<double[]> largestCluster, Workers workers, Progress progress) {
    double[] observed = maps.observed();
    var tally = new NullTally(observed, maps.size());
    tally.fill(maps, largestCluster, workers, progress);
    return new MapInference(observed, tally);
  }

  /** How many null maps there were, N. */
  public int draws() {
    return tally.draws();
  }

  /** The map itself. */
  public double[] observed() {
    return observed.clone();
  }

  /** The mean over the null maps: what chance gives at each voxel. */
  public double[] nullMean() {
    return tally.means();
  }

  /** Each voxel's p among its own null values, not corrected; no smaller than 1 / (N + 1). */
  public double[] p() {
    return perVoxel(v -> (1.0 + tally.reaching(v)) / (1 + tally.draws()));
  }

  /**
   * Each voxel's p among the null values of all voxels, not corrected. It goes down to 1 / (1 + N
   * voxels) and so lets few voxels be found among many, and assumes that the null values of
   * different voxels are alike; see {@link #dispersion()}.
   */
  public double[] pooledP() {
    double all = (double) tally.draws() * definedVoxels();
    return perVoxel(v -> (1 + tally.pooledReaching(observed[v])) / (1 + all));
  }

  /** {@link #pooledP()} adjusted for the false discovery rate (Benjamini and Hochberg 1995). */
  public double[] falseDiscoveryRate() {
    return FalseDiscoveryRate.adjusted(pooledP());
  }

  /**
   * p-values corrected for the family-wise error rate: the share of null maps whose highest value
   * anywhere reaches the voxel's (Westfall and Young 1993; Nichols and Holmes 2002).
   */
  public double[] familyWise() {
    return perVoxel(v -> familyWise(observed[v]));
  }

  /** As {@link #familyWise()}, of one voxel; NaN where it has no value. */
  public double familyWiseAt(int voxel) {
    return Double.isNaN(observed[voxel]) ? Double.NaN : familyWise(observed[voxel]);
  }

  private double familyWise(double value) {
    return share(Arrays.stream(tally.maxima()).filter(max -> max >= value - TIE).count());
  }

  /**
   * The family-wise p of a cluster: the share of null maps with a cluster as large, at the same
   * threshold.
   *
   * @param size in voxels
   */
  public double clusterP(int size) {
    return share(Arrays.stream(tally.largestClusters()).filter(other -> other >= size).count());
  }

  /**
   * What the highest value of a map must reach for a family-wise p &lt;= .05; NaN with fewer than
   * 19 null maps.
   */
  public double familyWiseThreshold05() {
    return new NullDistribution(tally.maxima()).threshold05();
  }

  /**
   * How alike voxels are under the null: the variance over voxels of how often their null values
   * exceed the highest hundredth of all, by what it would be if the voxels had one distribution
   * (binomial). About 1 where they are alike.
   */
  public double dispersion() {
    return tally.dispersion();
  }

  private double share(long reaching) {
    return (1.0 + reaching) / (1 + tally.draws());
  }

  private int definedVoxels() {
    return (int) Arrays.stream(observed).filter(value -> !Double.isNaN(value)).count();
  }

  private double[] perVoxel(IntToDoubleFunction p) {
    var values = new double[observed.length];
    Arrays.setAll(values, v -> Double.isNaN(observed[v]) ? Double.NaN : p.applyAsDouble(v));
    return values;
  }
}
