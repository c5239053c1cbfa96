package org.mitchell.encoders;

/**
 * How an encoder read a stimulus.
 *
 * @param stimulus its name
 * @param tokens of its longest text, those that the encoder adds among them
 * @param read how many of these were read
 * @param unknown how many stand for a part that the vocabulary does not have
 */
public record Reading(String stimulus, int tokens, int read, int unknown) {
  public boolean isCut() {
    return read < tokens;
  }
}
