package org.mitchell.vectors.files;

/** Takes the rows of a file of vectors, in its order. */
@FunctionalInterface
public interface RowConsumer {
  /**
   * @param word as the file spells it
   * @param row line of the file, or where it has no lines number of the word, from 1
   * @param values of the vector; the array is used again for the next row
   */
  void accept(String word, long row, double[] values);
}
