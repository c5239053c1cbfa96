package org.mitchell.encoders.tokens;

import java.util.List;
import java.util.Optional;

/** Cuts texts into pieces of a vocabulary. Safe to use from several threads. */
sealed interface TextCutter permits BertWords, BytePieces, UnigramPieces {
  /** Adds the tokens of the text from {@code from} up to {@code to}. */
  void add(String text, int from, int to, List<Token> tokens);

  /** The number of a piece. */
  Optional<Integer> id(String piece);

  /** Whether the token stands for a part of the text that the vocabulary does not have. */
  boolean isUnknown(Token token);
}
