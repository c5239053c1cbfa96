package org.mitchell.encoding;

/**
 * How the responses to a fold's held-out words are predicted from all words' responses, for any
 * voxel. Rows are the held-out words, in the order in which the fold names them.
 */
public sealed interface HeldOutRule {
  /**
   * prediction_S = Y_S - C R_S with the residual images R = A Y (see {@link
   * HeldOutPrediction#residualOperator()}).
   *
   * @param correction C = (A_SS)^-1, held-out x held-out
   */
  record Corrected(double[][] correction) implements HeldOutRule {}

  /**
   * prediction_S = W Y: the fold was fitted anew.
   *
   * @param weights W, held-out x words; 0 for the held-out words themselves
   */
  record Refitted(double[][] weights) implements HeldOutRule {}
}
