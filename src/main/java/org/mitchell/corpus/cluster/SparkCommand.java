package org.mitchell.corpus.cluster;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A program to start.
 *
 * @param words the program and its arguments
 * @param environment variables to set beside those that are there
 */
public record SparkCommand(List<String> words, Map<String, String> environment) {
  public SparkCommand {
    words = List.copyOf(words);
    environment = Collections.unmodifiableMap(new LinkedHashMap<>(environment));
  }

  /** Ready to start; where its output goes is the caller's to say. */
  public ProcessBuilder process() {
    var process = new ProcessBuilder(words);
    process.environment().putAll(environment);
    return process;
  }
}
