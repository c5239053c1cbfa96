package org.mitchell.corpus.words;

import java.io.IOException;
import java.io.UncheckedIOException;
import org.mitchell.corpus.language.TokenRule;
import org.mitchell.corpus.scan.TextSink;
import org.mitchell.corpus.scan.TokenScanner;

/** Counts every word of a text. Belongs to one thread; several share the runs that they write. */
public final class WordCounter implements TextSink {
  /** Longer ones are no words of any language; they count as tokens. */
  public static final int LONGEST = 1000;

  private static final int MOST_IN_MEMORY = 1 << 18;

  private final WordTable table = new WordTable();
  private final SortedRuns runs;
  private final TokenScanner scanner;
  private long times = 1;
  private long tokens;
  private long bytes;
  private long malformed;

  WordCounter(SortedRuns runs, TokenRule rule) {
    this.runs = runs;
    this.scanner = new TokenScanner(LONGEST, rule, new Found());
  }

  @Override
  public void text(byte[] utf8, int from, int to) {
    scanner.scan(utf8, from, to, to);
    bytes += to - from;
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

  /** Tells of the words that are still in memory, in no order that means anything. */
  void forEach(SortedRuns.Sink sink) throws IOException {
    for (int word = 0; word < table.size(); word++) {
      sink.word(table.word(word), table.count(word));
    }
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

  /** Takes what the scanner finds. */
  private final class Found implements TokenScanner.Sink {
    @Override
    public void token(byte[] word, int length) {
      tokens += times;
      if (length <= LONGEST) {
        table.add(word, length, times);
        spillIfFull();
      }
    }

    @Override
    public void separator(int codePoint) {
      malformed += codePoint < 0 ? 1 : 0;
    }
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
