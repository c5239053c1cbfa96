package org.mitchell.corpus.formats;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.regex.Pattern;

/** Tells a token a line, with tags in columns, from running text. */
final class ColumnShape {
  /** Columns of treebanks: at least so many. */
  private static final int TREEBANK = 8;

  /** A few lines of words by themselves may be anything. */
  private static final int FEWEST = 3;

  /** A part of speech of some tagset: {@code NN}, {@code VVD}, {@code $,}, {@code NOUN}. */
  private static final Pattern TAG =
      Pattern.compile("\\p{Lu}[\\p{Lu}\\p{N}$.*:|+-]{0,12}|[$.,:;()'`\"#!?-]{1,5}");

  private ColumnShape() {}

  /**
   * The format of lines in columns.
   *
   * @param to behind the last line that is whole
   */
  static Optional<CorpusFormat> of(byte[] beginning, int to) {
    if (isTreebank(beginning, to)) {
      return Optional.of(CorpusFormat.CONLLU);
    }
    return isVertical(beginning, to) ? Optional.of(CorpusFormat.VRT) : Optional.empty();
  }

  private static boolean isTreebank(byte[] bytes, int to) {
    var lines = new Lines();
    lines.read(bytes, 0, to);
    int tokens = 0;
    while (lines.next()) {
      if (bytes[lines.from()] == '#') {
        continue;
      }
      int tab = ConlluText.tab(bytes, lines.from(), lines.to());
      if (columns(bytes, lines.from(), lines.to()) < TREEBANK
          || ConlluText.first(bytes, lines.from(), tab) == NgramCount.NONE) {
        return false;
      }
      tokens++;
    }
    return tokens > 0;
  }

  /**
   * Lines of a word and its columns, as many in each but a few, with tags of XML among them; or,
   * without those, with a part of speech in the second column.
   */
  private static boolean isVertical(byte[] bytes, int to) {
    var lines = new Lines();
    lines.read(bytes, 0, to);
    int tags = 0;
    int tokens = 0;
    int odd = 0;
    int spoken = 0;
    int columns = 0;
    while (lines.next()) {
      if (VrtText.isTag(bytes, lines.from(), lines.to())) {
        tags++;
        continue;
      }
      int tab = ConlluText.tab(bytes, lines.from(), lines.to());
      int here = columns(bytes, lines.from(), lines.to());
      columns = columns == 0 ? here : columns;
      tokens++;
      odd += here != columns || hasBlank(bytes, lines.from(), tab) ? 1 : 0;
      spoken += here > 1 && isTag(bytes, tab + 1, lines.to()) ? 1 : 0;
    }
    boolean even = tokens > 0 && 20 * odd <= tokens;
    boolean structured = tags > 1 && (columns > 1 || tokens >= FEWEST);
    boolean tagged = tokens >= FEWEST && 10 * spoken >= 9 * tokens;
    return even && (structured || tagged);
  }

  private static boolean isTag(byte[] bytes, int from, int to) {
    int end = ConlluText.tab(bytes, from, to);
    return TAG.matcher(new String(bytes, from, end - from, StandardCharsets.UTF_8)).matches();
  }

  private static boolean hasBlank(byte[] bytes, int from, int to) {
    for (int at = from; at < to; at++) {
      if (bytes[at] == ' ') {
        return true;
      }
    }
    return false;
  }

  private static int columns(byte[] bytes, int from, int to) {
    int columns = 1;
    for (int at = from; at < to; at++) {
      columns += bytes[at] == '\t' ? 1 : 0;
    }
    return columns;
  }
}
