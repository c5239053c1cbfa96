package org.mitchell.nifti;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;

/** Turns bytes into a header, believing none of them. */
final class HeaderDecoder {
  /** A header and what it says of the data's place. */
  record Decoded(NiftiHeader header, int voxOffset, boolean pair) {}

  private final Faults faults;
  private final long fileBytes;
  private final NiftiVersion version;
  private final ByteBuffer bytes;

  private HeaderDecoder(NiftiInput input, NiftiVersion version, ByteBuffer bytes) {
    this.faults = input.faults();
    this.fileBytes = input.size().orElse(Long.MAX_VALUE);
    this.version = version;
    this.bytes = bytes;
  }

  /** Reads the header at the start of {@code input}, which then stands right behind it. */
  static Decoded decode(NiftiInput input) throws IOException {
    var faults = input.faults();
    byte[] size = input.readUpTo(4);
    if (size.length < 4) {
      throw faults.corrupt(
          size.length, "the file ends where a header of 348 or 540 bytes is expected");
    }
    var order = ByteOrder.LITTLE_ENDIAN;
    var version = versionOf(ByteBuffer.wrap(size).order(order).getInt());
    if (version == null) {
      order = ByteOrder.BIG_ENDIAN;
      version = versionOf(ByteBuffer.wrap(size).getInt());
    }
    if (version == null) {
      int claimed = ByteBuffer.wrap(size).order(ByteOrder.nativeOrder()).getInt();
      throw faults.corrupt(
          0,
          "sizeof_hdr is "
              + claimed
              + " where 348 (NIfTI-1) or 540 (NIfTI-2) is expected. "
              + "Is this a NIfTI file?");
    }
    byte[] rest = input.readUpTo(version.headerBytes() - 4);
    if (rest.length < version.headerBytes() - 4) {
      throw faults.corrupt(
          4 + rest.length,
          "the file ends inside the header of "
              + version.headerBytes()
              + " bytes. Copy or download it again");
    }
    var bytes = ByteBuffer.allocate(version.headerBytes()).order(order).put(size).put(rest);
    return new HeaderDecoder(input, version, bytes).decode();
  }

  private static NiftiVersion versionOf(int sizeofHdr) {
    return Arrays.stream(NiftiVersion.values())
        .filter(v -> v.headerBytes() == sizeofHdr)
        .findFirst()
        .orElse(null);
  }

  private Decoded decode() throws NiftiException {
    boolean pair = pair();
    var builder =
        NiftiHeader.builder(dims())
            .version(version)
            .byteOrder(bytes.order())
            .datatype(datatype())
            .scaling(scaling())
            .orientation(orientation());
    addMeaning(builder);
    return new Decoded(builder.build(), voxOffset(pair), pair);
  }

  private boolean pair() throws NiftiException {
    int at = at(HeaderField.MAGIC, 0);
    byte[] magic = Arrays.copyOfRange(bytes.array(), at, at + HeaderMagic.single(version).length);
    if (HeaderMagic.isSingle(version, magic)) {
      return false;
    }
    if (HeaderMagic.isPair(version, magic)) {
      return true;
    }
    if (Arrays.equals(magic, new byte[magic.length])) {
      throw faults.unsupported(
          at,
          "no magic bytes: this is an ANALYZE 7.5 header, not NIfTI. "
              + "Convert the image to NIfTI");
    }
    throw faults.corrupt(
        at,
        "magic bytes "
            + Arrays.toString(magic)
            + " where "
            + Arrays.toString(HeaderMagic.single(version))
            + " is expected");
  }

  private int[] dims() throws NiftiException {
    long count = integer(HeaderField.DIM, 0);
    if (count < 1 || count > 7) {
      throw faults.corrupt(
          at(HeaderField.DIM, 0), "dim[0] is " + count + " where 1 to 7 dimensions are expected");
    }
    var dims = new int[(int) count];
    for (int i = 1; i <= count; i++) {
      long dim = integer(HeaderField.DIM, i);
      if (dim < 1) {
        throw faults.corrupt(
            at(HeaderField.DIM, i),
            "dim[" + i + "] is " + dim + " where a positive number is expected");
      }
      if (dim > Integer.MAX_VALUE) {
        throw faults.unsupported(
            at(HeaderField.DIM, i),
            "dim[" + i + "] is " + dim + " where at most " + Integer.MAX_VALUE + " is expected");
      }
      dims[i - 1] = (int) dim;
    }
    requireCountable(dims);
    return dims;
  }

  private void requireCountable(int[] dims) throws NiftiException {
    try {
      Math.multiplyExact(NiftiHeader.product(dims), 8L);
    } catch (ArithmeticException e) {
      throw faults.corrupt(
          at(HeaderField.DIM, 1),
          "dimensions " + Arrays.toString(dims) + " have a product that no file can hold",
          e);
    }
  }

  private NiftiDatatype datatype() throws NiftiException {
    int code = (int) integer(HeaderField.DATATYPE, 0);
    var known = NiftiDatatype.of(code);
    if (known.isEmpty()) {
      throw otherDatatype(code);
    }
    long bitpix = integer(HeaderField.BITPIX, 0);
    if (bitpix != 8L * known.get().bytes()) {
      throw faults.corrupt(
          at(HeaderField.BITPIX, 0),
          "bitpix is "
              + bitpix
              + " where datatype "
              + code
              + " ("
              + known.get()
              + ") has "
              + 8 * known.get().bytes());
    }
    return known.get();
  }

  private NiftiException otherDatatype(int code) {
    String name =
        switch (code) {
          case 1 -> "BINARY";
          case 32 -> "COMPLEX64";
          case 128 -> "RGB24";
          case 1536 -> "FLOAT128";
          case 1792 -> "COMPLEX128";
          case 2048 -> "COMPLEX256";
          case 2304 -> "RGBA32";
          default -> "";
        };
    int at = at(HeaderField.DATATYPE, 0);
    return name.isEmpty()
        ? faults.corrupt(
            at,
            "datatype is "
                + code
                + ", which NIfTI does not have, where one of 2, 4, 8, 16, 64, 256, "
                + "512, 768, 1024, 1280 is expected")
        : faults.unsupported(
            at,
            "datatype "
                + code
                + " ("
                + name
                + ") where a NIfTI image of real numbers of up to 64 bits is "
                + "expected. Convert the image");
  }

  private NiftiScaling scaling() throws NiftiException {
    double slope = real(HeaderField.SCL_SLOPE, 0);
    double intercept = real(HeaderField.SCL_INTER, 0);
    if (NiftiScaling.isSlope(slope) && !Double.isFinite(intercept)) {
      throw faults.corrupt(
          at(HeaderField.SCL_INTER, 0),
          "scl_inter is "
              + intercept
              + " where a finite number is expected beside a scl_slope of "
              + slope);
    }
    return new NiftiScaling(slope, intercept);
  }

  private int voxOffset(boolean pair) throws NiftiException {
    double offset = real(HeaderField.VOX_OFFSET, 0);
    int least = pair ? 0 : version.firstFreeByte();
    if (!(offset >= least && offset <= Integer.MAX_VALUE && offset == Math.rint(offset))) {
      throw faults.corrupt(
          at(HeaderField.VOX_OFFSET, 0),
          "vox_offset is "
              + offset
              + " where a whole number from "
              + least
              + " to "
              + Integer.MAX_VALUE
              + " is expected");
    }
    if (!pair && offset > fileBytes) {
      throw faults.corrupt(
          at(HeaderField.VOX_OFFSET, 0),
          "vox_offset is "
              + offset
              + " where the file has "
              + fileBytes
              + " bytes. Copy or download it again");
    }
    return (int) offset;
  }

  private Orientation orientation() {
    return new Orientation(
        HeaderField.PIXDIM.reals(bytes, version, 8),
        (int) integer(HeaderField.QFORM_CODE, 0),
        HeaderField.QUATERN.reals(bytes, version, 3),
        HeaderField.QOFFSET.reals(bytes, version, 3),
        (int) integer(HeaderField.SFORM_CODE, 0),
        HeaderField.SROW.reals(bytes, version, 12));
  }

  private void addMeaning(NiftiHeader.Builder builder) {
    builder
        .intent(
            new NiftiIntent(
                (int) integer(HeaderField.INTENT_CODE, 0),
                real(HeaderField.INTENT_P, 0),
                real(HeaderField.INTENT_P, 1),
                real(HeaderField.INTENT_P, 2),
                HeaderField.INTENT_NAME.text(bytes, version)))
        .slices(
            new NiftiSlices(
                (int) integer(HeaderField.DIM_INFO, 0),
                integer(HeaderField.SLICE_START, 0),
                integer(HeaderField.SLICE_END, 0),
                (int) integer(HeaderField.SLICE_CODE, 0),
                real(HeaderField.SLICE_DURATION, 0)))
        .xyztUnits((int) integer(HeaderField.XYZT_UNITS, 0))
        .timeOffset(real(HeaderField.TOFFSET, 0))
        .calRange(real(HeaderField.CAL_MIN, 0), real(HeaderField.CAL_MAX, 0))
        .descrip(HeaderField.DESCRIP.text(bytes, version))
        .auxFile(HeaderField.AUX_FILE.text(bytes, version));
  }

  private long integer(HeaderField field, int index) {
    return field.integer(bytes, version, index);
  }

  private double real(HeaderField field, int index) {
    return field.real(bytes, version, index);
  }

  private int at(HeaderField field, int index) {
    return field.offset(version, index);
  }
}
