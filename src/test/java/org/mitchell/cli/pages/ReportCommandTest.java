package org.mitchell.cli.pages;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.mitchell.cli.Ran;
import org.mitchell.cli.SmallBrains;
import org.mitchell.cli.text.Decimals;
import org.mitchell.nifti.NiftiImage;
import org.mitchell.nifti.NiftiReader;
import org.mitchell.nifti.NiftiWriter;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** {@code mitchell report}, read as a file; {@link ReportInBrowserTest} looks at it. */
class ReportCommandTest {
  private static final String HOSTILE = "</script><script>alert('x')</script><b title=\"ä&\">";

  private static @TempDir Path folder;
  private static SmallBrains brains;
  private static Path fits;

  @BeforeAll
  static void fit() {
    brains = new SmallBrains(folder);
    brains.simulate("sim1", .25);
    brains.simulate("sim2", .27);
    fits = brains.fit("sim1,sim2");
  }

  @Test
  void aFitAloneMakesAReportThatSaysWhatIsMissing() throws IOException {
    String text = report(fits, "--subject", "sim1").body().text();
    assertThat(text)
        .contains("mitchell evaluate --subject sim1")
        .contains("mitchell map --subject sim1 --atlas")
        .contains("mitchell map --subject sim1 --stat ceiling")
        .contains("mitchell regions --subject sim1")
        .contains("mitchell compare --subject sim1")
        .contains("No permutation test was run, so what chance gives is not known.");
  }

  @Test
  void theCommandsThatAreNamedWork() throws IOException {
    Path out = copy("with space");
    String command = report(out, "--subject", "sim1").select("#accuracy .missing code").text();
    assertThat(command).startsWith("mitchell evaluate --subject sim1 --data").contains(" --out '");
    List<String> words =
        Arrays.stream(command.split(" (?=(?:[^']*'[^']*')*[^']*$)"))
            .map(word -> word.replace("'", ""))
            .skip(1)
            .toList();
    var quick = new ArrayList<Object>(words);
    quick.addAll(List.of("--permutations", "5", "--subsamples", "0"));
    Ran.mitchell(quick.toArray()).succeeds();
    Document after = report(out, "--subject", "sim1");
    assertThat(after.select("#accuracy .missing")).isEmpty();
    assertThat(after.select(".caution").text()).doesNotContain("other settings");
  }

  @Test
  void theFiguresAreThoseOfTheFiles() throws IOException {
    Document report = report(fits);
    var first = Ran.json(fits.resolve("sub-sim1/sub-sim1_task-nouns_evaluation.json"));
    Element table = report.selectFirst("#accuracy table");
    assertThat(table.select("tbody tr").get(0).children().eachText())
        .startsWith(
            "sim1 (SIMULATED)",
            Integer.toString(first.path("correct").asInt()),
            "120",
            Decimals.decimal(first.path("accuracy").asDouble()));
    var second = Ran.json(fits.resolve("sub-sim2/sub-sim2_task-nouns_evaluation.json"));
    double mean = (first.path("accuracy").asDouble() + second.path("accuracy").asDouble()) / 2;
    assertThat(table.select("tbody tr").get(2).children().eachText())
        .contains("Mean", Decimals.decimal(mean));
  }

  @Test
  void clustersSayWhatChanceMakesOfTheirThreshold() throws IOException {
    Path out = copy("with clusters");
    map(out, "--stat", "r");
    Element section = report(out, "--subject", "sim1").selectFirst("#clusters");
    double share =
        Ran.json(
                out.resolve(
                    "sub-sim1/sub-sim1_task-nouns_space-MNI152Lin_stat-r_desc-clusters.json"))
            .path("Null")
            .path("shareOfMapsWithCluster")
            .asDouble();
    assertThat(section.text())
        .contains(
            "By chance a share of %s of the null maps has a cluster of 3 voxels or more"
                .formatted(Decimals.decimal(share)));
    assertThat(section.select("th").eachText()).contains("p of peak", "p of size");
  }

  @Test
  void clustersOfPValuesHaveNoColumnForAPOfSizeThatTheyHaveNot() throws IOException {
    Path out = copy("with p");
    map(out, "--stat", "p", "--threshold", "0.05");
    Element section = report(out, "--subject", "sim1").selectFirst("#clusters");
    assertThat(section.select("th").eachText()).contains("p of peak").doesNotContain("p of size");
  }

  private static void map(Path model, Object... more) {
    var words =
        new ArrayList<Object>(
            List.of(
                "map",
                "--model",
                model,
                "--subject",
                "sim1",
                "--permutations",
                "49",
                "--cluster-size",
                "3"));
    words.addAll(List.of(more));
    Ran.mitchell(words.toArray()).succeeds();
  }

  @Test
  void simulatedIsSaidFirstOfAll() throws IOException {
    assertThat(report(fits).body().text())
        .startsWith("To the summary SIMULATED A program made the responses");
  }

  @Test
  void theMethodsStateTheOptions() throws IOException {
    Path strict = folder.resolve("strict");
    Object[] settings = {
      "--subject", "sim1",
      "--data", brains.data(),
      "--features", brains.features(),
      "--preset", "strict",
      "--ridge", "2.5",
      "--scale", "zscore",
      "--voxels", "40",
      "--metric", "correlation",
      "--match", "single",
      "--out", strict
    };
    mitchell("fit", settings);
    mitchell(
        "evaluate",
        settings,
        "--permutations",
        "20",
        "--subsamples",
        "10",
        "--null",
        "within-category",
        "--seed",
        "7");
    Document report = report(strict);
    assertThat(report.selectFirst("#methods").text())
        .contains("16 words with 4 presentations each")
        .contains("In every fold the mean image of the training words was subtracted")
        .contains("3 features (features.csv). Features were z-scored over words, and centred")
        .contains("with an unpenalised intercept")
        .contains("ridge regression with penalty 2.5")
        .contains("each of the 120 pairs of words was held out in turn")
        .contains("the 40 voxels of highest stability")
        .contains("Images were compared by Pearson correlation")
        .contains("if at least one predicted image was more alike")
        .contains("counted as half")
        .contains("20 permutations of the feature vectors over the words of the same category")
        .contains("10 subsamples of 8 words")
        .contains("seed 7");
    assertThat(report.select(".caution").text()).doesNotContain("other settings");
  }

  @Test
  void otherSettingsOfTheEvaluationAreACaution() throws IOException {
    Path mixed = copy("mixed");
    brains
        .run("evaluate", "sim1", mixed, "--voxels", 30, "--permutations", 5, "--subsamples", 0)
        .succeeds();
    Document report = report(mixed);
    assertThat(report.select(".caution li").eachText())
        .contains(
            "sim1: leave two out was evaluated with other settings than the fit (voxels (50"
                + " and 30)): its figures stand apart.");
    assertThat(report.select("#accuracy table").get(0).select("tbody tr").get(0).child(5).text())
        .as("p beside the accuracy of the fit")
        .isEqualTo("\u2013");
    assertThat(report.select("#accuracy table").get(1).select("tbody tr").eachText())
        .singleElement()
        .asString()
        .startsWith("sim1 leave two out");
  }

  @Test
  void aMapOfAnEarlierFitIsACaution() throws IOException {
    Path old = copy("old");
    Ran.mitchell("map", "--subject", "sim1", "--stat", "ceiling", "--model", old).succeeds();
    assertThat(report(old).select(".caution").text()).doesNotContain("another fit");
    Ran.mitchell(
            "fit",
            "--subject",
            "sim1",
            "--data",
            brains.data(),
            "--features",
            brains.features(),
            "--voxels",
            "60",
            "--out",
            old)
        .succeeds();
    assertThat(report(old).select(".caution li").eachText())
        .anyMatch(line -> line.contains("stat-ceiling_statmap.nii.gz was made from another fit"));
  }

  @Test
  void theMedianCeilingStandsBesideItsIntervalAndTheNumberOfReliableVoxels() throws IOException {
    Path out = copy("with a ceiling");
    JsonNode ceiling =
        Ran.mitchell("map", "--subject", "sim1", "--stat", "ceiling", "--model", out, "--json")
            .succeeds()
            .json()
            .path("ceilings")
            .path(0);
    Element table = report(out).selectFirst("#ceiling table");
    assertThat(table.select("th").eachText()).containsSequence("Reliable voxels", "Median");
    assertThat(table.select("tbody tr td").eachText())
        .containsSequence(
            "%,d".formatted(ceiling.path("reliableVoxels").asInt()),
            Decimals.decimal(ceiling.path("median").asDouble()),
            Decimals.decimal(ceiling.path("ci95").path(0).asDouble())
                + " to "
                + Decimals.decimal(ceiling.path("ci95").path(1).asDouble()));
  }

  @Test
  void clustersHaveTheNamesAndPlacesOfTheirTable() throws IOException {
    Path mapped = copy("mapped");
    map(mapped, "1 Left side\n2 Right side\n7 Middle\n");
    Path table = only(mapped.resolve("sub-sim1"), "_stat-r_desc-clusters.tsv");
    String[] peak = Files.readAllLines(table).get(1).split("\t");
    Element row = report(mapped).selectFirst("#clusters tbody tr");
    assertThat(row.child(0).text()).isEqualTo(peak[6]);
    assertThat(row.selectFirst("button").attr("data-place"))
        .isEqualTo(String.join(",", peak[1], peak[2], peak[3]));
  }

  @Test
  void hostileTextsStayTexts() throws IOException {
    Path hostile = copy("hostile");
    map(hostile, "1 " + HOSTILE + "\n2 " + HOSTILE + "\n7 " + HOSTILE + "\n");
    change(
        hostile.resolve("sub-sim1/sub-sim1_task-nouns_evaluation.json"),
        json -> {
          json.putObject("droppedWords").put(HOSTILE, HOSTILE);
          json.put("featureSource", HOSTILE);
          json.putArray("notes").add(HOSTILE);
        });
    Path map = only(hostile.resolve("sub-sim1"), "_stat-r_statmap.json");
    change(map, json -> json.put("Description", HOSTILE).put("Space", HOSTILE));
    Document report = report(hostile, "--title", HOSTILE);
    assertThat(report.title()).isEqualTo(HOSTILE);
    assertThat(report.selectFirst("h1").text()).isEqualTo(HOSTILE);
    assertThat(report.select("b")).isEmpty();
    assertThat(report.select("script").eachAttr("src")).isEmpty();
    assertThat(report.select("script:not([type])"))
        .allMatch(script -> !script.data().contains("alert('x')"));
    assertThat(report.selectFirst(".caution").text()).contains(HOSTILE + " (" + HOSTILE + ")");
    assertThat(report.select("#clusters button").first().text())
        .isEqualTo(HOSTILE.replace('_', ' '));
  }

  @Test
  void jsonSaysWhatIsInside() {
    var json =
        Ran.mitchell("report", "--model", fits, "--out", folder.resolve("json.html"), "--json")
            .succeeds()
            .json();
    assertThat(json.path("subjects").toString()).isEqualTo("[\"sim1\",\"sim2\"]");
    assertThat(json.path("simulated").asBoolean()).isTrue();
    assertThat(json.path("bytes").asLong())
        .isEqualTo(folder.resolve("json.html").toFile().length());
    assertThat(json.path("outputs").path(0).asString()).endsWith("json.html");
  }

  @Test
  void voxelsWithoutCoordinatesHaveNoMapToShow() throws IOException {
    Path table = folder.resolve("T9.csv");
    var lines = new StringBuilder("word,a,b,c,d\n");
    for (int w = 0; w < SmallBrains.WORDS; w++) {
      lines.append("word%02d,%d,%d,%d,%d\n".formatted(w, w * w % 7, w % 5, 3 * w % 11, w % 3));
    }
    Files.writeString(table, lines);
    Path out = folder.resolve("tables");
    Ran.mitchell(
            "fit",
            "--subject",
            "T9",
            "--data",
            table,
            "--features",
            brains.features(),
            "--out",
            out)
        .succeeds();
    assertThat(report(out).selectFirst("#maps").text())
        .contains("The voxels have no coordinates, so that there is no map to show.")
        .contains("mitchell fit --coords FILE --subject T9");
    assertThat(report(out).selectFirst("#ceiling").text()).contains("presented once");
    assertThat(report(out).select("#clusters code, #regions code, #ceiling code")).isEmpty();
  }

  @Test
  void aMapWithoutValuesIsSaidAndTheRestIsThere() throws IOException {
    Path empty = copy("empty");
    Path map = only(empty.resolve("sub-sim1"), "_stat-r_statmap.nii.gz");
    NiftiImage image = NiftiReader.read(map);
    var nothing = new float[(int) image.header().voxels()];
    Arrays.fill(nothing, Float.NaN);
    try (var stream = Files.newOutputStream(map)) {
      NiftiWriter.writeGzip(
          NiftiImage.of(image.header(), nothing), stream, NiftiWriter.DEFAULT_LEVEL);
    }
    Document report = report(empty);
    assertThat(report.selectFirst("#maps").text()).contains("sim1 has no picture here: ");
    assertThat(report.select("#maps figure img").eachAttr("alt"))
        .singleElement()
        .asString()
        .startsWith("Glass brain of sim2");
  }

  @Test
  void whoWasNotFittedIsNamedWithThoseWhoWere() {
    Ran ran =
        Ran.mitchell(
                "report", "--subject", "P7", "--model", fits, "--out", folder.resolve("x.html"))
            .failsWith(1);
    assertThat(ran.err())
        .contains("participant P7 has not been fitted here (fitted here: sim1, sim2)")
        .contains("mitchell fit --subject P7");
    assertThat(folder.resolve("x.html")).doesNotExist();
  }

  @Test
  void aReportIsHtml() {
    assertThat(
            Ran.mitchell("report", "--model", fits, "--out", folder.resolve("report.pdf"))
                .failsWith(2)
                .err())
        .contains("--out: got")
        .contains("a name in .html is expected");
  }

  @Test
  void aDamagedEvaluationIsNamed() throws IOException {
    Path damaged = copy("damaged");
    Path file = damaged.resolve("sub-sim1/sub-sim1_task-nouns_evaluation.json");
    Files.writeString(file, "{\"subject\": ");
    assertThat(
            Ran.mitchell("report", "--model", damaged, "--out", folder.resolve("x.html"))
                .failsWith(1)
                .err())
        .contains(file.toString())
        .contains("not JSON");
  }

  private static void mitchell(String command, Object[] settings, Object... more) {
    Ran.mitchell(
            Stream.of(Stream.of(command), Arrays.stream(settings), Arrays.stream(more))
                .flatMap(words -> words)
                .toArray())
        .succeeds();
  }

  private void map(Path model, String names) {
    Ran.mitchell(
            "map",
            "--subject",
            "sim1",
            "--model",
            model,
            "--permutations",
            "20",
            "--cluster-size",
            "3",
            "--atlas",
            brains.atlas(),
            "--atlas-names",
            brains.atlasNames(names))
        .succeeds();
  }

  private Document report(Path model, String... more) throws IOException {
    return ReportOf.fits(model, folder, more);
  }

  private Path copy(String name) throws IOException {
    Path copy = folder.resolve(name);
    try (var files = Files.walk(fits)) {
      for (Path file : files.sorted().toList()) {
        Files.copy(file, copy.resolve(fits.relativize(file).toString()));
      }
    }
    return copy;
  }

  private static Path only(Path folder, String end) throws IOException {
    try (var files = Files.list(folder)) {
      return files.filter(f -> f.toString().endsWith(end)).findFirst().orElseThrow();
    }
  }

  private static void change(Path file, Consumer<ObjectNode> change) throws IOException {
    var json = (ObjectNode) Ran.json(file);
    change.accept(json);
    Files.writeString(file, JsonMapper.shared().writeValueAsString(json));
  }
}
