package org.mitchell.encoders;

/** Which layers of a model are asked for. */
public sealed interface LayerChoice {
  /** The one that the model ends with. */
  record Last() implements LayerChoice {}

  /** All that it gives. */
  record All() implements LayerChoice {}

  /**
   * One.
   *
   * @param number from 0, the vectors that the first layer gets
   */
  record Number(int number) implements LayerChoice {}
}
