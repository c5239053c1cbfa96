package org.mitchell.cli.participants;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import org.apache.commons.math3.stat.correlation.PearsonsCorrelation;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.mitchell.cli.Ran;
import org.mitchell.cli.SmallBrains;
import org.mitchell.cli.text.Printable;
import org.mitchell.nifti.NiftiImage;
import org.mitchell.nifti.NiftiReader;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;
import us.hebi.matlab.mat.format.Mat5;

/** What {@code predict} makes of a saved model. */
class PredictCommandTest {
  private static final String T1_START = "sub-T1/sub-T1_task-nouns_space-MNI152Lin_contrast-";

  @TempDir private Path folder;
  private Path data;
  private Path model;

  @BeforeEach
  void participantsOfTheirOwn() throws IOException {
    data = Files.createDirectory(folder.resolve("data"));
    model = folder.resolve("model");
    Files.copy(Ran.T1, data.resolve("data-science-T1.mat"));
    Files.copy(Ran.T2, data.resolve("data-science-T2.mat"));
  }

  private void fit(String subject, Object... more) {
    Ran.fit(model, subject, data, more).succeeds();
  }

  private Ran predict(Object... words) {
    return Ran.mitchell(
        Stream.concat(Stream.of("predict", "--model", model), Arrays.stream(words)).toArray());
  }

  private static JsonNode first(Ran ran) {
    return ran.succeeds().json().path("predictions").path(0);
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

  @Test
  void aTrainingWordIsPredictedByRefittingWithoutIt() throws IOException {
    JsonNode expected =
        Ran.json(Ran.ANALYSIS.resolve("expected.json"))
            .path("configurations")
            .path(0)
            .path("details");
    fit("T1", "--voxels", "15");
    for (String word : expected.path("leaveOneOut").propertyNames()) {
      JsonNode prediction = first(predict(word, "--json"));
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
    fit("T1", "--voxels", "15");
    JsonNode prediction = first(predict("dog", "--json"));
    double[] predicted =
        columns(model.resolve(T1_START + "dog_desc-predicted_statmap.nii.gz"), "T1_coords_ijk.tsv");
    double[] observed =
        columns(model.resolve(T1_START + "dog_desc-observed_statmap.nii.gz"), "T1_coords_ijk.tsv");
    assertThat(prediction.path("rAll").asDouble())
        .isCloseTo(new PearsonsCorrelation().correlation(predicted, observed), within(1e-6));
    assertThat(prediction.path("rSelected").asDouble())
        .isBetween(-1.0, 1.0)
        .isNotEqualTo(prediction.path("rAll").asDouble());
    assertThat(predict("dog").succeeds().out())
        .contains(
            "T1 (SIMULATED), dog: predicted by the model trained without the word",
            "over the 15 most stable voxels",
            "over all 60 voxels",
            T1_START + "dog_desc-observed_statmap.nii.gz");
  }

  @Test
  void theObservedImageIsTheWordsMeanWithoutTheMeanImage() throws IOException {
    fit("T1");
    predict("plum").succeeds();
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
    fit("T1,T2");
    JsonNode all = predict("dog", "saw", "dog", "--json").succeeds().json().path("predictions");
    assertThat(
            all.valueStream()
                .map(p -> p.path("subject").asString() + " " + p.path("word").asString()))
        .containsExactly("T1 dog", "T1 saw", "T2 dog", "T2 saw");
    for (String subject : new String[] {"T2", "T2..T2", "T1,T2", "all"}) {
      assertThat(
              predict("dog", "--subject", subject, "--json").succeeds().json().path("predictions"))
          .hasSize(subject.startsWith("T2") ? 1 : 2);
    }
  }

  @Test
  void aFreshFitAndASavedModelPredictTheSameBytes() throws IOException {
    fit("T1", "--ridge", "0.5", "--scale", "zscore");
    Path new1 = newWord("zebra,0.3,0.1,0.5,0.2,0.9");
    predict("apple", "zebra", "--features", new1, "--out", folder.resolve("one")).succeeds();
    fit("T1", "--ridge", "0.5", "--scale", "zscore");
    predict("apple", "zebra", "--features", new1, "--out", folder.resolve("two")).succeeds();
    assertThat(Ran.files(folder.resolve("two")))
        .isEqualTo(Ran.files(folder.resolve("one")))
        .hasSize(7);
  }

  @Test
  void aWordNeverPresentedIsItsFeaturesTimesTheSignatures() throws IOException {
    // The voxels of T2 are in no spatial order; its signatures come from the independent program.
    fit("T2", "--voxels", "15");
    JsonNode prediction =
        first(
            predict(
                "zebra", "--subject", "T2", "--features", newWord("zebra,3,4,0,0,0"), "--json"));
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
    fit("T2");
    Path features = newWord("zebra,0.3,0.1,0.5,0.2,0.9");
    predict("zebra", "--features", features, "--out", folder.resolve("with")).succeeds();
    Files.delete(data.resolve("data-science-T2.mat"));
    predict("zebra", "--features", features, "--out", folder.resolve("without")).succeeds();
    String image =
        "sub-T2/sub-T2_task-nouns_space-MNI152Lin_contrast-zebra_desc-predicted_statmap.nii.gz";
    assertThat(Ran.files(folder.resolve("without")).get(image))
        .isNotNull()
        .isEqualTo(Ran.files(folder.resolve("with")).get(image));
  }

  @Test
  void aWordLeftOutAtFitIsHeldAgainstItsResponses() throws IOException {
    Path some = folder.resolve("some.csv");
    Files.write(
        some,
        Files.readAllLines(Ran.FEATURES).stream().filter(row -> !row.startsWith("plum,")).toList());
    Ran.mitchell("fit", "--subject", "T1", "--data", data, "--features", some, "--out", model)
        .succeeds();
    JsonNode prediction = first(predict("plum", "--features", Ran.FEATURES, "--json"));
    assertThat(prediction.path("trainingWord").asBoolean()).isFalse();
    assertThat(prediction.path("outputs")).hasSize(2);
    assertThat(prediction.path("rAll").isNumber()).isTrue();
  }

  @Test
  void theColumnsOfTheFitAreTakenFromAFullTable() throws IOException {
    fit("T1", "--columns", "2,4-5");
    assertThat(
            first(predict("zebra", "--features", newWord("zebra,0.3,0.1,0.5,0.2,0.9"), "--json"))
                .path("outputs"))
        .hasSize(1);
  }

  @Test
  void otherColumnsThanTheModelsAreAnError() {
    fit("T1");
    Ran ran = predict("zebra", "--features", Ran.ANALYSIS.resolve("wide_T.csv"));
    assertThat(ran.failsWith(1).err()).contains("wide_T.csv", "columns", "see, eat, ride, cut");
  }

  @Test
  void builtInFeaturesKnowAnyNoun() throws IOException {
    Path nouns =
        Files.writeString(folder.resolve("nouns.txt"), "celery\ndog\nhammer\nhouse\ncar\n");
    Ran.mitchell("simulate", "--subject", "sim2", "--out", data, "--nouns", nouns).succeeds();
    Ran.mitchell("fit", "--subject", "sim2", "--data", data, "--out", model).succeeds();
    assertThat(first(predict("banana", "--json")).path("outputs")).hasSize(1);
    assertThat(predict("bannana").failsWith(1).err())
        .contains("'bannana'", "Nearest: banana", "features build");
  }

  @Test
  void anUnknownWordNamesNearSpellingsAndTheWayToFeatures() throws IOException {
    fit("T1");
    assertThat(predict("aple").failsWith(1).err())
        .contains(
            "'aple'", "features_T.csv", "Nearest: apple", "mitchell features build", "--features");
    assertThat(predict("dog", "quetzalcoatl").failsWith(1).err())
        .contains("quetzalcoatl")
        .doesNotContain("Nearest");
    assertThat(Ran.files(model).keySet())
        .as("nothing of a call that failed")
        .noneMatch(name -> name.contains("contrast"));
  }

  @Test
  void anAllZeroWordIsAnError() throws IOException {
    fit("T1");
    assertThat(predict("zebra", "--features", newWord("zebra,0,0,0,0,0")).failsWith(1).err())
        .contains("zebra", "zero", "features build");
  }

  @Test
  void responsesThatWereMovedAreMissedAndSaid() throws IOException {
    fit("T1");
    Path elsewhere = Files.createDirectory(folder.resolve("elsewhere"));
    Files.move(data.resolve("data-science-T1.mat"), elsewhere.resolve("data-science-T1.mat"));
    Ran without = predict("apple", "--json").succeeds();
    assertThat(without.err()).contains("no longer at", "data-science-T1.mat", "--data PATH");
    assertThat(first(without).path("heldOut").asBoolean()).isFalse();
    assertThat(first(without).path("outputs")).hasSize(1);
    assertThat(first(without).path("rAll").isNull()).isTrue();
    assertThat(predict("apple").out()).contains("the model of all words, this one included");
    for (Path there : List.of(elsewhere, elsewhere.resolve("data-science-T1.mat"))) {
      Ran with = predict("apple", "--data", there, "--json").succeeds();
      assertThat(with.err()).isEmpty();
      assertThat(first(with).path("heldOut").asBoolean()).isTrue();
    }
  }

  @Test
  void responsesThatChangedAreAnError() throws IOException {
    fit("T1");
    Files.copy(Ran.T2, data.resolve("data-science-T1.mat"), StandardCopyOption.REPLACE_EXISTING);
    assertThat(predict("apple").failsWith(1).err())
        .contains("data-science-T1.mat", "SHA-256", "Fit again");
    assertThat(predict("apple", "--data", data.resolve("data-science-T2.mat")).failsWith(1).err())
        .contains("SHA-256");
  }

  @Test
  void featuresThatWereMovedAreMissedOnlyForNewWords() throws IOException {
    Path features = Files.copy(Ran.FEATURES, folder.resolve("mine.csv"));
    Ran.mitchell("fit", "--subject", "T1", "--data", data, "--features", features, "--out", model)
        .succeeds();
    Files.delete(features);
    predict("apple").succeeds();
    assertThat(predict("aple").failsWith(1).err())
        .contains("'aple'", "Nearest: apple", "mine.csv", "--features FILE");
  }

  @Test
  void imagesGoToTheFolderThatIsNamed() throws IOException {
    fit("T1");
    var before = Ran.files(model);
    Path other = folder.resolve("other");
    predict("apple", "--out", other).succeeds();
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
        predict("apple", "zebra", "--features", newWord("zebra,0.3,0.1,0.5,0.2,0.9")).succeeds();
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
  void aWordOfOtherLettersIsPredictedToo() throws IOException {
    fit("T1");
    String word = "сельдерей-2";
    Ran ran = predict(word, "--features", newWord(word + ",0.3,0.1,0.5,0.2,0.9")).succeeds();
    assertThat(ran.out())
        .contains(word, "contrast-u0441u0435u043Bu044Cu0434u0435u0440u0435u04392_desc-predicted");
  }

  @Test
  void aTrainedWordIsHeldOutInWhateverCaseItIsAskedFor() throws IOException {
    fit("T1");
    JsonNode usual = first(predict("dog", "--json"));
    String image = T1_START + "dog_desc-predicted_statmap.nii.gz";
    String hash = Ran.files(model).get(image);
    Ran ran = predict("DOG", "--json").succeeds();
    assertThat(ran.err()).contains("'DOG' is taken for 'dog'");
    JsonNode prediction = first(ran);
    assertThat(prediction.path("word").asString()).isEqualTo("dog");
    assertThat(prediction.path("asked").asString()).isEqualTo("DOG");
    assertThat(prediction.path("heldOut").asBoolean()).isTrue();
    assertThat(prediction.path("rAll").asDouble()).isEqualTo(usual.path("rAll").asDouble());
    assertThat(Ran.files(model)).containsEntry(image, hash);
    assertThat(
            predict("Dog", "dog").succeeds().out().lines().filter(l -> l.contains("predicted by")))
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
    JsonNode prediction = first(predict("Dog", "--json"));
    assertThat(prediction.path("word").asString()).isEqualTo("dog");
    assertThat(prediction.path("heldOut").asBoolean()).isTrue();
  }

  @Test
  void anAmbiguousWordIsAnErrorThatNamesBoth() throws IOException {
    fit("T1");
    Path features =
        Files.writeString(
            folder.resolve("two.csv"),
            "word,see,eat,ride,cut,grow\nturkey,1,2,3,4,5\nTurkey,5,4,3,2,1\n");
    assertThat(predict("TURKEY", "--features", features).failsWith(1).err())
        .contains("'turkey' and 'Turkey'", "two.csv");
    assertThat(first(predict("Turkey", "--features", features, "--json")).path("word").asString())
        .isEqualTo("Turkey");
  }

  @Test
  void featuresAreFoundByNameWhateverTheirOrder() throws IOException {
    fit("T1");
    predict("zebra", "--features", newWord("zebra,0.3,0.1,0.5,0.2,0.9")).succeeds();
    String image = T1_START + "zebra_desc-predicted_statmap.nii.gz";
    String hash = Ran.files(model).get(image);
    Path turned =
        Files.writeString(
            folder.resolve("turned.csv"),
            "word,grow,cut,other,eat,see,ride\nzebra,0.9,0.2,77,0.1,0.3,0.5\n");
    predict("zebra", "--features", turned).succeeds();
    assertThat(Ran.files(model)).containsEntry(image, hash);
    Path numbers =
        Files.writeString(
            folder.resolve("numbers.csv"), "word,1,2,3,4,5\nzebra,0.3,0.1,0.5,0.2,0.9\n");
    assertThat(predict("zebra", "--features", numbers).succeeds().err())
        .contains("numbers.csv", "by their position");
    assertThat(Ran.files(model)).containsEntry(image, hash);
    Path lacking = Files.writeString(folder.resolve("few.csv"), "word,see,eat,ride\nzebra,1,2,3\n");
    assertThat(predict("zebra", "--features", lacking).failsWith(1).err())
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
    fit("T1");
    Path features =
        Files.writeString(
            folder.resolve("two.csv"),
            "word,see,eat,ride,cut,grow\nice-box,1,2,3,4,5\nicebox,5,4,3,2,1\n");
    predict("ice-box", "--features", features).succeeds();
    String first = T1_START + "iceBox_desc-predicted_statmap.nii.gz";
    String hash = Ran.files(model).get(first);
    assertThat(predict("icebox", "ice-box", "--features", features).succeeds().out())
        .contains("contrast-icebox2_desc-predicted", "contrast-iceBox_desc-predicted");
    assertThat(Ran.files(model)).containsEntry(first, hash);
    assertThat(
            Ran.json(model.resolve(T1_START + "icebox2_desc-predicted_statmap.json"))
                .path("Word")
                .asString())
        .isEqualTo("icebox");
  }

  @Test
  void emptyWordsAreWrongUsage() throws IOException {
    fit("T1");
    for (String nothing : List.of("", "  ", "\t")) {
      assertThat(predict(nothing).failsWith(2).err())
          .contains("got '%s' where a value is expected".formatted(Printable.line(nothing)));
    }
    assertThat(first(predict(" dog ", "--json")).path("word").asString()).isEqualTo("dog");
    assertThat(predict("dog,plum").failsWith(1).err()).contains("blanks between them");
  }

  @Test
  void nobodyFittedSaysWhatToDoFirst() {
    assertThat(predict("apple").failsWith(1).err())
        .contains("no participant has been fitted", "mitchell fit --subject");
    fit("T1");
    assertThat(predict("apple", "--subject", "T2").failsWith(1).err())
        .contains("T2 has not been fitted here", "fitted here: T1", "mitchell fit --subject T2");
  }

  @Test
  void aDamagedModelIsAnErrorThatSaysWhatToDo() throws IOException {
    fit("T1");
    String start = "sub-T1/sub-T1_task-nouns_";
    Path signatures = model.resolve(start + "space-MNI152Lin_desc-signatures_statmap.nii.gz");
    Path mask = model.resolve(start + "space-MNI152Lin_desc-brain_mask.nii.gz");
    Path json = model.resolve(start + "model.json");
    for (Path file : List.of(signatures, mask, json)) {
      byte[] whole = Files.readAllBytes(file);
      Files.write(file, Arrays.copyOf(whole, whole.length / 2));
      assertThat(predict("apple").failsWith(1).err())
          .as("half of it")
          .contains(file.getFileName().toString());
      Files.delete(file);
      assertThat(predict("apple", "--subject", "T1").failsWith(1).err())
          .as("without it")
          .contains(file.getFileName().toString());
      Files.write(file, whole);
    }
    Files.writeString(json, Files.readString(json).replace("\"layout\" : 1", "\"layout\" : 2"));
    assertThat(predict("apple").failsWith(1).err())
        .contains("layout 2 where 1", "Fit the participant again");
    Files.writeString(json, "{}");
    assertThat(predict("apple").failsWith(1).err())
        .contains("model.json", "Fit the participant again");
  }

  @Test
  void aDamagedTableOfSignaturesIsAnError() throws IOException {
    Ran.fit(model, "T1", Ran.ANALYSIS.resolve("T1.tsv")).succeeds();
    Path table = model.resolve("sub-T1/sub-T1_task-nouns_desc-signatures_statmap.tsv.gz");
    byte[] whole = Files.readAllBytes(table);
    Files.write(table, Arrays.copyOf(whole, whole.length / 2));
    assertThat(predict("apple").failsWith(1).err())
        .contains(table.getFileName().toString(), "Fit the participant again");
    forgetHashes(); // as in models of earlier versions: else the SHA-256 tells
    Files.writeString(table, "column\tsee\teat\tride\tcut\tgrow\n0\t1\t2\tx\t4\t5\n");
    assertThat(predict("apple").failsWith(1).err()).contains("line 2", "x");
    Files.writeString(table, "");
    assertThat(predict("apple").failsWith(1).err()).contains(table.getFileName().toString());
    Files.writeString(table, "column\tsee\teat\tride\tcut\tgrow\n0\t1\t2\t3\t4\t5\n1\t1\t2\n");
    assertThat(predict("apple").failsWith(1).err()).contains(table.getFileName().toString());
  }

  private void forgetHashes() throws IOException {
    Path file = model.resolve("sub-T1/sub-T1_task-nouns_model.json");
    var json = (ObjectNode) Ran.json(file);
    json.remove("files");
    Files.writeString(file, JsonMapper.shared().writeValueAsString(json));
  }

  private Path newWord(String row) throws IOException {
    return Files.writeString(
        folder.resolve("new.csv"), "word,see,eat,ride,cut,grow\n" + row + "\n");
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
