package org.mitchell.nifti;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class NiftiRoundTripTest {
  static Stream<NiftiHeader> everyKind() {
    var headers = new ArrayList<NiftiHeader>();
    for (var type : NiftiDatatype.values()) {
      for (var order : List.of(ByteOrder.LITTLE_ENDIAN, ByteOrder.BIG_ENDIAN)) {
        for (var version : NiftiVersion.values()) {
          headers.add(
              Samples.map(2, 3, 2).datatype(type).byteOrder(order).version(version).build());
        }
      }
    }
    return headers.stream();
  }

  @ParameterizedTest
  @MethodSource("everyKind")
  void extremeValuesOfEveryKindComeBack(NiftiHeader header) throws IOException {
    double[] values = extremes(header.datatype());
    var image = NiftiImage.of(header, values);
    for (byte[] bytes : List.of(Samples.plain(image), Samples.gzipped(image, 1))) {
      var again = Samples.read(bytes);
      assertThat(again.header()).isEqualTo(header);
      assertThat(again.toDoubles()).containsExactly(values);
    }
  }

  /** Twelve values, the bounds of the type among them. */
  private static double[] extremes(NiftiDatatype type) {
    double[] values = new double[12];
    Arrays.setAll(values, i -> i);
    double[] bounds =
        switch (type) {
          case UINT8 -> new double[] {0, 255};
          case INT8 -> new double[] {-128, 127};
          case INT16 -> new double[] {-32768, 32767};
          case UINT16 -> new double[] {0, 65535};
          case INT32 -> new double[] {-2147483648.0, 2147483647};
          case UINT32 -> new double[] {0, 4294967295.0};
          case INT64 -> new double[] {-0x1p63, 0x1p62};
          case UINT64 -> new double[] {0x1p63, 0x1p64 - 2048};
          case FLOAT32 -> new double[] {Double.NaN, -Float.MIN_VALUE};
          case FLOAT64 -> new double[] {Double.NEGATIVE_INFINITY, Math.PI};
        };
    values[10] = bounds[0];
    values[11] = bounds[1];
    return values;
  }

  @Test
  void storedLongsComeBackToTheLastBit() throws IOException {
    for (var type : List.of(NiftiDatatype.INT64, NiftiDatatype.UINT64)) {
      long[] labels = {Long.MIN_VALUE, -1, 0, 1, (1L << 53) + 1, Long.MAX_VALUE};
      var image = NiftiImage.ofStored(NiftiHeader.builder(6, 1, 1).datatype(type).build(), labels);
      var again = Samples.read(Samples.plain(image));
      assertThat(again.toStoredLongs()).containsExactly(labels);
      assertThat(again.storedLong(4)).isEqualTo(9007199254740993L);
    }
  }

  @Test
  void imagesOfSeveralBlocksComeBack() throws IOException {
    float[] values = Samples.ramp(61 * 73 * 61 * 2);
    values[values.length - 1] = Float.NaN;
    var image =
        NiftiImage.of(Samples.map(61, 73, 61, 2).byteOrder(ByteOrder.BIG_ENDIAN).build(), values);
    var again = Samples.read(Samples.gzipped(image, 1));
    assertThat(Arrays.equals(again.toFloats(), values)).as("all values equal").isTrue();
    assertThat(again.floats(61 * 73 * 61, 3)).containsExactly(image.floats(61 * 73 * 61, 3));
    assertThat(again.value(60, 72, 60, 0)).isEqualTo(values[61 * 73 * 61 - 1]);
  }

  @Test
  void allOfTheHeaderComesBack() throws IOException {
    for (var version : NiftiVersion.values()) {
      var header =
          NiftiHeader.builder(2, 1, 1, 1, 1, 1, 2)
              .version(version)
              .datatype(NiftiDatatype.INT16)
              .scaling(new NiftiScaling(0.1, -3))
              .qform(Samples.MNI, NiftiXform.SCANNER_ANAT)
              .sform(Samples.MNI, NiftiXform.MNI_152)
              .voxelSizes(3.125, 3.125, 6, 2.2, 1, 1, 0.7)
              .units(NiftiUnits.MM, NiftiUnits.SEC)
              .intent(new NiftiIntent(NiftiIntent.CODE_FTEST, 3, 56.5, 0.1, "sixteen letters!"))
              .slices(new NiftiSlices(57, 1, 22, 5, 0.0625))
              .calRange(-4.4, 4.4)
              .timeOffset(0.3)
              .descrip("d".repeat(79) + "\u00e9")
              .auxFile("a".repeat(24))
              .extensions(
                  List.of(
                      new NiftiExtension(6, "eight by".getBytes(StandardCharsets.US_ASCII)),
                      new NiftiExtension(4, new byte[24])))
              .build();
      var again = Samples.read(Samples.plain(NiftiImage.of(header, 1.0, -1.0, 2.0, 3.0))).header();
      assertThat(again).isEqualTo(header);
      assertThat(again).hasToString(header.toString());
      assertThat(again.scaling()).isEqualTo(header.scaling());
      assertThat(again.intent()).isEqualTo(header.intent());
      assertThat(again.slices()).isEqualTo(new NiftiSlices(57, 1, 22, 5, 0.0625));
      assertThat(again.pixdim()).containsExactly(header.pixdim());
      assertThat(again.xyztUnits()).isEqualTo(10);
      assertThat(again.descrip()).isEqualTo(header.descrip());
      assertThat(again.extensions()).isEqualTo(header.extensions());
    }
  }

  @Test
  void shortExtensionsArePaddedToSixteenBytes() throws IOException {
    var header =
        Samples.map(1, 1, 1)
            .extensions(List.of(new NiftiExtension(6, new byte[] {1, 2, 3})))
            .build();
    byte[] bytes = Samples.plain(NiftiImage.of(header, 5f));
    assertThat(bytes).hasSize(352 + 16 + 4);
    var again = Samples.read(bytes);
    assertThat(again.header().extensions().get(0).content())
        .containsExactly(1, 2, 3, 0, 0, 0, 0, 0);
    assertThat(again.value(0, 0, 0)).isEqualTo(5);
  }

  @Test
  void theSameImageGivesTheSameGzipBytes() throws IOException {
    var image = NiftiImage.of(Samples.map(7, 5, 3).build(), Samples.ramp(105));
    byte[] bytes = Samples.gzipped(image, 6);
    assertThat(Samples.gzipped(image, 6)).containsExactly(bytes);
    assertThat(Arrays.copyOfRange(bytes, 3, 8))
        .as("flags and time of the gzip header")
        .containsOnly(0);
  }

  @Test
  void theNameDecidesOnCompression() throws IOException {
    var image = NiftiImage.of(Samples.map(1, 1, 1).build(), 1f);
    var plain = new ByteArrayOutputStream();
    NiftiWriter.write(image, "r.nii", plain);
    assertThat(plain.toByteArray()).containsExactly(Samples.plain(image));
    var gzip = new ByteArrayOutputStream();
    NiftiWriter.write(image, "r.nii.gz", gzip);
    assertThat(gzip.toByteArray()).startsWith(0x1F, 0x8B);
  }

  @Test
  void anotherByteOrderAndVersionKeepTheValues() throws IOException {
    var little =
        NiftiHeader.builder(3, 1, 1)
            .datatype(NiftiDatatype.INT32)
            .byteOrder(ByteOrder.LITTLE_ENDIAN)
            .build();
    var image = Samples.read(Samples.plain(NiftiImage.ofStored(little, 1, -2, 1 << 30)));
    var other =
        little.toBuilder().byteOrder(ByteOrder.BIG_ENDIAN).version(NiftiVersion.NIFTI_2).build();
    byte[] bytes = Samples.plain(image.withHeader(other));
    assertThat(Arrays.copyOfRange(bytes, 544, 556))
        .containsExactly(0, 0, 0, 1, -1, -1, -1, -2, 64, 0, 0, 0);
  }
}
