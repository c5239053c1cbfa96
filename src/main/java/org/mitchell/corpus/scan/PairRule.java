package org.mitchell.corpus.scan;

import org.mitchell.corpus.Counting;

/**
 * Which hits of a context make pairs, and how much each counts. A hit is a token that bears a form
 * of the vocabulary; a context is what windows never leave.
 *
 * <p>Positions are tokens since the start of the piece. Pairs inside a piece are counted as they
 * are met; {@link #join} counts those between two pieces, and {@link #complete} what depends on
 * where the context begins and ends.
 */
sealed interface PairRule permits WindowPairs, DocumentPairs {
  static PairRule of(Counting counting, FormKinds kinds, KindCounts counts) {
    return counting.window().isWholeDocument()
        ? new DocumentPairs(kinds, counts)
        : new WindowPairs(counting.window().tokens(), counting.weight(), kinds, counts);
  }

  /** The token at {@code position} bears a form of this kind. */
  void hit(int kind, long position);

  /** A context of known beginning, {@code start}, ends at {@code end}; the next begins there. */
  void end(long start, long end);

  /**
   * The piece, or what was before it, goes on beyond one of these bounds: what it leaves to {@link
   * #join}. The next context begins at {@code end}.
   */
  Stretch cut(long start, long end);

  /** Two stretches of one context, the second following the first. */
  Stretch join(Stretch before, Stretch after);

  /** The context is this stretch and no more. */
  void complete(Stretch context);

  /** Forgets all hits; the next position is 0, and a context begins there. */
  void restart();
}
