package org.mitchell.encoders;

/** How the vectors of a text's tokens become one. */
public enum Pooling {
  /** Their mean, those that the encoder adds among them, as sentence-transformers takes it. */
  MEAN,
  /** The first one, which stands for the text: BERT's [CLS]. */
  CLS,
  /** The mean of the word's own tokens. */
  WORD,
  /** Their mean, weighted by softmax of their cosine to the plain mean. */
  ATTENTION
}
