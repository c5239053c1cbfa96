package org.mitchell.encoding;

/** How feature vectors are scaled before the regression. */
public enum Scale {
  /** Every word's vector to unit length, as in the paper. */
  UNIT,
  /** Every feature to mean 0 and (population) deviation 1 over the words. */
  ZSCORE,
  /** As they are. */
  NONE
}
