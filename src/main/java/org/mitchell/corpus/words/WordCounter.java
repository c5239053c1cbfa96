package org.mitchell.corpus.words;

import java.io.IOException;
import java.io.UncheckedIOException;
import org.mitchell.corpus.Tokens;
import org.mitchell.corpus.scan.PartOfSpeech;
import org.mitchell.corpus.scan.TextSink;

/** Counts every word of a text. Belongs to one thread; several share the runs that they write. */
public final class WordCounter implements TextSink {
  /** Longer ones are no words of any language; they count as tokens. */
  private static final int LONGEST = 1000;

  private static final int MOST_IN_MEMORY = 1 << 18;

  private final WordTable table = new WordTable();
  private final SortedRuns runs;
  private final byte[] token = new byte[LONGEST + 4];
  private long times = 1;
  private long tokens;
  private long bytes;
  private long malformed;

  WordCounter(SortedRuns runs) {
    this.runs = runs;
  }

  @Override
  public void text(byte[] utf8, int from, int to) {
    byte[] ascii = Tokens.ascii();
    int length = 0;
    int at = from;
    while (at < to) {
      byte letter = ascii[utf8[at] & 0xff];
      if (letter > 0) {
        length = append(letter, length);
        at++;
        continue;
      }
      int codePoint = letter == Tokens.SEPARATOR ? utf8[at] : Tokens.decode(utf8, at, to);
      at += codePoint < 0 ? 1 : Tokens.length(codePoint);
      if (letter == Tokens.WIDE && codePoint >= 0 && Character.isLetter(codePoint)) {
        int lower = Character.toLowerCase(codePoint);
        int size = Tokens.length(lower);
        for (int i = 0; i < size; i++) {
          length = append(Tokens.encoded(lower, i, size), length);
        }
        continue;
      }
      malformed += codePoint < 0 ? 1 : 0;
      length = endToken(length);
    }
    endToken(length);
    bytes += to - from;
  }

  @Override
  public void shortText(byte[] utf8, int from, int to) {
    text(utf8, from, to);
  }

  @Override
  public void tagged(byte[] utf8, int from, int to, PartOfSpeech tag) {
    text(utf8, from, to);
  }

  @Override
  public void replaced(long more) {
    malformed += more;
  }

  @Override
  public void endDocument() {
    // Where words stand does not matter.
  }

  @Override
  public void times(long more) {
    times = more;
  }

  /** Hands over the words that are still in memory. */
  void end() throws IOException {
    runs.add(table);
  }

  long tokens() {
    return tokens;
  }

  long bytes() {
    return bytes;
  }

  long malformed() {
    return malformed;
  }

  private int append(byte letter, int length) {
    if (length > LONGEST) {
      return length;
    }
    token[length] = letter;
    return length + 1;
  }

  /** Returns the length of the next token so far. */
  private int endToken(int length) {
    if (length > 0) {
      tokens += times;
      if (length <= LONGEST) {
        table.add(token, length, times);
        spillIfFull();
      }
    }
    return 0;
  }

  private void spillIfFull() {
    if (table.size() >= MOST_IN_MEMORY) {
      try {
        runs.add(table);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }
}
