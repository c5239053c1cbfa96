package org.mitchell.encoding;

/**
 * How a voxel's response is fitted to the features.
 *
 * @param preset what is centred, and on which words
 * @param scale how feature vectors are scaled
 * @param penalty the ridge penalty added to X'X, or how it is chosen
 * @param spaces the feature spaces that stand side by side in the vectors
 */
public record EncodingOptions(Preset preset, Scale scale, Penalty penalty, Spaces spaces) {
  /** The paper's: unit length, no penalty. */
  public static final EncodingOptions PAPER = new EncodingOptions(Preset.PAPER, Scale.UNIT, 0);

  /** Options of one feature space. */
  public EncodingOptions(Preset preset, Scale scale, Penalty penalty) {
    this(preset, scale, penalty, Spaces.ONE);
  }

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
    return new EncodingOptions(preset, scale, new Penalty.Fixed(ridge), spaces);
  }

  /** The same options with another preset. */
  public EncodingOptions withPreset(Preset other) {
    return new EncodingOptions(other, scale, penalty, spaces);
  }

  /** The same options with features scaled otherwise. */
  public EncodingOptions withScale(Scale other) {
    return new EncodingOptions(preset, other, penalty, spaces);
  }

  /** The same options for vectors of these spaces. */
  public EncodingOptions withSpaces(Spaces others) {
    return new EncodingOptions(preset, scale, penalty, others);
  }
}
