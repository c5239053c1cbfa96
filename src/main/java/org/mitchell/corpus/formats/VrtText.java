package org.mitchell.corpus.formats;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import org.jsoup.parser.Parser;
import org.mitchell.corpus.scan.TextSink;

/**
 * Vertical text, as the Corpus Workbench and taggers have it: a line a token, its first column the
 * word, the others its tags; tags of XML on lines of their own are the structure.
 *
 * <p>A sentence is a line of text, a paragraph has blank lines around it, {@code <text>} and {@code
 * <doc>} are documents.
 */
final class VrtText implements PieceText {
  private final Lines lines = new Lines();

  @Override
  public void read(Piece piece, String source, TextSink sink) {
    byte[] bytes = piece.buffer();
    var text = new ByteArrayOutputStream();
    lines.read(bytes, 0, piece.length());
    while (lines.next()) {
      if (isTag(bytes, lines.from(), lines.to())) {
        structure(bytes, text, sink);
      } else {
        token(bytes, text);
      }
    }
    flush(text, sink);
  }

  /** Whether a line is a tag of XML and nothing else. */
  static boolean isTag(byte[] bytes, int from, int to) {
    int end = to;
    while (end > from && bytes[end - 1] == ' ') {
      end--;
    }
    if (end - from < 3 || bytes[from] != '<' || bytes[end - 1] != '>') {
      return false;
    }
    for (int at = from + 1; at < end; at++) {
      if (bytes[at] == '<') {
        return false;
      }
    }
    int next = bytes[from + 1];
    return next == '/' || next == '!' || next == '?' || Character.isLetter(next);
  }

  private void structure(byte[] bytes, ByteArrayOutputStream text, TextSink sink) {
    String name = name(bytes, lines.from(), lines.to());
    if (MarkupElements.isDocument(name)) {
      flush(text, sink);
      sink.endDocument();
    } else {
      text.writeBytes(MarkupElements.of(name).separator().getBytes(StandardCharsets.US_ASCII));
    }
  }

  private static String name(byte[] bytes, int from, int to) {
    int start = from + (bytes[from + 1] == '/' ? 2 : 1);
    int end = start;
    while (end < to && Character.isLetterOrDigit(bytes[end])) {
      end++;
    }
    return new String(bytes, start, end - start, StandardCharsets.US_ASCII);
  }

  private void token(byte[] bytes, ByteArrayOutputStream text) {
    int end = lines.from();
    boolean entity = false;
    for (; end < lines.to() && bytes[end] != '\t'; end++) {
      entity |= bytes[end] == '&';
    }
    text.write(' ');
    if (entity) {
      String word = new String(bytes, lines.from(), end - lines.from(), StandardCharsets.UTF_8);
      text.writeBytes(Parser.unescapeEntities(word, false).getBytes(StandardCharsets.UTF_8));
    } else {
      text.write(bytes, lines.from(), end - lines.from());
    }
  }

  private static void flush(ByteArrayOutputStream text, TextSink sink) {
    sink.text(text.toByteArray(), 0, text.size());
    text.reset();
  }
}
