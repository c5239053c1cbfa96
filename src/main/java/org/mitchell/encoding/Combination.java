package org.mitchell.encoding;

/** How several feature spaces make one model. */
public enum Combination {
  /** Side by side, each scaled by itself, with one ridge penalty for all of them. */
  CONCATENATED,
  /**
   * Side by side, with a penalty for each (banded ridge; Nunez-Elizalde et al. 2019). Penalties are
   * chosen together, from a {@link BandedGrid}.
   */
  BANDED,
  /**
   * A model of each space by itself, whose predictions are added with weights from 0 up that sum to
   * 1 (stacked regressions; Breiman 1996). Penalties and weights are chosen.
   */
  STACKED
}
