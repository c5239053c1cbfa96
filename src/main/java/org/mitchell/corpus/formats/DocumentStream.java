package org.mitchell.corpus.formats;

import java.io.IOException;

/** Takes texts out of content that can only be read from its beginning. Belongs to one thread. */
interface DocumentStream {
  /**
   * Appends what comes next to a piece, a document or a part of one in UTF-8; false at the end.
   *
   * @throws DamagedContent if something cannot be used; the next call goes on behind it, or returns
   *     false if nothing can be read there
   * @throws IOException if the stored bytes cannot be read
   */
  boolean next(Piece piece) throws IOException;
}
