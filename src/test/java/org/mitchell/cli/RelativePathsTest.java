package org.mitchell.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Every command that writes, in a folder of its own, with its default and with relative names. */
@Tag("external")
class RelativePathsTest {
  private static final List<String> FITS =
      List.of(
          "fit --subject a,b --features features.csv --voxels 50%s",
          "evaluate --subject a,b --features features.csv --voxels 50 --permutations 19"
              + " --subsamples 4%s",
          "compare --subject a,b --features two=features.csv:1-2,features.csv --voxels 50"
              + " --subsamples 4 --no-baselines%s",
          "similarity --subject a,b --features features.csv --voxels 50 --permutations 19"
              + " --resamples 19 --no-baselines%s");
  private static final List<String> OF_FITS =
      List.of(
          "predict word01 --subject a%s",
          "map --subject a --cluster-size 3 --permutations 19%s",
          "map --subject a,b --group mean --cluster-size 3 --permutations 19%s",
          "regions --subject a --atlas atlas.nii.gz --atlas-names names.txt --permutations 19%s");

  @TempDir private static Path inputs;
  private static SortedMap<String, String> withAFullPath;

  @TempDir private Path folder;
  private Path work;

  @BeforeAll
  static void twoParticipants() throws Exception {
    var brains = new SmallBrains(Files.createDirectory(inputs.resolve("in")));
    brains.simulate("a", 0.25);
    brains.simulate("b", 0.25);
    brains.atlas();
    brains.atlasNames("1 Left_half\n2 Right_half\n7 Middle\n");
    Path full = inputs.resolve("full").toAbsolutePath();
    Programs.inFolder(inputs.resolve("in"), commands(full.toString())).succeeds();
    withAFullPath = results(full);
  }

  /** A folder with the inputs. */
  @BeforeEach
  void aWorkingFolder() throws IOException {
    work = Files.createDirectory(folder.resolve("here"));
    try (Stream<Path> all = Files.list(inputs.resolve("in"))) {
      for (Path one : all.toList()) {
        Files.createSymbolicLink(work.resolve(one.getFileName().toString()), one);
      }
    }
  }

  private static List<String> commands(String place) {
    String out = place.isEmpty() ? "" : " --out " + place;
    String model = place.isEmpty() ? "" : " --model " + place;
    return Stream.concat(
            FITS.stream().map(command -> command.formatted(out)),
            OF_FITS.stream().map(command -> command.formatted(model)))
        .toList();
  }

  /** What does not name the command or the time: maps and tables, by their path in a folder. */
  private static SortedMap<String, String> results(Path root) throws IOException {
    var results = new TreeMap<>(Ran.files(root));
    results.keySet().removeIf(name -> name.endsWith(".json"));
    return results;
  }

  @Test
  void withoutOutEverythingLiesWhereAFullPathPutsIt() throws Exception {
    Ran ran =
        Programs.inFolder(
                work,
                Stream.concat(commands("").stream(), Stream.of("report --subject a,b")).toList())
            .succeeds();

    assertThat(results(work.resolve("derivatives/mitchell"))).isEqualTo(withAFullPath);
    assertThat(work.resolve("derivatives/mitchell/sub-a"))
        .isDirectoryContaining(
            "glob:**/sub-a_task-nouns_space-MNI152Lin_stat-r_desc-clusters.{tsv,json}");
    assertThat(Files.readString(work.resolve("report.html")).contains("No clusters were looked"))
        .as("the report says that there are no clusters")
        .isFalse();
    assertThat(Ran.files(work.resolve("derivatives")).keySet())
        .allMatch(name -> name.matches("mitchell/(sub-[ab]/|group/)?[^/]+"));
    assertThat(ran.out().lines().filter(line -> line.matches(" +\\S*derivatives/\\S+")))
        .as("files are named as they were asked for")
        .isNotEmpty()
        .allMatch(line -> line.strip().startsWith("derivatives/mitchell/"));
  }

  @ParameterizedTest
  @CsvSource({"../beside, beside", ".., .", "link/../x, real/x"})
  void relativeNamesLeadWhereTheyLeadAShell(String typed, String place) throws Exception {
    Path inside = Files.createDirectories(folder.resolve("real/inside"));
    Files.createSymbolicLink(work.resolve("link"), inside);
    Programs.inFolder(work, commands(typed)).succeeds();

    SortedMap<String, String> results = results(folder.resolve(place));
    if (place.equals(".")) {
      results.keySet().removeIf(name -> name.startsWith("here/"));
    }
    assertThat(results).isEqualTo(withAFullPath);
  }

  @Test
  void aFitRemembersFilesBehindALinkAndOneFolderUp() throws Exception {
    Path real = Files.createDirectories(folder.resolve("real/inside"));
    Files.createSymbolicLink(work.resolve("link"), real);
    Files.createSymbolicLink(folder.resolve("real/data"), inputs.resolve("in/data"));
    Files.createSymbolicLink(
        folder.resolve("real/features.csv"), inputs.resolve("in/features.csv"));
    Path elsewhere = Files.createDirectory(folder.resolve("elsewhere"));

    Programs.inFolder(
            work,
            List.of(
                "fit --subject a --data link/../data --features link/../features.csv --voxels 50"))
        .succeeds();
    Programs.inFolder(
            elsewhere,
            List.of("predict word01 --subject a --model ../here/derivatives/mitchell --out ."))
        .succeeds();

    assertThat(Ran.files(elsewhere).keySet())
        .contains(
            "sub-a/sub-a_task-nouns_space-MNI152Lin_contrast-word01_desc-observed"
                + "_statmap.nii.gz");
  }

  @Test
  void otherCommandsWriteIntoTheFolderTheyStandIn() throws Exception {
    Files.writeString(work.resolve("text.txt"), "A dog eats celery. A dog sees a cat.\n");
    Files.writeString(work.resolve("nouns.txt"), "dog\ncelery\n");
    Files.writeString(work.resolve("verbs.txt"), "eat\nsee\n");
    for (String name : List.of("vectors.txt", "norms.tsv")) {
      Files.copy(Path.of("testdata/norms").resolve(name), work.resolve(name));
    }
    Programs.inFolder(
            work,
            List.of(
                "fit --subject a,b --features features.csv --voxels 50",
                "predict word01 --subject a",
                "identify derivatives/mitchell/sub-a/sub-a_task-nouns_space-MNI152Lin"
                    + "_contrast-word01_desc-observed_statmap.nii.gz --subject a --out ranks.tsv",
                "simulate --subject sim1 --presentations 2 --out made --mask"
                    + " derivatives/mitchell/sub-a/"
                    + "sub-a_task-nouns_space-MNI152Lin_desc-brain_mask.nii.gz",
                "corpus count --corpus text.txt --nouns nouns.txt --verbs verbs.txt --out"
                    + " counts.tsv",
                "corpus vocabulary --corpus text.txt --out words.tsv",
                "features build --counts counts.tsv --out made.tsv",
                "features compare made.tsv made.tsv --out alike.tsv",
                "features plot made.tsv --out plot.svg",
                "norms fit --vectors vectors.txt --norms norms.tsv --ridge 1 --out rated",
                "norms compare --vectors vectors.txt --norms norms.tsv --ridge 1 --out all.tsv",
                "norms predict bab --vectors vectors.txt --norms norms.tsv --ridge 1 --out new.tsv",
                "figure accuracy a,b --out accuracy.svg",
                "figure similarity a --out ./similarity.svg",
                "figure scatter a --words word01 --out ../here/scatter.svg"))
        .succeeds();

    assertThat(Ran.files(work).keySet())
        .contains(
            "accuracy.svg",
            "alike.json",
            "all.tsv",
            "alike.tsv",
            "counts.json",
            "counts.tsv",
            "made.json",
            "made.tsv",
            "made/data-science-sim1.mat",
            "new.tsv",
            "plot.svg",
            "ranks.json",
            "ranks.tsv",
            "rated/norms.json",
            "scatter.svg",
            "similarity.svg",
            "words.tsv");
    try (Stream<Path> beside = Files.list(folder)) {
      assertThat(beside).containsExactly(work);
    }
  }
}
