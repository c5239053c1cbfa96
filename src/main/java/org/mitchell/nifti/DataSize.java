package org.mitchell.nifti;

import java.io.IOException;
import java.util.Arrays;

/**
 * Compares the data that a header declares with the bytes that are there and the memory that is
 * there.
 */
final class DataSize {
  /** Java's arrays end here; one array of all values must be possible. */
  private static final long MOST_VOXELS = Integer.MAX_VALUE - 8;

  private DataSize() {}

  /** Complains unless the data may be read. {@code input} stands at their first byte. */
  static void check(NiftiInput input, NiftiHeader header) throws IOException {
    checkLength(input, header);
    long needed = header.voxels() * header.datatype().bytes();
    long start = input.position();
    long memory = Runtime.getRuntime().maxMemory();
    if (needed > memory || header.voxels() > MOST_VOXELS) {
      // How much is there tells a false header from a large image; only so much is looked at as
      // could be held.
      long there = input.size().isPresent() ? needed : input.skip(Math.min(needed, memory));
      if (there < Math.min(needed, memory)) {
        throw cutShort(input.faults(), header, start, there);
      }
      throw input
          .faults()
          .unsupported(
              start,
              header.voxels() > MOST_VOXELS
                  ? declared(header)
                      + " where images may have "
                      + MOST_VOXELS
                      + " values. Split it into files of fewer volumes"
                  : declared(header)
                      + " where this Java has "
                      + memory
                      + " bytes of memory. Give Java more (JAVA_TOOL_OPTIONS=-Xmx"
                      + ((needed + (needed >> 2) >> 30) + 1)
                      + "g)");
    }
  }

  /** Complains where the file is known to be too short; for images that are never held whole. */
  static void checkLength(NiftiInput input, NiftiHeader header) throws IOException {
    long needed = header.voxels() * header.datatype().bytes();
    long start = input.position();
    if (input.size().isPresent() && input.size().getAsLong() - start < needed) {
      throw cutShort(input.faults(), header, start, input.size().getAsLong() - start);
    }
  }

  static NiftiException cutShort(Faults faults, NiftiHeader header, long start, long there) {
    return faults.corrupt(
        start + there,
        "the data end after "
            + there
            + " bytes where the header declares "
            + declared(header)
            + ". Copy or download the file again");
  }

  private static String declared(NiftiHeader header) {
    return header.voxels() * header.datatype().bytes()
        + " bytes ("
        + header.datatype()
        + ", dimensions "
        + Arrays.toString(header.dims())
        + ")";
  }
}
