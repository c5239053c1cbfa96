package org.mitchell.corpus.formats;

import org.mitchell.corpus.scan.TextCounter;

/** Takes the text out of a piece of one format. Belongs to one thread. */
interface PieceText {
  static PieceText of(CorpusFormat format, ReadingOptions options, Damage damage) {
    return switch (format) {
      case TEXT, WEB1T, GOOGLE_BOOKS, JSONL -> PieceText::documents;
      case WIKIPEDIA -> new WikipediaText(damage);
      case WARC -> new WarcText();
    };
  }

  /**
   * Hands the text of a piece to a counter.
   *
   * @param source what damage in it is named after
   */
  void read(Piece piece, String source, TextCounter counter);

  /** Text as it stands, with the document ends that the reader told of. */
  private static void documents(Piece piece, String source, TextCounter counter) {
    int from = 0;
    for (int i = 0; i < piece.documents(); i++) {
      counter.text(piece.buffer(), from, piece.documentEnd(i));
      counter.endDocument();
      from = piece.documentEnd(i);
    }
    counter.text(piece.buffer(), from, piece.length());
  }
}
