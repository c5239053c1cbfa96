package org.mitchell.derivatives.contents;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.OptionalDouble;

/**
 * A figure that applies and may yet have no value, null in its file. Where it does not apply, its
 * key is missing.
 */
public record Figure(@JsonValue OptionalDouble value) {
  static final Figure UNKNOWN = new Figure(OptionalDouble.empty());

  @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
  static Figure read(Double value) {
    return value == null ? UNKNOWN : new Figure(OptionalDouble.of(value));
  }
}
