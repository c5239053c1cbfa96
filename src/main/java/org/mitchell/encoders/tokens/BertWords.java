package org.mitchell.encoders.tokens;

import java.util.List;
import java.util.Optional;

/** The cut of the family of BERT: its normal form, words and signs, and WordPiece. */
record BertWords(BertNormaliser normaliser, WordPieces pieces) implements TextCutter {
  @Override
  public Optional<Integer> id(String piece) {
    return pieces.id(piece);
  }

  @Override
  public boolean isUnknown(Token token) {
    return pieces.isUnknown(token);
  }

  @Override
  public void add(String text, int from, int to, List<Token> tokens) {
    NormalText normal = normaliser.normalise(text, from, to);
    int first = 0;
    for (int i = 0; i <= normal.length(); i++) {
      boolean blank = i == normal.length() || BertNormaliser.isBlank(normal.point(i));
      boolean sign = !blank && isSign(normal.point(i));
      if ((blank || sign) && first < i) {
        pieces.add(normal, first, i, tokens);
      }
      if (sign) {
        pieces.add(normal, i, i + 1, tokens);
      }
      first = blank || sign ? i + 1 : first;
    }
  }

  /** Punctuation, and whatever of ASCII is neither letter, digit nor blank. */
  private static boolean isSign(int c) {
    boolean ascii = c > ' ' && c < 127 && !(c >= '0' && c <= '9') && !Character.isAlphabetic(c);
    return ascii
        || switch (Character.getType(c)) {
          case Character.CONNECTOR_PUNCTUATION,
              Character.DASH_PUNCTUATION,
              Character.START_PUNCTUATION,
              Character.END_PUNCTUATION,
              Character.INITIAL_QUOTE_PUNCTUATION,
              Character.FINAL_QUOTE_PUNCTUATION,
              Character.OTHER_PUNCTUATION ->
              true;
          default -> false;
        };
  }
}
