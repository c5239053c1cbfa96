package org.mitchell.encoding;

/** How several feature spaces make one model. */
public enum Combination {
  /** Side by side, each scaled by itself, with one ridge penalty for all of them. */
  CONCATENATED
}
