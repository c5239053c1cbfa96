package org.mitchell.tables;

/** What to make of a word that has several rows, of other values, in a table of features. */
public enum Duplicates {
  /** Refuse it when it is asked for. */
  ERROR,
  /** Take the first row. */
  FIRST,
  /** Take the mean of the rows, column by column. */
  MEAN
}
