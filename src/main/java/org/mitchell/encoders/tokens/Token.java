package org.mitchell.encoders.tokens;

/**
 * A token of a text.
 *
 * @param piece its form in the vocabulary
 * @param id its number there
 * @param from where it begins in the text, in chars; -1 for one that the encoder adds, as [CLS]
 * @param to where it ends
 */
public record Token(String piece, int id, int from, int to) {
  /** A token that stands for no part of the text. */
  static Token added(String piece, int id) {
    return new Token(piece, id, -1, -1);
  }

  /** Whether the token stands for a part of the text. */
  public boolean isOfText() {
    return from >= 0;
  }

  /** Whether some of the text from {@code first} up to {@code last} is this token's. */
  public boolean meets(int first, int last) {
    return isOfText() && from < last && to > first;
  }
}
