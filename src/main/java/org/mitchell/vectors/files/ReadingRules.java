package org.mitchell.vectors.files;

import java.nio.charset.Charset;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * What to make of rows that cannot be read, and who is told.
 *
 * @param skipDamaged whether a row that cannot be read is left out and told of; else it is an error
 * @param encoding of words that are not UTF-8; without it they are left out and told of
 * @param notes takes sentences for the user, each names its file
 */
public record ReadingRules(
    boolean skipDamaged, Optional<Charset> encoding, Consumer<String> notes) {
  /** Damage is an error, words are UTF-8, and nobody is told anything. */
  public static final ReadingRules DEFAULT = new ReadingRules(false, Optional.empty(), note -> {});
}
