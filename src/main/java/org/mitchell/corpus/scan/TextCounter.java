package org.mitchell.corpus.scan;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import org.mitchell.corpus.Counting;

/**
 * The counting core: text in, as UTF-8 bytes; tokens, documents and pairs counted. Belongs to one
 * thread; the tallies of several add up, so any engine can run it.
 *
 * <p>A text may also be cut anywhere between two tokens: {@link #startPiece} and {@link #endPiece}
 * bracket a piece, and a {@link Seam} counts what spans the cuts.
 *
 * <p>Text of ASCII is taken 64 bytes at a time, as 64 bits that say which bytes are letters; tokens
 * are then runs of ones. Other text goes character by character.
 */
public final class TextCounter implements TextSink {
  private static final VarHandle LONG =
      MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
  private static final int BLOCK = Long.SIZE;

  /** Of text without tags. */
  private static final byte NO_TAG = 0;

  private final Counting counting;
  private final FormTable table;
  private final FormKinds kinds;
  private final KindCounts counts;
  private final PairRule pairs;
  private final Boundaries boundaries;
  private final Gaps gaps;
  private final TokenScanner scanner;

  /** Tokens since the start of the piece, and where in it the context and the document began. */
  private long position;

  private long contextStart;
  private long documentStart;

  /** Whether text that is not known came before the piece. */
  private boolean openStart;

  /** Where it did: what the piece has up to its first context's and first document's end. */
  private boolean bounded;

  private Stretch firstStretch = Stretch.empty();
  private boolean documentEnds;
  private long beforeDocumentEnd;

  /** What ends the forms of the words under way, which are tagged. */
  private byte tag = NO_TAG;

  /** A counter at the beginning of a document. */
  public TextCounter(Counting counting) {
    this(counting, FormKinds.of(counting.vocabulary()));
  }

  /**
   * A counter for text whose words are {@link #tagged}: only what is tagged as a noun counts for
   * nouns, only what is tagged as a verb for verbs. Other text has tokens, but none that count.
   */
  public static TextCounter ofTagged(Counting counting) {
    String noun = String.valueOf(PartOfSpeech.NOUN.mark);
    String verb = String.valueOf(PartOfSpeech.VERB.mark);
    return new TextCounter(counting, FormKinds.of(counting.vocabulary(), noun, verb));
  }

  private TextCounter(Counting counting, FormKinds kinds) {
    this.counting = counting;
    this.kinds = kinds;
    this.table = new FormTable(kinds);
    this.counts = new KindCounts(kinds);
    this.pairs = PairRule.of(counting, kinds, counts);
    this.boundaries = new Boundaries(counting.documents(), counting.sentenceBounded());
    this.gaps = new Gaps(boundaries);
    this.scanner = new TokenScanner(table.longest(), counting.tokens(), new Found());
  }

  /** Adds what has been counted to sums; complete after {@link #endPiece}. */
  public void addTo(Tally sum) {
    counts.addTo(sum);
  }

  /** Joins segments; what spans their cuts is counted by this counter too. */
  public Seam seam() {
    return new Seam(PairRule.of(counting, kinds, counts), counts);
  }

  @Override
  public void times(long times) {
    counts.times(times);
  }

  @Override
  public void text(byte[] utf8, int from, int to) {
    int at = from;
    while (at < to) {
      at =
          to - at >= BLOCK + FormTable.KEY_BYTES
              ? asciiBlocks(utf8, at, to)
              : scanner.scan(utf8, at, to, to);
    }
    counts.addBytes(to - from);
  }

  @Override
  public void shortText(byte[] utf8, int from, int to) {
    boolean oneBlock =
        to - from < BLOCK
            && utf8.length - from >= BLOCK + FormTable.KEY_BYTES
            && !boundaries.matter();
    if (oneBlock && asciiBlock(utf8, from, to)) {
      counts.addBytes(to - from);
    } else {
      text(utf8, from, to);
    }
  }

  @Override
  public void tagged(byte[] utf8, int from, int to, PartOfSpeech part) {
    tag = (byte) part.mark;
    scanner.scan(utf8, from, to, to);
    tag = NO_TAG;
    counts.addBytes(to - from);
  }

  @Override
  public void replaced(long malformed) {
    counts.addMalformed(malformed);
  }

  @Override
  public void endDocument() {
    endContext();
    if (openStart && !documentEnds) {
      documentEnds = true;
      beforeDocumentEnd = position - documentStart;
    } else if (position > documentStart) {
      counts.addDocuments(1);
    }
    documentStart = position;
    boundaries.start();
  }

  /** A piece of text begins whose predecessors this counter has not seen. */
  public void startPiece() {
    pairs.restart();
    boundaries.startWithin();
    position = 0;
    contextStart = 0;
    documentStart = 0;
    openStart = true;
    bounded = false;
    documentEnds = false;
  }

  /** The piece ends: what is inside it has been counted, the rest is handed on. */
  public Segment endPiece() {
    counts.addTokens(position - contextStart);
    var open = pairs.cut(contextStart, position);
    long openDocument = position - documentStart;
    return new Segment(
        bounded,
        bounded ? firstStretch : open,
        bounded ? open : Stretch.empty(),
        documentEnds,
        documentEnds ? beforeDocumentEnd : openDocument,
        documentEnds ? openDocument : 0);
  }

  /**
   * Counts from {@code from}, where no token is under way, as far as blocks of ASCII reach, and one
   * by one what follows them, up to a place where no token is under way; returns that place.
   */
  private int asciiBlocks(byte[] utf8, int from, int to) {
    int gap = from;
    int start = -1;
    long lastLetter = 0;
    gaps.begin(from);
    int at = from;
    for (; to - at >= BLOCK + FormTable.KEY_BYTES; at += BLOCK) {
      long letters = 0;
      long highBits = 0;
      for (int i = 0; i < BLOCK; i += Byte.SIZE) {
        long eight = (long) LONG.get(utf8, at + i);
        highBits |= eight;
        letters |= Ascii.letters(eight) << i;
      }
      if ((highBits & Ascii.HIGH_BITS) != 0) {
        return scanner.scan(utf8, start < 0 ? gap : start, at + BLOCK, to);
      }
      gaps.block(utf8, at);
      long edges = letters ^ (letters << 1 | lastLetter);
      lastLetter = letters >>> BLOCK - 1;
      for (; edges != 0; edges &= edges - 1) {
        int edge = at + Long.numberOfTrailingZeros(edges);
        if (start < 0) {
          if (gaps.mayEndSomething(gap, edge)) {
            gap(utf8, gap, edge);
          }
          start = edge;
        } else {
          int kind = table.findAscii(utf8, start, edge - start);
          if (kind != FormKinds.NONE) {
            hit(kind);
          }
          position++;
          gap = edge;
          start = -1;
        }
      }
    }
    return scanner.scan(utf8, start < 0 ? gap : start, to, to);
  }

  /** Counts text within a block, where gaps mean nothing; false if it is not of ASCII alone. */
  private boolean asciiBlock(byte[] utf8, int from, int to) {
    int size = to - from;
    long letters = 0;
    long highBits = 0;
    for (int i = 0; i < size; i += Byte.SIZE) {
      long eight = (long) LONG.get(utf8, from + i);
      highBits |= eight;
      letters |= Ascii.letters(eight) << i;
    }
    if ((highBits & Ascii.HIGH_BITS) != 0) {
      return false; // or the bytes behind the text are not
    }
    letters &= (1L << size) - 1;
    for (long edges = letters ^ letters << 1; edges != 0; edges &= edges - 1) {
      int start = Long.numberOfTrailingZeros(edges);
      edges &= edges - 1;
      int kind = table.findAscii(utf8, from + start, Long.numberOfTrailingZeros(edges) - start);
      if (kind != FormKinds.NONE) {
        hit(kind);
      }
      position++;
    }
    return true;
  }

  /** The ASCII characters between two tokens. */
  private void gap(byte[] utf8, int from, int to) {
    for (int at = from; at < to; at++) {
      separator(utf8[at]);
    }
    boundaries.token();
  }

  /** Takes what the scanner finds. */
  private final class Found implements TokenScanner.Sink {
    @Override
    public void token(byte[] bytes, int length) {
      int end = length;
      if (tag != NO_TAG && end < table.longest()) {
        bytes[end++] = tag;
      }
      boolean mayBeForm = end <= table.longest() && (tag == NO_TAG || end > length);
      int kind = mayBeForm ? table.find(bytes, 0, end) : FormKinds.NONE;
      if (kind != FormKinds.NONE) {
        hit(kind);
      }
      position++;
      boundaries.token();
    }

    @Override
    public void separator(int codePoint) {
      counts.addMalformed(codePoint < 0 ? 1 : 0);
      TextCounter.this.separator(codePoint);
    }
  }

  private void hit(int kind) {
    counts.addToken(kind);
    pairs.hit(kind, position);
  }

  private void separator(int codePoint) {
    switch (boundaries.separator(codePoint)) {
      case DOCUMENT -> endDocument();
      case SENTENCE -> endContext();
      case NOTHING -> {}
    }
  }

  private void endContext() {
    counts.addTokens(position - contextStart);
    if (openStart && !bounded) {
      bounded = true;
      firstStretch = pairs.cut(contextStart, position);
    } else {
      pairs.end(contextStart, position);
    }
    contextStart = position;
  }
}
