package org.mitchell.derivatives.contents;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import tools.jackson.databind.JsonNode;

/** Copies of maps, in the order that they have in their file. */
final class Others {
  /** A record that was not read has no keys but its own. */
  static final Map<String, JsonNode> NONE = Collections.unmodifiableMap(new TreeMap<>());

  private Others() {}

  /**
   * @param keys nothing where a file has no others
   */
  static <T> Map<String, T> kept(Map<String, T> keys) {
    return Collections.unmodifiableMap(
        Optional.ofNullable(keys).map(LinkedHashMap::new).orElseGet(LinkedHashMap::new));
  }
}
