package org.mitchell.corpus.formats;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.mitchell.corpus.scan.TextSink;

/**
 * Treebanks with a line a token in columns: its number, the word, and what is said of it
 * (universaldependencies.org/format.html, and the formats of CoNLL that it comes from).
 *
 * <p>A sentence is a line of text; {@code # newpar} begins a paragraph, {@code # newdoc} a
 * document. Of a word that was written as one and analysed as several ({@code 3-4 du}) the written
 * one counts.
 */
final class ConlluText implements PieceText {
  private static final String EXPECTED = "a number, a tab, a word and its columns";
  private static final byte[] NEW_DOCUMENT = ascii("# newdoc");
  private static final byte[] NEW_PARAGRAPH = ascii("# newpar");

  private final Damage damage;
  private final Lines lines = new Lines();

  ConlluText(Damage damage) {
    this.damage = damage;
  }

  @Override
  public void read(Piece piece, String source, TextSink sink) {
    byte[] bytes = piece.buffer();
    var text = new ByteArrayOutputStream();
    long covered = 0;
    lines.read(bytes, 0, piece.length());
    while (lines.next()) {
      int from = lines.from();
      if (bytes[from] == '#') {
        comment(bytes, text, sink);
        continue;
      }
      int tab = tab(bytes, from, lines.to());
      int wordEnd = tab(bytes, Math.min(lines.to(), tab + 1), lines.to());
      long number = first(bytes, from, tab);
      if (number == NgramCount.NONE || tab == lines.to()) {
        damage.found(
            source, piece.offset() + from, NgramCount.problem(bytes, from, lines.to(), EXPECTED));
        continue;
      }
      if (isPartOf(bytes, from, tab, '.')) {
        continue; // a word that was left out
      }
      if (number <= covered) {
        covered = number == covered ? 0 : covered;
        continue;
      }
      text.write(number == 1 ? '\n' : ' ');
      text.write(bytes, tab + 1, wordEnd - tab - 1);
      covered = isPartOf(bytes, from, tab, '-') ? last(bytes, from, tab) : 0;
    }
    flush(text, sink);
  }

  private void comment(byte[] bytes, ByteArrayOutputStream text, TextSink sink) {
    if (begins(NEW_DOCUMENT, bytes)) {
      flush(text, sink);
      sink.endDocument();
    } else if (begins(NEW_PARAGRAPH, bytes)) {
      text.writeBytes(ascii("\n\n"));
    }
  }

  private boolean begins(byte[] mark, byte[] bytes) {
    int to = lines.from() + mark.length;
    return to <= lines.to() && Arrays.equals(mark, 0, mark.length, bytes, lines.from(), to);
  }

  /** Whether a number has a sign: {@code 3-4} is several words, {@code 3.1} one left out. */
  private static boolean isPartOf(byte[] bytes, int from, int to, char sign) {
    for (int at = from; at < to; at++) {
      if (bytes[at] == sign) {
        return true;
      }
    }
    return false;
  }

  /** The number that a line of a token begins with, or {@link NgramCount#NONE}. */
  static long first(byte[] bytes, int from, int to) {
    int end = from;
    while (end < to && bytes[end] != '-' && bytes[end] != '.') {
      end++;
    }
    return NgramCount.of(bytes, from, end);
  }

  private static long last(byte[] bytes, int from, int to) {
    int start = to;
    while (start > from && bytes[start - 1] != '-') {
      start--;
    }
    return NgramCount.of(bytes, start, to);
  }

  static int tab(byte[] bytes, int from, int to) {
    int at = from;
    while (at < to && bytes[at] != '\t') {
      at++;
    }
    return at;
  }

  private static void flush(ByteArrayOutputStream text, TextSink sink) {
    sink.text(text.toByteArray(), 0, text.size());
    text.reset();
  }

  private static byte[] ascii(String text) {
    return text.getBytes(StandardCharsets.US_ASCII);
  }
}
