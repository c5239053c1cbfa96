package org.mitchell.derivatives.contents;

import com.fasterxml.jackson.annotation.JsonFormat;
import java.util.Optional;
import java.util.OptionalDouble;
import org.mitchell.files.Json;

/** The ends of an interval, a list of two numbers in files; null where an end is not defined. */
@JsonFormat(shape = JsonFormat.Shape.ARRAY)
public record Ends(OptionalDouble low, OptionalDouble high) {
  public static Ends of(double low, double high) {
    return new Ends(Json.finite(low), Json.finite(high));
  }

  /** From a value to another; nothing where an end is not defined. */
  public Optional<Range> range() {
    return Range.of(low, high);
  }
}
