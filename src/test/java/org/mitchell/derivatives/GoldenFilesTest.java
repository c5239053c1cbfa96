package org.mitchell.derivatives;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;
import org.mitchell.derivatives.contents.ClusterSidecar;
import org.mitchell.derivatives.contents.EvaluationFigures;
import org.mitchell.derivatives.contents.FitFigures;
import org.mitchell.derivatives.contents.LeagueFigures;
import org.mitchell.derivatives.contents.MapSidecar;
import org.mitchell.derivatives.contents.RegionSidecar;
import org.mitchell.files.InputException;
import org.mitchell.files.Json;

/**
 * Files that version 0.1.0 wrote stay readable, whole: testdata/derivatives/make_golden.py made
 * them with that version.
 */
class GoldenFilesTest {
  static final Path GOLDEN = Path.of("testdata", "derivatives", "golden");
  private static final Path G1 = GOLDEN.resolve("sub-G1");

  @TempDir private Path folder;

  /** Reads a file as the record of its kind and says how that record writes it. */
  private static Object read(Path file) throws IOException {
    String name = file.getFileName().toString();
    if (name.endsWith("_model.json")) {
      return ModelFile.read(file, name.substring("sub-".length(), name.indexOf('_'))).content();
    }
    if (name.endsWith("_evaluation.json")) {
      return name.contains("_desc-") ? EvaluationFigures.read(file) : FitFigures.read(file);
    }
    if (name.endsWith("_comparison.json")) {
      return LeagueFigures.read(file);
    }
    if (name.endsWith("-clusters.json")) {
      return ClusterSidecar.read(file);
    }
    return name.endsWith("-regions.json") ? RegionSidecar.read(file) : MapSidecar.read(file);
  }

  private static List<Path> files() throws IOException {
    try (Stream<Path> all = Files.walk(GOLDEN)) {
      return all.filter(file -> file.toString().endsWith(".json"))
          .filter(file -> !file.endsWith("dataset_description.json"))
          // Nothing reads what says which columns the table of pairs has.
          .filter(file -> !file.toString().endsWith("_pairs.json"))
          .sorted()
          .toList();
    }
  }

  @TestFactory
  Stream<DynamicTest> aFileIsReadAndWrittenAgainByteForByte() throws IOException {
    assertThat(files()).hasSize(27);
    return files().stream()
        .map(
            file ->
                DynamicTest.dynamicTest(
                    file.getFileName().toString(),
                    () -> assertThat(Json.text(read(file))).isEqualTo(Files.readString(file))));
  }

  @TestFactory
  Stream<DynamicTest> aKeyThatIsNotKnownIsKept() throws IOException {
    return files().stream()
        .map(
            file ->
                DynamicTest.dynamicTest(
                    file.getFileName().toString(),
                    () -> {
                      Path later = changed(file, "\n}\n", ",\n  \"later\" : [ 1, \"two\" ]\n}\n");
                      assertThat(Json.text(read(later))).isEqualTo(Files.readString(later));
                    }));
  }

  @Test
  void aMissingKeyIsNamedWithItsFile() throws IOException {
    Path file = changed(figures(), "\"pairs\" : 66", "\"pears\" : 66");
    assertThatThrownBy(() -> read(file))
        .isInstanceOf(InputException.class)
        .hasMessage(file + ": 'pairs' is missing. Fit the participant again");
  }

  @Test
  void aKeyOfAnotherKindIsNamedWithItsFile() throws IOException {
    Path file = changed(figures(), "\"voxelsAbove028\" : ", "\"voxelsAbove028\" : 0.5");
    assertThatThrownBy(() -> read(file))
        .isInstanceOf(InputException.class)
        .hasMessageStartingWith(file + ": 'map.voxelsAbove028': got 0.5")
        .hasMessageEndingWith("where a whole number is expected. Fit the participant again");
  }

  @Test
  void aNumberIsNoText() throws IOException {
    Path file = changed(figures(), "\"subject\" : \"G1\"", "\"subject\" : 1");
    assertThatThrownBy(() -> read(file))
        .hasMessage(file + ": 'subject': got 1 where text is expected. Fit the participant again");
  }

  @Test
  void anOptionOfAnotherKindIsNamedByItsWholePath() throws IOException {
    Path map = G1.resolve("sub-G1_task-nouns_space-MNI152Lin_stat-r_statmap.json");
    Path file = changed(map, "\"ridge\" : \"auto\"", "\"ridge\" : [ ]");
    assertThatThrownBy(() -> read(file))
        .hasMessage(
            file
                + ": 'Options.ridge': got [] where a number or a word is expected. Make the map"
                + " again");
  }

  @Test
  void anElementOfAListIsNamedByItsPlace() throws IOException {
    Path clusters = G1.resolve("sub-G1_task-nouns_space-MNI152Lin_stat-r_desc-clusters.json");
    Path file = changed(clusters, "\"region\" : \"One_side\"", "\"region\" : true");
    assertThatThrownBy(() -> read(file))
        .hasMessageContaining(file + ": 'Clusters[")
        .hasMessageContaining("region': got true where text is expected");
  }

  @Test
  void aFileThatIsNoObjectIsNotTakenForOne() throws IOException {
    Path file = Files.writeString(folder.resolve(figures().getFileName()), "[1]\n");
    assertThatThrownBy(() -> read(file))
        .hasMessageContaining("got [1] where an object is expected");
  }

  @Test
  void aFitOfAnEarlierVersionIsReadBack() throws IOException {
    SavedFit fit = SavedFit.read(GOLDEN, "G1");
    assertThat(fit.model().words()).hasSize(12).contains("ant", "key");
    assertThat(fit.model().featureNames()).containsExactly("see", "eat", "push");
    assertThat(fit.simulated()).isTrue();
    assertThat(fit.stability()).isPresent();
    assertThat(fit.responsesFile()).isEqualTo(Path.of("/golden/data/data-science-G1.mat"));
  }

  private static Path figures() {
    return G1.resolve("sub-G1_task-nouns_evaluation.json");
  }

  private Path changed(Path file, String from, String to) throws IOException {
    String text = Files.readString(file);
    assertThat(text).contains(from);
    int at = text.lastIndexOf(from);
    String changed = text.substring(0, at) + to + text.substring(at + from.length());
    return Files.writeString(folder.resolve(file.getFileName()), changed);
  }
}
