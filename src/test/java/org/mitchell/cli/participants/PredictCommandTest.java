package org.mitchell.cli.participants;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.mitchell.cli.participants.TwoParticipants.T1_START;
import static org.mitchell.cli.participants.TwoParticipants.first;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.zip.GZIPInputStream;
import org.apache.commons.math3.stat.correlation.PearsonsCorrelation;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.mitchell.cli.Ran;
import org.mitchell.cli.text.Printable;
import org.mitchell.nifti.NiftiImage;
import org.mitchell.nifti.NiftiReader;
import tools.jackson.databind.JsonNode;

/** What {@code predict} makes of the words that a saved model was trained with. */
class PredictCommandTest {
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
  void aTrainingWordIsPredictedByRefittingWithoutIt() throws IOException {
    JsonNode expected =
        Ran.json(Ran.ANALYSIS.resolve("expected.json"))
            .path("configurations")
            .path(0)
            .path("details");
    two.fit("T1", "--voxels", "15");
    for (String word : expected.path("leaveOneOut").propertyNames()) {
      JsonNode prediction = first(two.predict(word, "--json"));
      double[] image =
          columns(
              model.resolve(T1_START + word + "_desc-predicted_statmap.nii.gz"),
              "T1_coords_ijk.tsv");
      double[] refitted =
          expected
              .path("leaveOneOut")
              .path(word)
              .valueStream()
              .mapToDouble(JsonNode::asDouble)
              .toArray();
      assertThat(image).as(word).containsExactly(refitted, within(1e-6));
      assertThat(prediction.path("trainingWord").asBoolean()).isTrue();
      assertThat(prediction.path("heldOut").asBoolean()).isTrue();
      assertThat(prediction.path("predictedBy").asString()).contains("without the word");
      assertThat(prediction.path("selectedVoxels").asInt()).isEqualTo(15);
    }
  }

  @Test
  void theCorrelationIsThatOfTheTwoImages() throws IOException {
    two.fit("T1", "--voxels", "15");
    JsonNode prediction = first(two.predict("dog", "--json"));
    double[] predicted =
        columns(model.resolve(T1_START + "dog_desc-predicted_statmap.nii.gz"), "T1_coords_ijk.tsv");
    double[] observed =
        columns(model.resolve(T1_START + "dog_desc-observed_statmap.nii.gz"), "T1_coords_ijk.tsv");
    assertThat(prediction.path("rAll").asDouble())
        .isCloseTo(new PearsonsCorrelation().correlation(predicted, observed), within(1e-6));
    assertThat(prediction.path("rSelected").asDouble())
        .isBetween(-1.0, 1.0)
        .isNotEqualTo(prediction.path("rAll").asDouble());
    assertThat(two.predict("dog").succeeds().out())
        .contains(
            "T1 (SIMULATED), dog: predicted by the model trained without the word",
            "over the 15 most stable voxels",
            "over all 60 voxels",
            T1_START + "dog_desc-observed_statmap.nii.gz");
  }

  @Test
  void theObservedImageIsTheWordsMeanWithoutTheMeanImage() throws IOException {
    two.fit("T1");
    two.predict("plum").succeeds();
    double[] observed =
        columns(model.resolve(T1_START + "plum_desc-observed_statmap.nii.gz"), "T1_coords_ijk.tsv");
    var rows =
        Files.readAllLines(Ran.ANALYSIS.resolve("T1.tsv")).stream()
            .skip(1)
            .map(row -> row.split("\t"))
            .toList();
    for (int v : new int[] {0, 7, 41, 59}) {
      // Every word has four presentations, so that the mean image is the mean of all rows.
      double all =
          rows.stream().mapToDouble(row -> Double.parseDouble(row[v + 2])).average().orElseThrow();
      double plum =
          rows.stream()
              .filter(row -> row[0].equals("plum"))
              .mapToDouble(row -> Double.parseDouble(row[v + 2]))
              .average()
              .orElseThrow();
      assertThat(observed[v]).as("voxel %d", v).isCloseTo(plum - all, within(1e-6));
    }
  }

  @Test
  void severalWordsOfSeveralParticipantsArePredictedAtOnce() {
    two.fit("T1,T2");
    JsonNode all = two.predict("dog", "saw", "dog", "--json").succeeds().json().path("predictions");
    assertThat(
            all.valueStream()
                .map(p -> p.path("subject").asString() + " " + p.path("word").asString()))
        .containsExactly("T1 dog", "T1 saw", "T2 dog", "T2 saw");
    for (String subject : new String[] {"T2", "T2..T2", "T1,T2", "all"}) {
      assertThat(
              two.predict("dog", "--subject", subject, "--json")
                  .succeeds()
                  .json()
                  .path("predictions"))
          .hasSize(subject.startsWith("T2") ? 1 : 2);
    }
  }

  @Test
  void aFreshFitAndASavedModelPredictTheSameBytes() throws IOException {
    two.fit("T1", "--ridge", "0.5", "--scale", "zscore");
    Path new1 = two.newWord("zebra,0.3,0.1,0.5,0.2,0.9");
    two.predict("apple", "zebra", "--features", new1, "--out", folder.resolve("one")).succeeds();
    two.fit("T1", "--ridge", "0.5", "--scale", "zscore");
    two.predict("apple", "zebra", "--features", new1, "--out", folder.resolve("two")).succeeds();
    assertThat(Ran.files(folder.resolve("two")))
        .isEqualTo(Ran.files(folder.resolve("one")))
        .hasSize(7);
  }

  @Test
  void imagesGoToTheFolderThatIsNamed() throws IOException {
    two.fit("T1");
    var before = Ran.files(model);
    Path other = folder.resolve("other");
    two.predict("apple", "--out", other).succeeds();
    assertThat(Ran.files(model)).isEqualTo(before);
    assertThat(Ran.files(other).keySet())
        .contains(
            "dataset_description.json",
            T1_START + "apple_desc-predicted_statmap.nii.gz",
            T1_START + "apple_desc-predicted_statmap.json",
            T1_START + "apple_desc-observed_statmap.json");
    JsonNode sidecar = Ran.json(other.resolve(T1_START + "apple_desc-predicted_statmap.json"));
    assertThat(sidecar.path("Word").asString()).isEqualTo("apple");
    assertThat(sidecar.path("PredictedBy").asString())
        .isEqualTo("the model trained without the word");
    assertThat(sidecar.path("Simulated").asBoolean()).isTrue();
    assertThat(sidecar.path("SelectedVoxels").isInt()).isTrue();
  }

  @Test
  void aParticipantWithoutCoordinatesGetsTables() throws IOException {
    Ran.fit(model, "T1", Ran.ANALYSIS.resolve("T1.tsv"), "--voxels", "15").succeeds();
    Ran ran =
        two.predict("apple", "zebra", "--features", two.newWord("zebra,0.3,0.1,0.5,0.2,0.9"))
            .succeeds();
    assertThat(ran.out()).contains("a table, a row a voxel column");
    Path table =
        model.resolve("sub-T1/sub-T1_task-nouns_contrast-apple_desc-predicted_statmap.tsv.gz");
    try (var rows = new GZIPInputStream(Files.newInputStream(table))) {
      assertThat(new String(rows.readAllBytes()).lines())
          .hasSize(61)
          .startsWith("column\tresponse");
    }
    assertThat(Ran.files(model).keySet())
        .contains("sub-T1/sub-T1_task-nouns_contrast-zebra_desc-predicted_statmap.tsv.gz");
  }

  @Test
  void aTrainedWordIsHeldOutInWhateverCaseItIsAskedFor() throws IOException {
    two.fit("T1");
    JsonNode usual = first(two.predict("dog", "--json"));
    String image = T1_START + "dog_desc-predicted_statmap.nii.gz";
    String hash = Ran.files(model).get(image);
    Ran ran = two.predict("DOG", "--json").succeeds();
    assertThat(ran.err()).contains("'DOG' is taken for 'dog'");
    JsonNode prediction = first(ran);
    assertThat(prediction.path("word").asString()).isEqualTo("dog");
    assertThat(prediction.path("asked").asString()).isEqualTo("DOG");
    assertThat(prediction.path("heldOut").asBoolean()).isTrue();
    assertThat(prediction.path("rAll").asDouble()).isEqualTo(usual.path("rAll").asDouble());
    assertThat(Ran.files(model)).containsEntry(image, hash);
    assertThat(
            two.predict("Dog", "dog")
                .succeeds()
                .out()
                .lines()
                .filter(l -> l.contains("predicted by")))
        .as("one word, asked for twice")
        .hasSize(1);
  }

  @Test
  void aWordThatTheFeaturesHaveInAnotherCaseIsStillHeldOut() throws IOException {
    Path capitals = folder.resolve("capitals.csv");
    Files.write(
        capitals,
        Files.readAllLines(Ran.FEATURES).stream()
            .map(row -> row.startsWith("dog,") ? "Dog" + row.substring(3) : row)
            .toList());
    Ran fitted =
        Ran.mitchell(
                "fit", "--subject", "T1", "--data", data, "--features", capitals, "--out", model)
            .succeeds();
    assertThat(fitted.err()).contains("'dog' is taken for 'Dog'", "capitals.csv");
    JsonNode prediction = first(two.predict("Dog", "--json"));
    assertThat(prediction.path("word").asString()).isEqualTo("dog");
    assertThat(prediction.path("heldOut").asBoolean()).isTrue();
  }

  @Test
  void emptyWordsAreWrongUsage() throws IOException {
    two.fit("T1");
    for (String nothing : List.of("", "  ", "\t")) {
      assertThat(two.predict(nothing).failsWith(2).err())
          .contains("got '%s' where a value is expected".formatted(Printable.line(nothing)));
    }
    assertThat(first(two.predict(" dog ", "--json")).path("word").asString()).isEqualTo("dog");
    assertThat(two.predict("dog,plum").failsWith(1).err()).contains("blanks between them");
  }

  /** The values of an image in the order of the participant's voxel columns. */
  private static double[] columns(Path image, String coordinates) throws IOException {
    NiftiImage map = NiftiReader.read(image);
    float[] box = map.toFloats();
    int[] dims = map.dims();
    return Files.readAllLines(Ran.ANALYSIS.resolve(coordinates)).stream()
        .skip(1)
        .map(row -> Arrays.stream(row.split("\t")).mapToInt(Integer::parseInt).toArray())
        .mapToDouble(ijk -> box[ijk[0] - 1 + dims[0] * (ijk[1] - 1 + dims[1] * (ijk[2] - 1))])
        .toArray();
  }
}
