package org.mitchell.corpus.scan;

import org.mitchell.corpus.DocumentRule;
import org.mitchell.corpus.language.TokenRule;

/**
 * The tokens of a text one after the other, and where a window must not go on: the same tokens and
 * the same ends as in {@link TextCounter}. Belongs to one thread.
 */
public final class RunningText implements TextSink {
  private final Boundaries boundaries;
  private final TokenScanner scanner;
  private final Sink sink;
  private long times = 1;

  /** Hears of what a text has, in its order. */
  public interface Sink {
    /**
     * A token.
     *
     * @param utf8 the first {@code length} bytes are its form, unless it is longer than is looked
     *     at
     */
    void word(byte[] utf8, int length);

    /**
     * A sentence or a document ends. What came since the last end stands for {@code times} such
     * texts: the count of an n-gram.
     */
    void end(long times);
  }

  /**
   * @param sentenceBounded whether sentences end something, beside documents
   * @param longest of tokens that have more bytes nothing is told but that they do
   */
  public RunningText(
      DocumentRule documents, boolean sentenceBounded, TokenRule tokens, int longest, Sink sink) {
    this.boundaries = new Boundaries(documents, sentenceBounded);
    this.scanner = new TokenScanner(longest, tokens, new Found());
    this.sink = sink;
  }

  @Override
  public void text(byte[] utf8, int from, int to) {
    scanner.scanAll(utf8, from, to);
  }

  @Override
  public void replaced(long malformed) {
    // Whoever counted the words has told of it.
  }

  @Override
  public void endDocument() {
    sink.end(times);
    boundaries.start();
  }

  @Override
  public void times(long more) {
    times = more;
  }

  /** Takes what the scanner finds. */
  private final class Found implements TokenScanner.Sink {
    @Override
    public void token(byte[] bytes, int length) {
      sink.word(bytes, length);
      boundaries.token();
    }

    @Override
    public void separator(int codePoint) {
      switch (boundaries.separator(codePoint)) {
        case DOCUMENT -> endDocument();
        case SENTENCE -> sink.end(times);
        case NOTHING -> {}
      }
    }
  }
}
