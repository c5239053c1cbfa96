package org.mitchell.corpus.formats;

import java.util.Optional;

/**
 * What a user may say of how sources are to be read.
 *
 * @param format of every source, or nothing to tell each by its content
 * @param encoding of every source, a name that Java knows; or nothing: then a source that is not in
 *     UTF-8, nor says in what it is, is refused
 * @param textField the field of a JSON object, or the column of a table, that holds the document; a
 *     dot leads into an object
 * @param tagged whether n-grams tagged with parts of speech are counted, nouns as nouns and verbs
 *     as verbs only, instead of those without tags
 * @param years the years of Google Books that count
 */
public record ReadingOptions(
    Optional<CorpusFormat> format,
    Optional<String> encoding,
    String textField,
    boolean tagged,
    YearRange years) {
  /** What is read when nothing is said. */
  public static final ReadingOptions DEFAULT =
      new ReadingOptions(Optional.empty(), "text", false, YearRange.ALL);

  /** Of texts each of which tells its encoding, or is in UTF-8. */
  public ReadingOptions(
      Optional<CorpusFormat> format, String textField, boolean tagged, YearRange years) {
    this(format, Optional.empty(), textField, tagged, years);
  }

  /** Whether so many malformed bytes are more than damage: the encoding is another one. */
  public static boolean areMany(long malformed, long bytes) {
    return LegacyEncoding.isMany(malformed, bytes);
  }

  /** The same, every source in one format. */
  public ReadingOptions as(CorpusFormat only) {
    return new ReadingOptions(Optional.of(only), encoding, textField, tagged, years);
  }

  /** The same, every source in one encoding. */
  public ReadingOptions in(String only) {
    return new ReadingOptions(format, Optional.of(only), textField, tagged, years);
  }
}
