package org.mitchell.tables;

import java.nio.charset.Charset;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * How tables of text are read where their content leaves a choice, and who is told what was made of
 * them.
 *
 * @param encoding of tables that are not UTF-8; without it they are refused
 * @param duplicates what to make of a word that has several rows of other values
 * @param notes takes sentences for the user, each names its file
 */
public record TableRules(
    Optional<Charset> encoding, Duplicates duplicates, Consumer<String> notes) {
  /** UTF-8, no row twice, and nobody is told anything. */
  public static final TableRules DEFAULT =
      new TableRules(Optional.empty(), Duplicates.ERROR, note -> {});

  /** The default rules for tables of another encoding. */
  public static TableRules of(Optional<Charset> encoding, Consumer<String> notes) {
    return new TableRules(encoding, Duplicates.ERROR, notes);
  }
}
