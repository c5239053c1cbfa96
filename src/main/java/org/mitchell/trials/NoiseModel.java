package org.mitchell.trials;

/** What is assumed of the noise when the coefficients of trials are estimated. */
public enum NoiseModel {
  /** No frame's noise depends on another's: ordinary least squares. */
  OLS,

  /**
   * The noise of a frame is a share of that of the frame before it, and something new. The share is
   * estimated for every voxel from the residuals of ordinary least squares, and the model is solved
   * again once series and regressors are rid of it (prewhitened), as nilearn's {@code run_glm} does
   * with {@code noise_model="ar1"}.
   */
  AR1
}
