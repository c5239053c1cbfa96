package org.mitchell.nifti;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import org.junit.jupiter.api.Test;

class NiftiImageTest {
  @Test
  void theFirstIndexRunsFastest() {
    var image =
        NiftiImage.of(
            Samples.map(2, 3, 2).build(), 0f, 1f, 2f, 3f, 4f, 5f, 6f, 7f, 8f, 9f, 10f, 11f);
    assertThat(image.value(1, 0, 0)).isEqualTo(1);
    assertThat(image.value(0, 1, 0)).isEqualTo(2);
    assertThat(image.value(0, 0, 1)).isEqualTo(6);
    assertThat(image.value(1, 2)).as("a missing index is 0").isEqualTo(5);
  }

  @Test
  void anIndexOutsideIsNamed() {
    var image = NiftiImage.of(Samples.map(2, 1, 1).build(), 0f, 1f);
    assertThatThrownBy(() -> image.value(0, 1, 0))
        .isInstanceOf(IndexOutOfBoundsException.class)
        .hasMessage("voxel [0, 1, 0] in an image of [2, 1, 1]");
    assertThatThrownBy(() -> image.value(-1, 0, 0)).isInstanceOf(IndexOutOfBoundsException.class);
    assertThatThrownBy(() -> image.value(0, 0, 0, 0)).isInstanceOf(IndexOutOfBoundsException.class);
  }

  @Test
  void scaledValuesAreRoundedToTheNearestStep() throws IOException {
    var header =
        NiftiHeader.builder(4, 1, 1)
            .datatype(NiftiDatatype.UINT8)
            .scaling(new NiftiScaling(0.5, 10))
            .build();
    var again = Samples.read(Samples.plain(NiftiImage.of(header, 10.0, 10.7, 10.2, 137.5)));
    assertThat(again.toStoredLongs()).containsExactly(0, 1, 0, 255);
    assertThat(again.toFloats()).containsExactly(10f, 10.5f, 10f, 137.5f);
  }

  @Test
  void aSlopeOfZeroOrNaNLeavesStoredValuesAlone() {
    assertThat(new NiftiScaling(0, 5).valueOf(3)).isEqualTo(3);
    assertThat(new NiftiScaling(Double.NaN, Double.NaN).valueOf(3)).isEqualTo(3);
    assertThat(new NiftiScaling(2, 1).valueOf(3)).isEqualTo(7);
  }

  @Test
  void valuesOutOfTheDatatypesRangeAreRefused() {
    var bytes = NiftiHeader.builder(1, 1, 1).datatype(NiftiDatatype.UINT8).build();
    assertThatIllegalArgumentException()
        .isThrownBy(() -> NiftiImage.of(bytes, 255.6))
        .withMessage("the stored value 255.6 does not fit UINT8 (0.0 to 255.0)");
    assertThatIllegalArgumentException().isThrownBy(() -> NiftiImage.of(bytes, Double.NaN));
    assertThatIllegalArgumentException().isThrownBy(() -> NiftiImage.ofStored(bytes, -1));
    var longs = bytes.toBuilder().datatype(NiftiDatatype.INT64).build();
    assertThatIllegalArgumentException().isThrownBy(() -> NiftiImage.of(longs, 0x1p63));
    var floats = bytes.toBuilder().datatype(NiftiDatatype.FLOAT32).build();
    assertThatIllegalArgumentException().isThrownBy(() -> NiftiImage.of(floats, 1e39));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> NiftiImage.ofStored(floats, (1 << 24) + 1));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> NiftiImage.ofStored(floats, Long.MAX_VALUE));
  }

  @Test
  void theNumberOfValuesMustFitTheDimensions() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> NiftiImage.of(Samples.map(2, 2, 2).build(), new float[7]))
        .withMessage("7 values where dimensions [2, 2, 2] have 8 voxels");
  }

  @Test
  void aHeaderOfAnotherDatatypeIsRefused() {
    var image = NiftiImage.of(Samples.map(1, 1, 1).build(), 1f);
    var other = image.header().toBuilder().datatype(NiftiDatatype.INT32).build();
    assertThatIllegalArgumentException().isThrownBy(() -> image.withHeader(other));
  }

  @Test
  void whatDoesNotFitTheHeaderIsRefusedWhenItIsBuilt() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> NiftiHeader.builder(40_000, 1, 1).build())
        .withMessage("dim: 40000 where a NIFTI_1 header holds -32768 to 32767. Write NIFTI_2");
    assertThat(NiftiHeader.builder(40_000, 1, 1).version(NiftiVersion.NIFTI_2).build().voxels())
        .isEqualTo(40_000);
    assertThatIllegalArgumentException().isThrownBy(() -> NiftiHeader.builder(1, 0, 1));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> NiftiHeader.builder(1, 1, 1, 1, 1, 1, 1, 1));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Samples.map(1).descrip("x".repeat(81)).build());
    assertThatIllegalArgumentException().isThrownBy(() -> Samples.map(1).descrip("\u03c3").build());
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Samples.map(1).calRange(0, 1e300).build());
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Samples.map(1).scaling(new NiftiScaling(1e-60, 0)).build());
    assertThatIllegalArgumentException().isThrownBy(() -> Samples.map(1).voxelSizes(3, 0, 3));
    int huge = Integer.MAX_VALUE;
    assertThatIllegalArgumentException()
        .isThrownBy(
            () -> NiftiHeader.builder(huge, huge, huge).version(NiftiVersion.NIFTI_2).build());
  }

  /** Offsets as in the table of nifti1.h; every other byte of our maps' headers is zero. */
  @Test
  void ourMapsHaveTheirFieldsWhereTheStandardSaysAndZeroElsewhere() throws IOException {
    var header = Samples.map(51, 61, 23).byteOrder(ByteOrder.LITTLE_ENDIAN).build();
    var bytes =
        ByteBuffer.wrap(Samples.plain(NiftiImage.of(header, new float[51 * 61 * 23])))
            .order(ByteOrder.LITTLE_ENDIAN);
    assertThat(take(bytes, 0, 4)).isEqualTo(348);
    short[] dim = {3, 51, 61, 23, 1, 1, 1, 1};
    for (int i = 0; i < 8; i++) {
      assertThat(take(bytes, 40 + 2 * i, 2)).isEqualTo(dim[i]);
    }
    assertThat(take(bytes, 68, 2)).as("intent_code").isEqualTo(1001);
    assertThat(take(bytes, 70, 2)).as("datatype").isEqualTo(16);
    assertThat(take(bytes, 72, 2)).as("bitpix").isEqualTo(32);
    float[] pixdim = {1, 3.125f, 3.125f, 6, 1, 1, 1, 1};
    for (int i = 0; i < 8; i++) {
      assertThat(takeFloat(bytes, 76 + 4 * i)).isEqualTo(pixdim[i]);
    }
    assertThat(takeFloat(bytes, 108)).as("vox_offset").isEqualTo(352);
    assertThat(take(bytes, 123, 1)).as("xyzt_units").isEqualTo(2);
    assertThat(takeFloat(bytes, 124)).as("cal_max").isEqualTo(0.5f);
    assertThat(takeFloat(bytes, 128)).as("cal_min").isEqualTo(-0.5f);
    assertThat(take(bytes, 148, 4)).as("descrip").isEqualTo('h' | 'e' << 8 | 'l' << 16 | 'd' << 24);
    bytes.put(152, new byte[16]);
    assertThat(take(bytes, 252, 2)).as("qform_code").isZero();
    assertThat(take(bytes, 254, 2)).as("sform_code").isEqualTo(4);
    for (int row = 0; row < 3; row++) {
      for (int column = 0; column < 4; column++) {
        double there = takeFloat(bytes, 280 + 16 * row + 4 * column);
        assertThat(there).isEqualTo(Samples.MNI[row][column], within(0.0));
      }
    }
    assertThat(take(bytes, 328, 1)).as("intent_name").isEqualTo('r');
    assertThat(take(bytes, 344, 4)).as("magic").isEqualTo('n' | '+' << 8 | '1' << 16);
    assertThat(bytes.array()).as("all that is left, zero image included").containsOnly(0);
  }

  private static int take(ByteBuffer bytes, int at, int width) {
    int value =
        switch (width) {
          case 1 -> bytes.get(at);
          case 2 -> bytes.getShort(at);
          default -> bytes.getInt(at);
        };
    bytes.put(at, new byte[width]);
    return value;
  }

  private static float takeFloat(ByteBuffer bytes, int at) {
    return Float.intBitsToFloat(take(bytes, at, 4));
  }
}
