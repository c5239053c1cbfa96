package org.mitchell.corpus.formats;

import java.util.Optional;

/**
 * What a user may say of how sources are to be read.
 *
 * @param format of every source, or nothing to tell each by its content
 * @param textField the field of a JSON line that holds the document; a dot leads into an object
 * @param tagged whether n-grams tagged with parts of speech are counted, nouns as nouns and verbs
 *     as verbs only, instead of those without tags
 * @param years the years of Google Books that count
 */
public record ReadingOptions(
    Optional<CorpusFormat> format, String textField, boolean tagged, YearRange years) {
  /** What is read when nothing is said. */
  public static final ReadingOptions DEFAULT =
      new ReadingOptions(Optional.empty(), "text", false, YearRange.ALL);

  /** The same, every source in one format. */
  public ReadingOptions as(CorpusFormat only) {
    return new ReadingOptions(Optional.of(only), textField, tagged, years);
  }
}
