package org.mitchell.nifti;

import java.nio.file.Files;
import java.nio.file.Path;

/** Finds the two files of a pair: X.hdr with X.img, either of them perhaps with .gz behind. */
final class FilePair {
  private FilePair() {}

  /** The file where the header is: {@code file} itself unless it is the .img of a pair. */
  static Path header(Path file) {
    String name = file.getFileName() == null ? "" : file.getFileName().toString();
    String stem = name.replaceFirst("\\.img(\\.gz)?$", "");
    if (stem.equals(name)) {
      return file;
    }
    Path plain = file.resolveSibling(stem + ".hdr");
    Path gzipped = file.resolveSibling(stem + ".hdr.gz");
    return Files.exists(plain) ? plain : Files.exists(gzipped) ? gzipped : file;
  }

  /** The file where the data of {@code header} are. */
  static Path data(Path header, Faults faults) throws NiftiException {
    String stem = header.getFileName().toString().replaceFirst("\\.hdr(\\.gz)?$", "");
    Path plain = header.resolveSibling(stem + ".img");
    Path gzipped = header.resolveSibling(stem + ".img.gz");
    if (Files.exists(plain)) {
      return plain;
    }
    if (Files.exists(gzipped)) {
      return gzipped;
    }
    throw faults.corrupt(
        0,
        "this is the header of a pair, and "
            + plain.getFileName()
            + " is not beside it. "
            + "Put the .img file there");
  }
}
