package org.mitchell.cli.participants;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.mitchell.cli.Ran;
import org.mitchell.files.OutputSet;
import org.mitchell.nifti.NiftiHeader;
import org.mitchell.nifti.NiftiImage;
import org.mitchell.nifti.NiftiReader;
import org.mitchell.nifti.NiftiWriter;
import tools.jackson.databind.JsonNode;

/** Which word an image is of. */
class IdentifyCommandTest {
  private static final Path RANKS = Path.of("testdata/ranks");
  private static final Path LISTED = RANKS.resolve("candidates_features_T.csv");

  @TempDir private Path folder;
  private Path data;
  private Path model;

  @BeforeEach
  void aParticipantOfItsOwn() throws IOException {
    data = Files.createDirectory(folder.resolve("data"));
    model = folder.resolve("model");
    Files.copy(Ran.T1, data.resolve("data-science-T1.mat"));
  }

  private void fit() {
    Ran.fit(model, "T1", data, "--voxels", "15", "--ridge", "0.5").succeeds();
  }

  private Ran identify(Object... words) {
    return Ran.mitchell(
        Stream.concat(Stream.of("identify", "--model", model), Arrays.stream(words)).toArray());
  }

  private void predict(Object... words) {
    Ran.mitchell(
            Stream.concat(Stream.of("predict", "--model", model), Arrays.stream(words)).toArray())
        .succeeds();
  }

  private Path image(String word, String desc) {
    return model.resolve(
        "sub-T1/sub-T1_task-nouns_space-MNI152Lin_contrast-%s_desc-%s_statmap.nii.gz"
            .formatted(word, desc));
  }

  private static JsonNode candidates(Ran ran, int image) {
    return ran.succeeds().json().path("images").path(image).path("candidates");
  }

  private static JsonNode candidate(Ran ran, String word) {
    return candidates(ran, 0)
        .valueStream()
        .filter(c -> c.path("word").asString().equals(word))
        .findFirst()
        .orElseThrow();
  }

  /** Another image in place of a good one. */
  private Path changed(NiftiHeader header, float... values) throws IOException {
    Path file = folder.resolve("changed.nii");
    OutputSet.writeOne(file, out -> NiftiWriter.write(NiftiImage.of(header, values), out));
    return file;
  }

  private Path list(String... words) throws IOException {
    return Files.writeString(folder.resolve("words.txt"), String.join("\n", words) + "\n");
  }

  @Test
  void predictedImagesOfNewWordsAreIdentified() {
    fit();
    predict("carrot", "window", "--features", LISTED);
    Ran ran =
        identify(
            image("carrot", "predicted"),
            image("window", "predicted"),
            "--candidates",
            LISTED,
            "--features",
            LISTED,
            "--json");
    assertThat(candidates(ran, 0).path(0).path("word").asString()).isEqualTo("carrot");
    assertThat(candidates(ran, 1).path(0).path("word").asString()).isEqualTo("window");
    JsonNode first = candidates(ran, 1).path(0);
    assertThat(first.path("similarity").asDouble()).isCloseTo(1, within(1e-6));
    assertThat(first.path("trained").asBoolean()).isFalse();
    assertThat(first.path("rank").asInt()).isEqualTo(1);
    assertThat(candidates(ran, 0)).hasSize(10);
    // Of the 27 listed words one has no features at all.
    assertThat(ran.json().path("candidates").asInt()).isEqualTo(26);
    assertThat(ran.json().path("trainedCandidates").asInt()).isEqualTo(5);
    assertThat(ran.json().path("droppedCandidates").path("nothing").asString()).contains("zero");
    assertThat(ran.json().path("voxels").asInt()).isEqualTo(15);
    assertThat(ran.json().path("simulated").asBoolean()).isTrue();
    assertThat(ran.err()).contains("1 of 27 candidates left out: nothing", "--require-all");
  }

  @Test
  void aHeldOutWordHasTheSimilarityOfRefittingWithoutIt() throws IOException {
    JsonNode expected =
        Ran.json(RANKS.resolve("expected.json"))
            .path("configurations")
            .valueStream()
            .filter(
                c ->
                    c.path("participant").asString().equals("T1")
                        && c.path("features").asString().equals("features_T.csv")
                        && c.path("candidates").asString().equals("own")
                        && c.path("preset").asString().equals("paper")
                        && c.path("metric").asString().equals("cosine")
                        && c.path("voxels").asString().equals("15"))
            .findFirst()
            .orElseThrow();
    fit();
    predict("dog", "axe");
    List<String> words = List.of("apple", "axe", "bear", "bus", "cat", "dog");
    for (String word : List.of("dog", "axe")) {
      Ran ran =
          identify(
              image(word, "observed"),
              "--hold-out",
              word,
              "--top",
              "14",
              "--temperature",
              ".15",
              "--json");
      int number = words.indexOf(word);
      assertThat(candidate(ran, word).path("similarity").asDouble())
          .as(word)
          .isCloseTo(expected.path("similarities").path(number).asDouble(), within(1e-6));
      assertThat(candidate(ran, word).path("probability").asDouble())
          .isCloseTo(expected.path("probabilities").path(number).asDouble(), within(1e-6));
      assertThat(candidate(ran, word).path("rank").asDouble())
          .isEqualTo(expected.path("places").path(number).asDouble());
      assertThat(candidate(ran, word).path("trained").asBoolean()).isFalse();
      assertThat(ran.json().path("heldOut").asString()).isEqualTo(word);
      assertThat(ran.json().path("trainedCandidates").asInt()).isEqualTo(13);
    }
  }

  @Test
  void aModelThatSawTheWordRanksItTooWellAndThatIsSaid() throws IOException {
    fit();
    predict("dog");
    Ran seen = identify(image("dog", "observed"));
    assertThat(seen.succeeds().out())
        .contains(
            "T1 (SIMULATED): 14 candidates by the model of all 14 words; cosine over the 15 most"
                + " stable voxels, temperature 0.25",
            "dog*",
            "* The model was trained on this word (14 of the candidates)",
            "--hold-out WORD");
    Ran otherCase = identify(image("dog", "observed"), "--hold-out", "DOG").succeeds();
    assertThat(otherCase.err()).contains("--hold-out: 'DOG' is taken for 'dog'");
    assertThat(otherCase.out())
        .isEqualTo(identify(image("dog", "observed"), "--hold-out", "dog").out());
    assertThat(identify(image("dog", "observed"), "--hold-out", " ").failsWith(2).err())
        .contains("--hold-out", "a value is expected");
    Path list = Files.writeString(folder.resolve("list.txt"), "Dog\nAPPLE\nplum\n");
    Ran listed = identify(image("dog", "observed"), "--candidates", list, "--json").succeeds();
    assertThat(listed.json().path("trainedCandidates").asInt()).isEqualTo(3);
    assertThat(listed.err()).contains("'Dog' is taken for 'dog', 'APPLE' is taken for 'apple'");
    Ran heldOut = identify(image("dog", "observed"), "--hold-out", "dog");
    assertThat(heldOut.succeeds().out())
        .contains("by the model trained without 'dog'", "(13 of the candidates)")
        .doesNotContain("dog*");
    double with =
        candidate(identify(image("dog", "observed"), "--top", 14, "--json"), "dog")
            .path("similarity")
            .asDouble();
    double without =
        candidate(
                identify(image("dog", "observed"), "--top", 14, "--hold-out", "dog", "--json"),
                "dog")
            .path("similarity")
            .asDouble();
    assertThat(with).isGreaterThan(without);
  }

  @Test
  void imagesOfASimulatedParticipantAreIdentified() throws IOException {
    Path nouns = list("celery", "dog", "hammer", "house", "car");
    Ran.mitchell("simulate", "--subject", "sim2", "--out", data, "--nouns", nouns).succeeds();
    Ran.mitchell("fit", "--subject", "sim2", "--data", data, "--out", model, "--ridge", "1")
        .succeeds();
    predict("celery", "hammer");
    for (String word : List.of("celery", "hammer")) {
      Path observed =
          model.resolve(
              "sub-sim2/sub-sim2_task-nouns_space-MNI152Lin_contrast-%s_desc-observed_statmap.nii.gz"
                  .formatted(word));
      Ran ran = identify(observed, "--json");
      assertThat(candidates(ran, 0).path(0).path("word").asString()).isEqualTo(word);
      assertThat(candidates(ran, 0)).hasSize(5);
    }
  }

  @Test
  void theMeanImageIsTakenOffOnRequest() throws IOException {
    fit();
    predict("plum");
    NiftiImage observed = NiftiReader.read(image("plum", "observed"));
    float[] raw = observed.toFloats();
    int[] dims = observed.dims();
    List<String[]> rows =
        Files.readAllLines(Ran.ANALYSIS.resolve("T1.tsv")).stream()
            .skip(1)
            .map(row -> row.split("\t"))
            .toList();
    List<String> places =
        Files.readAllLines(Ran.ANALYSIS.resolve("T1_coords_ijk.tsv")).subList(1, 61);
    for (int v = 0; v < places.size(); v++) {
      int column = v + 2;
      int[] ijk = Arrays.stream(places.get(v).split("\t")).mapToInt(Integer::parseInt).toArray();
      // Every word has four presentations, so that the mean image is the mean of all rows.
      raw[ijk[0] - 1 + dims[0] * (ijk[1] - 1 + dims[1] * (ijk[2] - 1))] +=
          (float)
              rows.stream()
                  .mapToDouble(row -> Double.parseDouble(row[column]))
                  .average()
                  .orElseThrow();
    }
    Path changed = changed(observed.header(), raw);
    double expected =
        candidate(identify(image("plum", "observed"), "--top", 14, "--json"), "plum")
            .path("similarity")
            .asDouble();
    Ran ran = identify(changed, "--subtract-mean", "--top", 14, "--json");
    assertThat(candidate(ran, "plum").path("similarity").asDouble())
        .isCloseTo(expected, within(1e-5));
    assertThat(ran.json().path("meanSubtracted").asBoolean()).isTrue();
    assertThat(
            candidate(identify(changed, "--top", 14, "--json"), "plum")
                .path("similarity")
                .asDouble())
        .as("with the mean image left in")
        .isNotCloseTo(expected, within(1e-3));
  }

  @Test
  void withoutTheResponsesTheStabilityMapOfTheFitChooses() throws IOException {
    fit();
    predict("dog");
    JsonNode with = candidates(identify(image("dog", "observed"), "--json"), 0);
    Files.delete(data.resolve("data-science-T1.mat"));
    assertThat(candidates(identify(image("dog", "observed"), "--json"), 0)).isEqualTo(with);
    assertThat(identify(image("dog", "observed"), "--hold-out", "dog").failsWith(1).err())
        .contains("data-science-T1.mat", "--hold-out", "--data PATH");
    assertThat(identify(image("dog", "observed"), "--subtract-mean").failsWith(1).err())
        .contains("--subtract-mean takes them", "--data PATH");
    Path stability =
        model.resolve("sub-T1/sub-T1_task-nouns_space-MNI152Lin_stat-stability_statmap.nii.gz");
    Files.delete(stability);
    assertThat(identify(image("dog", "observed")).failsWith(1).err()).contains("--voxels all");
    identify(image("dog", "observed"), "--voxels", "all").succeeds();
  }

  @Test
  void aTableOfAllCandidatesIsWrittenWithWhatMadeIt() throws IOException {
    fit();
    predict("dog");
    Path table = folder.resolve("guesses.tsv");
    Ran ran = identify(image("dog", "observed"), "--top", "3", "--out", table).succeeds();
    assertThat(ran.out()).contains("wrote " + table);
    List<String> rows = Files.readAllLines(table);
    assertThat(rows).hasSize(15);
    assertThat(rows.get(0)).isEqualTo("image\trank\tword\tsimilarity\tprobability\ttrained");
    double sum =
        rows.stream().skip(1).mapToDouble(row -> Double.parseDouble(row.split("\t")[4])).sum();
    assertThat(sum).isCloseTo(1, within(1e-12));
    JsonNode json = Ran.json(folder.resolve("guesses.json"));
    assertThat(json.path("Description").asString()).startsWith("SIMULATED");
    assertThat(json.path("Settings").path("temperature").asDouble()).isEqualTo(.25);
    assertThat(
            json.path("Provenance")
                .path("inputs")
                .valueStream()
                .map(i -> i.path("path").asString()))
        .anyMatch(path -> path.endsWith("model.json"))
        .anyMatch(path -> path.endsWith("dog_desc-observed_statmap.nii.gz"));
  }

  @Test
  void anInputIsNeverReplacedByTheTable() throws IOException {
    fit();
    predict("dog");
    Path dog = image("dog", "observed");
    Path some = list("dog", "cat");
    var before = Ran.files(folder);
    for (Path input : List.of(dog, some)) {
      assertThat(identify(dog, "--candidates", some, "--out", input).failsWith(2).err())
          .contains("--out", "would be replaced");
    }
    assertThat(Ran.files(folder)).isEqualTo(before);
  }

  @Test
  void aParticipantWithoutCoordinatesIsIdentifiedFromTables() throws IOException {
    Ran.fit(model, "T1", Ran.ANALYSIS.resolve("T1.tsv"), "--voxels", "15").succeeds();
    predict("apple");
    Path table =
        model.resolve("sub-T1/sub-T1_task-nouns_contrast-apple_desc-observed_statmap.tsv.gz");
    assertThat(candidates(identify(table, "--json"), 0)).hasSize(10);
    Path image = Files.copy(table, folder.resolve("apple.nii.gz"));
    assertThat(identify(image).failsWith(1).err())
        .contains("apple.nii.gz", "no coordinates", "column, response");
    Path two = Files.writeString(folder.resolve("two.tsv"), "column\ta\tb\n0\t1\t2\n");
    assertThat(identify(two).failsWith(1).err()).contains("2 columns of 1 value where one of 60");
    Path broken = Files.writeString(folder.resolve("broken.tsv"), "column\tresponse\n0\tx\n");
    assertThat(identify(broken).failsWith(1).err())
        .contains("line 2", "got 'x' where a number is expected");
  }

  @Test
  void anImageThatIsNoneOfTheModelsGridIsAnError() throws IOException {
    fit();
    predict("dog");
    NiftiHeader good = NiftiReader.readHeader(image("dog", "observed"));
    float[] values = NiftiReader.read(image("dog", "observed")).toFloats();
    double[][] moved = good.affine();
    moved[0][3] += 3.125;
    assertThat(
            identify(changed(NiftiHeader.builder(good.dims()).sform(moved, 4).build(), values))
                .failsWith(1)
                .err())
        .contains("lie elsewhere", Arrays.deepToString(moved), Arrays.deepToString(good.affine()));
    assertThat(
            identify(
                    changed(
                        NiftiHeader.builder(7, 6, 4).sform(good.affine(), 4).build(),
                        Arrays.copyOf(values, 168)))
                .failsWith(1)
                .err())
        .contains("[7, 6, 4]", "[7, 6, 5]", "Resample");
    assertThat(
            identify(
                    changed(
                        NiftiHeader.builder(7, 6, 5, 2).sform(good.affine(), 4).build(),
                        Arrays.copyOf(values, 420)))
                .failsWith(1)
                .err())
        .contains("[7, 6, 5, 2]", "one volume");
    Path text = Files.writeString(folder.resolve("text.nii"), "no image");
    assertThat(identify(text).failsWith(1).err()).contains("text.nii");
  }

  @Test
  void aSingleVolumeWithAFourthAxisIsAnImage() throws IOException {
    fit();
    predict("dog");
    NiftiImage good = NiftiReader.read(image("dog", "observed"));
    NiftiHeader header = NiftiHeader.builder(7, 6, 5, 1).sform(good.header().affine(), 4).build();
    assertThat(candidates(identify(changed(header, good.toFloats()), "--json"), 0))
        .isEqualTo(candidates(identify(image("dog", "observed"), "--json"), 0));
  }

  @Test
  void anImageWithNothingToCompareIsAnError() throws IOException {
    fit();
    predict("dog");
    NiftiHeader header = NiftiReader.readHeader(image("dog", "observed"));
    var empty = new float[210];
    assertThat(identify(changed(header, empty)).failsWith(1).err())
        .contains("nothing to compare", "all the same");
    Arrays.fill(empty, Float.NaN);
    assertThat(identify(changed(header, empty)).failsWith(1).err())
        .contains("no value at any of the model's 60 voxels", "NaN everywhere");
  }

  @Test
  void voxelsWithoutAValueAreLeftOutAndSaid() throws IOException {
    fit();
    predict("dog");
    NiftiImage whole = NiftiReader.read(image("dog", "observed"));
    float[] values = whole.toFloats();
    int lost = 0;
    for (int i = 0; lost < 20; i++) {
      lost += Float.isNaN(values[i]) ? 0 : 1;
      values[i] = Float.NaN;
    }
    Ran ran = identify(changed(whole.header(), values), "--voxels", "all");
    assertThat(ran.succeeds().out()).contains("only 40 of the voxels have a value");
  }

  @Test
  void candidatesThatAreNotKnownAreListedOrAnError() throws IOException {
    fit();
    predict("dog");
    Path some = list("dog", "cat", "quetzalcoatl", "abacus");
    Ran ran = identify(image("dog", "observed"), "--candidates", some, "--json");
    assertThat(candidates(ran, 0)).hasSize(2);
    assertThat(ran.err()).contains("2 of 4 candidates left out: quetzalcoatl, abacus");
    assertThat(
            identify(image("dog", "observed"), "--candidates", some, "--require-all")
                .failsWith(1)
                .err())
        .contains("2 of 4 candidates cannot be used", "quetzalcoatl", "Without --require-all");
    assertThat(
            identify(image("dog", "observed"), "--candidates", list("quetzalcoatl"))
                .failsWith(1)
                .err())
        .contains("none where at least two candidates", "quetzalcoatl");
    assertThat(identify(image("dog", "observed"), "--candidates", list("dog")).failsWith(1).err())
        .contains("only 'dog'");
    assertThat(identify(image("dog", "observed"), "--candidates", list()).failsWith(1).err())
        .contains("words.txt", "no words");
  }

  @Test
  void aHeldOutWordIsACandidateThoughTheListHasItNot() throws IOException {
    fit();
    predict("dog");
    Ran ran =
        identify(
            image("dog", "observed"),
            "--candidates",
            list("cat", "bear"),
            "--hold-out",
            "dog",
            "--json");
    assertThat(candidates(ran, 0).valueStream().map(c -> c.path("word").asString()))
        .containsExactlyInAnyOrder("cat", "bear", "dog");
    assertThat(identify(image("dog", "observed"), "--hold-out", "zebra").failsWith(1).err())
        .contains("'zebra'", "14 words", "nothing to hold out");
  }

  @Test
  void whatIsAskedWronglyIsSaid() throws IOException {
    assertThat(identify("x.nii").failsWith(1).err()).contains("no participant has been fitted");
    fit();
    predict("dog");
    Path dog = image("dog", "observed");
    assertThat(identify(dog, "--temperature", "0").failsWith(2).err())
        .contains("--temperature", "above 0");
    assertThat(identify(dog, "--top", "0").failsWith(2).err()).contains("--top");
    assertThat(identify(dog, "--voxels", "few").failsWith(2).err()).contains("--voxels", "few");
    assertThat(identify(dog, "--voxels", "61").failsWith(1).err())
        .contains("61 are asked for where participant T1 has 60");
    assertThat(identify(folder.resolve("none.nii.gz")).failsWith(1).err()).contains("none.nii.gz");
    Files.copy(Ran.T2, data.resolve("data-science-T2.mat"));
    Ran.fit(model, "T2", data, "--voxels", "15").succeeds();
    assertThat(identify(dog).failsWith(2).err()).contains("--subject", "T1, T2");
    identify(dog, "--subject", "T1").succeeds();
  }
}
