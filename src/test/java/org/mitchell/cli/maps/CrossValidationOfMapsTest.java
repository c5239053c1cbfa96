package org.mitchell.cli.maps;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.mitchell.cli.Ran;
import org.mitchell.nifti.NiftiReader;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * {@code map} and {@code compare} in the folds of {@code --cv}, on the study of {@code
 * testdata/runs}.
 */
class CrossValidationOfMapsTest {
  private static final Path DATA = Path.of("testdata/runs");
  private static final String R = "sub-01/sub-01_task-nouns_space-individual_stat-r_statmap.nii.gz";

  @TempDir private Path out;

  static List<JsonNode> expected() throws IOException {
    var settings = new ArrayList<JsonNode>();
    JsonMapper.shared()
        .readTree(Files.readAllBytes(Path.of("testdata/house/held-out-r.json")))
        .forEach(settings::add);
    return settings;
  }

  @ParameterizedTest
  @MethodSource("expected")
  void theMapHasTheRThatRefittedFoldsHave(JsonNode setting) throws IOException {
    fit(setting.get("cv").asString(), "--preset", setting.get("preset").asString());
    float[] ofFit = NiftiReader.read(out.resolve(R)).toFloats();
    String said = map("--permutations", "19").succeeds().out();
    float[] map = NiftiReader.read(out.resolve(R)).toFloats();
    for (int v = 0; v < map.length; v++) {
      assertThat((double) map[v]).isCloseTo(setting.get("r").get(v).asDouble(), within(2e-6));
    }
    assertThat(map).isEqualTo(ofFit);
    assertThat(said).contains("Participant 01: map of r (");
  }

  /** Words are shown in several runs: what a voxel predicts is of words that it has not seen. */
  @Test
  void whereRunsAreLeftOutTheMapIsOfEveryWordByItself() throws IOException {
    fit("word");
    float[] words = NiftiReader.read(out.resolve(R)).toFloats();
    fit("run");
    assertThat(map("--permutations", "0").succeeds().out()).contains("(leave-one-word-out)");
    assertThat(NiftiReader.read(out.resolve(R)).toFloats()).isEqualTo(words);
  }

  @Test
  void modelsOfEarlierVersionsHaveItInTheirFigures() throws IOException {
    fit("fold");
    Path model = out.resolve("sub-01/sub-01_task-nouns_model.json");
    String written = Files.readString(model);
    assertThat(written).contains("\"cv\"");
    float[] ofFit = NiftiReader.read(out.resolve(R)).toFloats();
    Files.writeString(model, written.replaceFirst("\"cv\" *: *\"fold\",", ""));
    assertThat(Files.readString(model)).doesNotContain("\"cv\"");
    map("--permutations", "0").succeeds();
    assertThat(NiftiReader.read(out.resolve(R)).toFloats()).isEqualTo(ofFit);
  }

  @Test
  void penaltiesThatAreChosenAreChosenInTheSameFolds() throws IOException {
    fit("fold", "--ridge", "auto");
    float[] ofFit = NiftiReader.read(out.resolve(R)).toFloats();
    map("--permutations", "3").succeeds();
    assertThat(NiftiReader.read(out.resolve(R)).toFloats()).isEqualTo(ofFit);
  }

  @ParameterizedTest
  @ValueSource(strings = {"pair", "word", "run", "fold", "k:3"})
  void compareGivesTheAccuracyOfEvaluate(String cv) throws IOException {
    Object[] options = {"--cv", cv, "--preset", "strict", "--subsamples", "0"};
    JsonNode league =
        run("compare", DATA.resolve("features.csv") + ",form", with(options, "--no-baselines"))
            .succeeds()
            .json();
    JsonNode alone =
        run("evaluate", DATA.resolve("features.csv").toString(), options).succeeds().json();
    JsonNode space = league.get("features").get(0);
    assertThat(space.get("name").asString()).isEqualTo("features");
    assertThat(space.get("accuracies").get(0).asDouble())
        .isCloseTo(alone.get("accuracy").asDouble(), within(1e-12));
    assertThat(league.path("cv").asString("pair")).isEqualTo(cv);
  }

  @Test
  void compareSaysTheFoldsAndRefusesWhatTheyDoNotAllow() {
    assertThat(
            run(
                    "compare",
                    DATA.resolve("features.csv") + ",form",
                    "--cv",
                    "k:4",
                    "--subsamples",
                    "4")
                .failsWith(1)
                .err())
        .contains("the 95% interval takes halves of the words");
    Ran said =
        Ran.mitchell(
            words(
                    "compare",
                    DATA.resolve("features.csv") + ",form",
                    "--cv",
                    "run",
                    "--subsamples",
                    "0")
                .toArray());
    assertThat(said.succeeds().out()).contains("leave-one-run-out, ties half right");
    assertThat(said.err()).contains("34 of 35 tested words were trained on, too, in other runs");
  }

  private void fit(String cv, Object... more) {
    run("fit", DATA.resolve("features.csv").toString(), with(more, "--cv", cv)).succeeds();
  }

  private Ran map(Object... more) {
    return Ran.mitchell(
        with(more, "map", "--subject", "01", "--model", out, "--cluster-size", "1"));
  }

  private static Object[] with(Object[] more, Object... first) {
    var all = new ArrayList<Object>(List.of(first));
    all.addAll(List.of(more));
    return all.toArray();
  }

  private Ran run(String command, String features, Object... more) {
    List<Object> words = words(command, features, more);
    words.add("--json");
    return Ran.mitchell(words.toArray());
  }

  private List<Object> words(String command, String features, Object... more) {
    var words = new ArrayList<Object>(List.of(command, "--subject", "01"));
    words.addAll(List.of("--images", DATA.resolve("betas.nii.gz")));
    words.addAll(List.of("--labels", DATA.resolve("labels.tsv"), "--center", "none"));
    words.addAll(List.of("--features", features, "--few-words", "--out", out));
    if (!List.of(more).contains("--ridge")) {
      words.addAll(List.of("--ridge", "0.7"));
    }
    words.addAll(List.of(more));
    return words;
  }
}
