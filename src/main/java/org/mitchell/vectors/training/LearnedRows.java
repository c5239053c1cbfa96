package org.mitchell.vectors.training;

/** Rows that are read and written in place while a block of text is learned. */
interface LearnedRows {
  /** The vector of a word. */
  float[] input(int word);

  /** What predicts a word by negative sampling. */
  float[] output(int word);

  /** What predicts the turn at an inner node of the tree. */
  float[] node(int node);
}
