package org.mitchell.cli.participants;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.mitchell.cli.Ran;
import tools.jackson.databind.JsonNode;

/** Several feature spaces in one model, on the command line. */
class SeveralSpacesTest {
  private static final Path VERBS = Ran.ANALYSIS.resolve("features_T.csv");
  private static final Path WIDE = Ran.ANALYSIS.resolve("wide_T.csv");
  private static final String BOTH = "verbs=%s,wide=%s".formatted(VERBS, WIDE);

  @TempDir private Path folder;
  private Path out;
  private FitOfT1 fit;

  @BeforeEach
  void intoAFolderOfItsOwn() {
    out = folder.resolve("out");
    fit = new FitOfT1(out);
  }

  private Ran run(Object features, Object... more) {
    Object[] usual = {
      "fit",
      "--subject",
      "T1",
      "--data",
      Ran.T1,
      "--few-words",
      "--out",
      out,
      "--features",
      features
    };
    return Ran.mitchell(Stream.concat(Arrays.stream(usual), Arrays.stream(more)).toArray());
  }

  @Test
  void theModelHoldsItsSpaces() throws IOException {
    run(BOTH, "--ridge", "1").succeeds();
    JsonNode model = fit.model();
    assertThat(model.path("layout").asInt()).isEqualTo(2);
    assertThat(model.path("options").path("combine").asString()).isEqualTo("concatenated");
    JsonNode spaces = model.path("spaces");
    assertThat(spaces.valueStream().map(space -> space.path("label").asString()))
        .containsExactly("verbs", "wide");
    assertThat(spaces.valueStream().map(space -> space.path("features").asInt()))
        .containsExactly(5, 30);
    assertThat(spaces.get(1).path("source").asString()).endsWith("wide_T.csv");
    assertThat(model.path("features").valueStream().map(JsonNode::asString))
        .hasSize(35)
        .startsWith("verbs.see", "verbs.eat")
        .endsWith("wide.d29");
    assertThat(model.path("provenance").path("inputs").toString())
        .contains("features_T.csv", "wide_T.csv");
  }

  @Test
  void oneSpaceIsWrittenAsEver() throws IOException {
    run("verbs=" + VERBS).succeeds();
    JsonNode model = fit.model();
    assertThat(model.path("layout").asInt()).isEqualTo(1);
    assertThat(model.has("spaces")).isFalse();
    assertThat(model.path("options").has("combine")).isFalse();
    assertThat(model.path("features").get(0).asString()).isEqualTo("see");
  }

  @Test
  void aSavedModelPredictsBesideTheFeaturesOfBothSpaces() {
    run(BOTH, "--ridge", "1").succeeds();
    Ran.mitchell("predict", "apple", "--model", out).succeeds();
    // A sum of words has the features of both spaces, wherever the command is called from.
    assertThat(Ran.mitchell("predict", "apple + axe", "--model", out).succeeds().out())
        .contains("predicted by the model of all words");
  }

  @Test
  void spacesSideBySideAreEvaluated() {
    JsonNode json =
        Ran.mitchell(
                "evaluate",
                "--subject",
                "T1",
                "--data",
                Ran.T1,
                "--features",
                BOTH,
                "--ridge",
                "1",
                "--few-words",
                "--permutations",
                "19",
                "--subsamples",
                "0",
                "--out",
                out,
                "--json")
            .succeeds()
            .json();
    JsonNode fitted = run(BOTH, "--ridge", "1", "--json").succeeds().json();
    assertThat(json.path("accuracy").asDouble()).isEqualTo(fitted.path("accuracy").asDouble());
  }

  @Test
  void aPenaltyOfEachSpaceIsChosenAndKept() throws IOException {
    Ran ran = run(BOTH, "--ridge", "banded").succeeds();
    assertThat(ran.out()).contains("ridge banded (verbs ", "; wide ");
    JsonNode model = fit.model();
    assertThat(model.path("options").path("combine").asString()).isEqualTo("banded");
    JsonNode penalties = model.path("penalties");
    assertThat(penalties.path("weights").size()).isEqualTo(10);
    assertThat(penalties.path("grid").size()).isEqualTo(10);
    assertThat(penalties.path("model").path("spaces").size()).isEqualTo(2);
    assertThat(penalties.path("folds").path("counts").size()).isEqualTo(100);
    JsonNode evaluated = Ran.json(out.resolve(FitOfT1.EVALUATION));
    run(BOTH, "--combine", "banded").succeeds();
    // Both ways of asking are the same thing.
    assertThat(Ran.json(out.resolve(FitOfT1.EVALUATION)).path("accuracy").asDouble())
        .isEqualTo(evaluated.path("accuracy").asDouble());
    Ran.mitchell("predict", "apple", "--model", out).succeeds();
  }

  @Test
  void theSpacesOfAStackHaveWeights() throws IOException {
    Ran ran = run(BOTH, "--combine", "stacked", "--ridge-per", "voxel").succeeds();
    assertThat(ran.out()).contains("ridge stacked (a voxel: verbs ", ", mean weight ");
    JsonNode spaces = fit.model().path("penalties").path("model").path("spaces");
    double sum = 0;
    for (JsonNode space : spaces) {
      sum += space.path("meanWeight").asDouble();
    }
    assertThat(sum).isCloseTo(1, within(1e-9));
    Ran.mitchell("predict", "apple", "--model", out).succeeds();
  }

  @Test
  void mapsOfR2ComeWithWhatEachSpaceExplainsAlone() throws IOException {
    run(BOTH, "--combine", "banded").succeeds();
    Ran.mitchell("map", "--stat", "r2", "--model", out).succeeds();
    assertThat(Ran.files(out).keySet())
        .anyMatch(name -> name.endsWith("_stat-r2joint_statmap.nii.gz"))
        .anyMatch(name -> name.endsWith("_stat-r2uniqueverbs_statmap.nii.gz"))
        .anyMatch(name -> name.endsWith("_stat-r2uniquewide_statmap.nii.gz"))
        .anyMatch(name -> name.endsWith("_stat-r2shared_statmap.nii.gz"));
  }

  @Test
  void ranksAskForAGivenPenalty() {
    for (String how : new String[] {"banded", "auto"}) {
      assertThat(run(BOTH, "--ridge", how, "--cv", "word").failsWith(1).err())
          .contains("leaving out a word ranks it by models of one penalty", "--ridge LAMBDA");
    }
  }

  @Test
  void wordsThatASpaceLacksAreLeftOutAndSaidWithTheSpace() throws IOException {
    List<String> lines = Files.readAllLines(WIDE);
    Path few = folder.resolve("few.csv");
    Files.write(few, lines.stream().filter(line -> !line.startsWith("bear,")).toList());
    String spaces = "verbs=%s,few=%s".formatted(VERBS, few);
    Ran ran = run(spaces, "--ridge", "1").succeeds();
    assertThat(ran.err()).contains("bear (not in few)");
    assertThat(run(spaces, "--require-all").failsWith(1).err()).contains("bear (not in few)");
    assertThat(Ran.mitchell("predict", "bear", "--model", out).failsWith(1).err())
        .contains("'bear' is no word of T1's model, and not in few.")
        .contains("predict with --features verbs=FILE,few=FILE");
  }

  @Test
  void aWordThatIsZeroInOneSpaceIsNotSaidToBeZeroInAll() throws IOException {
    List<String> lines = Files.readAllLines(WIDE);
    Path zero = folder.resolve("zero.csv");
    Files.write(
        zero,
        lines.stream()
            .map(line -> line.startsWith("bear,") ? line.replaceAll(",[^,]+", ",0") : line)
            .toList());
    run("verbs=%s,zero=%s".formatted(VERBS, zero), "--ridge", "1").succeeds();
    assertThat(Ran.mitchell("predict", "bear", "--model", out).failsWith(1).err())
        .contains("and all its features in zero are zero.");
  }

  @Test
  void aSpaceTwiceIsRefused() throws IOException {
    String twice = "one=%s,two=%s".formatted(VERBS, VERBS);
    assertThat(run(twice).failsWith(2).err()).contains("'one' and 'two' are the same");
    Path copy = folder.resolve("copy.csv");
    Files.copy(VERBS, copy);
    String copied = "one=%s,two=%s".formatted(VERBS, copy);
    assertThat(run(copied).failsWith(1).err()).contains("'one' and 'two' have the same vectors");
    String alike = "one=%s,one=%s".formatted(VERBS, WIDE);
    assertThat(run(alike).failsWith(2).err()).contains("two are called 'one'");
    assertThat(Files.exists(out)).isFalse();
  }

  @Test
  void aSpaceThatIsTheSameForAllWordsIsRefused() throws IOException {
    Path constant = folder.resolve("constant.csv");
    var lines = new ArrayList<>(List.of("word,one,two"));
    Files.readAllLines(VERBS).stream()
        .skip(1)
        .map(line -> line.substring(0, line.indexOf(',')))
        .forEach(word -> lines.add(word + ",3,4"));
    Files.write(constant, lines);
    String spaces = "verbs=%s,same=%s".formatted(VERBS, constant);
    for (String scale : List.of("unit", "zscore")) {
      assertThat(run(spaces, "--scale", scale).failsWith(1).err())
          .contains("same: ", "this feature space says nothing beside the others");
    }
  }

  @Test
  void whatGoesWithSeveralSpacesAloneIsSaid() {
    assertThat(run(VERBS, "--combine", "concatenated").failsWith(2).err())
        .contains("--combine: goes with several feature spaces");
    assertThat(run(BOTH, "--columns", "1-2").failsWith(2).err())
        .contains("--columns: of one table");
    assertThat(run(VERBS, "--ridge", "banded").failsWith(2).err())
        .contains("--ridge banded: goes with several feature spaces");
    assertThat(run(BOTH, "--ridge", "1", "--combine", "banded").failsWith(2).err())
        .contains("--ridge: got '1', and a penalty for each space is chosen");
    assertThat(run(BOTH, "--ridge", "banded", "--combine", "stacked").failsWith(2).err())
        .contains("Give one");
  }

  @Test
  void aFileWithACommaInItsNameIsThatFile() throws IOException {
    Path odd = folder.resolve("verbs,of=mine.csv");
    Files.copy(VERBS, odd);
    run(odd).succeeds();
    assertThat(fit.model().path("featureSource").asString()).endsWith("verbs,of=mine.csv");
    Files.delete(odd);
    Ran.mitchell("predict", "apple", "--model", out).succeeds();
  }
}
