package org.mitchell.files;

import java.io.EOFException;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.zip.ZipException;

/** Inflates a gzipped file and names it where the compressed data are damaged. */
final class InflatedFile extends FilterInputStream {
  private final Path file;
  private long inflated;

  InflatedFile(Path file, InputStream compressed) throws IOException {
    super(inflater(file, compressed));
    this.file = file;
  }

  @Override
  public int read() throws IOException {
    try {
      int value = super.read();
      inflated += value < 0 ? 0 : 1;
      return value;
    } catch (EOFException | ZipException e) {
      throw damaged(file, inflated, e);
    }
  }

  @Override
  public int read(byte[] buffer, int offset, int length) throws IOException {
    try {
      int count = super.read(buffer, offset, length);
      inflated += Math.max(0, count);
      return count;
    } catch (EOFException | ZipException e) {
      throw damaged(file, inflated, e);
    }
  }

  @Override
  public long skip(long count) throws IOException {
    try {
      long skipped = super.skip(count);
      inflated += skipped;
      return skipped;
    } catch (EOFException | ZipException e) {
      throw damaged(file, inflated, e);
    }
  }

  private static InputStream inflater(Path file, InputStream compressed) throws IOException {
    try {
      return GzipStream.of(compressed);
    } catch (EOFException | ZipException e) {
      throw damaged(file, 0, e);
    }
  }

  private static InputException damaged(Path file, long inflated, IOException cause) {
    return InputException.in(
        file,
        "damaged or cut short: this gzip file cannot be inflated (%s, after %,d bytes of content). Download or save it again"
            .formatted(cause.getMessage(), inflated),
        cause);
  }
}
