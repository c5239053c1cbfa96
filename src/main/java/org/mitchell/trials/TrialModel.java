package org.mitchell.trials;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * The regressors of a run: one for each trial, by a method, and the columns of no interest. Gives
 * the weights by which frames make images of trials, and what is needed to estimate how far the
 * noise of one frame reaches into the next.
 */
public final class TrialModel {
  private final List<Event> trials;
  private final TrialMethod method;
  private final List<double[]> nuisance;
  private final double[][] own;
  private final TrialWeights weights;

  private TrialModel(
      List<Event> trials, TrialMethod method, List<double[]> nuisance, double[][] own) {
    this.trials = trials;
    this.method = method;
    this.nuisance = nuisance;
    this.own = own;
    this.weights = TrialWeights.of(this, Autoregression.NONE);
  }

  /**
   * @throws org.mitchell.files.InputException if a trial has no frame after it, or cannot be told
   *     from other trials and nuisance columns; the message gives the trial
   */
  public static TrialModel of(RunDesign design, TrialMethod method) {
    return new TrialModel(
        design.trials(),
        method,
        nuisance(design, method.response()),
        new TrialRegressors(design.frames()).of(design.trials(), method));
  }

  private static List<double[]> nuisance(RunDesign design, HaemodynamicResponse response) {
    var regressor = new EventRegressor(design.frames(), response);
    var columns = new ArrayList<>(List.of(design.drift().columns(design.frames())));
    columns.addAll(design.confounds().values());
    design.others().values().forEach(events -> columns.add(regressor.of(events)));
    return columns;
  }

  List<Event> trials() {
    return trials;
  }

  TrialMethod method() {
    return method;
  }

  /** The regressors of the trials, trials x frames. */
  double[][] own() {
    return own;
  }

  /** Columns of no interest, frames each. */
  List<double[]> nuisance() {
    return nuisance;
  }

  /** By ordinary least squares. */
  TrialWeights weights() {
    return weights;
  }

  /**
   * @throws org.mitchell.files.InputException if trials cannot be told apart in the whitened frames
   */
  TrialWeights weights(Autoregression noise) {
    return noise.equals(Autoregression.NONE) ? weights : TrialWeights.of(this, noise);
  }

  /** Whether every trial has a model of its own. */
  boolean separate() {
    return method.kind() == TrialMethod.Kind.LSS && own.length > 1;
  }

  /**
   * What all models of the run have among their columns: those of no interest, and the trials' one
   * by one, or, where each trial has a model of its own, their sum.
   */
  OrthonormalColumns common() {
    Stream<double[]> ofTrials = separate() ? Stream.of(sum()) : Stream.of(own);
    return OrthonormalColumns.spanning(Stream.concat(nuisance.stream(), ofTrials).toList());
  }

  private double[] sum() {
    var sum = new double[own[0].length];
    for (double[] regressor : own) {
      Vectors.add(sum, 1, regressor);
    }
    return sum;
  }
}
