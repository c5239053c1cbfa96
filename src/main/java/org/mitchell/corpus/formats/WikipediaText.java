package org.mitchell.corpus.formats;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import javax.xml.stream.XMLStreamException;
import org.mitchell.corpus.scan.TextSink;

/**
 * Takes the text out of the pages of a MediaWiki dump, a document each.
 *
 * <p>A piece is whole pages, with the beginning of the dump before the first and its end behind the
 * last. A page that is no well-formed XML is left out, and told of; so is a dump that has no end.
 */
final class WikipediaText implements PieceText {
  private static final byte[] PAGE = ascii("<page>");
  private static final byte[] PAGE_END = ascii("</page>");
  private static final String DUMP_END = "</mediawiki>";
  private static final byte[] REPLACEMENT = "\ufffd".getBytes(StandardCharsets.UTF_8);

  private final Damage damage;
  private final DumpPage pages = new DumpPage();

  WikipediaText(Damage damage) {
    this.damage = damage;
  }

  @Override
  public void read(Piece piece, String source, TextSink sink) {
    int page = indexOf(PAGE, piece.buffer(), 0, piece.length());
    requireWholePages(piece, page, source);
    if (page < 0) {
      requireEnd(piece, 0, source);
    }
    while (page >= 0) {
      int next = indexOf(PAGE, piece.buffer(), page + PAGE.length, piece.length());
      int end = indexOf(PAGE_END, piece.buffer(), page, next < 0 ? piece.length() : next);
      if (end < 0) {
        damage.found(source, piece.offset() + page, "this page does not end with </page>");
      } else {
        page(piece, page, end + PAGE_END.length, source, sink);
        requireNothingBetween(piece, end + PAGE_END.length, next, source);
      }
      page = next;
    }
  }

  /** A part of a dump is pages on end: one that begins inside a page has lost that page. */
  private void requireWholePages(Piece piece, int page, String source) {
    int to = page < 0 ? piece.length() : page;
    if (!piece.dump().whole() && piece.offset() == 0 && !blank(piece, 0, to)) {
      damage.found(source, 0, "this part of a dump begins inside a page, which is left out");
    }
  }

  private void page(Piece piece, int from, int to, String source, TextSink sink) {
    Optional<String> text;
    try {
      text = pages.text(new String(piece.buffer(), from, to - from, StandardCharsets.UTF_8));
    } catch (XMLStreamException e) {
      String problem =
          "this page is no well-formed XML (at its line %,d)"
              .formatted(e.getLocation() == null ? 1 : e.getLocation().getLineNumber());
      damage.found(source, piece.offset() + from, problem);
      return;
    }
    if (text.isPresent()) {
      byte[] utf8 = Wikitext.strip(text.get(), piece.dump()).getBytes(StandardCharsets.UTF_8);
      int length = utf8.length;
      if (text.get().indexOf('\ufffd') >= 0 && indexOf(REPLACEMENT, piece.buffer(), from, to) < 0) {
        length = withMalformedBytes(utf8);
      }
      sink.text(utf8, 0, length);
      sink.endDocument();
    }
  }

  /** Makes one malformed byte again of each that was replaced, for the sink to count. */
  private static int withMalformedBytes(byte[] utf8) {
    int length = 0;
    for (int i = 0; i < utf8.length; i++) {
      boolean replaced =
          i + REPLACEMENT.length <= utf8.length
              && indexOf(REPLACEMENT, utf8, i, i + REPLACEMENT.length) == i;
      utf8[length++] = replaced ? (byte) 0xff : utf8[i];
      i += replaced ? REPLACEMENT.length - 1 : 0;
    }
    return length;
  }

  private void requireNothingBetween(Piece piece, int from, int next, String source) {
    if (next < 0 && piece.isLast()) {
      requireEnd(piece, from, source);
      return;
    }
    if (!blank(piece, from, next < 0 ? piece.length() : next)) {
      damage.found(source, piece.offset() + from, "something that is no page follows this page");
    }
  }

  /** Unless the dump goes on in another piece, it must end with this one. */
  private void requireEnd(Piece piece, int from, String source) {
    int end = piece.length();
    while (end > from && Character.isWhitespace(piece.buffer()[end - 1])) {
      end--;
    }
    if (!piece.isLast() || !piece.dump().whole() && end == from) {
      return;
    }
    int start = end - DUMP_END.length();
    if (start < from || indexOf(ascii(DUMP_END), piece.buffer(), start, end) != start) {
      damage.found(
          source, piece.offset() + end, "the dump is cut short: it does not end with " + DUMP_END);
    }
  }

  private static boolean blank(Piece piece, int from, int to) {
    for (int i = from; i < to; i++) {
      if (!Character.isWhitespace(piece.buffer()[i])) {
        return false;
      }
    }
    return true;
  }

  private static int indexOf(byte[] mark, byte[] bytes, int from, int to) {
    for (int at = from; at <= to - mark.length; at++) {
      int i = 0;
      while (i < mark.length && bytes[at + i] == mark[i]) {
        i++;
      }
      if (i == mark.length) {
        return at;
      }
    }
    return -1;
  }

  private static byte[] ascii(String text) {
    return text.getBytes(StandardCharsets.US_ASCII);
  }
}
