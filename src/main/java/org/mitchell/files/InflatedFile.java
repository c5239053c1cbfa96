package org.mitchell.files;

import java.io.EOFException;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;

/** Inflates a gzipped file and names it where the compressed data are damaged. */
final class InflatedFile extends FilterInputStream {
  private static final int BUFFER = 1 << 16;

  private final Path file;

  InflatedFile(Path file, InputStream compressed) throws IOException {
    super(inflater(file, compressed));
    this.file = file;
  }

  @Override
  public int read() throws IOException {
    try {
      return super.read();
    } catch (EOFException | ZipException e) {
      throw damaged(file, e);
    }
  }

  @Override
  public int read(byte[] buffer, int offset, int length) throws IOException {
    try {
      return super.read(buffer, offset, length);
    } catch (EOFException | ZipException e) {
      throw damaged(file, e);
    }
  }

  @Override
  public long skip(long count) throws IOException {
    try {
      return super.skip(count);
    } catch (EOFException | ZipException e) {
      throw damaged(file, e);
    }
  }

  private static InputStream inflater(Path file, InputStream compressed) throws IOException {
    try {
      return new GZIPInputStream(compressed, BUFFER);
    } catch (EOFException | ZipException e) {
      throw damaged(file, e);
    }
  }

  private static InputException damaged(Path file, IOException cause) {
    String reason = cause.getMessage() == null ? "it ends early" : cause.getMessage();
    return InputException.in(
        file,
        "damaged or cut short: this gzip file cannot be inflated (" + reason + "). Download or save it again",
        cause);
  }
}
