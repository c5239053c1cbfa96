package org.mitchell.cli.maps;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.mitchell.cli.Ran;
import org.mitchell.cli.SmallBrains;
import org.mitchell.derivatives.SavedShares;
import tools.jackson.databind.JsonNode;

/** What each feature space of a fit explains, by voxel and by region. */
class SharesOfSpacesTest {
  @TempDir private static Path shared;
  private static SmallBrains brains;
  private static Path fits;
  private static Path atlas;
  private static Path names;

  @TempDir private Path folder;

  @BeforeAll
  static void fitsOfTwoSpacesAndOfOne() {
    brains = new SmallBrains(shared);
    brains.simulate("a", 0.25);
    fits = shared.resolve("joint");
    // Signals come from all three features, of which one is a space of its own.
    fit(fits, "two=%s:1-2,push=%s:3".formatted(brains.features(), brains.features())).succeeds();
    atlas = brains.atlas();
    names = brains.atlasNames("1 Left_half\n2 Right_half\n7 Middle\n");
  }

  private static Ran fit(Path out, String features) {
    return Ran.mitchell(
        "fit",
        "--subject",
        "a",
        "--data",
        brains.data(),
        "--features",
        features,
        "--combine",
        "banded",
        "--scale",
        "none",
        "--voxels",
        "50",
        "--out",
        out);
  }

  private Path out() {
    return folder.resolve("out");
  }

  private Ran map(Object... words) {
    return run("map", words);
  }

  private Ran run(String command, Object... words) {
    return Ran.mitchell(
        Stream.concat(Stream.of(command, "--model", fits, "--out", out()), Arrays.stream(words))
            .toArray());
  }

  @Test
  void halvesOfWordsAreRefusedWhereNoIntervalRestsOnThem() {
    Ran accuracy = regions("--only", "accuracy", "--subsamples", "20");
    assertThat(accuracy.status()).isEqualTo(2);
    assertThat(accuracy.err()).contains("--subsamples: not with --only accuracy");
    Path one = folder.resolve("one");
    Ran.mitchell(
            "fit",
            "--subject",
            "a",
            "--data",
            brains.data(),
            "--features",
            brains.features(),
            "--out",
            one)
        .succeeds();
    Ran ofOne =
        Ran.mitchell(
            "regions",
            "--model",
            one,
            "--out",
            out(),
            "--atlas",
            atlas,
            "--atlas-names",
            names,
            "--subsamples",
            "20");
    assertThat(ofOne.status()).as(ofOne.err()).isEqualTo(1);
    assertThat(ofOne.err()).contains("--subsamples: participant a was not fitted with two");
    assertThat(out()).doesNotExist();
  }

  private Ran regions(Object... words) {
    return run(
        "regions",
        Stream.concat(Stream.of("--atlas", atlas, "--atlas-names", names), Arrays.stream(words))
            .toArray());
  }

  @Test
  void whatASpaceExplainsAloneComesWithIntervalsAndP() throws IOException {
    JsonNode json =
        map(
                "--stat",
                "unique",
                "--of",
                "push",
                "--permutations",
                "39",
                "--subsamples",
                "4",
                "--json")
            .succeeds()
            .json();
    assertThat(json.path("stat").asString()).isEqualTo("r2uniquepush");
    assertThat(json.path("null").path("method").asString())
        .isEqualTo(
            "permutation of the feature space's residuals, given the other spaces, between words");
    assertThat(json.path("null").path("maps").asInt()).isEqualTo(39);
    // The signal of one of three features is planted in half of the brain: something is found.
    assertThat(json.path("clusters").get(0).path("pPeak").asDouble()).isEqualTo(1.0 / 40);
    List<String> files = json.path("outputs").valueStream().map(JsonNode::asString).toList();
    for (String part :
        List.of("", "_desc-low", "_desc-high", "_desc-p", "_desc-fdr", "_desc-fwer")) {
      assertThat(files)
          .anyMatch(file -> file.endsWith("_stat-r2uniquepush" + part + "_statmap.nii.gz"));
    }
    assertThat(Files.readString(sidecar("r2uniquepush_desc-fwer")))
        .contains("family-wise error rate of R2 of push beyond that of the other feature spaces");
  }

  private Path sidecar(String name) throws IOException {
    try (Stream<Path> files = Files.list(out().resolve("sub-a"))) {
      return files
          .filter(file -> file.toString().endsWith("_stat-" + name + "_statmap.json"))
          .findFirst()
          .orElseThrow();
    }
  }

  @Test
  void whatIsSharedHasIntervalsAndNoP() {
    JsonNode json = map("--stat", "shared", "--subsamples", "4", "--json").succeeds().json();
    assertThat(json.path("stat").asString()).isEqualTo("r2shared");
    assertThat(json.path("null").isNull()).isTrue();
    assertThat(json.path("outputs").toString())
        .contains("_stat-r2shared_desc-low_statmap", "_stat-r2shared_desc-high_statmap")
        .doesNotContain("_desc-p_");
    JsonNode ofOne =
        map("--stat", "shared", "--of", "two", "--subsamples", "0", "--json").succeeds().json();
    assertThat(ofOne.path("stat").asString()).isEqualTo("r2sharedtwo");
    // Of two spaces what one shares is what both share.
    assertThat(ofOne.path("map").path("mean").asDouble())
        .isCloseTo(json.path("map").path("mean").asDouble(), within(1e-9));
  }

  @Test
  void aRegionsSharesAddUpToItsJointR2() throws IOException {
    JsonNode json =
        regions("--only", "shares", "--permutations", "19", "--subsamples", "4", "--json")
            .succeeds()
            .json();
    JsonNode shares = json.path("shares");
    assertThat(shares.size()).isEqualTo(3 * 4);
    assertThat(json.has("regions")).isFalse();
    for (int r = 0; r < 3; r++) {
      assertThat(shares.get(4 * r).path("share").asString()).isEqualTo("joint");
      double sum = 0;
      for (int k = 1; k < 4; k++) {
        JsonNode share = shares.get(4 * r + k);
        sum += share.path("r2").asDouble();
        assertThat(share.path("ci95").get(0).asDouble())
            .isLessThanOrEqualTo(share.path("r2").asDouble());
        boolean unique = share.path("share").asString().equals("unique");
        assertThat(share.path("p").isNumber()).isEqualTo(unique);
      }
      assertThat(sum).isCloseTo(shares.get(4 * r).path("r2").asDouble(), within(1e-9));
    }
    assertThat(shares.get(2).path("space").asString()).isEqualTo("push");
    assertThat(Files.readAllLines(out().resolve("sub-a/sub-a_task-nouns_desc-shares.tsv")))
        .hasSize(13)
        .first()
        .isEqualTo("label\tregion\tvoxels\tshare\tspace\tr2\tlow\thigh\tp\tp_corrected");
  }

  @Test
  void sharesAreDrawnByRegion() throws IOException {
    regions("--only", "shares", "--permutations", "19", "--subsamples", "4").succeeds();
    Path picture = folder.resolve("shares.svg");
    Ran.mitchell("figure", "shares", "a", "--model", out(), "--top", "2", "--out", picture)
        .succeeds();
    assertThat(Files.readString(picture))
        .contains("all together", "two alone of all", "push alone of all", "more than one")
        .contains("(SIMULATED)", "lines: 95% over other words", "the 2 largest by all together");
    Path table = out().resolve("sub-a/sub-a_task-nouns_desc-shares.tsv");
    Files.writeString(table, Files.readString(table).replaceFirst("unique\t", "unique"));
    assertThat(
            Ran.mitchell("figure", "shares", "a", "--model", out(), "--out", picture)
                .failsWith(1)
                .err())
        .contains("desc-shares.tsv", "Make the shares by region again");
    assertThat(
            Ran.mitchell("figure", "shares", "a", "--model", fits, "--out", picture)
                .failsWith(1)
                .err())
        .contains("there are no shares by region of participant a");
  }

  @Test
  void aRegionsNameThatIsAFormulaComesBackFromTheTable() throws IOException {
    Path formulas = Files.writeString(folder.resolve("names.txt"), "1 =Left\n2 -Right\n7 Middle\n");
    run(
            "regions",
            "--atlas",
            atlas,
            "--atlas-names",
            formulas,
            "--only",
            "shares",
            "--permutations",
            "0",
            "--subsamples",
            "0")
        .succeeds();
    assertThat(SavedShares.read(out(), "a").regions())
        .extracting(SavedShares.Region::name)
        .containsExactly("=Left", "-Right", "Middle");
  }

  @Test
  void signaturesAreGroupedBySpace() throws IOException {
    Path picture = folder.resolve("signatures.svg");
    Ran.mitchell("figure", "signatures", "a", "--model", fits, "--out", picture).succeeds();
    // The names of the spaces stand over their features, which go without them.
    assertThat(Files.readString(picture))
        .contains(">two</text>", ">push</text>", ">see</text>", ">eat</text>");
  }

  @Test
  void accuraciesByRegionTakeThePenaltiesOfTheFitsFolds() throws IOException {
    // Voxels of 400 mm: one region has the whole brain, and its accuracy is the fit's.
    Path one =
        new SmallBrains(folder)
            .atlas(new double[][] {{400, 0, 0, 0}, {0, 4, 0, -140}, {0, 0, 4, -100}});
    JsonNode whole = Ran.json(fits.resolve("sub-a/sub-a_task-nouns_evaluation.json"));
    JsonNode json =
        run(
                "regions",
                "--atlas",
                one,
                "--atlas-names",
                names,
                "--permutations",
                "19",
                "--only",
                "accuracy",
                "--json")
            .succeeds()
            .json();
    assertThat(json.has("shares")).isFalse();
    assertThat(json.path("regions").size()).isEqualTo(1);
    JsonNode region = json.path("regions").get(0);
    assertThat(region.path("voxels").asInt()).isEqualTo(whole.path("voxels").asInt());
    assertThat(region.path("accuracy").asDouble()).isEqualTo(whole.path("accuracy").asDouble());
    // A signal in half of the brain: no relabelling tells words apart as well.
    assertThat(region.path("p").asDouble()).isEqualTo(1.0 / 20);
  }

  @Test
  void whatCannotBeAskedForIsSaid() {
    assertThat(map("--stat", "unique").failsWith(2).err())
        .contains("--stat unique: --of LABEL says which feature space of the fit");
    assertThat(map("--stat", "unique", "--of", "verbs").failsWith(1).err())
        .contains(
            "no feature space of the fit is called 'verbs': it has two, push. Name one of these"
                + " with --of");
    assertThat(map("--stat", "r", "--of", "push").failsWith(2).err())
        .contains("--of goes with --stat unique and shared");
    assertThat(map("--stat", "r", "--subsamples", "5").failsWith(2).err())
        .contains("--subsamples goes with --stat unique, shared and signatures");
    assertThat(map("--stat", "shared", "--permutations", "9").failsWith(2).err())
        .contains("there are no null maps of shared");
    Path single = folder.resolve("single");
    brains.run("fit", "a", single, "--voxels", "50").succeeds();
    assertThat(
            Ran.mitchell("map", "--model", single, "--stat", "unique", "--of", "x")
                .failsWith(1)
                .err())
        .contains("was fitted with one feature space");
    assertThat(
            Ran.mitchell(
                    "regions",
                    "--model",
                    single,
                    "--atlas",
                    atlas,
                    "--atlas-names",
                    names,
                    "--only",
                    "shares")
                .failsWith(1)
                .err())
        .contains("was not fitted with two or three feature spaces");
  }
}
