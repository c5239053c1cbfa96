package org.mitchell.nifti;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;

/** Reads the extensions between header and data. */
final class ExtensionReader {
  /** More than any known extension; a header may not make us hold more. */
  private static final int MOST_BYTES = 1 << 27;

  /** Likewise: the smallest take as much memory as eight of their own. */
  private static final int MOST = 4_096;

  private ExtensionReader() {}

  /**
   * Reads the four flag bytes, if they are there, and the extensions up to {@code end}.
   *
   * @param required whether the flag must be there (single files) or may be missing (pairs)
   */
  static List<NiftiExtension> read(NiftiInput input, NiftiHeader header, long end, boolean required)
      throws IOException {
    byte[] flag = input.readUpTo(4);
    if (flag.length < 4) {
      if (required) {
        throw input
            .faults()
            .corrupt(
                input.position(),
                "the file ends where the four extension flag bytes are expected. Copy or download"
                    + " it again");
      }
      return List.of();
    }
    var extensions = new ArrayList<NiftiExtension>();
    if (flag[0] != 0) {
      long start = input.position();
      while (end - input.position() >= NiftiExtension.PREFIX_BYTES
          && addNext(extensions, input, header, end)) {
        if (extensions.size() > MOST) {
          throw input.faults().unsupported(start, "more than " + MOST + " extensions");
        }
        if (input.position() - start > MOST_BYTES) {
          throw input
              .faults()
              .unsupported(start, "extensions of more than " + MOST_BYTES + " bytes");
        }
      }
    }
    return extensions;
  }

  private static boolean addNext(
      List<NiftiExtension> extensions, NiftiInput input, NiftiHeader header, long end)
      throws IOException {
    long at = input.position();
    byte[] prefix = input.readUpTo(NiftiExtension.PREFIX_BYTES);
    if (prefix.length == 0 && end == Long.MAX_VALUE) {
      return false;
    }
    if (prefix.length < NiftiExtension.PREFIX_BYTES) {
      throw cutShort(input);
    }
    var numbers = ByteBuffer.wrap(prefix).order(header.byteOrder());
    int size = numbers.getInt(0);
    int code = numbers.getInt(4);
    if (size == 0 && code == 0) {
      return false; // Quirk: some writers round vox_offset up with zeros behind the last extension.
    }
    if (size < NiftiExtension.PREFIX_BYTES || size > end - at) {
      throw input
          .faults()
          .corrupt(
              at,
              "an extension claims "
                  + size
                  + " bytes where "
                  + NiftiExtension.PREFIX_BYTES
                  + " to "
                  + (end - at)
                  + " are expected before the data at "
                  + end);
    }
    if (size > MOST_BYTES) {
      throw input
          .faults()
          .unsupported(
              at,
              "an extension of " + size + " bytes where at most " + MOST_BYTES + " are expected");
    }
    byte[] content = input.readUpTo(size - NiftiExtension.PREFIX_BYTES);
    if (content.length < size - NiftiExtension.PREFIX_BYTES) {
      throw cutShort(input);
    }
    extensions.add(new NiftiExtension(code, content));
    return true;
  }

  private static NiftiException cutShort(NiftiInput input) {
    return input
        .faults()
        .corrupt(
            input.position(),
            "the file ends inside the header's extensions. Copy or download it again");
  }
}
