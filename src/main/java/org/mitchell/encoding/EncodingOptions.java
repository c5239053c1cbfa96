package org.mitchell.encoding;

/**
 * How a voxel's response is fitted to the features.
 *
 * @param preset what is centred, and on which words
 * @param scale how feature vectors are scaled
 * @param penalty the ridge penalty added to X'X, or how it is chosen
 */
public record EncodingOptions(Preset preset, Scale scale, Penalty penalty) {
  /** The paper's: unit length, no penalty. */
  public static final EncodingOptions PAPER = new EncodingOptions(Preset.PAPER, Scale.UNIT, 0);

  /** Options with one penalty lambda, from 0 up. */
  public EncodingOptions(Preset preset, Scale scale, double ridge) {
    this(preset, scale, new Penalty.Fixed(ridge));
  }

  /**
   * The penalty lambda that was given.
   *
   * @throws IllegalStateException if it is to be chosen from the words
   */
  public double ridge() {
    return penalty
        .given()
        .orElseThrow(
            () -> new IllegalStateException("a penalty that is chosen has no value before it is"));
  }

  /** The same options with a given penalty. */
  public EncodingOptions withRidge(double ridge) {
    return new EncodingOptions(preset, scale, ridge);
  }
}
