package org.mitchell.corpus.formats;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonToken;

/** Tells the format of content from its beginning. */
final class FormatDetector {
  private FormatDetector() {}

  /**
   * The format, running text where it is no other.
   *
   * @param beginning of the content, cut anywhere
   */
  static CorpusFormat detect(byte[] beginning) {
    int from = skipWhiteSpace(beginning, byteOrderMark(beginning));
    if (begins(beginning, from, "WARC/")) {
      return CorpusFormat.WARC;
    }
    if (isMediaWiki(beginning, from)) {
      return CorpusFormat.WIKIPEDIA;
    }
    if (isJsonLine(beginning, from)) {
      return CorpusFormat.JSONL;
    }
    int to = completeLines(beginning);
    if (areLines(FormatDetector::isGoogleBooks, beginning, to)) {
      return CorpusFormat.GOOGLE_BOOKS;
    }
    return areLines(FormatDetector::isWeb1t, beginning, to)
        ? CorpusFormat.WEB1T
        : CorpusFormat.TEXT;
  }

  private static boolean isMediaWiki(byte[] bytes, int start) {
    int at = start;
    while (begins(bytes, at, "<?") || begins(bytes, at, "<!")) {
      String close = begins(bytes, at, "<?") ? "?>" : begins(bytes, at, "<!--") ? "-->" : ">";
      while (at < bytes.length && !begins(bytes, at, close)) {
        at++;
      }
      at = skipWhiteSpace(bytes, Math.min(bytes.length, at + close.length()));
    }
    return begins(bytes, at, "<mediawiki");
  }

  /**
   * Whether the first line begins as an object with a named value: then it is to be one to its end,
   * or is damaged.
   */
  private static boolean isJsonLine(byte[] bytes, int from) {
    if (!begins(bytes, from, "{")) {
      return false;
    }
    int end = lineEnd(bytes, from);
    byte[] line =
        new String(bytes, from, end - from, StandardCharsets.UTF_8)
            .getBytes(StandardCharsets.UTF_8);
    try (var parser = JsonDocument.parser(line, 0, line.length)) {
      return parser.nextToken() == JsonToken.START_OBJECT
          && parser.nextToken() == JsonToken.PROPERTY_NAME;
    } catch (JacksonException e) {
      return false;
    }
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

  /** Two words or more, a tab and a number. */
  private static boolean isWeb1t(byte[] bytes, int from, int to) {
    int tab = tab(bytes, from, to);
    int words = 0;
    for (int at = from; at < tab; at++) {
      words += bytes[at] != ' ' && (at == from || bytes[at - 1] == ' ') ? 1 : 0;
    }
    return words > 1 && NgramCount.of(bytes, tab + 1, to) != NgramCount.NONE;
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

  private static int lineEnd(byte[] bytes, int from) {
    int end = from;
    while (end < bytes.length && bytes[end] != '\n') {
      end++;
    }
    return end;
  }

  private static int byteOrderMark(byte[] bytes) {
    return Lines.hasByteOrderMark(bytes, 0, bytes.length) ? 3 : 0;
  }

  private static int skipWhiteSpace(byte[] bytes, int from) {
    int at = from;
    while (at < bytes.length && (bytes[at] == ' ' || bytes[at] >= '\t' && bytes[at] <= '\r')) {
      at++;
    }
    return at;
  }

  private static boolean begins(byte[] bytes, int from, String text) {
    byte[] wanted = text.getBytes(StandardCharsets.US_ASCII);
    int to = from + wanted.length;
    return to <= bytes.length && Arrays.equals(wanted, 0, wanted.length, bytes, from, to);
  }
}
