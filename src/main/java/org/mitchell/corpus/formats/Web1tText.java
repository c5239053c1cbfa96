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
final class Web1tText implements NgramLines.Form {
  private static final List<byte[]> MARKERS = List.of(ascii("<s>"), ascii("</s>"), ascii("<unk>"));
  private static final String EXPECTED = "an n-gram, a tab and its count";

  @Override
  public String expected() {
    return EXPECTED;
  }

  @Override
  public byte mark() {
    return '<';
  }

  @Override
  public boolean isWanted(byte[] bytes, int from, int to, boolean marked) {
    return true;
  }

  @Override
  public long times(byte[] bytes, int from, int to) {
    return NgramCount.of(bytes, from, to);
  }

  @Override
  public void words(byte[] bytes, int from, int to, boolean marked, TextSink sink) {
    if (marked) {
      withoutMarkers(bytes, from, to, sink);
    } else {
      sink.shortText(bytes, from, to);
    }
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
