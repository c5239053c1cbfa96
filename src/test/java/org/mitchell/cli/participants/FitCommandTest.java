package org.mitchell.cli.participants;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.mitchell.cli.Programs;
import org.mitchell.cli.Ran;
import org.mitchell.nifti.NiftiReader;
import tools.jackson.databind.JsonNode;

/** What {@code fit} prints and writes. */
class FitCommandTest {
  @TempDir private Path folder;
  private FitOfT1 fit;
  private Path out;

  @BeforeEach
  void intoAFolderOfItsOwn() {
    out = folder.resolve("out");
    fit = new FitOfT1(out);
  }

  @Test
  void everyFileHasTheNameOfTheContractAndEveryImageAJson() throws IOException {
    fit.run().succeeds();
    String start = FitOfT1.START;
    String image = start + "space-MNI152Lin_";
    assertThat(Ran.files(out).keySet())
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
    Ran ran = fit.run("--voxels", "15", "--json").succeeds();
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
            out.resolve(FitOfT1.R_MAP).toString(),
            out.resolve("dataset_description.json").toString());
    assertThat(Ran.json(out.resolve(FitOfT1.EVALUATION))).isEqualTo(json);
  }

  @Test
  void theMapsFiguresAreThoseOfTheMap() throws IOException {
    JsonNode json = fit.run("--voxels", "15", "--json").succeeds().json();
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
      JsonNode json = Ran.fit(out, subjects, folder, "--voxels", "15", "--json").succeeds().json();
      assertThat(json.propertyNames()).containsExactly("subjects", "meanAccuracy");
      assertThat(json.path("subjects").valueStream().map(s -> s.path("subject").asString()))
          .containsExactly("T1", "T2");
      // 73 of 91 and 33 of 36 in expected.json.
      assertThat(json.path("meanAccuracy").asDouble())
          .isCloseTo((73. / 91 + 33. / 36) / 2, within(1e-12));
    }
    assertThat(Ran.fit(out, "T1,T2", folder, "--voxels", "15").succeeds().out())
        .contains("Participant T1", "Participant T2", "Mean accuracy of 2 participants: .859");
  }

  @Test
  void peopleGetATableTheFilesAndACommandThatWorks() {
    Ran ran = fit.run("--voxels", "15").succeeds();
    assertThat(ran.out())
        .contains(
            "Participant T1",
            "SIMULATED",
            "14 words, 4 presentations, 60 voxels; 5 features from features_T.csv")
        .containsPattern("all pairs +91 +73 +\\.802")
        .containsPattern("within a category +20 +14 +\\.700")
        .containsPattern("between categories +71 +59 +\\.831")
        .contains("2 voxels are constant", out.resolve(FitOfT1.R_MAP).toString());
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
    Ran ran = Ran.fit(out, "T1", Ran.ANALYSIS, "--quiet").succeeds();
    assertThat(ran.out()).isEmpty();
    assertThat(ran.err()).isEmpty();
  }

  @Test
  void severalFilesOfAParticipantAreNamed() {
    Ran ran = Ran.fit(out, "T1", Ran.ANALYSIS).succeeds();
    assertThat(ran.err())
        .contains("read from", "data-science-T1.mat", "also there", "T1.tsv", "--data FILE");
  }

  @Test
  void theBytesDoNotDependOnTheThreads() throws IOException {
    var byThreads = new ArrayList<SortedMap<String, String>>();
    for (int threads : new int[] {1, 2, 5}) {
      fit.run("--threads", threads, "--ridge", "0.5").succeeds();
      Ran.mitchell("predict", "apple", "saw", "--model", out, "--threads", threads).succeeds();
      SortedMap<String, String> files = Ran.files(out);
      assertThat(files.remove(FitOfT1.EVALUATION)).isNotNull();
      byThreads.add(files);
    }
    assertThat(byThreads.get(1)).isEqualTo(byThreads.get(0)).hasSizeGreaterThan(15);
    assertThat(byThreads.get(2)).isEqualTo(byThreads.get(0));
  }

  @Test
  @Tag("external")
  void theBytesDoNotDependOnTheProcess() throws Exception {
    Object[] words = {
      "fit", "--subject", "T1", "--data", Ran.T1, "--features", Ran.FEATURES, "--out", out
    };
    assertThat(Programs.java(Programs.thisJava(), List.of(), words).status()).isZero();
    SortedMap<String, String> first = Ran.files(out);
    assertThat(Programs.java(Programs.thisJava(), List.of(), words).status()).isZero();
    SortedMap<String, String> second = Ran.files(out);
    assertThat(first.remove(FitOfT1.EVALUATION)).isNotNull();
    assertThat(second.remove(FitOfT1.EVALUATION)).isNotNull();
    assertThat(second).isEqualTo(first);
  }

  @Test
  @Tag("external")
  void thePairsTableHoldsTheSimilaritiesOfRefittingEveryFold() throws Exception {
    fit.run("--voxels", "15", "--ridge", "0.5", "--preset", "strict", "--metric", "correlation")
        .succeeds();
    Path pairs = out.resolve(FitOfT1.START + "pairs.tsv").toAbsolutePath();
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
    fit.run("--voxels", "15").succeeds();
    var rows = Files.readAllLines(out.resolve(FitOfT1.START + "pairs.tsv"));
    assertThat(rows).hasSize(92);
    assertThat(rows.get(0))
        .isEqualTo("word1\tword2\tcategory1\tcategory2\ts11\ts12\ts21\ts22\tcorrect");
    assertThat(rows.get(1)).startsWith("apple\taxe\tfruit\ttool\t");
    assertThat(rows.stream().filter(row -> row.endsWith("\t1")).count()).isEqualTo(73);
    JsonNode columns = Ran.json(out.resolve(FitOfT1.START + "pairs.json"));
    assertThat(columns.propertyNames()).contains(rows.get(0).split("\t"));
  }

  @Test
  void theDescriptionOfTheFolderNamesEverySourceOnceAndStaysSimulated() throws IOException {
    Path real = folder.resolve("T9.tsv");
    Files.copy(Ran.ANALYSIS.resolve("T1.tsv"), real);
    fit.run().succeeds();
    Ran.fit(out, "T9", real).succeeds();
    fit.run().succeeds();
    JsonNode description = Ran.json(out.resolve("dataset_description.json"));
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
    Ran ran = fit.run("--json").succeeds();
    assertThat(ran.json().path("study").asString()).contains("SIMULATED");
    Ran.mitchell("predict", "apple", "--model", out).succeeds();
    for (Map.Entry<String, String> file : Ran.files(out).entrySet()) {
      Path path = out.resolve(file.getKey());
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
