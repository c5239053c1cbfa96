package org.mitchell.nifti;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.math.BigInteger;
import java.nio.file.Files;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.stream.DoubleStream;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Files that nibabel wrote, read here and compared with what nibabel and numpy say of them. */
class NiftiFixturesTest {
  private static final JsonNode EXPECTED =
      JsonMapper.shared().readTree(Samples.FIXTURES.resolve("expected.json").toFile());

  static Stream<String> files() {
    return EXPECTED.propertyNames().stream();
  }

  @ParameterizedTest
  @MethodSource("files")
  void valuesAreThoseThatNibabelReads(String file) throws IOException {
    var image = NiftiReader.read(Samples.FIXTURES.resolve(file));
    var expected = EXPECTED.get(file);
    assertThat(image.dims()).containsExactly(ints(expected.get("dims")));
    assertThat(image.toDoubles()).containsExactly(pythonFloats(expected.get("values")));
  }

  @ParameterizedTest
  @MethodSource("files")
  void storedIntegersAreExact(String file) throws IOException {
    var image = NiftiReader.read(Samples.FIXTURES.resolve(file));
    if (!image.header().datatype().name().startsWith("FLOAT")) {
      long[] stored =
          elements(EXPECTED.get(file).get("stored"))
              .mapToLong(number -> new BigInteger(number.asString()).longValue())
              .toArray();
      assertThat(image.toStoredLongs()).containsExactly(stored);
    } else {
      assertThatThrownBy(image::toStoredLongs).isInstanceOf(IllegalStateException.class);
    }
  }

  @ParameterizedTest
  @MethodSource("files")
  void affineIsTheOneThatNibabelPicks(String file) throws IOException {
    var header = NiftiReader.readHeader(Samples.FIXTURES.resolve(file));
    var expected = EXPECTED.get(file);
    assertThat(header.qformCode()).isEqualTo(expected.get("qformCode").asInt());
    assertThat(header.sformCode()).isEqualTo(expected.get("sformCode").asInt());
    double[] flat = Arrays.stream(header.affine()).flatMapToDouble(DoubleStream::of).toArray();
    double[] theirs =
        elements(expected.get("affine"))
            .flatMap(NiftiFixturesTest::elements)
            .mapToDouble(JsonNode::asDouble)
            .toArray();
    assertThat(flat).containsExactly(theirs, within(1e-6));
  }

  @ParameterizedTest
  @MethodSource("files")
  void headerFieldsAreThoseThatNibabelReads(String file) throws IOException {
    var header = NiftiReader.readHeader(Samples.FIXTURES.resolve(file));
    var expected = EXPECTED.get(file);
    assertThat(header.version())
        .isEqualTo(NiftiVersion.values()[expected.get("version").asInt() - 1]);
    assertThat(header.byteOrder()).hasToString(expected.get("order").asString());
    assertThat(header.datatype()).hasToString(expected.get("datatype").asString());
    assertThat(header.scaling().valueOf(2))
        .isEqualTo(2 * expected.get("slope").asDouble() + expected.get("inter").asDouble());
    assertThat(header.pixdim()).containsExactly(doubles(expected.get("pixdim")));
    double[] p = doubles(expected.get("intentP"));
    assertThat(header.intent())
        .isEqualTo(
            new NiftiIntent(
                expected.get("intentCode").asInt(),
                p[0],
                p[1],
                p[2],
                expected.get("intentName").asString()));
    assertThat(header.xyztUnits()).isEqualTo(expected.get("xyztUnits").asInt());
    assertThat(header.calMin()).isEqualTo(expected.get("calMin").asDouble());
    assertThat(header.calMax()).isEqualTo(expected.get("calMax").asDouble());
    assertThat(header.descrip()).isEqualTo(expected.get("descrip").asString());
    assertThat(header.auxFile()).isEqualTo(expected.get("auxFile").asString());
    assertThat(header.timeOffset()).isEqualTo(expected.get("toffset").asDouble());
    double[] s = doubles(expected.get("slices"));
    assertThat(header.slices())
        .isEqualTo(new NiftiSlices((int) s[0], (long) s[1], (long) s[2], (int) s[3], s[4]));
  }

  @Test
  void extensionsAreReadInTheirOrder() throws IOException {
    var extensions =
        NiftiReader.readHeader(Samples.FIXTURES.resolve("extensions.nii")).extensions();
    var expected = EXPECTED.get("extensions.nii").get("extensions");
    assertThat(extensions).hasSize(2);
    for (int i = 0; i < 2; i++) {
      assertThat(extensions.get(i).code()).isEqualTo(expected.get(i).get(0).asInt());
      assertThat(HexFormat.of().formatHex(extensions.get(i).content()))
          .startsWith(expected.get(i).get(1).asString());
    }
  }

  @ParameterizedTest
  @MethodSource("files")
  void readAndWrittenAgainTheFileSaysTheSame(String file) throws IOException {
    var image = NiftiReader.read(Samples.FIXTURES.resolve(file));
    var again = Samples.read(Samples.plain(image));
    assertThat(again.header()).isEqualTo(image.header());
    assertThat(again.toDoubles()).containsExactly(image.toDoubles());
  }

  @Test
  void eitherFileOfAPairLeadsToTheImage() throws IOException {
    var image = NiftiReader.read(Samples.FIXTURES.resolve("pair.img"));
    assertThat(image.value(1, 0, 0)).isEqualTo(5000);
  }

  @Test
  void aPairInAStreamIsUnsupported() throws IOException {
    try (var stream = Files.newInputStream(Samples.FIXTURES.resolve("pair.hdr"))) {
      assertThatThrownBy(() -> NiftiReader.read(stream, "pair.hdr"))
          .isInstanceOfSatisfying(
              NiftiException.class, e -> assertThat(e.isUnsupported()).isTrue());
    }
  }

  @Test
  void complexNumbersAreUnsupportedNotCorrupt() {
    var file = Samples.FIXTURES.resolve("complex64.nii");
    assertThatThrownBy(() -> NiftiReader.read(file))
        .isInstanceOfSatisfying(
            NiftiException.class,
            e -> {
              assertThat(e.isUnsupported()).isTrue();
              assertThat(e.file()).isEqualTo(file.toString());
              assertThat(e.position()).isEqualTo(70);
            })
        .hasMessage(
            file
                + ": byte 70: unsupported: datatype 32 (COMPLEX64) where a NIfTI image of real"
                + " numbers of up to 64 bits is expected. Convert the image");
  }

  private static Stream<JsonNode> elements(JsonNode array) {
    return StreamSupport.stream(array.spliterator(), false);
  }

  private static int[] ints(JsonNode array) {
    return elements(array).mapToInt(JsonNode::asInt).toArray();
  }

  private static double[] doubles(JsonNode array) {
    return elements(array).mapToDouble(JsonNode::asDouble).toArray();
  }

  /** Python's repr of each number, read back without loss. */
  private static double[] pythonFloats(JsonNode array) {
    return elements(array)
        .map(JsonNode::asString)
        .map(text -> text.replace("nan", "NaN").replace("inf", "Infinity"))
        .mapToDouble(Double::parseDouble)
        .toArray();
  }
}
