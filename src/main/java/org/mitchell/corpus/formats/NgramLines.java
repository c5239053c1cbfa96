package org.mitchell.corpus.formats;

import org.mitchell.corpus.scan.TextSink;

/**
 * Lines of n-grams: the words, a tab, and how often they were found. An n-gram found c times is c
 * documents.
 */
final class NgramLines implements PieceText {
  private final Form form;
  private final Damage damage;
  private final Lines lines = new Lines();

  NgramLines(Form form, Damage damage) {
    this.form = form;
    this.damage = damage;
  }

  /** What is in such a line. */
  interface Form {
    /** What a line should be. */
    String expected();

    /** A byte that is told of: words with it need another look. */
    byte mark();

    /**
     * Whether an n-gram counts at all.
     *
     * @param marked whether the mark is in it
     */
    boolean isWanted(byte[] bytes, int from, int to, boolean marked);

    /**
     * How often it was found, by what stands behind the tab.
     *
     * @return {@link NgramCount#NONE} if that says no number
     */
    long times(byte[] bytes, int from, int to);

    /** Hands on the words. */
    void words(byte[] bytes, int from, int to, boolean marked, TextSink sink);
  }

  @Override
  public void read(Piece piece, String source, TextSink sink) {
    byte[] bytes = piece.buffer();
    byte mark = form.mark();
    // A piece begins with a line. None may be left to a seam, which does not know its count.
    sink.endDocument();
    lines.read(bytes, 0, piece.length());
    while (lines.next()) {
      int from = lines.from();
      int to = lines.to();
      int tab = from;
      boolean marked = false;
      for (; tab < to && bytes[tab] != '\t'; tab++) {
        marked |= bytes[tab] == mark;
      }
      if (tab < to && !form.isWanted(bytes, from, tab, marked)) {
        continue;
      }
      long times = form.times(bytes, tab + 1, to);
      if (times == NgramCount.NONE) {
        damage.found(
            source, piece.offset() + from, NgramCount.problem(bytes, from, to, form.expected()));
      } else if (times > 0) {
        sink.times(times);
        form.words(bytes, from, tab, marked, sink);
        sink.endDocument();
      }
    }
    sink.times(1);
  }
}
