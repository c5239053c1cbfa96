package org.mitchell.corpus.formats;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.mitchell.corpus.scan.TextSink;

/**
 * N-grams as in Web 1T: {@code ngram TAB count}, a line each. An n-gram of count c is c documents.
 *
 * <p>Words are those of running text, runs of letters, whatever stands between them: {@code n't} is
 * {@code n} and {@code t}. The markers of sentence ends and of rare words are none: {@code <S>},
 * {@code </S>} and {@code <UNK>}, in capitals or not.
 */
final class Web1tText implements PieceText {
  private static final List<byte[]> MARKERS = List.of(ascii("<s>"), ascii("</s>"), ascii("<unk>"));
  private static final String EXPECTED = "an n-gram, a tab and its count";

  private final Damage damage;
  private final Lines lines = new Lines();

  Web1tText(Damage damage) {
    this.damage = damage;
  }

  @Override
  public void read(Piece piece, String source, TextSink sink) {
    byte[] bytes = piece.buffer();
    // A piece begins with a line. None may be left to a seam, which does not know its count.
    sink.endDocument();
    lines.read(bytes, 0, piece.length());
    while (lines.next()) {
      int from = lines.from();
      int to = lines.to();
      int tab = from;
      boolean marked = false;
      for (; tab < to && bytes[tab] != '\t'; tab++) {
        marked |= bytes[tab] == '<';
      }
      long count = NgramCount.of(bytes, tab + 1, to);
      if (count == NgramCount.NONE) {
        damage.found(source, piece.offset() + from, NgramCount.problem(bytes, from, to, EXPECTED));
      } else if (count > 0) {
        sink.times(count);
        if (marked) {
          withoutMarkers(bytes, from, tab, sink);
        } else {
          sink.shortText(bytes, from, tab);
        }
        sink.endDocument();
      }
    }
    sink.times(1);
  }

  private static void withoutMarkers(byte[] bytes, int from, int to, TextSink sink) {
    int textFrom = from;
    int wordFrom = from;
    for (int at = from; at <= to; at++) {
      if (at == to || bytes[at] == ' ') {
        if (isMarker(bytes, wordFrom, at)) {
          sink.shortText(bytes, textFrom, wordFrom);
          textFrom = at;
        }
        wordFrom = at + 1;
      }
    }
    sink.shortText(bytes, textFrom, to);
  }

  private static boolean isMarker(byte[] bytes, int from, int to) {
    for (byte[] marker : MARKERS) {
      if (marker.length == to - from) {
        int same = 0;
        while (same < marker.length && lowerCase(bytes[from + same]) == marker[same]) {
          same++;
        }
        if (same == marker.length) {
          return true;
        }
      }
    }
    return false;
  }

  private static int lowerCase(byte b) {
    return b >= 'A' && b <= 'Z' ? b | 0x20 : b;
  }

  private static byte[] ascii(String text) {
    return text.getBytes(StandardCharsets.US_ASCII);
  }
}
