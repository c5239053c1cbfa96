package org.mitchell.fmri;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The same participant in every format; figures by scripts in testdata/analysis and testdata/fmri.
 */
class CmuFormatsTest {
  private static final Path ANALYSIS = Path.of("testdata/analysis");
  private static final Path TINY = Path.of("testdata/fmri");

  @ParameterizedTest
  @ValueSource(strings = {"data-science-T1.mat", "data-science-T1-v73.mat", "T1.tsv"})
  void theSameParticipantIsReadFromEveryFormat(String name) throws IOException {
    var expected = rowsOfT1();
    var responses = read(ANALYSIS.resolve(name));
    assertThat(responses.words()).isEqualTo(described("T1", "words"));
    assertThat(responses.stimuli())
        .extracting(Stimulus::category)
        .isEqualTo(described("T1", "categories"));
    assertThat(responses.voxels()).isEqualTo(60);
    assertThat(responses.balanced()).isTrue();
    for (int w = 0; w < 14; w++) {
      assertThat(responses.presentations(w)).isEqualTo(4);
      for (int p = 0; p < 4; p++) {
        assertThat(responses.trial(w, p))
            .as("%s, presentation %d", responses.words().get(w), p + 1)
            .isEqualTo(expected.get(w).get(p));
      }
    }
  }

  @Test
  void theTableOfMeansHasTheMeanOfTheTrials() throws IOException {
    var images = WordImages.of(read(ANALYSIS.resolve("data-science-T1.mat")));
    var means = read(ANALYSIS.resolve("T1-mean.csv.gz"));
    assertThat(means.words()).isEqualTo(described("T1", "words"));
    assertThat(means.stimuli()).noneMatch(Stimulus::hasCategory);
    for (int w = 0; w < 14; w++) {
      assertThat(means.presentations(w)).isEqualTo(1);
      for (int v = 0; v < 60; v++) {
        // The table was averaged before its values became float32, the trials after: a few units of
        // float32.
        assertThat(images.row(w)[v]).isCloseTo(means.trial(w, 0)[v], offset(4 * Math.ulp(4f)));
      }
    }
  }

  @Test
  void presentationsMayBeUnequalAndTheirEpochsHaveHoles() throws IOException {
    var responses = read(ANALYSIS.resolve("data-science-T2.mat"));
    assertThat(responses.words()).isEqualTo(described("T2", "words"));
    var presentations = new ArrayList<Integer>();
    expected().at("/participants/T2/presentations").forEach(n -> presentations.add(n.intValue()));
    assertThat(presentations).contains(3, 5);
    for (int w = 0; w < presentations.size(); w++) {
      assertThat(responses.presentations(w))
          .as(responses.words().get(w))
          .isEqualTo(presentations.get(w));
    }
    assertThat(responses.balanced()).isFalse();
    assertThat(responses.commonPresentations()).isEqualTo(3);
    assertThat(responses.grid().orElseThrow().columns()).isEqualTo(24);
  }

  @ParameterizedTest
  @ValueSource(strings = {"data-science-T1.mat", "data-science-T1-v73.mat"})
  void aCmuFileSaysWhereItsVoxelsLie(String name) throws IOException {
    var grid = read(ANALYSIS.resolve(name)).grid().orElseThrow();
    assertThat(grid.dims()).containsExactly(7, 6, 5);
    assertThat(grid.space()).isEqualTo(Space.MNI);
    double[][] mm = numbers(ANALYSIS.resolve("T1_coords.tsv"));
    double[][] ijk = numbers(ANALYSIS.resolve("T1_coords_ijk.tsv"));
    for (int column = 0; column < 60; column++) {
      assertThat(grid.mm(column)).containsExactly(mm[column]);
      int[] voxel = grid.voxel(column);
      assertThat(new double[] {voxel[0] + 1, voxel[1] + 1, voxel[2] + 1})
          .containsExactly(ijk[column]);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"T1_coords.tsv", "T1_coords_ijk.tsv"})
  void bothTablesOfCoordinatesGiveTheGridOfTheCmuFile(String table) throws IOException {
    var place = new GridPlacement(Affine.CMU, Space.MNI, Optional.of(new int[] {7, 6, 5}));
    var options = new ReadOptions(false, Optional.of(ANALYSIS.resolve(table)), Optional.of(place));
    var grid = ResponsesReader.read(ANALYSIS.resolve("T1.tsv"), "T1", options).grid().orElseThrow();
    var cmu = read(ANALYSIS.resolve("data-science-T1.mat")).grid().orElseThrow();
    assertThat(grid.dims()).isEqualTo(cmu.dims());
    assertThat(grid.affine()).isEqualTo(cmu.affine());
    for (int column = 0; column < 60; column++) {
      assertThat(grid.linearIndex(column)).isEqualTo(cmu.linearIndex(column));
    }
  }

  @Test
  void aTableOfCoordinatesTakesTheCmuGridUnlessToldOtherwise() throws IOException {
    var options =
        new ReadOptions(false, Optional.of(ANALYSIS.resolve("T1_coords.tsv")), Optional.empty());
    var grid = ResponsesReader.read(ANALYSIS.resolve("T1.tsv"), "T1", options).grid().orElseThrow();
    assertThat(grid.dims()).containsExactly(51, 61, 23);
    assertThat(grid.mm(0)).containsExactly(68.75, -106.25, -48);
  }

  @Test
  void aGridOtherThanCmusIsNoted() throws IOException {
    var responses = read(ANALYSIS.resolve("data-science-T1.mat"));
    assertThat(responses.notes())
        .singleElement()
        .asString()
        .contains("[7, 6, 5]", "not CMU's 51 x 61 x 23", "another affine may be given");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "v5-bytes.mat",
        "v5-big-endian.mat",
        "v5-big-endian-compressed.mat",
        "v5-matrix.mat",
        "v5-matrix-compressed.mat",
        "v73.mat",
        "v73-matrix.mat",
        "v73-matrix-chunked.mat"
      })
  void cellsAndMatricesInEitherByteOrder(String name) throws IOException {
    var responses = read(TINY.resolve(name));
    assertThat(responses.stimuli())
        .containsExactly(
            new Stimulus("bear", "animal"),
            new Stimulus("cat", "animal"),
            new Stimulus("saw", "tool"));
    assertThat(responses.study()).isEqualTo("tiny");
    for (int w = 0; w < 3; w++) {
      assertThat(responses.presentations(w)).isEqualTo(2);
      for (int p = 0; p < 2; p++) {
        float first = 100 * w + 10 * (p + 1) + 0.25f;
        assertThat(responses.trial(w, p)).containsExactly(first, first + 1, first + 2, first + 3);
      }
    }
    var grid = responses.grid().orElseThrow();
    assertThat(grid.dims()).containsExactly(3, 2, 2);
    assertThat(List.of(grid.voxel(0), grid.voxel(1), grid.voxel(2), grid.voxel(3)))
        .containsExactly(
            new int[] {0, 0, 0}, new int[] {2, 1, 0}, new int[] {1, 0, 1}, new int[] {2, 1, 1});
  }

  private static Offset<Double> offset(double most) {
    return Offset.offset(most);
  }

  private static Responses read(Path file) throws IOException {
    return ResponsesReader.read(file, "T", ReadOptions.DEFAULT);
  }

  private static JsonNode expected() {
    return JsonMapper.shared().readTree(ANALYSIS.resolve("expected.json"));
  }

  private static List<String> described(String participant, String what) {
    var texts = new ArrayList<String>();
    expected()
        .at("/participants/" + participant + "/" + what)
        .forEach(text -> texts.add(text.asString()));
    return texts;
  }

  /**
   * words x presentations x voxels, by splitting the lines of T1.tsv: a word's k-th row is its k-th
   * presentation.
   */
  private static List<List<float[]>> rowsOfT1() throws IOException {
    var words = new TreeMap<String, List<float[]>>();
    for (String line : Files.readAllLines(ANALYSIS.resolve("T1.tsv")).stream().skip(1).toList()) {
      String[] cells = line.split("\t");
      var image = new float[60];
      for (int v = 0; v < 60; v++) {
        image[v] = (float) Double.parseDouble(cells[v + 2]);
      }
      words.computeIfAbsent(cells[0], w -> new ArrayList<>()).add(image);
    }
    return List.copyOf(words.values());
  }

  private static double[][] numbers(Path table) throws IOException {
    return Files.readAllLines(table).stream()
        .skip(1)
        .map(line -> Arrays.stream(line.split("\t")).mapToDouble(Double::parseDouble).toArray())
        .toArray(double[][]::new);
  }
}
