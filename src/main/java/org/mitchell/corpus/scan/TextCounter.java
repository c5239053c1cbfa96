package org.mitchell.corpus.scan;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import org.mitchell.corpus.Counting;
import org.mitchell.corpus.Tokens;

/**
 * The counting core: text in, as UTF-8 bytes; tokens, documents and pairs counted. Belongs to one
 * thread; the tallies of several add up, so any engine can run it.
 *
 * <p>A text may also be cut anywhere between two tokens: {@link #startPiece} and {@link #endPiece}
 * bracket a piece, and a {@link Seam} counts what spans the cuts.
 *
 * <p>Text of ASCII is taken 64 bytes at a time, as 64 bits that say which bytes are letters; tokens
 * are then runs of ones. Other text goes byte by byte.
 */
public final class TextCounter implements TextSink {
  private static final VarHandle LONG =
      MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
  private static final int BLOCK = Long.SIZE;

  private final Counting counting;
  private final FormTable table;
  private final FormIndex forms;
  private final Tally tally;
  private final PairRule pairs;
  private final Boundaries boundaries;
  private final Gaps gaps;
  private final byte[] token;

  /** How often each form came since the tally was last brought up to date. */
  private final long[] hits;

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

  /** What the tokens under way are tagged with; 0 in text without tags. */
  private byte mark;

  /** A counter at the beginning of a document. */
  public TextCounter(Counting counting) {
    this(counting, FormIndex.of(counting.vocabulary()));
  }

  /**
   * A counter for text whose words are {@link #tagged}: only what is tagged as a noun counts for
   * nouns, only what is tagged as a verb for verbs. Other text has tokens, but none that count.
   */
  public static TextCounter ofTagged(Counting counting) {
    String noun = String.valueOf(PartOfSpeech.NOUN.mark);
    String verb = String.valueOf(PartOfSpeech.VERB.mark);
    return new TextCounter(counting, FormIndex.of(counting.vocabulary(), noun, verb));
  }

  private TextCounter(Counting counting, FormIndex forms) {
    this.counting = counting;
    this.forms = forms;
    this.table = new FormTable(forms.forms());
    this.tally = new Tally(counting.vocabulary());
    this.pairs = PairRule.of(counting, forms, tally);
    this.boundaries = new Boundaries(counting.documents(), counting.sentenceBounded());
    this.gaps = new Gaps(boundaries);
    this.hits = new long[forms.size()];
    this.token = new byte[Math.max(table.longest() + 1, FormTable.KEY_BYTES)];
  }

  /** What has been counted; complete after {@link #endDocument} or {@link #endPiece}. */
  public Tally tally() {
    for (int form = 0; form < hits.length; form++) {
      if (hits[form] != 0) {
        tally.addHits(forms.nouns(form), forms.verbs(form), hits[form]);
        hits[form] = 0;
      }
    }
    return tally;
  }

  /** Joins segments; what spans their cuts goes into the tally of this counter too. */
  public Seam seam() {
    return new Seam(PairRule.of(counting, forms, tally), tally);
  }

  @Override
  public void times(long times) {
    tally.times(times);
  }

  @Override
  public void text(byte[] utf8, int from, int to) {
    int at = from;
    while (at < to) {
      at =
          to - at >= BLOCK + FormTable.KEY_BYTES
              ? asciiBlocks(utf8, at, to)
              : bytesOneByOne(utf8, at, to, to);
    }
    tally.addBytes(to - from);
  }

  @Override
  public void shortText(byte[] utf8, int from, int to) {
    boolean oneBlock =
        to - from < BLOCK
            && utf8.length - from >= BLOCK + FormTable.KEY_BYTES
            && !boundaries.matter();
    if (oneBlock && asciiBlock(utf8, from, to)) {
      tally.addBytes(to - from);
    } else {
      text(utf8, from, to);
    }
  }

  @Override
  public void tagged(byte[] utf8, int from, int to, PartOfSpeech tag) {
    mark = (byte) tag.mark;
    bytesOneByOne(utf8, from, to, to);
    mark = 0;
    tally.addBytes(to - from);
  }

  @Override
  public void replaced(long malformed) {
    tally.addMalformed(malformed);
  }

  @Override
  public void endDocument() {
    endContext();
    if (openStart && !documentEnds) {
      documentEnds = true;
      beforeDocumentEnd = position - documentStart;
    } else if (position > documentStart) {
      tally.addDocuments(1);
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
    tally.addTokens(position - contextStart);
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
        return bytesOneByOne(utf8, start < 0 ? gap : start, at + BLOCK, to);
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
          int form = table.findAscii(utf8, start, edge - start);
          if (form != FormTable.NONE) {
            hit(form);
          }
          position++;
          gap = edge;
          start = -1;
        }
      }
    }
    return bytesOneByOne(utf8, start < 0 ? gap : start, to, to);
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
      int form = table.findAscii(utf8, from + start, Long.numberOfTrailingZeros(edges) - start);
      if (form != FormTable.NONE) {
        hit(form);
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

  /**
   * Counts from {@code from}, where no token is under way, to the first ASCII character at or after
   * {@code stop} that is no letter, or to {@code to}; returns that place.
   */
  private int bytesOneByOne(byte[] utf8, int from, int stop, int to) {
    byte[] ascii = Tokens.ascii();
    int length = 0;
    int at = from;
    while (at < to) {
      byte letter = ascii[utf8[at] & 0xff];
      if (letter > 0) {
        if (length < token.length) {
          token[length++] = letter;
        }
        at++;
        continue;
      }
      if (letter == Tokens.SEPARATOR && at >= stop) {
        break;
      }
      int codePoint = letter == Tokens.SEPARATOR ? utf8[at] : Tokens.decode(utf8, at, to);
      at += codePoint < 0 ? 1 : Tokens.length(codePoint);
      if (letter == Tokens.WIDE && codePoint >= 0 && Character.isLetter(codePoint)) {
        length = addLetter(Character.toLowerCase(codePoint), length);
        continue;
      }
      if (length > 0) {
        token(length);
        length = 0;
      }
      tally.addMalformed(codePoint < 0 ? 1 : 0);
      separator(codePoint);
    }
    if (length > 0) {
      token(length);
    }
    return at;
  }

  /** Appends a letter to the token as far as it has room: longer ones are no forms. */
  private int addLetter(int codePoint, int length) {
    int size = Tokens.length(codePoint);
    int end = length;
    for (int i = 0; i < size && end < token.length; i++) {
      token[end++] = Tokens.encoded(codePoint, i, size);
    }
    return end;
  }

  private int addMark(int length) {
    if (length < token.length) {
      token[length] = mark;
    }
    return length + 1;
  }

  private void token(int length) {
    int end = mark == 0 ? length : addMark(length);
    int form = end <= table.longest() ? table.find(token, 0, end) : FormTable.NONE;
    if (form != FormTable.NONE) {
      hit(form);
    }
    position++;
    boundaries.token();
  }

  private void hit(int form) {
    hits[form] += tally.times();
    pairs.hit(form, position);
  }

  private void separator(int codePoint) {
    switch (boundaries.separator(codePoint)) {
      case DOCUMENT -> endDocument();
      case SENTENCE -> endContext();
      case NOTHING -> {}
    }
  }

  private void endContext() {
    tally.addTokens(position - contextStart);
    if (openStart && !bounded) {
      bounded = true;
      firstStretch = pairs.cut(contextStart, position);
    } else {
      pairs.end(contextStart, position);
    }
    contextStart = position;
  }
}
