package org.mitchell.encoding;

/**
 * How a voxel's response is fitted to the features.
 *
 * @param preset what is centred, and on which words
 * @param scale how feature vectors are scaled
 * @param ridge the penalty lambda added to X'X; 0 is ordinary least squares (of smallest norm where
 *     that is not unique)
 */
public record EncodingOptions(Preset preset, Scale scale, double ridge) {
  /** The paper's: unit length, no penalty. */
  public static final EncodingOptions PAPER = new EncodingOptions(Preset.PAPER, Scale.UNIT, 0);

  public EncodingOptions {
    if (!(ridge >= 0) || Double.isInfinite(ridge)) {
      throw new IllegalArgumentException("a ridge penalty is a number from 0 up, got " + ridge);
    }
  }
}
