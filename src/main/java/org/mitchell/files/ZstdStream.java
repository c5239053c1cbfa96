package org.mitchell.files;

import com.github.luben.zstd.ZstdDecompressCtx;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;

/**
 * Inflates frames of Zstandard, one after another. The library's own stream takes a file that is
 * cut in a later frame for a whole one.
 */
final class ZstdStream extends BlockStream {
  private static final int BUFFER = 1 << 17;

  private final InputStream stored;
  private final ZstdDecompressCtx decoder;
  private final byte[] step = new byte[BUFFER];
  private final ByteBuffer source = ByteBuffer.allocateDirect(BUFFER).limit(0);
  private final ByteBuffer inflated = ByteBuffer.allocateDirect(BUFFER).limit(0);
  private boolean frameOpen;

  /**
   * @throws InputException if this machine does not let the decoder run
   */
  ZstdStream(InputStream stored) {
    this.stored = stored;
    this.decoder = decoder();
  }

  /** Its native code is first written into a folder for temporary files. */
  private static ZstdDecompressCtx decoder() {
    try {
      return new ZstdDecompressCtx();
    } catch (LinkageError e) {
      throw new InputException(
          ("zst files are inflated by native code, which cannot run from %s: is that folder mounted"
                  + " noexec, full or read-only? Name another for it: JAVA_TOOL_OPTIONS="
                  + "-DZstdTempFolder=FOLDER; or inflate the file first (zstd -d)")
              .formatted(
                  System.getProperty("ZstdTempFolder", System.getProperty("java.io.tmpdir"))),
          e);
    }
  }

  @Override
  public int read(byte[] bytes, int from, int length) throws IOException {
    while (!inflated.hasRemaining()) {
      if (!source.hasRemaining() && !refill() && !frameOpen) {
        return -1;
      }
      inflate();
    }
    int count = Math.min(length, inflated.remaining());
    inflated.get(bytes, from, count);
    return count;
  }

  @Override
  public void close() throws IOException {
    decoder.close();
    stored.close();
  }

  private boolean refill() throws IOException {
    int count = stored.read(step);
    source.clear().put(step, 0, Math.max(0, count)).flip();
    return count > 0;
  }

  private void inflate() throws IOException {
    int before = source.remaining();
    inflated.clear();
    frameOpen = !decoder.decompressDirectByteBufferStream(inflated, source);
    inflated.flip();
    if (frameOpen && before == 0 && !inflated.hasRemaining()) {
      throw new EOFException("it ends inside a frame");
    }
  }
}
