package org.mitchell.gifti;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Files as older programs wrote them, and files whose points lie elsewhere. */
class GiftiPlacesTest {
  private static final String MNI = "NIFTI_XFORM_MNI_152";
  private static final String SHIFT = "1 0 0 6 0 1 0 0 0 0 1 -2 0 0 0 1";

  @TempDir private Path folder;
  private String text;
  private double[] points;

  @BeforeEach
  void plain() throws IOException {
    Path plain = Path.of("testdata/gifti/ascii-little-row.surf.gii");
    text = Files.readString(plain);
    points = SurfaceMesh.read(plain, "").points();
  }

  @ParameterizedTest
  @CsvSource({
    "'Endian=\"LittleEndian\"', 'Endian=\"GIFTI_ENDIAN_LITTLE\"'",
    "'Endian=\"LittleEndian\"', 'Endian=\"GIFTI_ENDIAN_BIG\"'",
    "'Endian=\"LittleEndian\"', 'Endian=\"Undef\"'",
    "'Endian=\"LittleEndian\"', ''",
    "'Encoding=\"ASCII\"', 'Encoding=\"GIFTI_ENCODING_ASCII\"'",
    "'\"RowMajorOrder\"', '\"GIFTI_IND_ORD_ROW_MAJOR\"'"
  })
  void olderNamesAreRead(String from, String to) throws IOException {
    assertThat(text).contains(from);
    assertThat(read(text.replace(from, to), "").points()).isEqualTo(points);
  }

  @Test
  void trianglesMayBeOfSixtyFourBits() throws IOException {
    int[] triangles =
        SurfaceMesh.read(Path.of("testdata/gifti/ascii-little-row.surf.gii"), "").triangles();
    for (String type : new String[] {"NIFTI_TYPE_INT64", "NIFTI_TYPE_UINT64"}) {
      var bytes = ByteBuffer.allocate(8 * triangles.length).order(ByteOrder.BIG_ENDIAN);
      for (int vertex : triangles) {
        bytes.putLong(vertex);
      }
      String array =
          """
          <DataArray Intent="NIFTI_INTENT_TRIANGLE" DataType="%s" ArrayIndexingOrder="RowMajorOrder"
           Dimensionality="2" Dim0="%d" Dim1="3" Encoding="Base64Binary" Endian="GIFTI_ENDIAN_BIG">
          <Data>%s</Data></DataArray>
          """
              .formatted(
                  type, triangles.length / 3, Base64.getEncoder().encodeToString(bytes.array()));
      String other =
          text.replaceFirst("(?s)<DataArray[^>]*NIFTI_INTENT_TRIANGLE.*?</DataArray>", array);
      assertThat(other).contains(type);
      assertThat(read(other, "").triangles()).isEqualTo(triangles);
    }
  }

  @Test
  void aTransformIntoTheMapsSpaceIsApplied() throws IOException {
    SurfaceMesh moved = read(with(transform("NIFTI_XFORM_SCANNER_ANAT", MNI, SHIFT)), MNI);
    for (int at = 0; at < points.length; at += 3) {
      assertThat(moved.points()[at]).isEqualTo(points[at] + 6);
      assertThat(moved.points()[at + 1]).isEqualTo(points[at + 1]);
      assertThat(moved.points()[at + 2]).isEqualTo(points[at + 2] - 2);
    }
    assertThat(moved.cautions())
        .containsExactly(
            "the points are moved by the file's transform from SCANNER ANAT to MNI 152");
  }

  @Test
  void anotherTransformIsToldAndNotApplied() throws IOException {
    SurfaceMesh mesh =
        read(with(transform("NIFTI_XFORM_UNKNOWN", "NIFTI_XFORM_TALAIRACH", SHIFT)), MNI);
    assertThat(mesh.points()).isEqualTo(points);
    assertThat(mesh.cautions()).singleElement().asString().contains("is not applied");
    // The points are in the map's space as they stand.
    assertThat(read(with(transform(MNI, "NIFTI_XFORM_TALAIRACH", SHIFT)), MNI).cautions())
        .isEmpty();
    String identity = "1 0 0 0 0 1 0 0 0 0 1 0 0 0 0 1";
    assertThat(read(with(transform("", MNI, identity)), MNI).cautions()).isEmpty();
  }

  @Test
  void aCentreOfFreeSurfersIsToldAndNotApplied() throws IOException {
    String centre =
        "<MetaData><MD><Name>VolGeomC_R</Name><Value>6.000000</Value></MD>"
            + "<MD><Name>VolGeomC_A</Name><Value>0.000000</Value></MD></MetaData>";
    SurfaceMesh mesh = read(with(centre), MNI);
    assertThat(mesh.points()).isEqualTo(points);
    assertThat(mesh.cautions()).singleElement().asString().contains("c_ras is (6, 0, 0) mm");
    assertThat(read(with(centre.replace("6.0", "0.0")), MNI).cautions()).isEmpty();
  }

  private static String transform(String from, String to, String matrix) {
    return "<CoordinateSystemTransformMatrix><DataSpace>%s</DataSpace><TransformedSpace>%s</TransformedSpace><MatrixData>%s</MatrixData></CoordinateSystemTransformMatrix>"
        .formatted(from, to, matrix);
  }

  /** The mesh with more in the array of its points, in place of what it says there. */
  private String with(String element) {
    return text.replaceAll(
            "(?s)<CoordinateSystemTransformMatrix>.*?</CoordinateSystemTransformMatrix>", "")
        .replaceFirst(
            "(<DataArray[^>]*NIFTI_INTENT_POINTSET[^>]*>)", "$1" + element.replace("$", "\\$"));
  }

  private SurfaceMesh read(String content, String space) throws IOException {
    return SurfaceMesh.read(Files.writeString(folder.resolve("mesh.gii"), content), space);
  }
}
