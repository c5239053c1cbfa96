package org.mitchell.corpus.formats;

import org.mitchell.corpus.scan.TextSink;

/**
 * Google Books n-grams of any version. An n-gram found c times, in the years that count, is c
 * documents.
 *
 * <ul>
 *   <li>2009: {@code ngram TAB year TAB matches TAB pages TAB volumes}, a line a year
 *   <li>2012: {@code ngram TAB year TAB matches TAB volumes}
 *   <li>2020: {@code ngram TAB year,matches,volumes TAB year,matches,volumes ...}, all in one line
 * </ul>
 *
 * <p>N-grams with {@linkplain WordTags tagged} words repeat those without, so only those without
 * any tag count; or, on request, only those in which every word has one and none stands alone.
 * Words are those of running text, runs of letters: underscores that begin no tag, apostrophes and
 * hyphens separate, and each part of {@code saw-mill_NOUN} is a noun.
 */
final class GoogleBooksText implements NgramLines.Form {
  private static final String EXPECTED =
      "an n-gram and, behind a tab, years with their counts (year TAB matches TAB volumes, or"
          + " year,matches,volumes)";
  private static final int LAST_YEAR = 9999;

  private final boolean tagged;
  private final YearRange years;

  GoogleBooksText(ReadingOptions options) {
    this.tagged = options.tagged();
    this.years = options.years();
  }

  @Override
  public String expected() {
    return EXPECTED;
  }

  @Override
  public byte mark() {
    return '_';
  }

  @Override
  public long times(byte[] bytes, int from, int to) {
    return matches(bytes, from, to, years);
  }

  /**
   * How often an n-gram was found in some years, by what stands behind its first tab; {@link
   * NgramCount#NONE} if that is of none of the versions.
   */
  static long matches(byte[] bytes, int from, int to, YearRange years) {
    int end = fieldEnd(bytes, from, to);
    return end < to && bytes[end] == ','
        ? inYears(bytes, from, to, years)
        : inOneYear(bytes, from, to, years);
  }

  @Override
  public boolean isWanted(byte[] bytes, int from, int to, boolean underscore) {
    if (tagged) {
      return underscore && WordTags.onEveryWordOf(bytes, from, to);
    }
    return !underscore || !WordTags.anyIn(bytes, from, to);
  }

  @Override
  public void words(byte[] bytes, int from, int to, boolean underscore, TextSink sink) {
    if (!tagged) {
      sink.shortText(bytes, from, to);
      return;
    }
    for (int word = from, end; word < to; word = end + 1) {
      end = WordTags.wordEnd(bytes, word, to);
      int tag = WordTags.start(bytes, word, end);
      sink.tagged(bytes, word, tag, WordTags.partOfSpeech(bytes, tag, end));
    }
  }

  /** {@code year TAB matches TAB volumes}, or with pages before the volumes. */
  private static long inOneYear(byte[] bytes, int from, int to, YearRange years) {
    long year = NgramCount.NONE;
    long matches = NgramCount.NONE;
    int fields = 0;
    for (int field = from, end; field <= to; field = end + 1, fields++) {
      end = fieldEnd(bytes, field, to);
      long number = NgramCount.of(bytes, field, end);
      if (number == NgramCount.NONE || end < to && bytes[end] != '\t') {
        return NgramCount.NONE;
      }
      year = fields == 0 ? number : year;
      matches = fields == 1 ? number : matches;
    }
    if (fields < 3 || fields > 4 || year > LAST_YEAR) {
      return NgramCount.NONE;
    }
    return years.contains((int) year) ? matches : 0;
  }

  /** {@code year,matches,volumes}, several behind tabs. */
  private static long inYears(byte[] bytes, int from, int to, YearRange years) {
    long sum = 0;
    for (int at = from, end; at <= to; at = end + 1) {
      int yearEnd = fieldEnd(bytes, at, to);
      int matchesEnd = fieldEnd(bytes, Math.min(to, yearEnd + 1), to);
      end = fieldEnd(bytes, Math.min(to, matchesEnd + 1), to);
      long year = NgramCount.of(bytes, at, yearEnd);
      long matches = NgramCount.of(bytes, yearEnd + 1, matchesEnd);
      boolean whole =
          matchesEnd < to
              && bytes[yearEnd] == ','
              && bytes[matchesEnd] == ','
              && (end == to || bytes[end] == '\t')
              && NgramCount.of(bytes, matchesEnd + 1, end) != NgramCount.NONE;
      if (!whole || year == NgramCount.NONE || year > LAST_YEAR || matches == NgramCount.NONE) {
        return NgramCount.NONE;
      }
      sum += years.contains((int) year) ? matches : 0;
      if (sum > NgramCount.LARGEST) {
        return NgramCount.NONE;
      }
    }
    return sum;
  }

  /** Where a field ends: at a tab, a comma or the end of the line. */
  private static int fieldEnd(byte[] bytes, int from, int to) {
    int end = from;
    while (end < to && bytes[end] != '\t' && bytes[end] != ',') {
      end++;
    }
    return end;
  }
}
