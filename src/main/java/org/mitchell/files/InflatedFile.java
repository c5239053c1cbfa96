package org.mitchell.files;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;

/** Inflates a compressed file and names it where the compressed data are damaged. */
final class InflatedFile extends BlockStream {
  private final Path file;
  private final Compression compression;
  private final StoredStream stored;
  private final InputStream content;
  private long inflated;

  /**
   * @param compressed the bytes of the file
   */
  InflatedFile(Path file, InputStream compressed, Compression compression) throws IOException {
    this.file = file;
    this.compression = compression;
    this.stored = new StoredStream(compressed);
    try {
      // Of a file that a user names, what follows the last member ends it, as for gzip itself.
      this.content =
          compression == Compression.GZIP ? GzipStream.of(stored) : compression.inflate(stored);
    } catch (InputException e) {
      throw e;
    } catch (IOException | RuntimeException e) {
      throw told(e);
    }
  }

  @Override
  public int read(byte[] buffer, int offset, int length) throws IOException {
    try {
      int count = content.read(buffer, offset, length);
      inflated += Math.max(0, count);
      return count;
    } catch (IOException | RuntimeException e) {
      throw told(e);
    }
  }

  @Override
  public void close() throws IOException {
    content.close();
  }

  /** That the content is damaged, unless the stored bytes could not be read. */
  private RuntimeException told(Exception cause) throws IOException {
    if (stored.failed() && cause instanceof IOException failure) {
      throw failure;
    }
    return InputException.in(
        file,
        "damaged or cut short: this %s file cannot be inflated (%s, after %,d bytes of content). Download or save it again"
            .formatted(compression.label(), Compression.reason(cause), inflated),
        cause);
  }
}
