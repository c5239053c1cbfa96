package org.mitchell.nifti;

import java.nio.ByteBuffer;

/** Turns a header into its bytes. What no field claims stays zero. */
final class HeaderEncoder {
  private HeaderEncoder() {}

  /**
   * The header, its four flag bytes excluded.
   *
   * @throws IllegalArgumentException if a value does not fit its field
   */
  static byte[] encode(NiftiHeader header) {
    var version = header.version();
    var bytes = ByteBuffer.allocate(version.headerBytes()).order(header.byteOrder());
    HeaderField.SIZEOF_HDR.putInteger(bytes, version, 0, version.headerBytes());
    bytes.put(HeaderField.MAGIC.offset(version, 0), HeaderMagic.single(version));
    putData(bytes, header);
    putOrientation(bytes, version, header.orientation());
    putMeaning(bytes, header);
    return bytes.array();
  }

  private static void putData(ByteBuffer bytes, NiftiHeader header) {
    var version = header.version();
    int[] dims = header.dims();
    HeaderField.DIM.putInteger(bytes, version, 0, dims.length);
    for (int i = 1; i <= 7; i++) {
      HeaderField.DIM.putInteger(bytes, version, i, i <= dims.length ? dims[i - 1] : 1);
    }
    HeaderField.DATATYPE.putInteger(bytes, version, 0, header.datatype().code());
    HeaderField.BITPIX.putInteger(bytes, version, 0, 8L * header.datatype().bytes());
    long voxOffset =
        version.firstFreeByte() + (long) NiftiExtension.storedBytes(header.extensions());
    HeaderField.VOX_OFFSET.putInteger(bytes, version, 0, voxOffset);
    HeaderField.SCL_SLOPE.putReals(bytes, version, header.scaling().slope());
    HeaderField.SCL_INTER.putReals(bytes, version, header.scaling().intercept());
  }

  private static void putOrientation(
      ByteBuffer bytes, NiftiVersion version, Orientation orientation) {
    HeaderField.PIXDIM.putReals(bytes, version, orientation.pixdim());
    HeaderField.QFORM_CODE.putInteger(bytes, version, 0, orientation.qformCode());
    HeaderField.QUATERN.putReals(bytes, version, orientation.quatern());
    HeaderField.QOFFSET.putReals(bytes, version, orientation.qoffset());
    HeaderField.SFORM_CODE.putInteger(bytes, version, 0, orientation.sformCode());
    HeaderField.SROW.putReals(bytes, version, orientation.srow());
  }

  private static void putMeaning(ByteBuffer bytes, NiftiHeader header) {
    var version = header.version();
    var intent = header.intent();
    HeaderField.INTENT_CODE.putInteger(bytes, version, 0, intent.code());
    HeaderField.INTENT_P.putReals(bytes, version, intent.p1(), intent.p2(), intent.p3());
    HeaderField.INTENT_NAME.putText(bytes, version, intent.name());
    var slices = header.slices();
    HeaderField.DIM_INFO.putInteger(bytes, version, 0, slices.dimInfo());
    HeaderField.SLICE_START.putInteger(bytes, version, 0, slices.start());
    HeaderField.SLICE_END.putInteger(bytes, version, 0, slices.end());
    HeaderField.SLICE_CODE.putInteger(bytes, version, 0, slices.code());
    HeaderField.SLICE_DURATION.putReals(bytes, version, slices.duration());
    HeaderField.XYZT_UNITS.putInteger(bytes, version, 0, header.xyztUnits());
    HeaderField.TOFFSET.putReals(bytes, version, header.timeOffset());
    HeaderField.CAL_MIN.putReals(bytes, version, header.calMin());
    HeaderField.CAL_MAX.putReals(bytes, version, header.calMax());
    HeaderField.DESCRIP.putText(bytes, version, header.descrip());
    HeaderField.AUX_FILE.putText(bytes, version, header.auxFile());
  }
}
