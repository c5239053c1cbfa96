package org.mitchell.corpus.formats;

import org.mitchell.corpus.Counting;
import org.mitchell.corpus.scan.Seam;
import org.mitchell.corpus.scan.Segment;
import org.mitchell.corpus.scan.Tally;
import org.mitchell.corpus.scan.TextCounter;

/** Counts the pieces of one format. Belongs to one thread. */
public final class FormatCounter {
  private final TextCounter counter;
  private final Seam seam;
  private final PieceText text;

  /**
   * @param format of all pieces
   * @param damage hears of lines and records that cannot be read
   */
  public FormatCounter(
      Counting counting, CorpusFormat format, ReadingOptions options, Damage damage) {
    boolean ngrams = format == CorpusFormat.WEB1T || format == CorpusFormat.GOOGLE_BOOKS;
    boolean tagged = format == CorpusFormat.GOOGLE_BOOKS && options.tagged();
    counter =
        tagged
            ? TextCounter.ofTagged(counting.ofNgrams())
            : new TextCounter(ngrams ? counting.ofNgrams() : counting);
    seam = counter.seam();
    text = PieceText.of(format, options, damage);
  }

  /**
   * Counts a piece; returns what its neighbours are needed for.
   *
   * @param source what damage in it is named after
   */
  public Segment count(Piece piece, String source) {
    counter.startPiece();
    if (piece.isAfterGap()) {
      counter.endDocument(); // nobody knows how many tokens are missing
    }
    text.read(piece, source, counter);
    return counter.endPiece();
  }

  /** Joins segments, into the same tally. */
  public Seam seam() {
    return seam;
  }

  /** Adds what has been counted so far. */
  public void addTo(Tally sum) {
    counter.addTo(sum);
  }
}
