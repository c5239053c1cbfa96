package org.mitchell.inference;

import java.util.Arrays;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import java.util.stream.Stream;

/**
 * What t over participants is worth: at every voxel the larger of two p-values, so that what is
 * found is found with both.
 *
 * <p>Responses to words vary over participants and over words, and a test that takes one of them
 * for fixed finds what another sample of it would not repeat (Clark 1973; Westfall, Nichols and
 * Yarkoni 2016): nine participants who share a response to these words, whatever their features,
 * are significant over participants. So a voxel needs a small p of its mean r among relabellings of
 * the words, alike for all participants, and a small p of its t among flips of participants' signs;
 * family-wise, pooled over voxels and one by one. A false finding has to pass the test that holds
 * in its case, so that the rate of error is no more than that one's.
 *
 * <p>The mean r stands for words because its null maps keep their height whatever participants
 * share. t under relabelling does not: a signal that is alike in all participants, planted by
 * features or not, makes them agree on chance values too. Sizes of clusters, which are of t, have
 * to be judged by it all the same.
 *
 * @param words the mean r over participants, when words exchange their features
 * @param participants t, when participants' departures from chance change their signs
 * @param relabelledT t, when words exchange their features, for the sizes of clusters; nothing
 *     where these are not tested
 */
public record LargerOfTwo(OneNull words, OneNull participants, Optional<OneNull> relabelledT)
    implements PValues {

  @Override
  public int draws() {
    return Math.min(words.draws(), participants.draws());
  }

  /** The map of t. */
  @Override
  public double[] observed() {
    return participants.observed();
  }

  @Override
  public double[] p() {
    return larger(PValues::p);
  }

  @Override
  public double[] pooledP() {
    return larger(PValues::pooledP);
  }

  @Override
  public double[] familyWise() {
    return larger(PValues::familyWise);
  }

  @Override
  public double familyWiseAt(int voxel) {
    return Math.max(words.familyWiseAt(voxel), participants.familyWiseAt(voxel));
  }

  @Override
  public double clusterP(int size) {
    return largest(one -> one.clusterP(size));
  }

  /** Of t, when signs change; see {@link #words} for the mean r that a voxel needs as well. */
  @Override
  public double familyWiseThreshold05() {
    return participants.familyWiseThreshold05();
  }

  @Override
  public double shareWithCluster(int size) {
    return largest(one -> one.shareWithCluster(size));
  }

  @Override
  public double shareReaching(double value) {
    return largest(one -> one.shareReaching(value));
  }

  @Override
  public double dispersion() {
    return Math.max(words.dispersion(), participants.dispersion());
  }

  /** Of the nulls of t. */
  private double largest(ToDoubleFunction<PValues> figure) {
    return Stream.concat(Stream.of(participants), relabelledT.stream())
        .mapToDouble(figure)
        .max()
        .orElseThrow();
  }

  /** Voxel by voxel; NaN where either is. */
  private double[] larger(Function<PValues, double[]> figures) {
    double[] larger = figures.apply(words);
    double[] other = figures.apply(participants);
    Arrays.setAll(larger, v -> Math.max(larger[v], other[v]));
    return larger;
  }
}
