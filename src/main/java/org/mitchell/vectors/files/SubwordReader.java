package org.mitchell.vectors.files;

import java.io.IOException;
import java.util.Collection;

/** Vectors for words that a model of fastText was not trained on, made of their pieces. */
public final class SubwordReader {
  private SubwordReader() {}

  /**
   * Hands on each word that has pieces, with the mean of their vectors.
   *
   * @param file of a format with {@linkplain VectorFile#hasSubwords subwords}
   */
  public static void read(
      VectorFile file, ReadingRules rules, Collection<String> words, RowConsumer consumer)
      throws IOException {
    if (!file.hasSubwords()) {
      throw new IllegalArgumentException(file + " has no vectors of pieces");
    }
    new FastTextRows(file, rules).scanUnseen(words, consumer);
  }
}
