package org.mitchell.corpus;

/**
 * Which hits of a document make pairs. A hit is a token that bears a form of the vocabulary.
 *
 * <p>A pair is counted where its later token is met. So a piece of text that begins inside a
 * document leaves its first hits (the head) uncounted, and hands them on with its last hits (the
 * tail); {@link #join} of the pieces in their order then counts what is left.
 */
sealed interface PairRule permits WindowPairs, DocumentPairs {
  static PairRule of(Window window, PairCounts counts) {
    return window.isWholeDocument()
        ? new DocumentPairs(counts)
        : new WindowPairs(window.tokens(), counts);
  }

  /** A piece begins whose preceding text is unknown; positions start at 0 again. */
  void startSegment();

  /** The token at {@code position}, counted from the start of the piece, bears {@code form}. */
  void hit(int form, long position);

  /** A document boundary. */
  void endDocument();

  /** The head of the piece that ends here. */
  Hits head();

  /** The tail of the piece that ends here, {@code tokens} long. */
  Hits tail(long tokens);

  /** Takes up the next piece of the text. */
  void join(Segment next);
}
