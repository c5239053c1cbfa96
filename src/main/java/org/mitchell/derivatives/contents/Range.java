package org.mitchell.derivatives.contents;

import java.util.Optional;
import java.util.OptionalDouble;

/** From a value to another. */
public record Range(double low, double high) {
  static Optional<Range> of(OptionalDouble low, OptionalDouble high) {
    return low.isPresent() && high.isPresent()
        ? Optional.of(new Range(low.getAsDouble(), high.getAsDouble()))
        : Optional.empty();
  }
}
