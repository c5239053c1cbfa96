package org.mitchell.tables;

import java.util.Set;

/**
 * What a table is expected to hold, where that decides how it is read.
 *
 * @param values whether the cells behind the word are numbers, most of them
 * @param blanks whether blanks may separate cells
 * @param names of columns that hold no values, in lower case: where the first line has them it is a
 *     header
 * @param hashRows whether a line that begins with # and is like the rows is one, and no comment
 */
public record TableKind(boolean values, boolean blanks, Set<String> names, boolean hashRows) {
  /** Words, and what stands behind them on their lines. */
  public static final TableKind LIST = new TableKind(false, false, Set.of(), false);

  /** A word and a number a feature; the words may be any tokens. */
  public static final TableKind VECTORS = new TableKind(true, true, Set.of(), true);

  public TableKind {
    names = Set.copyOf(names);
  }

  /** Numbers a row, with columns of these names that hold none. */
  public static TableKind numbers(Set<String> names) {
    return new TableKind(true, true, names, false);
  }

  /** Texts a row, with columns of these names. */
  public static TableKind texts(Set<String> names) {
    return new TableKind(false, true, names, false);
  }
}
