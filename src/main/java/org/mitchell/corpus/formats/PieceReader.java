package org.mitchell.corpus.formats;

import java.io.Closeable;
import java.io.IOException;

/**
 * Reads one shard from its beginning and hands out pieces that can be counted side by side. Belongs
 * to one thread at a time; the same content gives the same pieces.
 */
public interface PieceReader extends Closeable {
  /**
   * Fills {@code piece} with what comes next; false when there is nothing left.
   *
   * @throws DamagedContent if the content is damaged here; everything whole before the damage has
   *     been handed out by then. Whoever passes over it calls again for what follows it: in text
   *     that is cut anywhere a piece {@linkplain Piece#isAfterGap after the gap}, an empty one if
   *     the shard ends there
   */
  boolean next(Piece piece) throws IOException;
}
