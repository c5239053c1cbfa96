package org.mitchell.report;

import java.util.List;
import java.util.stream.StreamSupport;
import tools.jackson.databind.JsonNode;

/** Values of JSON objects, where any may be missing. */
final class Fields {
  private Fields() {}

  /** A number; NaN where there is none. */
  static double number(JsonNode node, String name) {
    return asNumber(node.path(name));
  }

  static double asNumber(JsonNode value) {
    return value.isNumber() ? value.asDouble() : Double.NaN;
  }

  /** A text; empty where there is none. */
  static String text(JsonNode node, String name) {
    JsonNode value = node.path(name);
    return value.isString() ? value.asString() : value.isNumber() ? value.toString() : "";
  }

  static boolean isTrue(JsonNode node, String name) {
    JsonNode value = node.path(name);
    return value.isBoolean() && value.asBoolean();
  }

  static List<JsonNode> list(JsonNode node, String name) {
    return StreamSupport.stream(node.path(name).spliterator(), false).toList();
  }

  static List<String> texts(JsonNode node, String name) {
    return list(node, name).stream().map(value -> value.asString("")).toList();
  }
}
