package org.mitchell.nifti;

import java.util.Arrays;
import java.util.Objects;

/**
 * An image: a header and the values of its voxels. Immutable.
 *
 * <p>Flat arrays are in the format's order: the first index runs fastest, voxel (i, j, k, t) is at
 * i + ni (j + nj (k + nk t)). Values are real values, that is slope x stored + intercept.
 */
public final class NiftiImage {
  /** Values that are converted at once. */
  private static final int AT_ONCE = 1 << 12;

  private final NiftiHeader header;
  private final StoredValues stored;

  NiftiImage(NiftiHeader header, StoredValues stored) {
    this.header = header;
    this.stored = stored;
  }

  /**
   * An image of these values. For FLOAT32 without scaling the array itself is kept, not a copy: do
   * not change it afterwards. For other datatypes the values are converted now, as {@link
   * #of(NiftiHeader, double...)} does.
   *
   * @param values as many as the header has voxels, first index fastest
   * @throws IllegalArgumentException if their number is wrong or one is out of the datatype's range
   */
  public static NiftiImage of(NiftiHeader header, float... values) {
    requireCount(header, values.length);
    var scaling = header.scaling();
    if (header.datatype() == NiftiDatatype.FLOAT32 && scaling.isIdentity()) {
      return new NiftiImage(header, new StoredFloats(values));
    }
    return stored(
        header, values.length, (type, to, at, i) -> type.put(to, at, scaling.storedFor(values[i])));
  }

  /**
   * An image of these values. They are stored as (value - intercept) / slope, rounded to the
   * nearest number (ties to even) that the datatype has.
   *
   * @param values as many as the header has voxels, first index fastest
   * @throws IllegalArgumentException if their number is wrong, or one (NaN in an integer type, too)
   *     is out of the datatype's range
   */
  public static NiftiImage of(NiftiHeader header, double... values) {
    requireCount(header, values.length);
    var scaling = header.scaling();
    return stored(
        header, values.length, (type, to, at, i) -> type.put(to, at, scaling.storedFor(values[i])));
  }

  /**
   * An image of stored integers, such as labels, exactly as they are: no scaling is undone.
   *
   * @param stored as many as the header has voxels, first index fastest; for UINT64 all 64 bits
   *     count
   * @throws IllegalArgumentException if their number is wrong or one is not exact in the datatype
   */
  public static NiftiImage ofStored(NiftiHeader header, long... stored) {
    requireCount(header, stored.length);
    return stored(header, stored.length, (type, to, at, i) -> type.putLong(to, at, stored[i]));
  }

  public NiftiHeader header() {
    return header;
  }

  /** Numbers of voxels along each axis, the fastest first. A copy. */
  public int[] dims() {
    return header.dims();
  }

  /** 0-based voxel index to mm, 4 x 4; see {@link NiftiHeader#affine()}. */
  public double[][] affine() {
    return header.affine();
  }

  /**
   * The value at an index.
   *
   * @param index one 0-based number an axis; trailing axes may be left out and are then 0
   * @throws IndexOutOfBoundsException if the index is outside the image
   */
  public double value(int... index) {
    return header.scaling().valueOf(stored.get(offset(index)));
  }

  /**
   * The stored integer at an index, without scaling and exact for all 64 bits (UINT64: as unsigned
   * bits).
   *
   * @throws IllegalStateException if the datatype is not an integer type
   * @throws IndexOutOfBoundsException if the index is outside the image
   */
  public long storedLong(int... index) {
    return stored.getLong(offset(index));
  }

  /** All values, first index fastest. */
  public double[] toDoubles() {
    var scaling = header.scaling();
    var values = new double[(int) stored.count()];
    for (int i = 0; i < values.length; i++) {
      values[i] = scaling.valueOf(stored.get(i));
    }
    return values;
  }

  /** All values rounded to float, first index fastest. */
  public float[] toFloats() {
    return floats(0, (int) stored.count());
  }

  /**
   * Some values rounded to float, for images too large to be held twice: volume t is {@code
   * floats(t * n, n)} with n voxels a volume.
   *
   * @throws IndexOutOfBoundsException if they are not all inside the image
   */
  public float[] floats(int start, int count) {
    Objects.checkFromIndexSize(start, count, (int) stored.count());
    var values = new float[count];
    var scaling = header.scaling();
    var some = new double[Math.min(count, AT_ONCE)];
    for (int done = 0; done < count; done += some.length) {
      int here = Math.min(some.length, count - done);
      stored.copyTo((long) start + done, some, here);
      for (int i = 0; i < here; i++) {
        values[done + i] = (float) scaling.valueOf(some[i]);
      }
    }
    return values;
  }

  /**
   * All stored integers, without scaling and exact, first index fastest.
   *
   * @throws IllegalStateException if the datatype is not an integer type
   */
  public long[] toStoredLongs() {
    var values = new long[(int) stored.count()];
    for (int i = 0; i < values.length; i++) {
      values[i] = stored.getLong(i);
    }
    return values;
  }

  /**
   * The same stored values under another header (another byte order, version, affine, description,
   * shape).
   *
   * @throws IllegalArgumentException if the number of voxels, the datatype or the scaling differ
   */
  public NiftiImage withHeader(NiftiHeader other) {
    requireCount(other, stored.count());
    if (other.datatype() != header.datatype() || !other.scaling().equals(header.scaling())) {
      throw new IllegalArgumentException(
          "the header has "
              + other.datatype()
              + " with "
              + other.scaling()
              + " where the values are stored as "
              + header.datatype()
              + " with "
              + header.scaling());
    }
    return new NiftiImage(other, stored);
  }

  StoredValues stored() {
    return stored;
  }

  private static NiftiImage stored(NiftiHeader header, int count, StoredBytes.Numbers numbers) {
    return new NiftiImage(
        header, StoredBytes.of(header.datatype(), header.byteOrder(), count, numbers));
  }

  private static void requireCount(NiftiHeader header, long count) {
    if (header.voxels() != count) {
      throw new IllegalArgumentException(
          count
              + " values where dimensions "
              + Arrays.toString(header.dims())
              + " have "
              + header.voxels()
              + " voxels");
    }
  }

  private long offset(int[] index) {
    int[] dims = header.dims();
    boolean inside = index.length <= dims.length;
    long offset = 0;
    for (int axis = index.length - 1; inside && axis >= 0; axis--) {
      inside = index[axis] >= 0 && index[axis] < dims[axis];
      offset = offset * dims[axis] + index[axis];
    }
    if (!inside) {
      throw new IndexOutOfBoundsException(
          "voxel " + Arrays.toString(index) + " in an image of " + Arrays.toString(dims));
    }
    return offset;
  }
}
