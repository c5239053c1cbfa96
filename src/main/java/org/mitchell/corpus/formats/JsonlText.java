package org.mitchell.corpus.formats;

import java.nio.charset.StandardCharsets;
import org.mitchell.corpus.scan.TextSink;

/**
 * JSON lines: a line an object, one of whose fields is a text. A document ends with its line, and
 * before that where the rule of documents says.
 */
final class JsonlText implements PieceText {
  private final Damage damage;
  private final JsonDocument document;
  private final Lines lines = new Lines();

  /**
   * @param field the text's name; a dot leads into an object
   */
  JsonlText(String field, Damage damage) {
    this.damage = damage;
    this.document = new JsonDocument(field);
  }

  @Override
  public void read(Piece piece, String source, TextSink sink) {
    byte[] bytes = piece.buffer();
    lines.read(bytes, 0, piece.length());
    while (lines.next()) {
      int malformed = Utf8.malformed(bytes, lines.from(), lines.to());
      var problem =
          malformed == 0
              ? document.read(bytes, lines.from(), lines.to())
              : document.read(wellFormed(bytes, lines.from(), lines.to()));
      if (problem.isPresent()) {
        damage.found(source, piece.offset() + lines.from(), problem.get());
      } else {
        sink.replaced(malformed);
        sink.text(document.text(), 0, document.length());
        sink.endDocument();
      }
    }
  }

  private static byte[] wellFormed(byte[] bytes, int from, int to) {
    return new String(bytes, from, to - from, StandardCharsets.UTF_8)
        .getBytes(StandardCharsets.UTF_8);
  }
}
