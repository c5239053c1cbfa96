package org.mitchell.cli.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.mitchell.cli.Ran;
import tools.jackson.databind.JsonNode;

/** What {@code evaluate} prints and writes. */
class EvaluateCommandTest {
  private static final String FILES = "sub-T1/sub-T1_task-nouns_desc-";

  @TempDir private Path folder;

  private Path out() {
    return folder.resolve("out");
  }

  private Ran evaluate(String subject, Path data, Object... more) {
    Object[] usual = {
      "evaluate", "--subject", subject, "--data", data, "--features", Ran.FEATURES, "--out", out()
    };
    Object[] quick = {"--voxels", "15", "--permutations", "40", "--subsamples", "4"};
    return Ran.mitchell(Stream.of(usual, quick, more).flatMap(Stream::of).toArray());
  }

  private Ran evaluateT1(Object... more) {
    return evaluate("T1", Ran.T1, more);
  }

  @ParameterizedTest
  @CsvSource({
    "leave-two-out, leaveTwoOut",
    "within-category, withinCategory",
    "leave-category-out, leaveCategoryOut",
    "within-left-out-category, withinLeftOutCategory",
    "presentations, presentations"
  })
  void everySchemeOfPairsHasTheKeysOfTheContract(String scheme, String label) throws IOException {
    JsonNode json = evaluateT1("--scheme", scheme, "--json").succeeds().json();
    assertThat(json.propertyNames())
        .contains(
            "subject",
            "scheme",
            "pairs",
            "accuracy",
            "ci95",
            "permutations",
            "p",
            "null",
            "published",
            "seconds");
    assertThat(json.path("scheme").asString()).isEqualTo(scheme);
    assertThat(json.path("permutations").asInt()).isEqualTo(40);
    assertThat(json.path("null").propertyNames()).containsExactly("mean", "sd", "threshold05");
    assertThat(json.path("ci95").path(0).asDouble()).isLessThan(json.path("accuracy").asDouble());
    assertThat(json.path("published").isNull()).as("of other words than the paper's").isTrue();
    assertThat(Ran.files(out()).keySet())
        .containsExactlyInAnyOrder(
            "dataset_description.json",
            FILES + label + "_evaluation.json",
            FILES + label + "_pairs.tsv",
            FILES + label + "_words.tsv",
            FILES + label + "_null.tsv");
  }

  @Test
  void ranksHaveWordsInPlaceOfPairs() throws IOException {
    JsonNode json = evaluateT1("--scheme", "rank", "--json").succeeds().json();
    assertThat(json.path("words").asInt()).isEqualTo(14);
    assertThat(json.path("candidates").asInt()).isEqualTo(14);
    assertThat(json.path("published").isNull()).as("of 14 candidates, not 1,001").isTrue();
    assertThat(json.has("pairs")).isFalse();
    List<String> words = Files.readAllLines(out().resolve(FILES + "rank_words.tsv"));
    double percentiles =
        words.stream()
            .skip(1)
            .mapToDouble(line -> Double.parseDouble(line.split("\t")[4]))
            .average()
            .orElseThrow();
    assertThat(json.path("accuracy").asDouble()).isCloseTo(percentiles, within(1e-12));
  }

  @Test
  void leaveTwoOutIsThatOfFit() throws IOException {
    JsonNode fit = Ran.fit(out(), "T1", Ran.T1, "--voxels", "15", "--json").succeeds().json();
    JsonNode json = evaluateT1("--json").succeeds().json();
    assertThat(json.path("correct").asDouble()).isEqualTo(fit.path("correct").asDouble());
    JsonNode within = evaluateT1("--scheme", "within-category", "--json").succeeds().json();
    assertThat(within.path("correct").asDouble())
        .isEqualTo(fit.path("within").path("correct").asDouble());
  }

  @Test
  void pIsTheShareOfNullValuesThatReachTheAccuracy() throws IOException {
    JsonNode json = evaluateT1("--json").succeeds().json();
    List<String> lines = Files.readAllLines(out().resolve(FILES + "leaveTwoOut_null.tsv"));
    double accuracy = json.path("accuracy").asDouble();
    long reaching =
        lines.stream()
            .skip(1)
            .filter(line -> Double.parseDouble(line.split("\t")[2]) >= accuracy)
            .count();
    assertThat(lines).hasSize(41);
    assertThat(json.path("p").asDouble()).isEqualTo((1.0 + reaching) / 41);
  }

  @Test
  void theSameSeedGivesTheSameFilesForAnyNumberOfThreads() throws IOException {
    var files = new ArrayList<SortedMap<String, String>>();
    for (int threads : new int[] {1, 2, 5}) {
      evaluateT1("--threads", threads, "--seed", "7").succeeds();
      var written = Ran.files(out());
      assertThat(written.remove(FILES + "leaveTwoOut_evaluation.json")).isNotNull(); // has seconds
      files.add(written);
    }
    assertThat(files.get(1)).isEqualTo(files.get(0));
    assertThat(files.get(2)).isEqualTo(files.get(0));
    evaluateT1("--seed", "8").succeeds();
    assertThat(Ran.files(out()).get(FILES + "leaveTwoOut_null.tsv"))
        .isNotEqualTo(files.get(0).get(FILES + "leaveTwoOut_null.tsv"));
  }

  @Test
  void seedAndInputsAreOnRecord() throws IOException {
    evaluateT1("--seed", "7").succeeds();
    JsonNode provenance =
        Ran.json(out().resolve(FILES + "leaveTwoOut_evaluation.json")).path("provenance");
    assertThat(provenance.path("seed").asLong()).isEqualTo(7);
    assertThat(provenance.path("inputs").valueStream().map(i -> i.path("path").asString()))
        .containsExactly(Ran.T1.toString(), Ran.FEATURES.toString());
  }

  @Test
  void participantsWithOtherWordsAreEvaluatedOnTheCommonOnes() throws IOException {
    Files.copy(Ran.T1, folder.resolve("data-science-T1.mat"));
    Files.copy(Ran.T2, folder.resolve("data-science-T2.mat"));
    Ran ran = evaluate("T1,T2", folder, "--few-words", "--json").succeeds();
    JsonNode json = ran.json();
    JsonNode group = json.path("group");
    double one = json.path("subjects").path(0).path("accuracy").asDouble();
    double two = json.path("subjects").path(1).path("accuracy").asDouble();
    assertThat(json.path("subjects").path(0).path("stimuli"))
        .isEqualTo(json.path("subjects").path(1).path("stimuli"));
    assertThat(group.path("mean").asDouble()).isEqualTo((one + two) / 2);
    assertThat(group.path("permutations").asInt()).isEqualTo(40);
    assertThat(ran.err()).contains("common to all participants");
    assertThat(evaluate("T1,T2", folder, "--require-all").failsWith(1).err())
        .contains("horse (not in T2)");
  }

  @Test
  void wordsThatParticipantsSpellOtherwiseAreCommon() throws IOException {
    List<String> table = Files.readAllLines(Ran.ANALYSIS.resolve("T1.tsv"));
    Files.write(folder.resolve("X1.tsv"), table);
    Files.write(
        folder.resolve("X2.tsv"),
        table.stream()
            .map(row -> row.startsWith("dog\t") ? "Dog" + row.substring(3) : row)
            .toList());
    Ran ran = evaluate("X1,X2", folder, "--require-all", "--json").succeeds();
    JsonNode json = ran.json();
    assertThat(ran.err()).contains("'Dog' is taken for 'dog' in features_T.csv");
    assertThat(json.path("subjects").path(1).path("accuracy"))
        .isEqualTo(json.path("subjects").path(0).path("accuracy"));
  }

  @Test
  void tooFewWordsAreSaidInTheUsersOwnNumbers() throws IOException {
    Path five = firstWords(5);
    assertThat(evaluate("X1", five).failsWith(1).err())
        .contains(
            "X1: got 5 words of 14 (9 left out) where 10 or more are expected", "--few-words");
    assertThat(evaluate("X1", five, "--few-words").failsWith(1).err())
        .contains("X1: got 5 words where 8 or more are expected", "--subsamples 0");
    assertThat(evaluate("X1", five, "--few-words", "--scheme", "rank").failsWith(1).err())
        .contains("X1: got 5 words where 6 or more are expected", "--subsamples 0");
    Ran.mitchell(
            "evaluate",
            "--subject",
            "X1",
            "--data",
            five,
            "--features",
            Ran.FEATURES,
            "--out",
            out(),
            "--few-words",
            "--subsamples",
            "0",
            "--permutations",
            "5")
        .succeeds();
    assertThat(evaluate("X1", firstWords(3), "--few-words").failsWith(1).err())
        .contains("at least 4 words", "X1 has 3");
  }

  /** Responses to 14 words, of which all but some are in no features. */
  private Path firstWords(int count) throws IOException {
    Path table = folder.resolve("X1.tsv");
    var known = Files.readAllLines(Ran.FEATURES).stream().skip(1).limit(count);
    List<String> kept = known.map(row -> row.split(",")[0]).toList();
    Files.write(
        table,
        Files.readAllLines(Ran.ANALYSIS.resolve("T1.tsv")).stream()
            .map(
                row ->
                    kept.contains(row.split("\t")[0]) || row.startsWith("word") ? row : "x" + row)
            .toList());
    return table;
  }

  @Test
  void noPermutationsAndOtherSlipsAreWrongUsage() {
    assertThat(slip("--permutations", "0").err())
        .contains("--permutations: got 0 where a number from 1 up is expected");
    slip("--subsamples", "1");
    evaluateT1("--scheme", "leave-three-out").failsWith(2);
    evaluateT1("--scheme", "rank", "--temperature", "0").failsWith(2);
    evaluateT1("--candidates", Ran.FEATURES).failsWith(2);
  }

  @Test
  void wordsWithoutCategoryAreSaid() throws IOException {
    Path table = folder.resolve("X1.tsv");
    var rows = new StringBuilder("word\tv1\tv2\tv3\n");
    for (String line : Files.readAllLines(Ran.FEATURES).subList(1, 9)) {
      String[] cells = line.split(",");
      rows.append(String.join("\t", cells[0], cells[1], cells[2], cells[3])).append('\n');
    }
    Files.writeString(table, rows);
    Path categories = Files.writeString(folder.resolve("categories.tsv"), "word\tcategory\nx\ty\n");
    String error =
        Ran.mitchell(
                "evaluate",
                "--subject",
                "X1",
                "--data",
                table,
                "--features",
                Ran.FEATURES,
                "--categories",
                categories,
                "--out",
                out(),
                "--few-words",
                "--scheme",
                "within-category")
            .failsWith(1)
            .err();
    assertThat(error).contains("--categories FILE");
    assertThat(Ran.files(out())).isEmpty();
  }

  @Test
  void candidatesWithoutFeaturesAreLeftOutAndSaid() throws IOException {
    Path list = folder.resolve("candidates.txt");
    List<String> known =
        Files.readAllLines(Ran.FEATURES).stream().skip(1).map(l -> l.split(",")[0]).toList();
    Files.writeString(list, known.get(0) + "\n" + known.get(1) + "\nzzyzx\n");
    Ran ran = evaluateT1("--scheme", "rank", "--candidates", list, "--json").succeeds();
    assertThat(ran.json().path("candidates").asInt()).isEqualTo(3);
    assertThat(ran.err()).contains("zzyzx");
    evaluateT1("--scheme", "rank", "--candidates", list, "--require-all").failsWith(1);
    Files.writeString(list, "zzyzx\n");
    evaluateT1("--scheme", "rank", "--candidates", list).failsWith(1);
    Files.writeString(list, "");
    assertThat(evaluateT1("--scheme", "rank", "--candidates", list).failsWith(1).err())
        .contains("candidates.txt");
  }

  @Test
  void peopleReadTheFigureItsIntervalAndWhatChanceGives() {
    assertThat(evaluateT1().succeeds().out())
        .contains("Participant T1, leave-two-out: 14 words")
        .containsPattern("accuracy \\.\\d{3}: \\d+ of 91 pairs matched right")
        .containsPattern("95% interval \\.\\d{3} to")
        .containsPattern("p \\.\\d{4} of 40 permutations \\(free\\)")
        .doesNotContain("published");
  }

  @Test
  void featuresThatFitEveryWordAreSaid() {
    Object[] wide = {
      "evaluate",
      "--subject",
      "T1",
      "--data",
      Ran.T1,
      "--features",
      Ran.ANALYSIS.resolve("wide_T.csv"),
      "--out",
      out(),
      "--permutations",
      "3",
      "--subsamples",
      "0",
      "--voxels",
      "15"
    };
    assertThat(Ran.mitchell(wide).succeeds().err()).contains("fit 14 words exactly");
    Object[] ridge = {"--ridge", "1"};
    Object[] both = Stream.of(wide, ridge).flatMap(Stream::of).toArray();
    assertThat(Ran.mitchell(both).succeeds().err()).doesNotContain("exactly");
  }

  @Test
  void thePenaltyMayBeChosenInEveryFold() throws IOException {
    JsonNode json =
        evaluateT1("--ridge", "auto", "--random-features", "3", "--json").succeeds().json();
    assertThat(json.path("randomFeatures").path("sets").asInt()).isEqualTo(3);
    JsonNode fit =
        Ran.fit(folder.resolve("fit"), "T1", Ran.T1, "--voxels", "15", "--ridge", "auto", "--json")
            .succeeds()
            .json();
    assertThat(json.path("correct").asDouble()).isEqualTo(fit.path("correct").asDouble());
    slip("--ridge-per", "voxel");
  }

  @Test
  void curveAndSensitivityAreTablesOfTheirOwn() throws IOException {
    JsonNode json = evaluateT1("--learning-curve", "--sensitivity", "--json").succeeds().json();
    double accuracy = json.path("accuracy").asDouble();
    JsonNode curve = json.path("learningCurve");
    assertThat(curve.path(curve.size() - 1).path("accuracy").asDouble()).isEqualTo(accuracy);
    assertThat(
            json.path("sensitivity")
                .valueStream()
                .filter(row -> row.path("asGiven").asBoolean())
                .map(row -> row.path("accuracy").asDouble()))
        .isNotEmpty()
        .allMatch(value -> value == accuracy);
    assertThat(Ran.files(out()).keySet())
        .contains(FILES + "leaveTwoOut_curve.tsv", FILES + "leaveTwoOut_sensitivity.tsv");
  }

  private static Ran slip(String option, String value) {
    return Ran.mitchell("evaluate", "--subject", "T1", "--data", Ran.T1, option, value)
        .failsWith(2);
  }
}
