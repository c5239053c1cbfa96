package org.mitchell.nifti;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Optional;

/**
 * The real datatypes of the standard, with the conversions between Java's numbers and their bytes.
 */
public enum NiftiDatatype {
  UINT8(2, 1, 0, 255),
  INT16(4, 2, Short.MIN_VALUE, Short.MAX_VALUE),
  INT32(8, 4, Integer.MIN_VALUE, Integer.MAX_VALUE),
  FLOAT32(16, 4, -Float.MAX_VALUE, Float.MAX_VALUE),
  FLOAT64(64, 8, -Double.MAX_VALUE, Double.MAX_VALUE),
  INT8(256, 1, Byte.MIN_VALUE, Byte.MAX_VALUE),
  UINT16(512, 2, 0, 65_535),
  UINT32(768, 4, 0, 4_294_967_295.0),
  /** The bounds of the 64-bit types are the largest doubles that do not exceed them. */
  INT64(1024, 8, Long.MIN_VALUE, Math.nextDown(0x1p63)),
  UINT64(1280, 8, 0, Math.nextDown(0x1p64));

  private final int code;
  private final int bytes;
  private final double min;
  private final double max;

  NiftiDatatype(int code, int bytes, double min, double max) {
    this.code = code;
    this.bytes = bytes;
    this.min = min;
    this.max = max;
  }

  /** The datatype with this {@code datatype} code, if it is one of those here. */
  public static Optional<NiftiDatatype> of(int code) {
    return Arrays.stream(values()).filter(type -> type.code == code).findFirst();
  }

  /** The number in the header's {@code datatype} field. */
  public int code() {
    return code;
  }

  /** Bytes a value takes. */
  public int bytes() {
    return bytes;
  }

  /** The stored number at a byte offset; 64-bit integers are rounded to double. */
  double get(ByteBuffer from, int offset) {
    return switch (this) {
      case FLOAT32 -> from.getFloat(offset);
      case FLOAT64 -> from.getDouble(offset);
      case UINT64 -> unsignedToDouble(from.getLong(offset));
      default -> getLong(from, offset);
    };
  }

  /**
   * The stored numbers from a byte offset on. A loop for each of the types that large files have.
   *
   * @param first the place of the first in {@code into}
   */
  void get(ByteBuffer from, int offset, double[] into, int first, int many) {
    switch (this) {
      case INT16 -> {
        for (int i = 0; i < many; i++) {
          into[first + i] = from.getShort(offset + i * Short.BYTES);
        }
      }
      case FLOAT32 -> {
        for (int i = 0; i < many; i++) {
          into[first + i] = from.getFloat(offset + i * Float.BYTES);
        }
      }
      default -> {
        for (int i = 0; i < many; i++) {
          into[first + i] = get(from, offset + i * bytes);
        }
      }
    }
  }

  /** The stored integer at a byte offset, exactly; UINT64 gives its 64 bits. */
  long getLong(ByteBuffer from, int offset) {
    return switch (this) {
      case UINT8 -> from.get(offset) & 0xFF;
      case INT8 -> from.get(offset);
      case INT16 -> from.getShort(offset);
      case UINT16 -> from.getShort(offset) & 0xFFFF;
      case INT32 -> from.getInt(offset);
      case UINT32 -> from.getInt(offset) & 0xFFFF_FFFFL;
      case INT64, UINT64 -> from.getLong(offset);
      case FLOAT32, FLOAT64 ->
          throw new IllegalStateException(this + " values are not integers: ask for doubles");
    };
  }

  /** Stores a number, rounded to the nearest (ties to even) that the type has. */
  void put(ByteBuffer to, int offset, double value) {
    switch (this) {
      case FLOAT64 -> to.putDouble(offset, value);
      case FLOAT32 -> to.putFloat(offset, toFloat(value));
      default -> putBits(to, offset, toInteger(value));
    }
  }

  /** Stores an integer exactly; for UINT64 the 64 bits as they are. */
  void putLong(ByteBuffer to, int offset, long value) {
    switch (this) {
      case FLOAT64 -> to.putDouble(offset, exact(value, (double) value));
      case FLOAT32 -> to.putFloat(offset, (float) exact(value, (float) value));
      case INT64, UINT64 -> to.putLong(offset, value);
      default -> {
        if (value < min || value > max) {
          throw outOfRange(value);
        }
        putBits(to, offset, value);
      }
    }
  }

  private void putBits(ByteBuffer to, int offset, long bits) {
    switch (bytes) {
      case 1 -> to.put(offset, (byte) bits);
      case 2 -> to.putShort(offset, (short) bits);
      case 4 -> to.putInt(offset, (int) bits);
      default -> to.putLong(offset, bits);
    }
  }

  private long toInteger(double value) {
    double rounded = Math.rint(value);
    if (!(rounded >= min && rounded <= max)) {
      throw outOfRange(value);
    }
    return rounded < 0x1p63 ? (long) rounded : (long) (rounded - 0x1p63) + Long.MIN_VALUE;
  }

  private float toFloat(double value) {
    float narrowed = (float) value;
    if (Float.isInfinite(narrowed) && Double.isFinite(value)) {
      throw outOfRange(value);
    }
    return narrowed;
  }

  private double exact(long value, double converted) {
    if ((long) converted != value || converted == 0x1p63) {
      throw new IllegalArgumentException("the integer " + value + " is not exact as " + this);
    }
    return converted;
  }

  private IllegalArgumentException outOfRange(Number value) {
    return new IllegalArgumentException(
        "the stored value " + value + " does not fit " + this + " (" + min + " to " + max + ")");
  }

  private static double unsignedToDouble(long bits) {
    return bits >= 0 ? bits : ((bits >>> 1) | (bits & 1)) * 2.0;
  }
}
