package org.mitchell.vectors.files;

/** How a file holds word vectors. */
public enum VectorFormat {
  /** A line {@code words size}; then word, space, size float32, and mostly a newline. */
  WORD2VEC_BINARY("word2vec binary"),
  /** The same line, then a line a word: word and numbers, a space between them. */
  WORD2VEC_TEXT("word2vec text"),
  /** As text of word2vec, each line with a space at its end. */
  FASTTEXT_TEXT("fastText text"),
  /** A line a word, without a first line that counts them. */
  GLOVE_TEXT("GloVe text"),
  /** Text with the names of ConceptNet for words: {@code /c/en/celery}. */
  NUMBERBATCH("Numberbatch"),
  /** The model of fastText with the vectors of pieces of words. */
  FASTTEXT_BINARY("fastText binary"),
  /** A table with a column a feature. */
  TABLE("table");

  private final String label;

  VectorFormat(String label) {
    this.label = label;
  }

  /** The name in messages. */
  public String label() {
    return label;
  }
}
