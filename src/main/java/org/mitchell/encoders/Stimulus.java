package org.mitchell.encoders;

import java.util.List;

/**
 * What gets a vector.
 *
 * @param name its row in the table
 * @param passages the texts whose vectors are averaged; at least one
 */
public record Stimulus(String name, List<Passage> passages) {
  public Stimulus {
    passages = List.copyOf(passages);
  }

  /** A sentence under a name. */
  public static Stimulus of(String name, String sentence) {
    return new Stimulus(name, List.of(Passage.of(sentence)));
  }

  /** A word in templates. */
  public static Stimulus of(String word, List<String> templates) {
    return new Stimulus(
        word, templates.stream().map(template -> Passage.of(template, word)).toList());
  }
}
