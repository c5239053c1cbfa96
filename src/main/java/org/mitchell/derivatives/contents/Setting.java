package org.mitchell.derivatives.contents;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import tools.jackson.databind.JsonNode;

/**
 * The value of an option that is a number or a word: a penalty or {@code auto}, a number of voxels
 * or {@code all}.
 *
 * @param value a Number or a String
 */
public record Setting(@JsonValue Object value) {
  /** As a file has it. */
  @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
  static Setting read(JsonNode node) {
    if (node.isNumber()) {
      return new Setting(node.numberValue());
    }
    if (node.isString()) {
      return new Setting(node.asString());
    }
    throw new IllegalArgumentException("a number or a word");
  }

  public boolean isNumber() {
    return value instanceof Number;
  }

  /** The number; NaN of a word. */
  public double number() {
    return value instanceof Number number ? number.doubleValue() : Double.NaN;
  }

  /** As people write it: 0 of one file is 0.0 of another. */
  @Override
  public String toString() {
    double number = number();
    return isNumber() && number == Math.rint(number) ? Long.toString((long) number) : "" + value;
  }
}
