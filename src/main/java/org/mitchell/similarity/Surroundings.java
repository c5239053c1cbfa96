package org.mitchell.similarity;

/** What lies about a column, for a searchlight. */
public interface Surroundings {
  /** The columns about one, itself among them, ascending. */
  int[] about(int column);
}
