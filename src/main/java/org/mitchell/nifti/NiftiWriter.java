package org.mitchell.nifti;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.util.zip.Deflater;
import java.util.zip.GZIPOutputStream;

/**
 * Writes images as single NIfTI files, in the version and byte order of their headers. The same
 * image gives the same bytes each time. Streams are flushed and stay open.
 */
public final class NiftiWriter {
  /** A middle way between time and size, taken where no level is named. */
  public static final int DEFAULT_LEVEL = Deflater.DEFAULT_COMPRESSION;

  private static final int BUFFER = 1 << 16;

  private NiftiWriter() {}

  /** Writes the image for a file of this name: gzipped if it ends in .gz, else plain. */
  public static void write(NiftiImage image, String fileName, OutputStream out) throws IOException {
    if (fileName.endsWith(".gz")) {
      writeGzip(image, out, DEFAULT_LEVEL);
    } else {
      write(image, out);
    }
  }

  /** Writes the image uncompressed. */
  public static void write(NiftiImage image, OutputStream out) throws IOException {
    var header = image.header();
    out.write(HeaderEncoder.encode(header));
    out.write(new byte[] {(byte) (header.extensions().isEmpty() ? 0 : 1), 0, 0, 0});
    for (NiftiExtension extension : header.extensions()) {
      out.write(bytes(extension, header));
    }
    image.stored().writeTo(out, header.byteOrder());
    out.flush();
  }

  /**
   * Writes the image gzipped, without name or time in the gzip header.
   *
   * @param level 0 (none) to 9 (smallest), or {@link #DEFAULT_LEVEL}
   */
  public static void writeGzip(NiftiImage image, OutputStream out, int level) throws IOException {
    var gzip = new LevelledGzip(out, level);
    try {
      write(image, gzip);
      gzip.finish();
      out.flush();
    } finally {
      gzip.release();
    }
  }

  private static byte[] bytes(NiftiExtension extension, NiftiHeader header) {
    int size = extension.storedBytes();
    return ByteBuffer.allocate(size)
        .order(header.byteOrder())
        .putInt(size)
        .putInt(extension.code())
        .put(extension.content())
        .array();
  }

  /**
   * The JDK's gzip (its header has no time) with a level, and an end that leaves the stream below
   * open.
   */
  private static final class LevelledGzip extends GZIPOutputStream {
    LevelledGzip(OutputStream out, int level) throws IOException {
      super(out, BUFFER);
      def.setLevel(level);
    }

    /** Frees the compressor's memory outside the heap, which only closing would do otherwise. */
    void release() {
      def.end();
    }
  }
}
