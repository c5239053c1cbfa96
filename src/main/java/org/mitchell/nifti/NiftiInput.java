package org.mitchell.nifti;

import java.io.BufferedInputStream;
import java.io.Closeable;
import java.io.EOFException;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.OptionalLong;
import java.util.zip.ZipException;
import org.mitchell.files.GzipStream;

/**
 * Uncompressed bytes with a position, from a file that may be gzipped; a damaged gzip stream is
 * told as such.
 */
final class NiftiInput implements Closeable {
  private static final int BUFFER = 1 << 16;
  private static final int SCRATCH = 1 << 13;

  private final InputStream content;
  private final Faults faults;
  private final OptionalLong size;
  private long position;

  private NiftiInput(InputStream content, Faults faults, OptionalLong size) {
    this.content = content;
    this.faults = faults;
    this.size = size;
  }

  /** Opens a file; closing closes it. */
  static NiftiInput open(Path file) throws IOException {
    long bytes = Files.size(file);
    var stream = new BufferedInputStream(Files.newInputStream(file), BUFFER);
    try {
      return of(stream, file.toString(), OptionalLong.of(bytes));
    } catch (IOException e) {
      stream.close();
      throw e;
    }
  }

  /** Reads a stream that stays the caller's: closing leaves it open. */
  static NiftiInput of(InputStream stream, String name) throws IOException {
    var kept =
        new FilterInputStream(stream) {
          @Override
          public void close() {}
        };
    return of(new BufferedInputStream(kept, BUFFER), name, OptionalLong.empty());
  }

  private static NiftiInput of(BufferedInputStream stream, String name, OptionalLong size)
      throws IOException {
    stream.mark(2);
    boolean gzip = GzipStream.begins(stream.read(), stream.read());
    stream.reset();
    var faults = new Faults(name, gzip);
    if (!gzip) {
      return new NiftiInput(stream, faults, size);
    }
    try {
      return new NiftiInput(GzipStream.of(stream), faults, OptionalLong.empty());
    } catch (EOFException | ZipException e) {
      throw damagedGzip(faults, 0, e);
    }
  }

  Faults faults() {
    return faults;
  }

  /** How many bytes have been read or skipped. */
  long position() {
    return position;
  }

  /** The length of the whole content, where it can be known without reading it. */
  OptionalLong size() {
    return size;
  }

  /**
   * The next {@code count} bytes, or fewer where the content ends; never allocates much more than
   * is there.
   */
  byte[] readUpTo(int count) throws IOException {
    try {
      byte[] bytes = content.readNBytes(count);
      position += bytes.length;
      return bytes;
    } catch (EOFException | ZipException e) {
      throw damagedGzip(faults, position, e);
    }
  }

  /** Fills the array as far as the content goes and returns how far that is. */
  int fill(byte[] array) throws IOException {
    try {
      int count = content.readNBytes(array, 0, array.length);
      position += count;
      return count;
    } catch (EOFException | ZipException e) {
      throw damagedGzip(faults, position, e);
    }
  }

  /**
   * Passes over {@code count} bytes, or fewer where the content ends, and returns how many there
   * were.
   */
  long skip(long count) throws IOException {
    var scratch = new byte[SCRATCH];
    long left = count;
    try {
      while (left > 0) {
        int n = content.read(scratch, 0, (int) Math.min(scratch.length, left));
        if (n < 0) {
          break;
        }
        left -= n;
        position += n;
      }
      return count - left;
    } catch (EOFException | ZipException e) {
      throw damagedGzip(faults, position, e);
    }
  }

  /** Reads a gzip stream to its end, where its checksum stands and is compared. */
  void verifyChecksum() throws IOException {
    if (faults.gzip()) {
      skip(Long.MAX_VALUE);
    }
  }

  @Override
  public void close() throws IOException {
    content.close();
  }

  private static NiftiException damagedGzip(Faults faults, long position, IOException cause) {
    return faults.corrupt(
        position,
        "the gzip stream is damaged or cut short ("
            + cause.getMessage()
            + "). Copy or download the file again",
        cause);
  }
}
