package org.mitchell.gifti;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.zip.DeflaterOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.mitchell.files.InputException;

/** What is wrong with a file is said with its place, and costs neither memory nor secrets. */
class GiftiDamageTest {
  @TempDir private Path folder;
  private String text;

  @BeforeEach
  void readSoundFile() throws IOException {
    text = Files.readString(Path.of("testdata/gifti/ascii-little-row.surf.gii"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "<Data>-1.5  | <Data>| 17 numbers where 18 are declared",
        "<Data>-1.5  | <Data>one |'one' where a number is expected",
        "-1.5 0.0    | NaN 0.0 | vertex 0 (counted from 0) is at NaN mm",
        "0 2 4       | 0 6 4 | triangle 0 (counted from 0) has vertex 6.0 where there are 6",
        "0 2 4       | 0 -2 4 | triangle 0 (counted from 0) has vertex -2.0",
        "2 1 4       | 2 1.5 4 | triangle 1 (counted from 0) has vertex 1.5",
        "Dim0=\"6\"  | Dim0=\"x\" | Dim0 'x' where a whole number is expected",
        "Dim0=\"6\"  | Dim0=\"0\" | an array of [0, 3] values",
        "Dim0=\"6\"  | Dim0=\"-6\" | an array of [-6, 3] values",
        "Dim0=\"6\"  | Dim0=\"2000000000\" | an array of [2000000000, 3] values",
        "Dim0=\"6\" Dim1=\"3\" | Dim0=\"9\" Dim1=\"2\" | points of shape [9, 2] where rows of"
            + " three",
        "Dim0=\"6\"  | Dim9=\"6\" | <DataArray> without Dim0",
        "Dimensionality=\"2\" | Dimensionality=\"7\" | Dimensionality '7'",
        "Encoding=\"ASCII\" | Encoding=\"Base64Binary\" | the data are not base64",
        "Encoding=\"ASCII\" | Encoding=\"Morse\" | Encoding 'Morse' where ASCII, Base64Binary",
        "Encoding=\"ASCII\" | Encoding=\"ExternalFileBinary\" | in another file, which is not read",
        "LittleEndian | MiddleEndian | Endian 'MiddleEndian'",
        "RowMajorOrder | NoOrder | ArrayIndexingOrder 'NoOrder'",
        "NIFTI_TYPE_FLOAT32 | NIFTI_TYPE_RGB24 | DataType 'NIFTI_TYPE_RGB24' is not one that can"
            + " be",
        "NIFTI_INTENT_POINTSET | NIFTI_INTENT_NONE | 0 arrays of points (NIFTI_INTENT_POINTSET)",
        "NIFTI_INTENT_TRIANGLE | NIFTI_INTENT_NONE | 0 arrays of triangles (NIFTI_INTENT_TRIANGLE)",
        "GIFTI | CIFTI | <CIFTI> where a file of surfaces has <GIFTI>",
        "</DataArray></GIFTI> | </GIFTI> | damaged or no GIFTI",
        "</Data></DataArray><DataArray | </Data><Data>1</Data></DataArray><DataArray | two <Data>"
      })
  void damageIsNamed(String from, String to, String message) throws IOException {
    assertThat(text).contains(from);

    assertRefused(text.replace(from, to == null ? "" : to), message);
  }

  @Test
  void aFileThatEndsEarlyIsDamaged() throws IOException {
    for (int length = 1; length < text.length(); length += 97) {
      assertRefused(text.substring(0, length), "mesh.gii: line ");
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 7, 20})
  void compressedDataThatAreDamagedAreNamed(int place) throws IOException {
    String sound = Files.readString(Path.of("testdata/gifti/gzip-little-row.surf.gii"));
    int at = sound.indexOf("<Data>") + "<Data>".length() + place;
    String damaged = sound.substring(0, at) + "????" + sound.substring(at + 4);
    String other = sound.substring(0, at) + "AAAA" + sound.substring(at + 4);

    assertRefused(damaged, "not base64");
    assertThatThrownBy(() -> SurfaceMesh.read(written(other), ""))
        .isInstanceOf(InputException.class)
        .hasMessageContaining("line ");
  }

  @Test
  void dataThatInflateToMoreThanIsDeclaredAreNotInflatedFurther() throws IOException {
    var deflated = new ByteArrayOutputStream();
    try (var out = new DeflaterOutputStream(deflated)) {
      byte[] zeros = new byte[1 << 20];
      for (int i = 0; i < 200; i++) {
        out.write(zeros);
      }
    }
    String bomb = Base64.getEncoder().encodeToString(deflated.toByteArray());
    String file =
        text.replace("ASCII", "GZipBase64Binary")
            .replaceFirst("(?s)<Data>.*?</Data>", "<Data>" + bomb + "</Data>");

    assertRefused(file, "73 bytes where 72 are declared");
  }

  @Test
  void whatIsDeclaredIsNotAllocatedBeforeItIsThere() throws IOException {
    String large = text.replace("Dim0=\"6\"", "Dim0=\"20000000\"");

    assertRefused(large, "18 numbers where 60,000,000 are declared");
    assertRefused(
        large
            .replace("ASCII", "GZipBase64Binary")
            .replaceFirst("(?s)<Data>.*?</Data>", "<Data>AAAA</Data>"),
        "bytes at most where 240,000,000 are declared");
  }

  @Test
  void entitiesAreNeverResolved() throws IOException {
    Path secret = Files.writeString(folder.resolve("secret"), "-1.5");
    String doctype = "(?s)<!DOCTYPE GIFTI.*?>";
    String external =
        "<!DOCTYPE GIFTI [<!ENTITY x SYSTEM \"" + secret.toUri() + "\">]>".replace("$", "\\$");
    String laughs =
        "<!DOCTYPE GIFTI [<!ENTITY a \"-1.5 \"><!ENTITY x \"&a;&a;&a;&a;&a;&a;&a;&a;\">]>";

    for (String trick : new String[] {external, laughs}) {
      String file = text.replaceFirst(doctype, trick).replace("<Data>-1.5", "<Data>&x;");
      assertThat(file).contains("ENTITY", "&x;");
      assertRefused(file, "damaged or no GIFTI");
    }
  }

  @Test
  void whatIsNoXmlIsNoGifti() throws IOException {
    assertRefused("\u0000\u0001\u0002", "no GIFTI: the XML breaks off or is broken here");
    assertRefused("", "no GIFTI: the XML breaks off or is broken here");
    assertThatThrownBy(() -> SurfaceMesh.read(folder.resolve("none.gii"), ""))
        .isInstanceOf(InputException.class)
        .hasMessageContaining("there is no such file");
  }

  private void assertRefused(String content, String message) throws IOException {
    Path file = written(content);
    assertThatThrownBy(() -> SurfaceMesh.read(file, ""))
        .isInstanceOf(InputException.class)
        .hasMessageContaining("mesh.gii: ")
        .hasMessageContaining(message);
  }

  private Path written(String content) throws IOException {
    return Files.writeString(folder.resolve("mesh.gii"), content);
  }
}
