package org.mitchell.tables;

/** What to make of a word that a file of word vectors does not have. */
public enum UnknownWords {
  /** It has no vector. */
  DROP,
  /** The mean of all vectors. */
  MEAN,
  /** The mean of the vectors of its pieces, which a model of fastText has. */
  SUBWORD
}
