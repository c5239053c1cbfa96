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
 * @param skipDamaged whether a row of features that cannot be read is left out and told of, instead
 *     of an error
 * @param unknown what to make of words that a file of vectors does not have; nothing where nobody
 *     said
 */
public record TableRules(
    Optional<Charset> encoding,
    Duplicates duplicates,
    Consumer<String> notes,
    boolean skipDamaged,
    Optional<UnknownWords> unknown) {
  /** UTF-8, no row twice, and nobody is told anything. */
  public static final TableRules DEFAULT =
      new TableRules(Optional.empty(), Duplicates.ERROR, note -> {});

  /** As above; damage is an error, and nobody said what to make of unknown words. */
  public TableRules(Optional<Charset> encoding, Duplicates duplicates, Consumer<String> notes) {
    this(encoding, duplicates, notes, false, Optional.empty());
  }

  /** The default rules for tables of another encoding. */
  public static TableRules of(Optional<Charset> encoding, Consumer<String> notes) {
    return new TableRules(encoding, Duplicates.ERROR, notes);
  }
}
