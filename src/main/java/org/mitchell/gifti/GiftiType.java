package org.mitchell.gifti;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Optional;

/** How a number is stored: the three types of the standard, and those that programs write too. */
enum GiftiType {
  NIFTI_TYPE_UINT8(1),
  NIFTI_TYPE_INT8(1),
  NIFTI_TYPE_INT16(2),
  NIFTI_TYPE_UINT16(2),
  NIFTI_TYPE_INT32(4),
  NIFTI_TYPE_UINT32(4),
  NIFTI_TYPE_INT64(8),
  NIFTI_TYPE_UINT64(8),
  NIFTI_TYPE_FLOAT32(4),
  NIFTI_TYPE_FLOAT64(8);

  private final int bytes;

  GiftiType(int bytes) {
    this.bytes = bytes;
  }

  /** The type of this name, if it is one of those here. */
  static Optional<GiftiType> of(String name) {
    return Arrays.stream(values()).filter(type -> type.name().equals(name)).findFirst();
  }

  /** Bytes a number takes. */
  int bytes() {
    return bytes;
  }

  /** The number at a place, counted in numbers. */
  double get(ByteBuffer data, int index) {
    int at = index * bytes;
    return switch (this) {
      case NIFTI_TYPE_UINT8 -> data.get(at) & 0xff;
      case NIFTI_TYPE_INT8 -> data.get(at);
      case NIFTI_TYPE_INT16 -> data.getShort(at);
      case NIFTI_TYPE_UINT16 -> data.getShort(at) & 0xffff;
      case NIFTI_TYPE_INT32 -> data.getInt(at);
      case NIFTI_TYPE_UINT32 -> data.getInt(at) & 0xffff_ffffL;
      case NIFTI_TYPE_INT64 -> data.getLong(at);
      case NIFTI_TYPE_UINT64 -> unsigned(data.getLong(at));
      case NIFTI_TYPE_FLOAT32 -> data.getFloat(at);
      case NIFTI_TYPE_FLOAT64 -> data.getDouble(at);
    };
  }

  private static double unsigned(long bits) {
    return bits >= 0 ? bits : (bits >>> 1) * 2.0;
  }
}
