package org.mitchell.corpus;

import java.io.Serializable;

/**
 * How far apart, in tokens, a noun and a verb may stand and still meet.
 *
 * @param tokens the largest distance either way; {@link Integer#MAX_VALUE} for the whole document
 */
public record Window(int tokens) implements Serializable {
  /** Four tokens either way: the span of a 5-gram, as in the paper. */
  public static final Window FIVE_GRAM = new Window(4);

  /** Any two tokens of a document meet. */
  public static final Window WHOLE_DOCUMENT = new Window(Integer.MAX_VALUE);

  public Window {
    if (tokens < 1) {
      throw new IllegalArgumentException("a window of at least 1 token is needed, got " + tokens);
    }
  }

  public boolean isWholeDocument() {
    return tokens == Integer.MAX_VALUE;
  }

  /** The name in files: the number of tokens, or {@code document}. */
  public String label() {
    return isWholeDocument() ? "document" : Integer.toString(tokens);
  }
}
