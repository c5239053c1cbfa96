package org.mitchell.inference;

import java.util.Arrays;
import java.util.function.IntToDoubleFunction;
import java.util.function.ToIntFunction;
import org.mitchell.evaluation.nulls.NullDistribution;
import org.mitchell.jobs.Progress;
import org.mitchell.jobs.Workers;

/**
 * A map's p-values among the maps of one null hypothesis.
 *
 * <p>With N null maps every p is (1 + null values that reach the observed one) / (1 + N): the
 * observed arrangement is one of those that the null allows (Phipson and Smyth 2010). Null values
 * are biased below zero as the observed ones are (the mean of the training words moves against the
 * word that is held out), so that no p assumes a mean of 0.
 */
public final class OneNull implements PValues {
  private final double[] observed;
  private final NullTally tally;

  private OneNull(double[] observed, NullTally tally) {
    this.observed = observed;
    this.tally = tally;
  }

  /** See {@link PValues#of}. */
  static OneNull of(
      NullMaps maps, ToIntFunction<double[]> largestCluster, Workers workers, Progress progress) {
    double[] observed = maps.observed();
    var tally = new NullTally(observed, maps.size());
    tally.fill(maps, largestCluster, workers, progress);
    return new OneNull(observed, tally);
  }

  @Override
  public int draws() {
    return tally.draws();
  }

  @Override
  public double[] observed() {
    return observed.clone();
  }

  /** The mean over the null maps: what chance gives at each voxel. */
  public double[] nullMean() {
    return tally.means();
  }

  @Override
  public double[] p() {
    return perVoxel(v -> (1.0 + tally.reaching(v)) / (1 + tally.draws()));
  }

  @Override
  public double[] pooledP() {
    double all = (double) tally.draws() * definedVoxels();
    return perVoxel(v -> (1 + tally.pooledReaching(observed[v])) / (1 + all));
  }

  @Override
  public double[] familyWise() {
    return perVoxel(v -> familyWise(observed[v]));
  }

  @Override
  public double familyWiseAt(int voxel) {
    return Double.isNaN(observed[voxel]) ? Double.NaN : familyWise(observed[voxel]);
  }

  private double familyWise(double value) {
    return share(Arrays.stream(tally.maxima()).filter(max -> max >= value - TIE).count());
  }

  @Override
  public double clusterP(int size) {
    return share(withCluster(size));
  }

  @Override
  public double familyWiseThreshold05() {
    return new NullDistribution(tally.maxima()).threshold05();
  }

  @Override
  public double shareWithCluster(int size) {
    return (double) withCluster(size) / tally.draws();
  }

  @Override
  public double shareReaching(double value) {
    return Math.min(1, tally.pooledReaching(value) / ((double) tally.draws() * definedVoxels()));
  }

  @Override
  public double dispersion() {
    return tally.dispersion();
  }

  private long withCluster(int size) {
    return Arrays.stream(tally.largestClusters()).filter(other -> other >= size).count();
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
