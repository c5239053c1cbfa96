package org.mitchell.norms;

import java.util.List;

/**
 * What people said of words: one number a word. Words without a value are left out.
 *
 * @param name of the column
 * @param table name of the file
 * @param words each once
 * @param values one a word, in the norm's own units. Not copied
 * @param missing words of the table that have no value in this column
 */
public record Norm(String name, String table, List<String> words, double[] values, int missing) {
  public Norm {
    words = List.copyOf(words);
    if (words.size() != values.length) {
      throw new IllegalArgumentException(
          "%d values of %d words".formatted(values.length, words.size()));
    }
  }
}
