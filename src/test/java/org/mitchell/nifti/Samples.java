package org.mitchell.nifti;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Path;

/** Images and shortcuts that several tests share. */
final class Samples {
  static final Path FIXTURES = Path.of("testdata", "nifti");

  /**
   * The affine of the CMU grid: x steps are negative (voxel 0,0,0 is at 78.125 mm, -112.5 mm, -48
   * mm).
   */
  static final double[][] MNI = {
    {-3.125, 0, 0, 78.125}, {0, 3.125, 0, -112.5}, {0, 0, 6, -48}, {0, 0, 0, 1}
  };

  private Samples() {}

  /** A small float map as the project's own maps are described. */
  static NiftiHeader.Builder map(int... dims) {
    return NiftiHeader.builder(dims)
        .sform(MNI, NiftiXform.MNI_152)
        .intent(NiftiIntent.of(NiftiIntent.CODE_ESTIMATE, "r"))
        .calRange(-0.5, 0.5)
        .descrip("held-out correlation");
  }

  static float[] ramp(int count) {
    var values = new float[count];
    for (int i = 0; i < count; i++) {
      values[i] = (i - 3) * 0.37f;
    }
    return values;
  }

  static byte[] plain(NiftiImage image) throws IOException {
    var out = new ByteArrayOutputStream();
    NiftiWriter.write(image, out);
    return out.toByteArray();
  }

  static byte[] gzipped(NiftiImage image, int level) throws IOException {
    var out = new ByteArrayOutputStream();
    NiftiWriter.writeGzip(image, out, level);
    return out.toByteArray();
  }

  static NiftiImage read(byte[] bytes) throws IOException {
    return NiftiReader.read(new ByteArrayInputStream(bytes), "bytes.nii");
  }
}
