package org.mitchell.cli.participants;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.mitchell.cli.participants.TwoParticipants.T1_START;
import static org.mitchell.cli.participants.TwoParticipants.first;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.mitchell.cli.Ran;
import org.mitchell.cli.SmallBrains;
import org.mitchell.nifti.NiftiImage;
import org.mitchell.nifti.NiftiReader;
import tools.jackson.databind.JsonNode;
import us.hebi.matlab.mat.format.Mat5;

/** What {@code predict} makes of words that were never presented: where their features are from. */
class PredictNewWordTest {
  @TempDir private Path folder;
  private TwoParticipants two;
  private Path data;
  private Path model;

  @BeforeEach
  void participantsOfTheirOwn() throws IOException {
    two = TwoParticipants.in(folder);
    data = two.data();
    model = two.model();
  }

  @Test
  void aWordNeverPresentedIsItsFeaturesTimesTheSignatures() throws IOException {
    // The voxels of T2 are in no spatial order; its signatures come from the independent program.
    two.fit("T2", "--voxels", "15");
    JsonNode prediction =
        first(
            two.predict(
                "zebra",
                "--subject",
                "T2",
                "--features",
                two.newWord("zebra,3,4,0,0,0"),
                "--json"));
    assertThat(prediction.path("trainingWord").asBoolean()).isFalse();
    assertThat(prediction.path("heldOut").asBoolean()).isTrue();
    assertThat(prediction.path("outputs")).hasSize(1);
    JsonNode details =
        Ran.json(Ran.ANALYSIS.resolve("expected.json"))
            .path("configurations")
            .valueStream()
            .filter(c -> c.path("participant").asString().equals("T2") && c.has("details"))
            .findFirst()
            .orElseThrow()
            .path("details");
    double[] see =
        details.path("signatures").path(0).valueStream().mapToDouble(JsonNode::asDouble).toArray();
    double[] eat =
        details.path("signatures").path(1).valueStream().mapToDouble(JsonNode::asDouble).toArray();
    double[] expected =
        IntStream.range(0, see.length).mapToDouble(v -> .6 * see[v] + .8 * eat[v]).toArray();
    NiftiImage map = NiftiReader.read(Path.of(prediction.path("outputs").path(0).asString()));
    float[] box = map.toFloats();
    int[][] ijk = t2Coordinates();
    int[] dims = map.dims();
    for (int v = 0; v < expected.length; v++) {
      assertThat(
              (double) box[ijk[v][0] - 1 + dims[0] * (ijk[v][1] - 1 + dims[1] * (ijk[v][2] - 1))])
          .as("voxel %d", v)
          .isCloseTo(expected[v], within(1e-6));
    }
  }

  @Test
  void aNewWordIsPredictedAlikeWithTheResponsesAndWithoutThem() throws IOException {
    two.fit("T2");
    Path features = two.newWord("zebra,0.3,0.1,0.5,0.2,0.9");
    two.predict("zebra", "--features", features, "--out", folder.resolve("with")).succeeds();
    Files.delete(data.resolve("data-science-T2.mat"));
    two.predict("zebra", "--features", features, "--out", folder.resolve("without")).succeeds();
    String image =
        "sub-T2/sub-T2_task-nouns_space-MNI152Lin_contrast-zebra_desc-predicted_statmap.nii.gz";
    assertThat(Ran.files(folder.resolve("without")).get(image))
        .isNotNull()
        .isEqualTo(Ran.files(folder.resolve("with")).get(image));
  }

  /** Features of zebra without those of plum (a word of the model), and with those of gnu. */
  @Test
  void aSumOfWordsIsPredictedAsAWordWithTheirSummedFeatures() throws IOException {
    two.fit("T2");
    String plum =
        Files.readAllLines(Ran.FEATURES).stream()
            .filter(row -> row.startsWith("plum,"))
            .findFirst()
            .orElseThrow();
    double[] taken =
        Arrays.stream(plum.split(",")).skip(1).mapToDouble(Double::parseDouble).toArray();
    double[] summed = {.3 + .2, .1 + .1, .5, .2 + .4, .9 + .8};
    var row = new StringBuilder("sum");
    for (int f = 0; f < summed.length; f++) {
      row.append(',').append(summed[f] - taken[f]);
    }
    Path words = two.newWord("zebra,0.3,0.1,0.5,0.2,0.9\ngnu,0.2,0.1,0,0.4,0.8\n" + row);
    JsonNode asSum =
        first(two.predict("zebra - Plum + gnu", "--subject", "T2", "--features", words, "--json"));
    JsonNode asWord = first(two.predict("sum", "--subject", "T2", "--features", words, "--json"));

    assertThat(asSum.path("word").asString()).isEqualTo("zebra + gnu - plum");
    assertThat(asSum.path("trainingWord").asBoolean()).isFalse();
    float[] expected =
        NiftiReader.read(Path.of(asWord.path("outputs").path(0).asString())).toFloats();
    float[] image = NiftiReader.read(Path.of(asSum.path("outputs").path(0).asString())).toFloats();
    for (int v = 0; v < expected.length; v++) {
      assertThat(image[v]).as("voxel %d", v).isCloseTo(expected[v], within(1e-5f));
    }
  }

  @Test
  void aSumOfUnknownWordsOrOfNothingIsAnError() throws IOException {
    two.fit("T2");
    assertThat(two.predict("plum - blicket", "--subject", "T2").failsWith(1).err())
        .contains("'blicket' is neither a word of T2's model nor in");
    assertThat(two.predict("plum - plum", "--subject", "T2").failsWith(1).err())
        .contains("nothing is left of the sum 'plum - plum'");
  }

  @Test
  void aWordLeftOutAtFitIsHeldAgainstItsResponses() throws IOException {
    Path some = folder.resolve("some.csv");
    Files.write(
        some,
        Files.readAllLines(Ran.FEATURES).stream().filter(row -> !row.startsWith("plum,")).toList());
    Ran.mitchell("fit", "--subject", "T1", "--data", data, "--features", some, "--out", model)
        .succeeds();
    JsonNode prediction = first(two.predict("plum", "--features", Ran.FEATURES, "--json"));
    assertThat(prediction.path("trainingWord").asBoolean()).isFalse();
    assertThat(prediction.path("outputs")).hasSize(2);
    assertThat(prediction.path("rAll").isNumber()).isTrue();
  }

  @Test
  void theColumnsOfTheFitAreTakenFromAFullTable() throws IOException {
    two.fit("T1", "--columns", "2,4-5");
    assertThat(
            first(
                    two.predict(
                        "zebra", "--features", two.newWord("zebra,0.3,0.1,0.5,0.2,0.9"), "--json"))
                .path("outputs"))
        .hasSize(1);
  }

  @Test
  void otherColumnsThanTheModelsAreAnError() {
    two.fit("T1");
    Ran ran = two.predict("zebra", "--features", Ran.ANALYSIS.resolve("wide_T.csv"));
    assertThat(ran.failsWith(1).err()).contains("wide_T.csv", "columns", "see, eat, ride, cut");
  }

  @Test
  void builtInFeaturesKnowAnyNoun() throws IOException {
    Path nouns =
        Files.writeString(folder.resolve("nouns.txt"), "celery\ndog\nhammer\nhouse\ncar\n");
    Ran.mitchell("simulate", "--subject", "sim2", "--out", data, "--nouns", nouns).succeeds();
    Ran.mitchell("fit", "--subject", "sim2", "--data", data, "--out", model).succeeds();
    assertThat(first(two.predict("banana", "--json")).path("outputs")).hasSize(1);
    assertThat(two.predict("bannana").failsWith(1).err())
        .contains("'bannana'", "Nearest: banana", "features build");
  }

  @Test
  void anUnknownWordNamesNearSpellingsAndTheWayToFeatures() throws IOException {
    two.fit("T1");
    assertThat(two.predict("aple").failsWith(1).err())
        .contains(
            "'aple'", "features_T.csv", "Nearest: apple", "mitchell features build", "--features");
    assertThat(two.predict("dog", "quetzalcoatl").failsWith(1).err())
        .contains("quetzalcoatl")
        .doesNotContain("Nearest");
    assertThat(Ran.files(model).keySet())
        .as("nothing of a call that failed")
        .noneMatch(name -> name.contains("contrast"));
  }

  @Test
  void anAllZeroWordIsAnError() throws IOException {
    two.fit("T1");
    assertThat(
            two.predict("zebra", "--features", two.newWord("zebra,0,0,0,0,0")).failsWith(1).err())
        .contains("zebra", "zero", "features build");
  }

  @Test
  void aWordOfOtherLettersIsPredictedToo() throws IOException {
    two.fit("T1");
    String word = "сельдерей-2";
    Ran ran =
        two.predict(word, "--features", two.newWord(word + ",0.3,0.1,0.5,0.2,0.9")).succeeds();
    assertThat(ran.out())
        .contains(word, "contrast-u0441u0435u043Bu044Cu0434u0435u0440u0435u04392_desc-predicted");
  }

  @Test
  void anAmbiguousWordIsAnErrorThatNamesBoth() throws IOException {
    two.fit("T1");
    Path features =
        Files.writeString(
            folder.resolve("two.csv"),
            "word,see,eat,ride,cut,grow\nturkey,1,2,3,4,5\nTurkey,5,4,3,2,1\n");
    assertThat(two.predict("TURKEY", "--features", features).failsWith(1).err())
        .contains("'turkey' and 'Turkey'", "two.csv");
    assertThat(
            first(two.predict("Turkey", "--features", features, "--json")).path("word").asString())
        .isEqualTo("Turkey");
  }

  @Test
  void featuresAreFoundByNameWhateverTheirOrder() throws IOException {
    two.fit("T1");
    two.predict("zebra", "--features", two.newWord("zebra,0.3,0.1,0.5,0.2,0.9")).succeeds();
    String image = T1_START + "zebra_desc-predicted_statmap.nii.gz";
    String hash = Ran.files(model).get(image);
    Path turned =
        Files.writeString(
            folder.resolve("turned.csv"),
            "word,grow,cut,other,eat,see,ride\nzebra,0.9,0.2,77,0.1,0.3,0.5\n");
    two.predict("zebra", "--features", turned).succeeds();
    assertThat(Ran.files(model)).containsEntry(image, hash);
    Path numbers =
        Files.writeString(
            folder.resolve("numbers.csv"), "word,1,2,3,4,5\nzebra,0.3,0.1,0.5,0.2,0.9\n");
    assertThat(two.predict("zebra", "--features", numbers).succeeds().err())
        .contains("numbers.csv", "by their position");
    assertThat(Ran.files(model)).containsEntry(image, hash);
    Path lacking = Files.writeString(folder.resolve("few.csv"), "word,see,eat,ride\nzebra,1,2,3\n");
    assertThat(two.predict("zebra", "--features", lacking).failsWith(1).err())
        .contains("few.csv", "2 of the 5", "cut, grow");
  }

  @Test
  void aWordThatTheTableOfTheFitLacksHasTheBuiltInVerbs() throws IOException {
    var brains = new SmallBrains(folder);
    brains.simulate("sim1", 0.35);
    Path fits = brains.fit("sim1");
    Ran ran = Ran.mitchell("predict", "banana", "--model", fits, "--json").succeeds();
    assertThat(ran.err()).contains("not in features.csv: banana", "built-in verbs25");
    assertThat(first(ran).path("featuresFrom").asString()).isEqualTo("verbs25");
    var image = Ran.files(fits);
    Ran.mitchell("predict", "banana", "--model", fits, "--features", "verbs25").succeeds();
    String name =
        "sub-sim1/sub-sim1_task-nouns_space-MNI152Lin_contrast-banana_desc-predicted_statmap.nii.gz";
    assertThat(Ran.files(fits)).containsEntry(name, image.get(name));
  }

  @Test
  void aFileOfOneWordNeverTakesTheNameOfAnothers() throws IOException {
    two.fit("T1");
    Path features =
        Files.writeString(
            folder.resolve("two.csv"),
            "word,see,eat,ride,cut,grow\nice-box,1,2,3,4,5\nicebox,5,4,3,2,1\n");
    two.predict("ice-box", "--features", features).succeeds();
    String first = T1_START + "iceBox_desc-predicted_statmap.nii.gz";
    String hash = Ran.files(model).get(first);
    assertThat(two.predict("icebox", "ice-box", "--features", features).succeeds().out())
        .contains("contrast-icebox2_desc-predicted", "contrast-iceBox_desc-predicted");
    assertThat(Ran.files(model)).containsEntry(first, hash);
    assertThat(
            Ran.json(model.resolve(T1_START + "icebox2_desc-predicted_statmap.json"))
                .path("Word")
                .asString())
        .isEqualTo("icebox");
  }

  /** 1-based i j k of the columns of T2, as the .mat file has them. */
  private static int[][] t2Coordinates() throws IOException {
    try (var mat = Mat5.readFromFile(Ran.T2.toFile())) {
      var matrix = mat.getStruct("meta").getMatrix("colToCoord");
      var ijk = new int[matrix.getNumRows()][3];
      for (int row = 0; row < ijk.length; row++) {
        for (int axis = 0; axis < 3; axis++) {
          ijk[row][axis] = matrix.getInt(row, axis);
        }
      }
      return ijk;
    }
  }
}
