package org.mitchell.nifti;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteOrder;

/**
 * The numbers of an image as its datatype has them, before scaling; index 0 is voxel (0, 0, 0), i
 * runs fastest.
 */
sealed interface StoredValues permits StoredBytes, StoredFloats {
  long count();

  double get(long index);

  /** Exactly, for integer datatypes. */
  long getLong(long index);

  /** Fills the first {@code many} of {@code into} with the values from {@code start} on. */
  void copyTo(long start, double[] into, int many);

  /** Writes the bytes of all values. */
  void writeTo(OutputStream out, ByteOrder order) throws IOException;
}
