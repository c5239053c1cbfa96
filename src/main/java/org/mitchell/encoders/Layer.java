package org.mitchell.encoders;

import java.util.OptionalInt;

/**
 * A layer of a model: one vector a token.
 *
 * @param number from 0, the vectors that the first layer gets; nothing where the model does not say
 * @param output what the model calls it
 */
public record Layer(OptionalInt number, String output) {
  /** As files and records name it: its number, or {@code last}. */
  public String label() {
    return number.isPresent() ? Integer.toString(number.getAsInt()) : "last";
  }
}
