package org.mitchell.cli.participants;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SortedMap;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.mitchell.cli.Programs;
import org.mitchell.cli.Ran;
import org.mitchell.nifti.NiftiHeader;
import org.mitchell.nifti.NiftiImage;
import org.mitchell.nifti.NiftiReader;
import tools.jackson.databind.JsonNode;

/** What {@code fit} prints and writes. */
class FitCommandTest {
  private static final String EVALUATION = "sub-T1/sub-T1_task-nouns_evaluation.json";
  private static final String R_MAP =
      "sub-T1/sub-T1_task-nouns_space-MNI152Lin_stat-r_statmap.nii.gz";

  @TempDir private Path folder;

  private Path out() {
    return folder.resolve("out");
  }

  private Ran fitT1(Object... more) {
    return Ran.fit(out(), "T1", Ran.T1, more);
  }

  @Test
  void everyFileHasTheNameOfTheContractAndEveryImageAJson() throws IOException {
    fitT1().succeeds();
    String start = "sub-T1/sub-T1_task-nouns_";
    String image = start + "space-MNI152Lin_";
    assertThat(Ran.files(out()).keySet())
        .containsExactlyInAnyOrder(
            "dataset_description.json",
            image + "desc-signatures_statmap.nii.gz",
            image + "desc-signatures_statmap.json",
            image + "stat-r_statmap.nii.gz",
            image + "stat-r_statmap.json",
            image + "stat-stability_statmap.nii.gz",
            image + "stat-stability_statmap.json",
            image + "desc-brain_mask.nii.gz",
            image + "desc-brain_mask.json",
            start + "model.json",
            start + "pairs.tsv",
            start + "pairs.json",
            start + "evaluation.json");
  }

  @Test
  void theJsonHasTheKeysOfTheContractAndNothingElseIsPrinted() throws IOException {
    Ran ran = fitT1("--voxels", "15", "--json").succeeds();
    assertThat(ran.out()).startsWith("{").endsWith("}\n");
    JsonNode json = ran.json();
    assertThat(json.propertyNames())
        .contains(
            "subject",
            "source",
            "words",
            "presentations",
            "voxels",
            "features",
            "selectedVoxels",
            "ridge",
            "pairs",
            "correct",
            "accuracy",
            "within",
            "between",
            "map",
            "outputs",
            "seconds");
    assertThat(json.path("within").propertyNames()).containsExactly("pairs", "correct", "accuracy");
    assertThat(json.path("correct").isInt()).isTrue();
    assertThat(json.path("source").asString()).isEqualTo(Ran.T1.toString());
    JsonNode seconds = json.path("seconds");
    double parts =
        seconds.path("read").asDouble()
            + seconds.path("evaluate").asDouble()
            + seconds.path("map").asDouble()
            + seconds.path("write").asDouble();
    assertThat(seconds.path("total").asDouble()).isCloseTo(parts, within(1e-9));
    assertThat(json.path("outputs").valueStream().map(JsonNode::asString))
        .contains(
            out().resolve(R_MAP).toString(), out().resolve("dataset_description.json").toString());
    assertThat(Ran.json(out().resolve(EVALUATION))).isEqualTo(json);
  }

  @Test
  void theMapsFiguresAreThoseOfTheMap() throws IOException {
    JsonNode json = fitT1("--voxels", "15", "--json").succeeds().json();
    JsonNode expected =
        Ran.json(Ran.ANALYSIS.resolve("expected.json"))
            .path("configurations")
            .path(0)
            .path("details")
            .path("map");
    double[] r =
        expected.valueStream().filter(JsonNode::isNumber).mapToDouble(JsonNode::asDouble).toArray();
    assertThat(r).hasSizeBetween(50, 60);
    assertThat(json.path("map").path("mean").asDouble())
        .isCloseTo(Arrays.stream(r).average().orElseThrow(), within(1e-9));
    assertThat(json.path("map").path("max").asDouble())
        .isCloseTo(Arrays.stream(r).max().orElseThrow(), within(1e-9));
    assertThat(json.path("map").path("voxelsAbove028").asLong())
        .isEqualTo(Arrays.stream(r).filter(x -> x >= .28).count());
  }

  @Test
  void severalParticipantsGiveAnArrayAndTheirMean() throws IOException {
    Files.copy(Ran.T1, folder.resolve("data-science-T1.mat"));
    Files.copy(Ran.T2, folder.resolve("data-science-T2.mat"));
    for (String subjects : new String[] {"T1,T2", "T1..T2", "all"}) {
      JsonNode json =
          Ran.fit(out(), subjects, folder, "--voxels", "15", "--json").succeeds().json();
      assertThat(json.propertyNames()).containsExactly("subjects", "meanAccuracy");
      assertThat(json.path("subjects").valueStream().map(s -> s.path("subject").asString()))
          .containsExactly("T1", "T2");
      // 73 of 91 and 33 of 36 in expected.json.
      assertThat(json.path("meanAccuracy").asDouble())
          .isCloseTo((73. / 91 + 33. / 36) / 2, within(1e-12));
    }
    assertThat(Ran.fit(out(), "T1,T2", folder, "--voxels", "15").succeeds().out())
        .contains("Participant T1", "Participant T2", "Mean accuracy of 2 participants: .859");
  }

  @Test
  void peopleGetATableTheFilesAndACommandThatWorks() {
    Ran ran = fitT1("--voxels", "15").succeeds();
    assertThat(ran.out())
        .contains(
            "Participant T1",
            "SIMULATED",
            "14 words, 4 presentations, 60 voxels; 5 features from features_T.csv")
        .containsPattern("all pairs +91 +73 +\\.802")
        .containsPattern("within a category +20 +14 +\\.700")
        .containsPattern("between categories +71 +59 +\\.831")
        .contains("2 voxels are constant", out().resolve(R_MAP).toString());
    String next =
        ran.out()
            .lines()
            .filter(line -> line.startsWith("Next: mitchell "))
            .findFirst()
            .orElseThrow();
    Ran.mitchell((Object[]) next.substring("Next: mitchell ".length()).split(" ")).succeeds();
  }

  @Test
  void quietPrintsNothing() {
    Ran ran = Ran.fit(out(), "T1", Ran.ANALYSIS, "--quiet").succeeds();
    assertThat(ran.out()).isEmpty();
    assertThat(ran.err()).isEmpty();
  }

  @Test
  void severalFilesOfAParticipantAreNamed() {
    Ran ran = Ran.fit(out(), "T1", Ran.ANALYSIS).succeeds();
    assertThat(ran.err())
        .contains("read from", "data-science-T1.mat", "also there", "T1.tsv", "--data FILE");
  }

  @Test
  void theBytesDoNotDependOnTheThreads() throws IOException {
    var byThreads = new ArrayList<SortedMap<String, String>>();
    for (int threads : new int[] {1, 2, 5}) {
      fitT1("--threads", threads, "--ridge", "0.5").succeeds();
      Ran.mitchell("predict", "apple", "saw", "--model", out(), "--threads", threads).succeeds();
      SortedMap<String, String> files = Ran.files(out());
      assertThat(files.remove(EVALUATION)).isNotNull();
      byThreads.add(files);
    }
    assertThat(byThreads.get(1)).isEqualTo(byThreads.get(0)).hasSizeGreaterThan(15);
    assertThat(byThreads.get(2)).isEqualTo(byThreads.get(0));
  }

  @Test
  @Tag("external")
  void theBytesDoNotDependOnTheProcess() throws Exception {
    Object[] words = {
      "fit", "--subject", "T1", "--data", Ran.T1, "--features", Ran.FEATURES, "--out", out()
    };
    assertThat(Programs.java(Programs.thisJava(), List.of(), words).status()).isZero();
    SortedMap<String, String> first = Ran.files(out());
    assertThat(Programs.java(Programs.thisJava(), List.of(), words).status()).isZero();
    SortedMap<String, String> second = Ran.files(out());
    assertThat(first.remove(EVALUATION)).isNotNull();
    assertThat(second.remove(EVALUATION)).isNotNull();
    assertThat(second).isEqualTo(first);
  }

  @Test
  @Tag("external")
  void thePairsTableHoldsTheSimilaritiesOfRefittingEveryFold() throws Exception {
    fitT1("--voxels", "15", "--ridge", "0.5", "--preset", "strict", "--metric", "correlation")
        .succeeds();
    Path pairs = out().resolve("sub-T1/sub-T1_task-nouns_pairs.tsv").toAbsolutePath();
    Ran checked =
        Programs.python(
            Ran.ANALYSIS.toAbsolutePath(),
            "check_pairs_tsv.py",
            pairs,
            "data-science-T1.mat",
            "features_T.csv",
            "--voxels",
            "15",
            "--ridge",
            "0.5",
            "--preset",
            "strict",
            "--metric",
            "correlation",
            "--columns",
            "s11,s12,s21,s22",
            "--words",
            "word1,word2");
    assertThat(checked.status()).as("%s%s", checked.out(), checked.err()).isZero();
    assertThat(checked.out()).contains("pairs: 91 expected, 0 missing, 0 unknown");
  }

  @Test
  void thePairsTableHasARowAPairAndAJsonOfItsColumns() throws IOException {
    fitT1("--voxels", "15").succeeds();
    var rows = Files.readAllLines(out().resolve("sub-T1/sub-T1_task-nouns_pairs.tsv"));
    assertThat(rows).hasSize(92);
    assertThat(rows.get(0))
        .isEqualTo("word1\tword2\tcategory1\tcategory2\ts11\ts12\ts21\ts22\tcorrect");
    assertThat(rows.get(1)).startsWith("apple\taxe\tfruit\ttool\t");
    assertThat(rows.stream().filter(row -> row.endsWith("\t1")).count()).isEqualTo(73);
    JsonNode columns = Ran.json(out().resolve("sub-T1/sub-T1_task-nouns_pairs.json"));
    assertThat(columns.propertyNames()).contains(rows.get(0).split("\t"));
  }

  @Test
  void allFormatsOfAParticipantGiveTheSameMap() throws IOException {
    fitT1().succeeds();
    float[] expected = NiftiReader.read(out().resolve(R_MAP)).toFloats();
    for (String file : new String[] {"data-science-T1-v73.mat", "T1.tsv"}) {
      Path other = folder.resolve("other");
      Ran.fit(
              other,
              "T1",
              Ran.ANALYSIS.resolve(file),
              "--coords",
              Ran.ANALYSIS.resolve("T1_coords_ijk.tsv"),
              "--affine",
              "-3.125,0,0,78.125,0,3.125,0,-112.5,0,0,6,-48",
              "--space",
              "MNI152Lin")
          .succeeds();
      assertThat(NiftiReader.read(other.resolve(R_MAP)).toFloats())
          .as(file)
          .containsExactly(expected);
    }
  }

  @Test
  void withoutCoordinatesMapsAreTablesAndTheOutputSaysSo() throws IOException {
    Ran ran = Ran.fit(out(), "T1", Ran.ANALYSIS.resolve("T1.tsv")).succeeds();
    assertThat(ran.out()).contains("no voxel coordinates", "--coords");
    String start = "sub-T1/sub-T1_task-nouns_";
    assertThat(Ran.files(out()).keySet())
        .contains(
            start + "stat-r_statmap.tsv.gz",
            start + "stat-r_statmap.json",
            start + "stat-stability_statmap.tsv.gz",
            start + "desc-signatures_statmap.tsv.gz",
            start + "desc-signatures_statmap.json")
        .noneMatch(
            name -> name.contains("space-") || name.contains("mask") || name.endsWith(".nii.gz"));
    try (var table =
        new GZIPInputStream(
            Files.newInputStream(out().resolve(start + "stat-stability_statmap.tsv.gz")))) {
      var rows = new String(table.readAllBytes()).lines().toList();
      assertThat(rows).hasSize(61);
      assertThat(rows.get(0)).isEqualTo("column\tstability");
      assertThat(rows.get(8)).as("a constant voxel").isEqualTo("7\tn/a");
    }
  }

  @Test
  void onePresentationMeansAllVoxelsAndNoStability() throws IOException {
    JsonNode json =
        Ran.fit(out(), "T1", Ran.ANALYSIS.resolve("T1-mean.csv.gz"), "--json").succeeds().json();
    assertThat(json.path("presentations").asInt()).isEqualTo(1);
    assertThat(json.path("selectedVoxels").asInt()).isEqualTo(60);
    assertThat(json.path("within").isNull()).as("the table has no categories").isTrue();
    assertThat(json.path("between").isNull()).isTrue();
    assertThat(Ran.files(out()).keySet()).noneMatch(name -> name.contains("stability"));
  }

  @Test
  void categoriesOfAFileReplaceTheParticipantsOwn() throws IOException {
    Path categories = folder.resolve("categories.csv");
    var lines = new ArrayList<>(List.of("word,category"));
    Ran.json(Ran.ANALYSIS.resolve("expected.json"))
        .path("participants")
        .path("T1")
        .path("words")
        .forEach(
            word ->
                lines.add(
                    word.asString()
                        + ","
                        + (word.asString().compareTo("d") < 0 ? "early" : "late")));
    Files.write(categories, lines);
    JsonNode json = fitT1("--categories", categories, "--json").succeeds().json();
    // apple axe bear bus cat | nine later words: 10 + 36 pairs within.
    assertThat(json.path("within").path("pairs").asInt()).isEqualTo(46);
    assertThat(
            Ran.json(out().resolve("sub-T1/sub-T1_task-nouns_model.json"))
                .path("provenance")
                .path("inputs")
                .toString())
        .contains("categories.csv", "features_T.csv", "data-science-T1.mat");
  }

  @Test
  void columnsAreTakenByTheirNumbers() throws IOException {
    JsonNode json = fitT1("--columns", "2,4-5", "--json").succeeds().json();
    assertThat(json.path("features").asInt()).isEqualTo(3);
    JsonNode model = Ran.json(out().resolve("sub-T1/sub-T1_task-nouns_model.json"));
    assertThat(model.path("features").valueStream().map(JsonNode::asString))
        .containsExactly("eat", "cut", "grow");
  }

  @Test
  void wordsWithoutFeaturesAreListedOrAnError() throws IOException {
    Path some = folder.resolve("some.csv");
    Files.write(
        some,
        Files.readAllLines(Ran.FEATURES).stream()
            .filter(row -> !row.startsWith("plum,"))
            .map(row -> row.startsWith("axe,") ? "axe,0,0,0,0,0" : row)
            .toList());
    Object[] words = {
      "fit", "--subject", "T1", "--data", Ran.T1, "--features", some, "--out", out(), "--json"
    };
    Ran ran = Ran.mitchell(words).succeeds();
    assertThat(ran.err())
        .contains(
            "2 words left out", "axe (all its features are zero)", "plum (not in the features)");
    assertThat(ran.json().path("words").asInt()).isEqualTo(12);
    assertThat(ran.json().path("droppedWords").propertyNames())
        .containsExactlyInAnyOrder("axe", "plum");
    Object[] all = Arrays.copyOf(words, words.length);
    all[words.length - 1] = "--require-all";
    SortedMap<String, String> before = Ran.files(out());
    assertThat(Ran.mitchell(all).failsWith(1).err())
        .contains("2 of 14 words", "axe", "plum", "--require-all");
    assertThat(Ran.files(out())).isEqualTo(before);
  }

  @Test
  void voxelsWithNanAreAnErrorOrLeftOut() throws IOException {
    Path table = folder.resolve("T1nan.tsv");
    var rows = new ArrayList<>(Files.readAllLines(Ran.ANALYSIS.resolve("T1.tsv")));
    String[] cells = rows.get(3).split("\t");
    cells[2 + 5] = "NaN";
    rows.set(3, String.join("\t", cells));
    Files.write(table, rows);
    assertThat(Ran.fit(out(), "T1", table).failsWith(1).err())
        .contains("T1nan.tsv", "presentation 1", "voxel column 5", "--drop-nan");
    assertThat(Ran.files(out())).isEmpty();
    Ran ran = Ran.fit(out(), "T1", table, "--drop-nan", "--json").succeeds();
    assertThat(ran.json().path("voxels").asInt()).isEqualTo(59);
    assertThat(ran.err()).contains("1 of 60 voxels left out");
  }

  @Test
  void unequalPresentationsAreSaid() {
    Ran ran = Ran.fit(out(), "T2", Ran.T2).succeeds();
    assertThat(ran.err()).contains("unequal numbers of presentations", "first 3");
  }

  @Test
  void anAffineOfTwelveNumbersPlacesTheVoxels() throws IOException {
    fitT1("--affine", "2,0,0,-10,0,2,0,-20,0,0,3,-30").succeeds();
    NiftiHeader header =
        NiftiReader.readHeader(out().resolve(R_MAP.replace("MNI152Lin", "individual")));
    assertThat(header.affine()[0]).containsExactly(2, 0, 0, -10);
    assertThat(header.affine()[2]).containsExactly(0, 0, 3, -30);
    assertThat(header.sformCode()).as("a participant's own space").isEqualTo(1);
  }

  @Test
  void anAffineOfAnImageBringsItsSpaceAlong() throws IOException {
    fitT1().succeeds();
    Path map = out().resolve(R_MAP);
    NiftiImage image = NiftiReader.read(map);
    Path other = folder.resolve("other");
    Ran.fit(other, "T1", Ran.T1, "--affine", map).succeeds();
    NiftiHeader header = NiftiReader.readHeader(other.resolve(R_MAP));
    assertThat(header.affine()).isDeepEqualTo(image.affine());
    assertThat(header.sformCode()).isEqualTo(4);
    assertThat(header.dims()).containsExactly(image.dims());
  }

  @Test
  void aSpaceAloneRenamesAndMovesNothing() throws IOException {
    // A demo-like participant whose file says where its voxels lie.
    Path data = folder.resolve("data");
    Path mask = folder.resolve("mask");
    Ran.fit(mask, "T1", Ran.T1, "--affine", "2,0,0,-10,0,2,0,-20,0,0,3,-30").succeeds();
    Path nouns = Files.writeString(folder.resolve("nouns.txt"), "apple\naxe\nbear\ndog\nsaw\n");
    Ran.mitchell(
            "simulate",
            "--subject",
            "sim3",
            "--out",
            data,
            "--features",
            Ran.FEATURES,
            "--nouns",
            nouns,
            "--mask",
            mask.resolve("sub-T1/sub-T1_task-nouns_space-individual_desc-brain_mask.nii.gz"))
        .succeeds();
    Ran.fit(out(), "sim3", data, "--space", "MNI152NLin6Asym", "--voxels", "10").succeeds();
    NiftiHeader header =
        NiftiReader.readHeader(
            out()
                .resolve(
                    "sub-sim3/sub-sim3_task-nouns_space-MNI152NLin6Asym_stat-r_statmap.nii.gz"));
    assertThat(header.affine()[0]).containsExactly(2, 0, 0, -10);
    assertThat(header.sformCode()).isEqualTo(4);
    assertThat(
            Ran.mitchell("predict", "apple", "--model", out(), "--json")
                .succeeds()
                .json()
                .path("predictions")
                .path(0)
                .path("outputs")
                .path(0)
                .asString())
        .contains("space-MNI152NLin6Asym_contrast-apple_desc-predicted");
  }

  @Test
  void aFeatureThatTellsNoWordsApartGivesNoAccuracy() throws IOException {
    assertThat(fitT1("--columns", "1").failsWith(1).err())
        .contains("features_T.csv", "unit length", "all 14 words are equal", "--scale zscore");
    assertThat(fitT1("--columns", "1", "--scale", "none").failsWith(1).err())
        .contains("features_T.csv", "all 91 pairs tie", "--scale zscore");
    assertThat(Ran.files(out())).isEmpty();
    Ran ran = fitT1("--columns", "1", "--scale", "zscore", "--json").succeeds();
    int tied = ran.json().path("tiedPairs").asInt();
    assertThat(tied).isBetween(1, 90);
    assertThat(ran.err()).contains("%d of 91 pairs tie, and count as wrong".formatted(tied));
  }

  @Test
  void featuresThatSayNothingAreCounted() throws IOException {
    Path table = folder.resolve("some.csv");
    var rows = new StringBuilder("word,a,b,copy,same\n");
    List<String> lines = Files.readAllLines(Ran.FEATURES).subList(1, 15);
    for (int w = 0; w < lines.size(); w++) {
      int b = w == 1 ? 0 : w * w;
      int a = w == 1 ? 1 : w + 1;
      rows.append("%s,%d,%d,%d,7\n".formatted(lines.get(w).split(",")[0], a, b, b));
    }
    Files.writeString(table, rows);
    Ran ran =
        Ran.mitchell(
                "fit",
                "--subject",
                "T1",
                "--data",
                Ran.T1,
                "--features",
                table,
                "--out",
                out(),
                "--json")
            .succeeds();
    assertThat(ran.err())
        .contains(
            "T1: 1 feature has the same value for all words: same",
            "T1: 2 features have the values of another: b = copy",
            "T1: 2 words have the vector of another");
    JsonNode found = ran.json().path("uninformative");
    assertThat(found.path("constant").path(0).asString()).isEqualTo("same");
    assertThat(found.path("sameWords").path(0)).hasSize(2);
    assertThat(Ran.json(out().resolve("sub-T1/sub-T1_task-nouns_model.json")).path("uninformative"))
        .isEqualTo(found);
  }

  @Test
  void aWordWithoutAnyCountIsAWordWhereVectorsAreNotScaled() throws IOException {
    Path table = folder.resolve("zero.csv");
    Files.write(
        table,
        Files.readAllLines(Ran.FEATURES).stream()
            .map(row -> row.startsWith("dog,") ? "dog,0,0,0,0,0" : row)
            .toList());
    for (String scale : List.of("none", "zscore", "unit")) {
      Ran ran =
          Ran.mitchell(
                  "fit",
                  "--subject",
                  "T1",
                  "--data",
                  Ran.T1,
                  "--features",
                  table,
                  "--out",
                  out(),
                  "--scale",
                  scale,
                  "--json")
              .succeeds();
      assertThat(ran.json().path("words").asInt()).isEqualTo(scale.equals("unit") ? 13 : 14);
      assertThat(ran.err())
          .contains(
              scale.equals("unit")
                  ? "all its features are zero"
                  : "1 word is zero in all features");
    }
  }

  @Test
  void ofFewWordsAModelIsMadeAndNoAccuracyGiven() throws IOException {
    Path few = folder.resolve("few.csv");
    Files.write(few, Files.readAllLines(Ran.FEATURES).subList(0, 7));
    Object[] fit = {"fit", "--subject", "T1", "--data", Ran.T1, "--features", few, "--out", out()};
    Ran ran = Ran.mitchell(fit).succeeds();
    assertThat(ran.err()).contains("WARNING: T1: 8 words left out of 14, most of them, and 6 used");
    assertThat(ran.out())
        .contains("no accuracy is given of 6 words", "--few-words")
        .doesNotContain("all pairs");
    JsonNode json = Ran.json(out().resolve("sub-T1/sub-T1_task-nouns_evaluation.json"));
    assertThat(json.path("accuracy").isNull()).isTrue();
    assertThat(json.path("accuracyWithheld").asString()).contains("6 words");
    Ran.mitchell("predict", Files.readAllLines(few).get(1).split(",")[0], "--model", out())
        .succeeds();
    Ran all = Ran.mitchell(Stream.concat(Stream.of(fit), Stream.of("--few-words")).toArray());
    assertThat(all.succeeds().out()).contains("all pairs");
  }

  @Test
  void categoriesMatchWhateverTheirCase() throws IOException {
    Path categories = folder.resolve("categories.tsv");
    Files.write(
        categories,
        Files.readAllLines(Ran.FEATURES).stream()
            .skip(1)
            .map(row -> row.split(",")[0].toUpperCase(Locale.ROOT))
            .map(word -> word + "\t" + (word.compareTo("DOG") < 0 ? "early" : "late"))
            .toList());
    Ran ran = fitT1("--categories", categories, "--json").succeeds();
    assertThat(ran.err()).contains("categories", "'dog' is taken for 'DOG'", "(14 words in all)");
    JsonNode model = Ran.json(out().resolve("sub-T1/sub-T1_task-nouns_model.json"));
    assertThat(model.path("stimuli").valueStream().map(s -> s.path("category").asString()))
        .containsOnly("early", "late");
  }

  @Test
  void oneFeatureIsAModelOfOneVolume() throws IOException {
    fitT1("--columns", "1", "--scale", "zscore").succeeds();
    Path signatures = out().resolve(R_MAP.replace("stat-r", "desc-signatures"));
    assertThat(NiftiReader.readHeader(signatures).dims()).containsExactly(7, 6, 5, 1);
    assertThat(
            Ran.json(Path.of(signatures.toString().replace(".nii.gz", ".json")))
                .path("VolumeNames")
                .path(0)
                .asString())
        .isEqualTo("see");
    Ran.mitchell("predict", "apple", "--model", out()).succeeds();
  }

  @Test
  void theDescriptionOfTheFolderNamesEverySourceOnceAndStaysSimulated() throws IOException {
    Path real = folder.resolve("T9.tsv");
    Files.copy(Ran.ANALYSIS.resolve("T1.tsv"), real);
    fitT1().succeeds();
    Ran.fit(out(), "T9", real).succeeds();
    fitT1().succeeds();
    JsonNode description = Ran.json(out().resolve("dataset_description.json"));
    assertThat(description.path("Name").asString()).contains("SIMULATED");
    assertThat(description.path("DatasetType").asString()).isEqualTo("derivative");
    assertThat(description.path("GeneratedBy").path(0).path("Name").asString())
        .isEqualTo("mitchell");
    assertThat(description.path("GeneratedBy").path(0).path("Version").asString()).isNotEmpty();
    assertThat(description.path("SourceDatasets").valueStream().map(s -> s.path("URL").asString()))
        .containsExactlyInAnyOrder(
            Ran.ANALYSIS.toAbsolutePath().toUri().toString(),
            folder.toAbsolutePath().toUri().toString());
  }

  @Test
  void simulatedIsSaidInEveryFile() throws IOException {
    Ran ran = fitT1("--json").succeeds();
    assertThat(ran.json().path("study").asString()).contains("SIMULATED");
    Ran.mitchell("predict", "apple", "--model", out()).succeeds();
    for (Map.Entry<String, String> file : Ran.files(out()).entrySet()) {
      Path path = out().resolve(file.getKey());
      if (file.getKey().endsWith(".nii.gz")) {
        assertThat(NiftiReader.readHeader(path).descrip())
            .as(file.getKey())
            .startsWith("SIMULATED. ");
      } else if (file.getKey().endsWith(".json")) {
        assertThat(Files.readString(path)).as(file.getKey()).contains("SIMULATED");
      }
    }
  }
}
