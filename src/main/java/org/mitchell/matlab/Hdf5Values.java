package org.mitchell.matlab;

import io.jhdf.api.Dataset;
import io.jhdf.api.dataset.ChunkedDataset;
import io.jhdf.api.dataset.ContiguousDataset;
import io.jhdf.object.datatype.FloatingPoint;
import java.lang.reflect.Array;
import java.nio.ByteBuffer;

/**
 * Takes the values out of HDF5 datasets, after making sure that a file of this size can hold what
 * they claim to hold: the library makes room for whatever number a file states.
 */
final class Hdf5Values {
  private static final int INTEGER_CLASS = 0;
  private static final int FLOAT_CLASS = 1;
  private static final int REFERENCE_CLASS = 7;

  /** Deflate, shuffle and a checksum have numbers up to this; MATLAB uses no other filters. */
  private static final int LAST_OWN_FILTER = 3;

  /** Deflate cannot shrink more than this. */
  private static final long LARGEST_INFLATION = 1032;

  private final long fileSize;

  Hdf5Values(long fileSize) {
    this.fileSize = fileSize;
  }

  static boolean hasNumbers(Dataset dataset) {
    int kind = dataset.getDataType().getDataClass();
    return kind == INTEGER_CLASS || kind == FLOAT_CLASS;
  }

  static boolean hasReferences(Dataset dataset) {
    return dataset.getDataType().getDataClass() == REFERENCE_CLASS;
  }

  /** The dimensions of a dataset that is no larger than the file. */
  int[] dimensions(Dataset dataset) {
    requirePossible(dataset);
    return dataset.getDimensions();
  }

  /** The numbers of a dataset, the last dimension fastest. */
  MatValue.Numbers numbers(Dataset dataset) {
    requirePossible(dataset);
    if (dataset instanceof ContiguousDataset contiguous
        && dataset.getSize() > 0
        && dataset.getDataType() instanceof FloatingPoint type
        && type.getSize() >= Float.BYTES) {
      // They stay in the file.
      ByteBuffer bytes = contiguous.getBuffer().order(type.getByteOrder());
      return type.getSize() == Float.BYTES
          ? n -> bytes.getFloat(n * Float.BYTES)
          : n -> bytes.getDouble(n * Double.BYTES);
    }
    Object flat = dataset.getDataFlat();
    if (flat instanceof double[] values) {
      return n -> values[n];
    }
    if (flat instanceof float[] values) {
      return n -> values[n];
    }
    return n -> ((Number) Array.get(flat, n)).doubleValue();
  }

  /** The addresses that an array of references holds. */
  long[] references(Dataset dataset) {
    requirePossible(dataset);
    return dataset.getDataFlat() instanceof long[] addresses ? addresses : new long[0];
  }

  private void requirePossible(Dataset dataset) {
    long bytes = dataset.getSizeInBytes();
    require(dataset.getSize() <= bytes && bytes <= Integer.MAX_VALUE, dataset, bytes);
    if (dataset instanceof ChunkedDataset chunked) {
      require(bytes / LARGEST_INFLATION <= fileSize, dataset, bytes);
      requirePossibleChunks(chunked, bytes);
    } else {
      require(bytes <= fileSize, dataset, bytes);
    }
  }

  private void requirePossibleChunks(ChunkedDataset dataset, long bytes) {
    if (dataset.getFilters().stream().anyMatch(filter -> filter.getId() > LAST_OWN_FILTER)) {
      throw new MatDamage(dataset.getPath() + " is stored with filters that MATLAB does not have");
    }
    int[] dims = dataset.getDimensions();
    int[] chunk = dataset.getChunkDimensions();
    long chunks = 1;
    long chunkBytes = dataset.getDataType().getSize();
    for (int axis = 0; axis < dims.length; axis++) {
      require(chunk[axis] > 0, dataset, bytes);
      chunks = Math.multiplyExact(chunks, (dims[axis] + chunk[axis] - 1L) / chunk[axis]);
      chunkBytes = Math.multiplyExact(chunkBytes, chunk[axis]);
    }
    require(chunks <= fileSize, dataset, bytes);
    long stored = dataset.getStorageInBytes();
    require(
        stored <= fileSize && Math.max(bytes, chunkBytes) / LARGEST_INFLATION <= stored,
        dataset,
        bytes);
  }

  private void require(boolean possible, Dataset dataset, long bytes) {
    if (!possible) {
      throw new MatDamage(
          "%s states %,d bytes, which a file of %,d bytes cannot hold"
              .formatted(dataset.getPath(), bytes, fileSize));
    }
  }
}
