package org.mitchell.nifti;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Which side is left must never hang on a form that is none. Offsets are those of NIfTI-1. */
class NiftiPlacementTest {
  private static final double[][] SCANNER = {
    {-2, 0, 0, 30}, {0, 2, 0, -40}, {0, 0, 2, -50}, {0, 0, 0, 1}
  };
  private static final int PIXDIM = 76;
  private static final int XYZT_UNITS = 123;
  private static final int SFORM_CODE = 254;
  private static final int SROW = 280;

  @ParameterizedTest
  @ValueSource(floats = {0, Float.NaN, Float.POSITIVE_INFINITY})
  void anSformThatIsNoAffineLeavesTheQform(float filling) throws IOException {
    NiftiHeader header =
        changed(
            NiftiHeader.builder(2, 2, 2).qform(SCANNER, 1).build(),
            bytes -> {
              bytes.putShort(SFORM_CODE, (short) 4);
              for (int i = 0; i < 12; i++) {
                bytes.putFloat(SROW + 4 * i, filling);
              }
            });
    assertThat(header.placement()).isEqualTo(NiftiPlacement.QFORM);
    assertThat(header.xformCode()).isEqualTo(1);
    assertThat(header.affine()).isDeepEqualTo(SCANNER);
  }

  @Test
  void aFlatSformAloneIsNoPlace() throws IOException {
    NiftiHeader header =
        changed(
            NiftiHeader.builder(2, 2, 2).sform(SCANNER, 4).build(),
            bytes -> {
              // The third column repeats the first.
              bytes.putFloat(SROW + 8, -2);
              bytes.putFloat(SROW + 40, 0);
            });
    assertThat(header.placement()).isEqualTo(NiftiPlacement.NONE);
    assertThat(header.xformCode()).isZero();
  }

  @Test
  void withoutCodesThereIsNoPlace() {
    NiftiHeader header = NiftiHeader.builder(2, 2, 2).sform(SCANNER, 0).build();
    assertThat(header.placement()).isEqualTo(NiftiPlacement.NONE);
  }

  @Test
  void aQfacOfZeroIsOne() throws IOException {
    double[][] plain = {{2, 0, 0, 30}, {0, 2, 0, -40}, {0, 0, 2, -50}, {0, 0, 0, 1}};
    NiftiHeader header =
        changed(
            NiftiHeader.builder(2, 2, 2).qform(plain, 1).build(),
            bytes -> bytes.putFloat(PIXDIM, 0));
    assertThat(header.affine()).isDeepEqualTo(plain);
  }

  @Test
  void micrometresAndMetresBecomeMillimetres() throws IOException {
    for (boolean sform : new boolean[] {true, false}) {
      var builder = NiftiHeader.builder(2, 2, 2);
      double[][] large = {{-3000, 0, 0, 9000}, {0, 3000, 0, 0}, {0, 0, 3000, 0}, {0, 0, 0, 1}};
      NiftiHeader stored = (sform ? builder.sform(large, 1) : builder.qform(large, 1)).build();
      // 3 micrometres, with seconds (8) beside
      NiftiHeader micron = changed(stored, bytes -> bytes.put(XYZT_UNITS, (byte) (3 + 8)));
      assertThat(micron.affine()[0]).containsExactly(new double[] {-3, 0, 0, 9}, within(1e-9));
      assertThat(micron.affine()[1]).containsExactly(new double[] {0, 3, 0, 0}, within(1e-9));
      assertThat(micron.affine()[2]).containsExactly(new double[] {0, 0, 3, 0}, within(1e-9));
      NiftiHeader metres = changed(stored, bytes -> bytes.put(XYZT_UNITS, (byte) 1));
      assertThat(metres.affine()[0]).containsExactly(new double[] {-3e6, 0, 0, 9e6}, within(1e-3));
    }
  }

  @Test
  void formsThatMirrorEachOtherAreTold() {
    double[][] other = {{2, 0, 0, -30}, {0, 2, 0, -40}, {0, 0, 2, -50}, {0, 0, 0, 1}};
    double[][] moved = {{-2, 0, 0, 33}, {0, 2, 0, -44}, {0, 0, 2, -55}, {0, 0, 0, 1}};
    var both = NiftiHeader.builder(2, 2, 2).qform(SCANNER, 1);
    assertThat(both.sform(other, 4).build().formsAreMirrored()).isTrue();
    assertThat(both.sform(moved, 4).build().formsAreMirrored()).isFalse();
    assertThat(both.sform(other, 0).build().formsAreMirrored()).isFalse();
  }

  private interface Change {
    void to(ByteBuffer bytes);
  }

  private static NiftiHeader changed(NiftiHeader header, Change change) throws IOException {
    NiftiHeader little = header.toBuilder().byteOrder(ByteOrder.LITTLE_ENDIAN).build();
    var bytes = new ByteArrayOutputStream();
    NiftiWriter.write(NiftiImage.of(little, new float[8]), bytes);
    byte[] file = Arrays.copyOf(bytes.toByteArray(), bytes.size());
    change.to(ByteBuffer.wrap(file).order(ByteOrder.LITTLE_ENDIAN));
    return NiftiReader.read(new ByteArrayInputStream(file), "changed.nii").header();
  }
}
