package org.mitchell.cli.figures;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import org.mitchell.nifti.NiftiHeader;
import org.mitchell.nifti.NiftiImage;
import org.mitchell.nifti.NiftiIntent;
import org.mitchell.nifti.NiftiWriter;

/** Small images, with the values that a test gives them, written into its folder. */
record MadeMaps(Path folder) {
  /** Volume t has values up to t + 1. */
  Path fourVolumes() throws IOException {
    var values = new float[4 * 125];
    for (int i = 0; i < values.length; i++) {
      values[i] = (i % 125 + 1) / 125f * (i / 125 + 1);
    }
    Files.writeString(
        folder.resolve("four.json"),
        "{\"Description\": \"Signatures\", \"Subject\": \"P1\", \"Simulated\": true,"
            + " \"VolumeNames\": [\"see\", \"hear\", \"eat\", \"run\"]}");
    return written("four.nii", header(5, 5, 5, 4), values);
  }

  Path written(String name, NiftiHeader header, float[] values) throws IOException {
    Path file = folder.resolve(name);
    try (OutputStream stream = Files.newOutputStream(file)) {
      NiftiWriter.write(NiftiImage.of(header, values), stream);
    }
    return file;
  }

  /** The values 1, 2, 3 and so on. */
  static float[] ramp(int count) {
    var values = new float[count];
    for (int i = 0; i < count; i++) {
      values[i] = i + 1;
    }
    return values;
  }

  /** Voxels of 4 mm in MNI space. */
  static NiftiHeader header(int... dims) {
    return header(new double[] {-10, -10, -10}, dims);
  }

  /** A header of 27 voxels half a metre away from the brain. */
  static NiftiHeader far() {
    return header(new double[] {502, 500, 500}, 3, 3, 3);
  }

  private static NiftiHeader header(double[] origin, int... dims) {
    double[][] affine = {
      {4, 0, 0, origin[0]}, {0, 4, 0, origin[1]}, {0, 0, 4, origin[2]}, {0, 0, 0, 1}
    };
    return NiftiHeader.builder(dims)
        .sform(affine, 4)
        .intent(NiftiIntent.of(NiftiIntent.CODE_ZSCORE, ""))
        .build();
  }
}
