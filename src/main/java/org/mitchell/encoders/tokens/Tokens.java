package org.mitchell.encoders.tokens;

import java.util.List;

/**
 * A text as an encoder reads it.
 *
 * @param kept the tokens that fit, with those that the encoder adds
 * @param whole how many there would be without a limit
 * @param unknown how many of those that are kept stand for a part that the vocabulary does not have
 */
public record Tokens(List<Token> kept, int whole, int unknown) {
  public Tokens {
    kept = List.copyOf(kept);
  }

  public boolean isCut() {
    return kept.size() < whole;
  }
}
