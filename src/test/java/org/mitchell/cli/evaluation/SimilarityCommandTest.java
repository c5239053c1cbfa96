package org.mitchell.cli.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.apache.commons.math3.stat.correlation.SpearmansCorrelation;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.mitchell.cli.Ran;
import tools.jackson.databind.JsonNode;

/** What {@code similarity} prints and writes. */
class SimilarityCommandTest {
  private static final Path WIDE = Ran.ANALYSIS.resolve("wide_T.csv");
  private static final String STEM = "group_task-nouns_desc-similarity_comparison";

  @TempDir private Path folder;

  private Path out() {
    return folder.resolve("out");
  }

  private Ran similarity(String features, Path data, Object... more) {
    Object[] usual = {
      "similarity", "--features", features, "--subject", "T1", "--data", data, "--out", out()
    };
    return Ran.mitchell(Stream.of(usual, more).flatMap(Stream::of).toArray());
  }

  private Ran similarity(Object... more) {
    return similarity("five=" + Ran.FEATURES + ",wide=" + WIDE, Ran.T1, more);
  }

  private static Object[] few(Object... more) {
    Object[] few = {"--voxels", "15", "--permutations", "19", "--resamples", "20"};
    return Stream.of(few, more).flatMap(Stream::of).toArray();
  }

  private Ran quick(Object... more) {
    return similarity(few(more));
  }

  private Ran quickOf(String features, Object... more) {
    return similarity(features, Ran.T1, few(more));
  }

  @Test
  void theAgreementIsThatOfTheDistancesInTheTable() throws IOException {
    JsonNode json = quick("--json").succeeds().json();
    assertThat(Ran.files(out()).keySet())
        .containsExactlyInAnyOrder(
            "dataset_description.json",
            STEM + ".tsv",
            STEM + ".json",
            STEM + ".svg",
            "sub-T1/sub-T1_task-nouns_desc-dissimilarities.tsv");
    Path table = out().resolve("sub-T1/sub-T1_task-nouns_desc-dissimilarities.tsv");
    List<String> lines = Files.readAllLines(table);
    assertThat(lines.get(0)).isEqualTo("word_1\tword_2\timages\tfive\twide\tcategory");
    var columns = new ArrayList<double[]>();
    for (int c = 2; c < 6; c++) {
      int column = c;
      columns.add(
          lines.stream()
              .skip(1)
              .mapToDouble(line -> Double.parseDouble(line.split("\t")[column]))
              .toArray());
    }
    JsonNode spaces = json.path("regions").path(0).path("spaces");
    for (int s = 0; s < 3; s++) {
      assertThat(spaces.path(s).path("name").asString())
          .isEqualTo(List.of("five", "wide", "category").get(s));
      assertThat(spaces.path(s).path("mean").asDouble())
          .isCloseTo(
              new SpearmansCorrelation().correlation(columns.get(0), columns.get(s + 1)),
              within(1e-12));
    }
    assertThat(json.path("regions").path(0).path("voxels").path(0).asInt()).isEqualTo(15);
    assertThat(json.path("regions").path(0).path("differences").size()).isEqualTo(3);
  }

  @Test
  void aSearchlightWritesMapsOfEverySpace() {
    JsonNode json = quick("--searchlight", "--radius", "12", "--json").succeeds().json();
    JsonNode maps = json.path("searchlight").path("maps");
    assertThat(maps.size()).isEqualTo(3);
    for (JsonNode map : maps) {
      String start =
          "sub-T1_task-nouns_space-MNI152Lin_desc-%s_stat-similarity"
              .formatted(map.path("space").asString());
      for (String kind : List.of("", "P", "Fwer")) {
        Path file = out().resolve("sub-T1").resolve(start + kind + "_statmap.nii.gz");
        assertThat(file).exists();
        assertThat(json.path("outputs").valueStream().map(JsonNode::asString))
            .contains(file.toString());
      }
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "--feature-distance crossnobis | features have no presentations",
        "--searchlight --agreement tau-a | would take hours",
        "--radius 9 | --radius goes with --searchlight",
        "--resamples 1 | where 0, or a number from 2 up, is expected",
        "--voxels some | where",
        "--fewest-voxels 1 | where a number from 2 up is expected",
        "--fewest-voxels 5 | --fewest-voxels goes with --atlas",
        "--voxels 50 --atlas a.nii --atlas-names a.txt | with --atlas all voxels of each region",
      })
  void whatCannotBeIsRefusedAtOnce(String options, String error) {
    assertThat(similarity((Object[]) options.split(" ")).failsWith(2).err()).contains(error);
    assertThat(out()).doesNotExist();
  }

  /** A table of one number a word, 0 for the first. */
  private Path oneNumber() throws IOException {
    List<String> words = words();
    var lines = new ArrayList<>(List.of("word,size"));
    for (int w = 0; w < words.size(); w++) {
      lines.add(words.get(w) + "," + w);
    }
    return Files.write(folder.resolve("one.csv"), lines);
  }

  private static List<String> words() throws IOException {
    return Files.readAllLines(Ran.FEATURES).stream()
        .skip(1)
        .map(line -> line.split(",")[0])
        .toList();
  }

  @ParameterizedTest
  @ValueSource(strings = {"correlation", "cosine"})
  void oneNumberAWordIsComparedByItsDifferences(String distance) throws IOException {
    Ran ran = quickOf("one=" + oneNumber(), "--feature-distance", distance).succeeds();
    assertThat(ran.err()).contains("one: Euclidean distances, as 1 feature has no " + distance);
    Path table = out().resolve("sub-T1/sub-T1_task-nouns_desc-dissimilarities.tsv");
    List<String> words = words();
    List<String> lines = Files.readAllLines(table);
    assertThat(lines).as("a pair of any two of all words").hasSize(1 + 14 * 13 / 2);
    for (String line : lines.subList(1, lines.size())) {
      String[] cells = line.split("\t");
      double apart = words.indexOf(cells[0]) - words.indexOf(cells[1]);
      assertThat(Double.parseDouble(cells[3])).as(line).isEqualTo(apart * apart);
    }
  }

  @Test
  void aWordWithoutACorrelationIsNamed() throws IOException {
    List<String> lines = new ArrayList<>(Files.readAllLines(Ran.FEATURES));
    lines.set(3, words().get(2) + ",.3,.3,.3,.3,.3");
    Path flat = Files.write(folder.resolve("flat.csv"), lines);
    assertThat(quickOf("flat=" + flat).failsWith(1).err())
        .contains(
            "flat: " + words().get(2) + " has the same value in all features",
            "Take --feature-distance euclidean");
  }

  @Test
  void aWordOfAConstantImageIsNamed() throws IOException {
    Path table = Ran.ANALYSIS.resolve("T1.tsv");
    List<String> lines =
        Files.readAllLines(table).stream()
            .map(
                line ->
                    line.startsWith("cat\t")
                        ? "cat\tanimal" + "\t2".repeat(line.split("\t").length - 2)
                        : line)
            .toList();
    Path flat = Files.write(folder.resolve("T1.tsv"), lines);
    assertThat(similarity("five=" + Ran.FEATURES, flat, few()).failsWith(1).err())
        .contains("participant T1, brain: no correlation distances of cat");
  }

  @Test
  void vectorsOfOneDirectionAreSentToAnOptionThatThereIs() throws IOException {
    var lines = new ArrayList<>(List.of("word,a,b,c"));
    for (String word : words()) {
      lines.add("%s,%d,%d,%d".formatted(word, lines.size(), 2 * lines.size(), 4 * lines.size()));
    }
    Path line = Files.write(folder.resolve("line.csv"), lines);
    assertThat(quickOf("line=" + line).failsWith(1).err())
        .contains("Take --feature-distance euclidean")
        .doesNotContain("--scale");
  }

  @Test
  void aSpaceCannotTakeTheNameOfTheBaseline() {
    assertThat(quickOf("category=" + Ran.FEATURES).failsWith(1).err())
        .contains("two spaces are called 'category'", "--no-baselines");
    JsonNode json =
        quickOf("category=" + Ran.FEATURES, "--no-baselines", "--json").succeeds().json();
    assertThat(json.path("regions").path(0).path("spaces").size()).isEqualTo(1);
  }

  @Test
  void voxelsWithoutAPlaceAreSentToTheirCoordinates() {
    Path table = Ran.ANALYSIS.resolve("T1.tsv");
    Ran ran = similarity("five=" + Ran.FEATURES, table, few("--searchlight")).failsWith(1);
    assertThat(ran.err()).contains("Give them with --coords FILE").doesNotContain("Fit with");
  }

  /** Sums of tenths round differently, which makes no order. */
  @Test
  void wordsThatAreAllAsFarApartAreNothingToCompare() throws IOException {
    List<String> words = words();
    var lines = new ArrayList<>(List.of("word," + String.join(",", words)));
    for (String word : words) {
      String row = String.join(",", words.stream().map(w -> w.equals(word) ? ".9" : ".2").toList());
      lines.add(word + "," + row);
    }
    Path each = Files.write(folder.resolve("each.csv"), lines);
    assertThat(quickOf("each=" + each).failsWith(1).err())
        .contains("each: its correlation distances between words are all the same");
  }

  /** Voxel 7 of T1 is the same at all presentations. */
  @ParameterizedTest
  @ValueSource(strings = {"mahalanobis", "crossnobis"})
  void aVoxelWithoutNoiseIsLeftOutOfDistancesInUnitsOfNoise(String distance) {
    Object[] all = {"--voxels", "all", "--permutations", "0", "--resamples", "0"};
    Object[] more = {"--distance", distance, "--searchlight", "--radius", "9", "--json"};
    Ran ran = similarity(Stream.of(all, more).flatMap(Stream::of).toArray()).succeeds();
    assertThat(ran.err()).contains("T1: 1 voxel left out, the same at all presentations");
    assertThat(ran.json().path("searchlight").path("maps").path(0).path("voxels").asInt())
        .isPositive();
    assertThat(similarity("--voxels", "all", "--permutations", "0", "--resamples", "0").err())
        .doesNotContain("left out");
  }

  /** The images of testdata/images, and an atlas of three regions. */
  private Ran ofImages(Object... more) throws IOException {
    Path images = Path.of("testdata/images");
    Files.write(folder.resolve("atlas.txt"), List.of("1 left", "2 right", "3 third"));
    Object[] usual = {
      "similarity",
      "--images",
      images.resolve("betas.nii.gz"),
      "--labels",
      images.resolve("labels.tsv"),
      "--features",
      images.resolve("features.tsv"),
      "--subject",
      "01",
      "--resamples",
      "0",
      "--out",
      out()
    };
    return Ran.mitchell(Stream.of(usual, more).flatMap(Stream::of).toArray());
  }

  private Object[] atlas(Object... more) {
    Object[] atlas = {
      "--atlas", "testdata/images/atlas.nii.gz", "--atlas-names", folder.resolve("atlas.txt")
    };
    return Stream.of(atlas, more).flatMap(Stream::of).toArray();
  }

  /** One task, however many parts it is counted in. */
  @Test
  void progressOverRegionsIsOfOneTask() throws IOException {
    Ran ran = ofImages(atlas("--permutations", "0", "--json"));
    assertThat(ran.succeeds().json().path("regions").size()).isEqualTo(3);
    assertThat(ran.err()).doesNotContain("of 0", "left)");
  }

  @Test
  void nothingOfAnEarlierAnalysisStaysBesideAnother() throws IOException {
    ofImages("--permutations", "9", "--searchlight", "--radius", "12").succeeds();
    assertThat(Ran.files(out()).keySet())
        .contains(STEM + ".svg", "sub-01/sub-01_task-nouns_desc-dissimilarities.tsv")
        .anyMatch(name -> name.contains("stat-similarityP_"))
        .anyMatch(name -> name.contains("stat-similarityFwer_"));
    ofImages(atlas("--permutations", "0", "--searchlight", "--radius", "12")).succeeds();
    assertThat(Ran.files(out()).keySet())
        .contains(STEM + ".tsv")
        .noneMatch(name -> name.endsWith(".svg") || name.contains("dissimilarities"))
        .anyMatch(name -> name.contains("stat-similarity_"))
        .noneMatch(name -> name.contains("stat-similarityP_") || name.contains("Fwer"));
  }
}
