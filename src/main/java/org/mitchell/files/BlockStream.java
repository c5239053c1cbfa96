package org.mitchell.files;

import java.io.IOException;
import java.io.InputStream;

/** A stream that gives bytes in blocks; a single one is a block of its own. */
public abstract class BlockStream extends InputStream {
  @Override
  public final int read() throws IOException {
    var one = new byte[1];
    return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
  }

  @Override
  public abstract int read(byte[] buffer, int from, int length) throws IOException;
}
