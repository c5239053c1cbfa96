package org.mitchell.nifti;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.function.IntFunction;
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

  /**
   * Writes an image of which one volume at a time is in memory, as {@link #write(NiftiImage,
   * String, OutputStream)} writes it whole.
   *
   * @param header of all volumes, float32
   * @param volumes gives each, by its number from 0
   */
  public static void writeVolumes(
      NiftiHeader header, IntFunction<float[]> volumes, String fileName, OutputStream out)
      throws IOException {
    if (fileName.endsWith(".gz")) {
      writeVolumesGzip(header, volumes, out, DEFAULT_LEVEL);
    } else {
      writeVolumes(header, volumes, out);
    }
  }

  /**
   * As {@link #writeVolumes(NiftiHeader, IntFunction, String, OutputStream)}, gzipped as {@link
   * #writeGzip} does.
   */
  public static void writeVolumesGzip(
      NiftiHeader header, IntFunction<float[]> volumes, OutputStream out, int level)
      throws IOException {
    gzip(out, level, gzip -> writeVolumes(header, volumes, gzip));
  }

  private static void writeVolumes(
      NiftiHeader header, IntFunction<float[]> volumes, OutputStream out) throws IOException {
    writeHeader(header, out);
    int[] dims = header.dims();
    NiftiHeader one =
        header.toBuilder().dims(Arrays.copyOf(dims, Math.min(dims.length, 3))).build();
    long count = header.voxels() / one.voxels();
    for (int volume = 0; volume < count; volume++) {
      NiftiImage.of(one, volumes.apply(volume)).stored().writeTo(out, header.byteOrder());
    }
    out.flush();
  }

  /** Writes the image uncompressed. */
  public static void write(NiftiImage image, OutputStream out) throws IOException {
    writeHeader(image.header(), out);
    image.stored().writeTo(out, image.header().byteOrder());
    out.flush();
  }

  private static void writeHeader(NiftiHeader header, OutputStream out) throws IOException {
    out.write(HeaderEncoder.encode(header));
    out.write(new byte[] {(byte) (header.extensions().isEmpty() ? 0 : 1), 0, 0, 0});
    for (NiftiExtension extension : header.extensions()) {
      out.write(bytes(extension, header));
    }
  }

  /**
   * Writes the image gzipped, without name or time in the gzip header.
   *
   * @param level 0 (none) to 9 (smallest), or {@link #DEFAULT_LEVEL}
   */
  public static void writeGzip(NiftiImage image, OutputStream out, int level) throws IOException {
    gzip(out, level, gzip -> write(image, gzip));
  }

  @FunctionalInterface
  private interface Content {
    void writeTo(OutputStream gzip) throws IOException;
  }

  private static void gzip(OutputStream out, int level, Content content) throws IOException {
    var gzip = new LevelledGzip(out, level);
    try {
      content.writeTo(gzip);
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
