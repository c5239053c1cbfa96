package org.mitchell.corpus;

/**
 * The counting core: text in, as UTF-8 bytes; tokens, documents and pairs counted. Belongs to one
 * thread; the counts of several add up by {@link Cooccurrences#plus}, so any engine that hands
 * whole documents to each can run it.
 *
 * <p>Within one machine a long text is also cut inside documents: {@link #startSegment} and {@link
 * #endSegment} bracket such a piece, and {@link Stitches} counts what spans the cuts.
 */
public final class TextCounter {
  private final Counting counting;
  private final FormTable forms;
  private final PairCounts counts;
  private final PairRule pairs;
  private final byte[] token;

  private long bytes;
  private long tokens;
  private long documents;
  private boolean blankLine;
  private long segmentStart;
  private long segmentDocuments;
  private long documentStart;
  private boolean startsWithin;
  private boolean closed;

  public TextCounter(Counting counting) {
    this.counting = counting;
    this.forms = new FormTable(counting.vocabulary().forms());
    this.counts = new PairCounts(counting.vocabulary());
    this.pairs = PairRule.of(counting.window(), counts);
    this.token = new byte[forms.longest() + 1];
    this.blankLine = true;
  }

  /**
   * Counts the bytes {@code from} .. {@code to - 1}, which go on where the last ones ended. The end
   * of the bytes ends a token, so cut the text between tokens.
   */
  public void text(byte[] utf8, int from, int to) {
    byte[] ascii = Tokens.ascii();
    int length = 0;
    int hash = 0;
    int at = from;
    while (at < to) {
      byte letter = ascii[utf8[at] & 0xff];
      if (letter > 0) {
        if (length < token.length) {
          token[length++] = letter;
          hash = FormTable.hash(hash, letter);
        }
        at++;
        continue;
      }
      int codePoint = letter == Tokens.SEPARATOR ? utf8[at] : Tokens.decode(utf8, at, to);
      at += codePoint < 0 ? 1 : Tokens.length(codePoint);
      if (letter == Tokens.WIDE && codePoint >= 0 && Character.isLetter(codePoint)) {
        int lower = Character.toLowerCase(codePoint);
        int size = Tokens.length(lower);
        for (int i = 0; i < size && length < token.length; i++) {
          token[length] = Tokens.encoded(lower, i, size);
          hash = FormTable.hash(hash, token[length++]);
        }
        continue;
      }
      if (length > 0) {
        endToken(length, hash);
        length = 0;
        hash = 0;
      }
      separator(codePoint);
    }
    if (length > 0) {
      endToken(length, hash);
    }
    bytes += to - from;
  }

  /** The document ends here, whatever the rule says of the text. */
  public void endDocument() {
    if (!closed) {
      closed = true;
      startsWithin = tokens > segmentStart;
    }
    documentStart = tokens;
    blankLine = true;
    pairs.endDocument();
  }

  /** All that was counted so far; the document under way is taken to end here. */
  public Cooccurrences cooccurrences() {
    endDocument();
    var vocabulary = counting.vocabulary();
    var totals = new CorpusTotals(documents, tokens, bytes);
    return new Cooccurrences(
        vocabulary.nounNames(), vocabulary.verbNames(), counts.toArray(), totals);
  }

  /** A piece of text begins whose predecessors this counter has not seen. */
  void startSegment() {
    segmentStart = tokens;
    segmentDocuments = documents;
    documentStart = tokens;
    closed = false;
    startsWithin = false;
    blankLine = false;
    pairs.startSegment();
  }

  /**
   * The piece ends: its tokens and documents and the pairs inside it are counted here, the rest is
   * handed on.
   */
  Segment endSegment() {
    boolean endsWithin = tokens > documentStart;
    var segment =
        new Segment(
            tokens - segmentStart,
            documents - segmentDocuments,
            closed ? startsWithin : endsWithin,
            closed,
            endsWithin,
            pairs.head(),
            pairs.tail(tokens - segmentStart));
    pairs.startSegment(); // forgets the tail, which is no longer this counter's to count
    return segment;
  }

  private void separator(int codePoint) {
    if (codePoint == '\n') {
      boolean ends =
          switch (counting.documents()) {
            case FILE -> false;
            case PARAGRAPH -> blankLine;
            case LINE -> true;
          };
      if (ends) {
        endDocument();
      }
      blankLine = true;
    } else if (codePoint < 0 || !TextChunks.isWhiteSpace(codePoint)) {
      blankLine = false;
    }
  }

  private void endToken(int length, int hash) {
    if (tokens == documentStart) {
      documents++;
    }
    int form = length < token.length ? forms.find(token, length, hash) : FormTable.NONE;
    if (form != FormTable.NONE) {
      pairs.hit(form, tokens - segmentStart);
    }
    tokens++;
    blankLine = false;
  }
}
