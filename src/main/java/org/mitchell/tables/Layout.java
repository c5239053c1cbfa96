package org.mitchell.tables;

import java.util.List;
import java.util.Optional;

/**
 * How a table is laid out.
 *
 * @param separator of cells; a blank for any run of blanks and tabs; 0 where every line may have
 *     another
 * @param quoted whether cells may be in double quotes
 * @param columns how many cells a row has, the word's among them
 * @param header the names of the columns, the word's first
 * @param firstRow the line from which on there are rows
 * @param point the sign before the fraction of a number
 * @param rowNumbers whether a column of numbers stands before the word; no other part counts it
 * @param phrases whether a row with more cells has a word with blanks in it
 * @param vectors what the first line of word vectors says: how many words, 0 for no such line
 * @param text which columns hold no numbers, most rows taken together
 */
record Layout(
    char separator,
    boolean quoted,
    int columns,
    Optional<List<String>> header,
    long firstRow,
    char point,
    boolean rowNumbers,
    boolean phrases,
    long vectors,
    List<Boolean> text) {
  /** Stands for the first tab, comma or semicolon of each line. */
  static final char ANY = 0;

  /** The cells in each line of a file, those that are not counted included. */
  int cells() {
    return rowNumbers ? columns + 1 : columns;
  }
}
