package org.mitchell.nifti;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/**
 * Where each header field lies and how wide it is, in NIfTI-1 and in NIfTI-2; names are the
 * standard's.
 */
enum HeaderField {
  SIZEOF_HDR(0, Kind.INT32, 0, Kind.INT32),
  DIM_INFO(39, Kind.UINT8, 524, Kind.UINT8),
  DIM(40, Kind.INT16, 16, Kind.INT64),
  INTENT_P(56, Kind.FLOAT32, 80, Kind.FLOAT64),
  INTENT_CODE(68, Kind.INT16, 504, Kind.INT32),
  DATATYPE(70, Kind.INT16, 12, Kind.INT16),
  BITPIX(72, Kind.INT16, 14, Kind.INT16),
  SLICE_START(74, Kind.INT16, 224, Kind.INT64),
  PIXDIM(76, Kind.FLOAT32, 104, Kind.FLOAT64),
  VOX_OFFSET(108, Kind.FLOAT32, 168, Kind.INT64),
  SCL_SLOPE(112, Kind.FLOAT32, 176, Kind.FLOAT64),
  SCL_INTER(116, Kind.FLOAT32, 184, Kind.FLOAT64),
  SLICE_END(120, Kind.INT16, 232, Kind.INT64),
  SLICE_CODE(122, Kind.UINT8, 496, Kind.INT32),
  XYZT_UNITS(123, Kind.UINT8, 500, Kind.INT32),
  CAL_MAX(124, Kind.FLOAT32, 192, Kind.FLOAT64),
  CAL_MIN(128, Kind.FLOAT32, 200, Kind.FLOAT64),
  SLICE_DURATION(132, Kind.FLOAT32, 208, Kind.FLOAT64),
  TOFFSET(136, Kind.FLOAT32, 216, Kind.FLOAT64),
  DESCRIP(148, Kind.TEXT80, 240, Kind.TEXT80),
  AUX_FILE(228, Kind.TEXT24, 320, Kind.TEXT24),
  QFORM_CODE(252, Kind.INT16, 344, Kind.INT32),
  SFORM_CODE(254, Kind.INT16, 348, Kind.INT32),
  QUATERN(256, Kind.FLOAT32, 352, Kind.FLOAT64),
  QOFFSET(268, Kind.FLOAT32, 376, Kind.FLOAT64),
  SROW(280, Kind.FLOAT32, 400, Kind.FLOAT64),
  INTENT_NAME(328, Kind.TEXT16, 508, Kind.TEXT16),
  MAGIC(344, Kind.TEXT4, 4, Kind.TEXT8);

  private enum Kind {
    UINT8(1),
    INT16(2),
    INT32(4),
    INT64(8),
    FLOAT32(4),
    FLOAT64(8),
    TEXT4(4),
    TEXT8(8),
    TEXT16(16),
    TEXT24(24),
    TEXT80(80);

    private final int bytes;

    Kind(int bytes) {
      this.bytes = bytes;
    }
  }

  private final int offset1;
  private final Kind kind1;
  private final int offset2;
  private final Kind kind2;

  HeaderField(int offset1, Kind kind1, int offset2, Kind kind2) {
    this.offset1 = offset1;
    this.kind1 = kind1;
    this.offset2 = offset2;
    this.kind2 = kind2;
  }

  /** The byte where element {@code index} of the field starts. */
  int offset(NiftiVersion version, int index) {
    return (version == NiftiVersion.NIFTI_1 ? offset1 : offset2) + index * kind(version).bytes;
  }

  long integer(ByteBuffer header, NiftiVersion version, int index) {
    int at = offset(version, index);
    return switch (kind(version)) {
      case UINT8 -> header.get(at) & 0xFF;
      case INT16 -> header.getShort(at);
      case INT32 -> header.getInt(at);
      case INT64 -> header.getLong(at);
      default -> throw new IllegalStateException(this + " is not an integer field");
    };
  }

  double real(ByteBuffer header, NiftiVersion version, int index) {
    int at = offset(version, index);
    return switch (kind(version)) {
      case FLOAT32 -> header.getFloat(at);
      case FLOAT64 -> header.getDouble(at);
      default -> integer(header, version, index);
    };
  }

  double[] reals(ByteBuffer header, NiftiVersion version, int count) {
    var values = new double[count];
    for (int i = 0; i < count; i++) {
      values[i] = real(header, version, i);
    }
    return values;
  }

  /** The characters up to the first NUL. ISO 8859-1, so that any bytes survive a round trip. */
  String text(ByteBuffer header, NiftiVersion version) {
    var bytes = new byte[kind(version).bytes];
    header.get(offset(version, 0), bytes);
    String text = new String(bytes, StandardCharsets.ISO_8859_1);
    int end = text.indexOf('\0');
    return end < 0 ? text : text.substring(0, end);
  }

  void putInteger(ByteBuffer header, NiftiVersion version, int index, long value) {
    int at = offset(version, index);
    switch (kind(version)) {
      case UINT8 -> header.put(at, (byte) fitting(value, 0, 255, version));
      case INT16 ->
          header.putShort(at, (short) fitting(value, Short.MIN_VALUE, Short.MAX_VALUE, version));
      case INT32 ->
          header.putInt(at, (int) fitting(value, Integer.MIN_VALUE, Integer.MAX_VALUE, version));
      case INT64 -> header.putLong(at, value);
      case FLOAT32 -> header.putFloat(at, fitting(value, 0, 1 << 28, version));
      default -> throw new IllegalStateException(this + " is not an integer field");
    }
  }

  void putReals(ByteBuffer header, NiftiVersion version, double... values) {
    for (int i = 0; i < values.length; i++) {
      int at = offset(version, i);
      if (kind(version) == Kind.FLOAT64) {
        header.putDouble(at, values[i]);
      } else {
        header.putFloat(at, (float) values[i]);
      }
    }
  }

  void putText(ByteBuffer header, NiftiVersion version, String text) {
    int room = kind(version).bytes;
    if (text.length() > room) {
      throw new IllegalArgumentException(
          fieldName()
              + ": "
              + text.length()
              + " characters where at most "
              + room
              + " fit: '"
              + text
              + "'");
    }
    if (!StandardCharsets.ISO_8859_1.newEncoder().canEncode(text)) {
      throw new IllegalArgumentException(
          fieldName() + ": '" + text + "' has characters outside ISO 8859-1");
    }
    header.put(offset(version, 0), text.getBytes(StandardCharsets.ISO_8859_1));
  }

  /** The standard's name of the field. */
  String fieldName() {
    return name().toLowerCase(Locale.ROOT);
  }

  private Kind kind(NiftiVersion version) {
    return version == NiftiVersion.NIFTI_1 ? kind1 : kind2;
  }

  private long fitting(long value, long min, long max, NiftiVersion version) {
    if (value < min || value > max) {
      throw new IllegalArgumentException(
          fieldName()
              + ": "
              + value
              + " where a "
              + version
              + " header holds "
              + min
              + " to "
              + max
              + (version == NiftiVersion.NIFTI_1 ? ". Write NIFTI_2" : ""));
    }
    return value;
  }
}
