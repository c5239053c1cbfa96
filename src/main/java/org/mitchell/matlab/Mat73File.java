package org.mitchell.matlab;

import io.jhdf.HdfFile;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.util.Optional;
import org.mitchell.files.InputException;

/**
 * A MATLAB v7.3 file, which is HDF5 by another name. What it holds is read when it is asked for.
 */
final class Mat73File implements MatFile {
  private final Path file;
  private final HdfFile hdf;
  private final Mat73Arrays arrays;

  private Mat73File(Path file, HdfFile hdf) {
    this.file = file;
    this.hdf = hdf;
    this.arrays = new Mat73Arrays(hdf, new Guard(file));
    requireWhole();
  }

  /**
   * @throws InputException if the file is damaged
   */
  static Mat73File open(Path file) throws IOException {
    try (FileChannel channel = FileChannel.open(file)) {
      if (channel.size() > Integer.MAX_VALUE) {
        throw InputException.in(
            file,
            "unsupported: a MATLAB v7.3 file of %,d bytes where at most 2 GB are read"
                .formatted(channel.size()));
      }
      // Mapped, because the library makes room for whatever length a damaged file states when it
      // reads from a file.
      var mapped = channel.map(FileChannel.MapMode.READ_ONLY, 0, channel.size());
      return new Guard(file).read(() -> new Mat73File(file, HdfFile.fromByteBuffer(mapped)));
    }
  }

  @Override
  public Optional<MatValue> variable(String name) {
    return new Guard(file)
        .read(() -> Optional.ofNullable(hdf.getChildren().get(name)).map(arrays::value));
  }

  @Override
  public void close() {
    hdf.close();
  }

  private void requireWhole() {
    long stated = hdf.getHdfBackingStorage().getSuperblock().getEndOfFileAddress();
    if (stated > hdf.size()) {
      throw new MatDamage("%,d bytes where %,d are stated".formatted(hdf.size(), stated));
    }
  }

  /**
   * The library reports damage as its own and as buffer errors, or runs in circles; all are the
   * file's fault.
   */
  record Guard(Path file) {
    /** What is read by use of the library. */
    interface Reading<T> {
      T now();
    }

    <T> T read(Reading<T> reading) {
      try {
        return reading.now();
      } catch (InputException e) {
        throw e;
      } catch (RuntimeException | StackOverflowError e) {
        String what = e instanceof MatDamage ? " (" + e.getMessage() + ")" : "";
        throw InputException.in(
            file,
            "damaged or cut short: this MATLAB v7.3 (HDF5) file cannot be read"
                + what
                + ". Download or save it again",
            e);
      }
    }
  }
}
