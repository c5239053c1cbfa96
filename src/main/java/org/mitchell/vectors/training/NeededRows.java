package org.mitchell.vectors.training;

/** Takes note of the rows that a block of text has to do with; the same one may come often. */
interface NeededRows {
  void input(int word);

  void output(int word);

  void node(int node);
}
