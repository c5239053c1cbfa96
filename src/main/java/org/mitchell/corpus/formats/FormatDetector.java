package org.mitchell.corpus.formats;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.Set;

/** Tells the format of content from its beginning. */
final class FormatDetector {
  private static final Set<CorpusFormat> VERY_LIKELY =
      Set.of(CorpusFormat.WIKIPEDIA, CorpusFormat.HTML);

  private FormatDetector() {}

  /**
   * The format, running text where it is no other.
   *
   * @param beginning of the content, cut anywhere
   */
  static CorpusFormat detect(byte[] beginning) {
    String text = text(beginning);
    if (text.startsWith("WARC/") || text.startsWith("filedesc://")) {
      return CorpusFormat.WARC;
    }
    int to = completeLines(beginning);
    var markup = MarkupShape.of(text);
    if (markup.isPresent() && VERY_LIKELY.contains(markup.get())) {
      return markup.get();
    }
    // Vertical text may begin with a tag as a document does.
    return ColumnShape.of(beginning, to)
        .or(() -> markup)
        .or(() -> JsonShape.of(text))
        .or(() -> ngrams(beginning, to))
        .or(() -> TableShape.of(text).map(separator -> CorpusFormat.CSV))
        .orElse(CorpusFormat.TEXT);
  }

  /** Well-formed text from its first character on: behind a byte order mark and white space. */
  static String text(byte[] beginning) {
    int from = Lines.hasByteOrderMark(beginning, 0, beginning.length) ? 3 : 0;
    return new String(beginning, from, beginning.length - from, StandardCharsets.UTF_8)
        .stripLeading();
  }

  private static Optional<CorpusFormat> ngrams(byte[] beginning, int to) {
    if (areLines(FormatDetector::isGoogleBooks, beginning, to)) {
      return Optional.of(CorpusFormat.GOOGLE_BOOKS);
    }
    return areLines(FormatDetector::isWeb1t, beginning, to)
        ? Optional.of(CorpusFormat.WEB1T)
        : Optional.empty();
  }

  private interface LineTest {
    boolean passes(byte[] bytes, int from, int to);
  }

  /**
   * Whether lines are of a format, be a few of them damaged: better a line that is told of than all
   * lines taken for text. A few are one in twenty, or half of them if all have a tab.
   */
  private static boolean areLines(LineTest test, byte[] bytes, int to) {
    var lines = new Lines();
    lines.read(bytes, 0, to);
    int passing = 0;
    int failing = 0;
    boolean tabs = true;
    while (lines.next()) {
      if (test.passes(bytes, lines.from(), lines.to())) {
        passing++;
      } else {
        failing++;
        tabs &= tab(bytes, lines.from(), lines.to()) < lines.to();
      }
    }
    return passing > 0 && passing >= (tabs ? 1 : 19) * failing;
  }

  /** Something, a tab, a year of four digits, and counts as in one of the versions. */
  private static boolean isGoogleBooks(byte[] bytes, int from, int to) {
    int tab = tab(bytes, from, to);
    return tab > from
        && to - tab > 6
        && NgramCount.of(bytes, tab + 1, tab + 5) != NgramCount.NONE
        && (bytes[tab + 5] == '\t' || bytes[tab + 5] == ',')
        && GoogleBooksText.matches(bytes, tab + 1, to, YearRange.ALL) != NgramCount.NONE;
  }

  /** One word or several, a tab and a number. */
  private static boolean isWeb1t(byte[] bytes, int from, int to) {
    int tab = tab(bytes, from, to);
    boolean word = false;
    for (int at = from; at < tab; at++) {
      word |= bytes[at] != ' ' && (bytes[at] < '0' || bytes[at] > '9');
    }
    return word && NgramCount.of(bytes, tab + 1, to) != NgramCount.NONE;
  }

  private static int tab(byte[] bytes, int from, int to) {
    int at = from;
    while (at < to && bytes[at] != '\t') {
      at++;
    }
    return at;
  }

  /** The place after the last line feed; the end if there is none: one line is better than none. */
  private static int completeLines(byte[] bytes) {
    int end = bytes.length;
    while (end > 0 && bytes[end - 1] != '\n') {
      end--;
    }
    return end == 0 ? bytes.length : end;
  }
}
