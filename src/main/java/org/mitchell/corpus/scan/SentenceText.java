package org.mitchell.corpus.scan;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.mitchell.corpus.DocumentRule;
import org.mitchell.corpus.language.Language;
import org.mitchell.corpus.language.TokenRule;
import org.mitchell.words.WordForm;

/**
 * The sentences of a text one after the other, by the same tokens and the same ends as in {@link
 * TextCounter}. Those with more words than are looked at are passed over. Belongs to one thread.
 */
public final class SentenceText implements TextSink {
  private static final TokenRule AS_WRITTEN = new TokenRule(true, Language.ANY, false);

  /** No word of any language is longer, in bytes. */
  private static final int LONGEST_WORD = 1000;

  /** Sentences with more signs than so many a word are none. */
  private static final int CHARS_A_WORD = 100;

  private static final int REPLACEMENT = 0xfffd;

  private final Boundaries boundaries;
  private final TokenScanner scanner = new TokenScanner(LONGEST_WORD, AS_WRITTEN, new Found());
  private final int most;
  private final Consumer<Sentence> sink;
  private final StringBuilder text = new StringBuilder();
  private final List<String> words = new ArrayList<>();
  private final List<Integer> starts = new ArrayList<>();
  private final List<Integer> ends = new ArrayList<>();
  private boolean tooLong;
  private long malformed;

  /**
   * @param documents what no sentence leaves
   * @param most words of a sentence
   */
  public SentenceText(DocumentRule documents, int most, Consumer<Sentence> sink) {
    this.boundaries = new Boundaries(documents, true);
    this.most = most;
    this.sink = sink;
  }

  /** How many bytes were no UTF-8. */
  public long malformed() {
    return malformed;
  }

  @Override
  public void text(byte[] utf8, int from, int to) {
    scanner.scanAll(utf8, from, to);
  }

  @Override
  public void replaced(long more) {
    malformed += more;
  }

  @Override
  public void endDocument() {
    endSentence();
    boundaries.start();
  }

  @Override
  public void times(long times) {
    // What is counted several times is still one sentence.
  }

  private void endSentence() {
    if (!tooLong && !words.isEmpty()) {
      sink.accept(new Sentence(text.toString().stripTrailing(), words, starts, ends));
    }
    clear();
    tooLong = false;
  }

  private void clear() {
    text.setLength(0);
    words.clear();
    starts.clear();
    ends.clear();
  }

  private void requireShort(boolean fits) {
    if (!fits || words.size() > most || text.length() > most * CHARS_A_WORD) {
      tooLong = true;
      clear();
    }
  }

  /** Takes what the scanner finds. */
  private final class Found implements TokenScanner.Sink {
    @Override
    public void token(byte[] bytes, int length) {
      boundaries.token();
      if (!tooLong && length <= LONGEST_WORD) {
        String word = new String(bytes, 0, length, StandardCharsets.UTF_8);
        starts.add(text.length());
        text.append(word);
        ends.add(text.length());
        words.add(WordForm.folded(word));
      }
      requireShort(!tooLong && length <= LONGEST_WORD);
    }

    @Override
    public void separator(int codePoint) {
      malformed += codePoint < 0 ? 1 : 0;
      if (!tooLong) {
        append(codePoint < 0 ? REPLACEMENT : codePoint);
        requireShort(true);
      }
      switch (boundaries.separator(codePoint)) {
        case DOCUMENT -> endDocument();
        case SENTENCE -> endSentence();
        case NOTHING -> {}
      }
    }

    private void append(int codePoint) {
      boolean blank = Boundaries.isWhiteSpace(codePoint) || Character.isSpaceChar(codePoint);
      if (!blank) {
        text.appendCodePoint(codePoint);
      } else if (!text.isEmpty() && text.charAt(text.length() - 1) != ' ') {
        text.append(' ');
      }
    }
  }
}
