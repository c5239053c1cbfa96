package org.mitchell.corpus.formats;

import org.mitchell.corpus.scan.TextSink;

/** Takes the text out of a piece of one format. Belongs to one thread. */
public interface PieceText {
  /**
   * Of pieces that are all of one format.
   *
   * @param damage hears of lines and records that cannot be read
   */
  static PieceText of(CorpusFormat format, ReadingOptions options, Damage damage) {
    return switch (format) {
      case TEXT, JSON, HTML, XML, CSV -> PieceText::documents;
      case WEB1T -> new NgramLines(new Web1tText(), damage);
      case GOOGLE_BOOKS -> new NgramLines(new GoogleBooksText(options), damage);
      case WIKIPEDIA -> new WikipediaText(damage);
      case WARC -> new WarcText();
      case JSONL -> new JsonlText(options.textField(), damage);
      case DOCS -> new DocsText();
      case VRT -> new VrtText();
      case CONLLU -> new ConlluText(damage);
    };
  }

  /**
   * Hands on the text of a piece.
   *
   * @param source what damage in it is named after
   */
  void read(Piece piece, String source, TextSink sink);

  /** Text as it stands, with the document ends that the reader told of. */
  private static void documents(Piece piece, String source, TextSink sink) {
    sink.replaced(piece.replaced());
    int from = 0;
    for (int i = 0; i < piece.documents(); i++) {
      sink.text(piece.buffer(), from, piece.documentEnd(i));
      sink.endDocument();
      from = piece.documentEnd(i);
    }
    sink.text(piece.buffer(), from, piece.length());
  }
}
