package org.mitchell.corpus.formats;

import java.nio.charset.StandardCharsets;
import org.jsoup.parser.Parser;
import org.mitchell.corpus.scan.TextSink;

/**
 * Elements {@code <doc>} on end, as WikiExtractor, TREC and Gigaword have them, a document each. It
 * need not be well-formed XML: what looks like a tag is none of the text, entities are characters.
 */
final class DocsText implements PieceText {
  private static final int LONGEST_TAG = 1 << 12;

  @Override
  public void read(Piece piece, String source, TextSink sink) {
    int malformed = Utf8.malformed(piece.buffer(), 0, piece.length());
    String docs = new String(piece.buffer(), 0, piece.length(), StandardCharsets.UTF_8);
    sink.replaced(malformed);
    var text = new StringBuilder();
    int at = 0;
    while (at < docs.length()) {
      int tag = docs.indexOf('<', at);
      int end = tag < 0 ? -1 : tagEnd(docs, tag);
      int textEnd = tag < 0 ? docs.length() : end < 0 ? tag + 1 : tag;
      text.append(docs, at, textEnd);
      at = end < 0 ? textEnd : end;
      if (end > 0) {
        at = tag(docs, tag, end, text, sink);
      }
    }
    flush(text, sink);
  }

  /** The place behind the tag that begins here; -1 if this is none. */
  private static int tagEnd(String docs, int tag) {
    if (tag + 1 == docs.length() || !begins(docs.charAt(tag + 1))) {
      return -1;
    }
    int end = docs.indexOf('>', tag);
    return end < 0 || end - tag > LONGEST_TAG ? -1 : end + 1;
  }

  private static boolean begins(char c) {
    return c == '/' || c == '!' || c == '?' || c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z';
  }

  /** Takes over a tag; returns where to go on: behind it, or behind an element that is dropped. */
  private static int tag(String docs, int from, int to, StringBuilder text, TextSink sink) {
    boolean closes = docs.charAt(from + 1) == '/';
    int nameFrom = from + (closes ? 2 : 1);
    int nameEnd = nameFrom;
    while (nameEnd < to && Character.isLetterOrDigit(docs.charAt(nameEnd))) {
      nameEnd++;
    }
    String name = docs.substring(nameFrom, nameEnd);
    if (name.equalsIgnoreCase("doc")) {
      flush(text, sink);
      sink.endDocument();
      return to;
    }
    var kind = MarkupElements.of(name);
    text.append(kind.separator());
    if (kind != MarkupElements.DROPPED || closes) {
      return to;
    }
    int end = docs.indexOf("</" + name + ">", to);
    return end < 0 ? to : end + name.length() + 3;
  }

  private static void flush(StringBuilder text, TextSink sink) {
    String shown =
        text.indexOf("&") < 0 ? text.toString() : Parser.unescapeEntities(text.toString(), false);
    byte[] utf8 = shown.getBytes(StandardCharsets.UTF_8);
    sink.text(utf8, 0, utf8.length);
    text.setLength(0);
  }
}
