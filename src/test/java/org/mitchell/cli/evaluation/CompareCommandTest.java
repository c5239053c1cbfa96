package org.mitchell.cli.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.mitchell.cli.Ran;
import tools.jackson.databind.JsonNode;

/** What {@code compare} prints and writes. */
class CompareCommandTest {
  private static final Path WIDE = Ran.ANALYSIS.resolve("wide_T.csv");
  private static final String STEM = "group_task-nouns_desc-league_comparison";

  @TempDir private Path folder;

  private Path out() {
    return folder.resolve("out");
  }

  private Ran compare(String features, Object... more) {
    Object[] usual = {
      "compare", "--features", features, "--subject", "T1", "--data", Ran.T1, "--out", out()
    };
    Object[] quick = {"--voxels", "15", "--subsamples", "4"};
    return Ran.mitchell(Stream.of(usual, quick, more).flatMap(Stream::of).toArray());
  }

  private String both() {
    return "five=" + Ran.FEATURES + ",wide=" + WIDE;
  }

  @Test
  void theJsonHasTheKeysOfTheContract() throws IOException {
    JsonNode json = compare(both(), "--json").succeeds().json();
    assertThat(names(json)).containsExactly("five", "wide", "category", "random");
    for (JsonNode space : json.path("features")) {
      assertThat(space.propertyNames()).contains("name", "accuracies", "mean", "ci95");
      assertThat(space.path("accuracies").size()).isEqualTo(1);
      assertThat(space.path("ci95").size()).isEqualTo(2);
    }
    assertThat(json.path("pairs").size()).isEqualTo(3);
    for (JsonNode pair : json.path("pairs")) {
      assertThat(pair.propertyNames()).contains("a", "b", "difference", "p", "pCorrected");
      assertThat(pair.path("pCorrected").asDouble())
          .isGreaterThanOrEqualTo(pair.path("p").asDouble());
    }
    assertThat(Ran.files(out()).keySet())
        .containsExactlyInAnyOrder(
            "dataset_description.json", STEM + ".tsv", STEM + ".json", STEM + ".svg");
  }

  @Test
  void everySpacesAccuracyIsThatOfFit() throws IOException {
    JsonNode json = compare(both(), "--json").succeeds().json();
    double fit =
        Ran.fit(folder.resolve("fit"), "T1", Ran.T1, "--voxels", "15", "--json")
            .succeeds()
            .json()
            .path("accuracy")
            .asDouble();
    assertThat(json.path("features").path(0).path("accuracies").path(0).asDouble()).isEqualTo(fit);
    double difference =
        json.path("features").path(0).path("mean").asDouble()
            - json.path("features").path(1).path("mean").asDouble();
    assertThat(json.path("pairs").path(0).path("difference").asDouble())
        .isCloseTo(difference, within(1e-12));
  }

  @Test
  void severalParticipantsComeInTheOrderOfTheSubjects() throws IOException {
    Files.copy(Ran.T1, folder.resolve("data-science-T1.mat"));
    Files.copy(Ran.T2, folder.resolve("data-science-T2.mat"));
    JsonNode json =
        Ran.mitchell(
                "compare",
                "--features",
                both(),
                "--subject",
                "T2,T1",
                "--data",
                folder,
                "--out",
                out(),
                "--voxels",
                "15",
                "--subsamples",
                "4",
                "--few-words",
                "--json")
            .succeeds()
            .json();
    assertThat(json.path("subjects").valueStream().map(JsonNode::asString))
        .containsExactly("T2", "T1");
    JsonNode pair = json.path("pairs").path(0);
    assertThat(pair.path("p").asDouble())
        .isEqualTo(Math.max(pair.path("pWords").asDouble(), pair.path("pParticipants").asDouble()));
  }

  @Test
  void columnsOfATableAreASpaceOfTheirOwn() throws IOException {
    JsonNode json =
        compare(Ran.FEATURES + ":1-3," + Ran.FEATURES + ":1+4-5", "--no-baselines", "--json")
            .succeeds()
            .json();
    assertThat(names(json)).containsExactly("features_T:1-3", "features_T:1+4-5");
    assertThat(json.path("features").path(0).path("features").asInt()).isEqualTo(3);
  }

  @Test
  void varianceIsPartitionedWhereAskedFor() throws IOException {
    JsonNode json = compare(both(), "--variance", "--json").succeeds().json();
    JsonNode variance = json.path("variance").path(0);
    double both = variance.path("r2Both").asDouble();
    assertThat(variance.path("uniqueA").asDouble())
        .isCloseTo(both - variance.path("r2B").asDouble(), within(1e-12));
    assertThat(json.path("variance").size()).isEqualTo(1);
  }

  /** By the four similarities that fit writes for each pair, counted here. */
  @Test
  void aTieIsHalfRightForTheCategoryToo() throws IOException {
    JsonNode category = compare(both(), "--json").succeeds().json().path("features").path(2);
    assertThat(category.path("name").asString()).isEqualTo("category");
    Path oneHot = Ran.ANALYSIS.resolve("onehot_T.csv");
    Path fit = folder.resolve("fit");
    Ran.mitchell(
            "fit",
            "--subject",
            "T1",
            "--data",
            Ran.T1,
            "--features",
            oneHot,
            "--out",
            fit,
            "--voxels",
            "15")
        .succeeds();
    List<String> pairs = Files.readAllLines(fit.resolve("sub-T1/sub-T1_task-nouns_pairs.tsv"));
    double right = 0;
    int ties = 0;
    for (String pair : pairs.subList(1, pairs.size())) {
      String[] cells = pair.split("\t");
      double difference =
          Double.parseDouble(cells[4])
              + Double.parseDouble(cells[7])
              - Double.parseDouble(cells[5])
              - Double.parseDouble(cells[6]);
      boolean tie = Math.abs(difference) <= 1e-9;
      ties += tie ? 1 : 0;
      right += tie ? 0.5 : difference > 0 ? 1 : 0;
    }
    assertThat(ties).as("words of one category have the same features").isPositive();
    assertThat(category.path("accuracies").path(0).asDouble())
        .isCloseTo(right / (pairs.size() - 1), within(1e-12));
  }

  @Test
  void controlsAreTheFormOfWordsAndWhatIsSeenOfIt() throws IOException {
    JsonNode spaces =
        compare(Ran.FEATURES.toString(), "--controls", "--json").succeeds().json().path("features");
    JsonNode named =
        compare(Ran.FEATURES + ",form,looks=form:1+3", "--json").succeeds().json().path("features");
    for (String control : List.of("form", "looks")) {
      JsonNode brought = space(spaces, control);
      assertThat(brought.path("baseline").asBoolean()).isTrue();
      assertThat(space(named, control).path("baseline").asBoolean()).isFalse();
      assertThat(brought.path("accuracies")).isEqualTo(space(named, control).path("accuracies"));
    }
    assertThat(space(spaces, "looks").path("features").asInt()).isEqualTo(2);
    assertThat(compare(Ran.FEATURES + ",form", "--controls").failsWith(2).err())
        .contains("--controls: brings a space 'form', and one is given too");
  }

  private static JsonNode space(JsonNode spaces, String name) {
    return spaces
        .valueStream()
        .filter(space -> space.path("name").asString().equals(name))
        .findFirst()
        .orElseThrow();
  }

  @Test
  void twoBaselinesCostTheOthersNothing() throws IOException {
    JsonNode json =
        compare(Ran.FEATURES.toString(), "--perceptual", WIDE, "--json").succeeds().json();
    assertThat(json.path("correction").asString()).isEqualTo("Holm, 2 differences");
    double smallest = 1;
    for (JsonNode pair : json.path("pairs")) {
      boolean planned = pair.path("a").asString().equals("features_T");
      assertThat(pair.path("planned").asBoolean()).isEqualTo(planned);
      assertThat(pair.path("pCorrected").isNull()).isEqualTo(!planned);
      smallest = planned ? Math.min(smallest, pair.path("p").asDouble()) : smallest;
    }
    double least = smallest;
    assertThat(json.path("pairs").valueStream())
        .anyMatch(pair -> pair.path("pCorrected").asDouble(-1) == Math.min(1, 2 * least));
  }

  @Test
  void sharesOfVarianceHaveIntervalsAndAreRefusedWhereTheyAreNone() throws IOException {
    Ran ran = compare(both(), "--variance");
    JsonNode variance = Ran.json(out().resolve(STEM + ".json")).path("variance").path(0);
    double both = variance.path("r2Both").asDouble();
    boolean divisible =
        both >= variance.path("r2A").asDouble() && both >= variance.path("r2B").asDouble();
    assertThat(variance.path("divisible").asBoolean()).isEqualTo(divisible);
    assertThat(divisible).as("30 random numbers beside the five planted ones").isFalse();
    assertThat(ran.succeeds().out())
        .contains("together they explain less than one of them alone")
        .doesNotContain("beyond");
    for (String share : List.of("r2Both", "uniqueA", "uniqueB", "shared")) {
      JsonNode ends = variance.path(share + "Ci95");
      assertThat(variance.path(share).asDouble())
          .isBetween(ends.path(0).asDouble(), ends.path(1).asDouble());
      assertThat(ends.path(0).asDouble()).isLessThan(ends.path(1).asDouble());
    }
  }

  @Test
  void theSameSeedGivesTheSameFilesForAnyNumberOfThreads() throws IOException {
    compare(both(), "--threads", "1", "--variance").succeeds();
    var one = Ran.files(out());
    compare(both(), "--threads", "3", "--variance").succeeds();
    assertThat(Ran.files(out())).isEqualTo(one);
  }

  @Test
  void anEarlierLeagueThatSaysSomethingElseIsKept() throws IOException {
    compare(both()).succeeds();
    var one = Ran.files(out());
    Ran again = compare(both()).succeeds();
    assertThat(again.err()).doesNotContain("earlier league");
    assertThat(Ran.files(out())).isEqualTo(one);
    Ran other = compare(both(), "--ridge", "1").succeeds();
    assertThat(other.err())
        .contains(
            "the earlier league table (five, wide; 1 participant)", "desc-league2_comparison");
    var files = Ran.files(out());
    for (String extension : List.of(".tsv", ".json", ".svg")) {
      assertThat(files)
          .containsEntry(STEM.replace("league", "league2") + extension, one.get(STEM + extension));
    }
    assertThat(files.get(STEM + ".tsv")).isNotEqualTo(one.get(STEM + ".tsv"));
    compare(both(), "--ridge", "2").succeeds();
    assertThat(Ran.files(out()))
        .containsKeys(
            STEM.replace("league", "league2") + ".tsv", STEM.replace("league", "league3") + ".tsv");
  }

  @Test
  void aSpaceThatTellsNoWordsApartIsRefusedByName() throws IOException {
    assertThat(compare("five=" + Ran.FEATURES + ",alone=" + Ran.FEATURES + ":1").failsWith(1).err())
        .contains("alone", "unit length", "all 14 words are equal", "--scale zscore");
  }

  @Test
  void slipsAreSaid() {
    assertThat(compare("a=" + WIDE + ",a=" + Ran.FEATURES).failsWith(2).err())
        .contains("two are called 'a'");
    assertThat(compare(WIDE.toString(), "--no-baselines").failsWith(2).err())
        .contains("nothing to compare");
    assertThat(compare("nosuch.csv," + WIDE).failsWith(1).err()).contains("nosuch.csv");
    assertThat(compare(WIDE + ":900," + Ran.FEATURES).failsWith(1).err()).contains("900");
  }

  private static List<String> names(JsonNode json) {
    return json.path("features").valueStream().map(f -> f.path("name").asString()).toList();
  }
}
