package org.mitchell.fmri;

import org.mitchell.files.InputException;
import org.mitchell.files.MappedRows;
import org.mitchell.jobs.Heap;

/**
 * Keeps the images of a participant's trials: in memory, or, where they would take much of what
 * Java may use, in a temporary file, so that what is made of them has room.
 */
public interface TrialStore extends AutoCloseable {
  /** Images that take more than this share of what Java may use are kept in a file. */
  int SHARE = 3;

  /**
   * @param images how many there will be
   * @param voxels values of each
   * @throws InputException if neither a file nor Java has room for them
   */
  static TrialStore of(long images, int voxels) {
    if (inMemory(images, voxels)) {
      return TrialValues::of;
    }
    try {
      return new InFile(MappedRows.of("mitchell-trials", images, voxels));
    } catch (InputException noFile) {
      long bytes = Float.BYTES * images * voxels;
      if (bytes <= Heap.allowed()) {
        return TrialValues::of; // what is made of them may still have room
      }
      throw new InputException(
          "%s. Or give Java more memory (%s)".formatted(noFile.getMessage(), Heap.setting(bytes)),
          noFile);
    }
  }

  /** Whether so many images are kept in memory. */
  static boolean inMemory(long images, int voxels) {
    return Float.BYTES * images * voxels <= Heap.allowed() / SHARE;
  }

  /**
   * @param values of an image. Not copied where they stay in memory
   * @throws InputException if the file cannot be written
   */
  TrialValues keep(float[] values);

  /** No image comes any more; those that came stay. */
  @Override
  default void close() {}

  /** Images in a temporary file. */
  record InFile(MappedRows rows) implements TrialStore {
    @Override
    public TrialValues keep(float[] values) {
      return TrialValues.of(rows.add(values));
    }

    @Override
    public void close() {
      rows.close();
    }
  }
}
