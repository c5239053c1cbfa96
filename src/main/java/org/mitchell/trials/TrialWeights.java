package org.mitchell.trials;

import java.util.List;
import java.util.stream.Stream;
import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.CommonOps_DDRM;
import org.mitchell.files.InputException;

/**
 * The linear operator from the frames of a run to its trial images, trials x frames: an image is
 * the sum of the frames by these weights.
 *
 * <p>Nuisance columns (drift, confounds, events of no interest) are projected out of the trials'
 * regressors, which leaves the coefficients of the trials what they are in the whole model (Frisch,
 * Waugh and Lovell). The weights are then at right angles to the nuisance columns, so that the
 * frames themselves need no cleaning. Where noise reaches from frame to frame, all columns are
 * prewhitened before, and the weights turned back into those of the frames.
 */
final class TrialWeights {
  /** A regressor of which less than this share is left cannot be told from the others. */
  private static final double LEFT = 1e-6;

  private final double[][] weights;

  private TrialWeights(double[][] weights) {
    this.weights = weights;
  }

  /**
   * @throws InputException if a trial cannot be told from other trials and nuisance columns; the
   *     message gives the trial
   */
  static TrialWeights of(TrialModel model, Autoregression noise) {
    List<Event> trials = model.trials();
    var nuisance =
        OrthonormalColumns.spanning(model.nuisance().stream().map(noise::whitened).toList());
    var own = new double[trials.size()][];
    for (int t = 0; t < own.length; t++) {
      double[] whole = noise.whitened(model.own()[t]);
      own[t] = nuisance.without(whole);
      if (Vectors.dot(own[t], own[t]) <= LEFT * Vectors.dot(whole, whole)) {
        throw TrialRegressors.problem(
            trials.get(t), "drift, confounds and events of no interest explain all of it");
      }
    }
    double[][] weights =
        switch (model.method().kind()) {
          case MEAN -> own;
          case LSS -> separate(own, trials);
          case LSA, FIR -> together(own, trials);
        };
    return new TrialWeights(Stream.of(weights).map(noise::unwhitened).toArray(double[][]::new));
  }

  int trials() {
    return weights.length;
  }

  /** The weights of the frames in a trial's image. */
  double[] of(int trial) {
    return weights[trial];
  }

  /** Of two regressors, this trial and the sum of the others, the coefficient of the first. */
  private static double[][] separate(double[][] own, List<Event> trials) {
    var sum = new double[own[0].length];
    for (double[] regressor : own) {
      Vectors.add(sum, 1, regressor);
    }
    var weights = new double[own.length][];
    for (int t = 0; t < own.length; t++) {
      double[] others = sum.clone();
      Vectors.add(others, -1, own[t]);
      double a = Vectors.dot(own[t], own[t]);
      double b = Vectors.dot(own[t], others);
      double c = Vectors.dot(others, others);
      double determinant = own.length == 1 ? a : a * c - b * b;
      if (own.length > 1 && determinant <= LEFT * a * c) {
        throw TrialRegressors.problem(trials.get(t), "the others together look the same");
      }
      weights[t] = Vectors.scaled(own[t], (own.length == 1 ? 1 : c) / determinant);
      Vectors.add(weights[t], -b / determinant, others);
    }
    return weights;
  }

  /** The rows of the pseudo-inverse of all trials' regressors. */
  private static double[][] together(double[][] own, List<Event> trials) {
    var regressors = new DMatrixRMaj(own);
    var gram = new DMatrixRMaj(own.length, own.length);
    CommonOps_DDRM.multOuter(regressors, gram);
    var inverse = new DMatrixRMaj(own.length, own.length);
    boolean invertible = CommonOps_DDRM.invertSPD(gram.copy(), inverse);
    for (int t = 0; t < own.length; t++) {
      // What the other trials leave of a regressor is one over the inverse's diagonal.
      if (!invertible || !(1 / inverse.get(t, t) > LEFT * gram.get(t, t))) {
        throw new InputException(alike(gram, trials));
      }
    }
    var weights = new DMatrixRMaj(own.length, own[0].length);
    CommonOps_DDRM.mult(inverse, regressors, weights);
    var rows = new double[own.length][own[0].length];
    for (int t = 0; t < own.length; t++) {
      System.arraycopy(weights.data, t * own[0].length, rows[t], 0, own[0].length);
    }
    return rows;
  }

  /** Names the two trials that are most alike. */
  private static String alike(DMatrixRMaj gram, List<Event> trials) {
    double highest = -1;
    String said = "";
    for (int s = 0; s < trials.size(); s++) {
      for (int t = 0; t < s; t++) {
        double cosine = gram.get(s, t) / Math.sqrt(gram.get(s, s) * gram.get(t, t));
        if (cosine > highest) {
          highest = cosine;
          said =
              "'%s' at %.3f s and '%s' at %.3f s"
                  .formatted(
                      trials.get(t).type(),
                      trials.get(t).onset(),
                      trials.get(s).type(),
                      trials.get(s).onset());
        }
      }
    }
    return "the trials cannot be told apart in one model of all (most alike are %s). A model for each trial (lss), or the mean of a window, can still be had"
        .formatted(said);
  }
}
