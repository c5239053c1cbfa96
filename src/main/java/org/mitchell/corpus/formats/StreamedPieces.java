package org.mitchell.corpus.formats;

import java.io.IOException;

/**
 * Hands out the texts of content that is read from its beginning to its end: several documents to a
 * piece, or several pieces to a document.
 */
final class StreamedPieces implements PieceReader {
  private final ContentStream content;
  private final DocumentStream documents;
  private final int size;

  /** What next to throw. */
  private DamagedContent damage;

  private boolean ended;

  StreamedPieces(Shard shard, ShardContent content, ReadingOptions options, int size) {
    this.content = new ContentStream(content);
    this.size = size;
    this.documents =
        switch (shard.layout().format()) {
          case JSON -> new JsonDocuments(this.content, options.textField());
          case HTML -> new HtmlPage(this.content);
          case XML -> new XmlDocuments(this.content);
          case CSV -> new CsvDocuments(this.content, options.textField());
          default ->
              throw new IllegalArgumentException(shard.layout().format() + " is read in parts");
        };
  }

  @Override
  public boolean next(Piece piece) throws IOException {
    piece.clear(content.position());
    while (!ended && damage == null && piece.length() < size) {
      try {
        ended = !documents.next(piece);
      } catch (DamagedContent e) {
        damage = e;
      }
    }
    if (piece.length() == 0 && damage != null) {
      var found = damage;
      damage = null;
      throw found;
    }
    piece.setReplaced(piece.length() > 0 ? content.replacedSinceLast() : 0);
    return piece.length() > 0;
  }

  @Override
  public void close() throws IOException {
    content.close();
  }
}
