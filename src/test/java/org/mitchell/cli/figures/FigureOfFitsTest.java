package org.mitchell.cli.figures;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.mitchell.cli.Ran;
import org.mitchell.cli.SmallBrains;
import org.w3c.dom.Document;
import tools.jackson.databind.node.ObjectNode;

/** Pictures of fits and feature spaces through the command line. */
class FigureOfFitsTest {
  @TempDir private static Path shared;
  private static SmallBrains brains;
  private static Path fits;

  @TempDir private Path folder;

  @BeforeAll
  static void twoParticipants() {
    brains = new SmallBrains(shared);
    brains.simulate("a", 0.25);
    brains.simulate("b", 0.22);
    fits = brains.fit("a,b");
    brains.evaluate("a", fits, "--permutations", "99", "--subsamples", "5");
  }

  private Ran figure(String kind, String what, String file, Object... more) {
    return Ran.mitchell(
        Stream.concat(
                Stream.of("figure", kind, what, "--model", fits, "--out", folder.resolve(file)),
                Arrays.stream(more))
            .toArray());
  }

  private List<String> texts(String svg) throws Exception {
    var factory = DocumentBuilderFactory.newInstance();
    factory.setFeature("http://apache.org/xml/features/nonvalidating/load-external-dtd", false);
    Document document = factory.newDocumentBuilder().parse(folder.resolve(svg).toFile());
    var texts = document.getElementsByTagName("text");
    return IntStream.range(0, texts.getLength())
        .mapToObj(i -> texts.item(i).getTextContent())
        .toList();
  }

  @ParameterizedTest
  @ValueSource(strings = {"pca", "tsne"})
  void everyWordOfAFitHasItsLabelAndEveryCategoryItsColour(String method) throws Exception {
    figure("words", "a", "words.svg", "--method", method).succeeds();
    List<String> texts = texts("words.svg");
    for (int w = 0; w < SmallBrains.WORDS; w++) {
      assertThat(texts).contains("word%02d".formatted(w));
    }
    for (int c = 0; c < 4; c++) {
      assertThat(texts).contains("category" + c);
    }
  }

  @Test
  void wordsOfATableNeedNoFit() throws Exception {
    figure("words", brains.features().toString(), "table.png").succeeds();
    BufferedImage picture = ImageIO.read(folder.resolve("table.png").toFile());
    assertThat(picture.getWidth()).isGreaterThan(1000);
  }

  @Test
  void aPictureOfSignaturesNamesFeaturesWordsAndPlace() throws Exception {
    Ran ran =
        figure(
                "signatures",
                "a",
                "signatures.svg",
                "--words",
                "word03,word07",
                "--top",
                "2",
                "--cut",
                "0",
                "--json")
            .succeeds();
    List<String> texts = texts("signatures.svg");
    assertThat(texts)
        .contains("word03, predicted", "word03, observed", "word07, predicted", "sum of all")
        .anyMatch(text -> text.contains("z = 0"))
        .anyMatch(text -> text.contains("SIMULATED"))
        .anyMatch(text -> text.contains("preset paper · ridge 0 · voxels 50"));
    assertThat(ran.json().path("features").size()).isEqualTo(2);
    ran.json()
        .path("features")
        .propertyNames()
        .forEach(feature -> assertThat(texts).anyMatch(text -> text.startsWith(feature + " ")));
  }

  @Test
  void anAccuracyHasItsIntervalAndChanceWhereItWasEvaluated() throws Exception {
    figure("accuracy", "b", "b.svg").succeeds();
    assertThat(texts("b.svg"))
        .contains("b (SIMULATED)")
        .noneMatch(text -> text.contains("relabelled"));
    Ran ran = figure("accuracy", "a,b", "both.svg", "--json").succeeds();
    assertThat(texts("both.svg"))
        .contains("a (SIMULATED)", "b (SIMULATED)", "mean")
        .anyMatch(text -> text.contains("relabelled words"))
        .anyMatch(text -> text.contains("SIMULATED"));
    double fitted =
        Ran.json(fits.resolve("sub-a/sub-a_task-nouns_evaluation.json"))
            .path("accuracy")
            .asDouble();
    assertThat(ran.json().path("accuracies").path(0).asDouble()).isEqualTo(fitted);
  }

  /** A folder with one more fit of a participant, on these options. */
  private Path withFit(String subject, Object... options) {
    Path own = folder.resolve("fits-" + subject);
    Ran.mitchell(
            Stream.concat(
                    Stream.of("fit", "--subject", subject, "--data", brains.data(), "--out", own),
                    Arrays.stream(options))
                .toArray())
        .succeeds();
    return own;
  }

  private Ran accuracy(Path of, String subjects) {
    return Ran.mitchell(
        "figure", "accuracy", subjects, "--model", of, "--out", folder.resolve("out.svg"));
  }

  @Test
  void anEvaluationWithOtherSettingsIsNotDrawnBesideTheFit() throws Exception {
    Path own = withFit("a", "--features", brains.features(), "--voxels", "50");
    double fitted =
        Ran.json(own.resolve("sub-a/sub-a_task-nouns_evaluation.json")).path("accuracy").asDouble();
    Ran.mitchell(
            "evaluate",
            "--subject",
            "a",
            "--data",
            brains.data(),
            "--features",
            brains.features(),
            "--voxels",
            "20",
            "--ridge",
            "1",
            "--out",
            own,
            "--permutations",
            "19",
            "--subsamples",
            "4")
        .succeeds();

    Ran ran =
        Ran.mitchell(
                "figure",
                "accuracy",
                "a",
                "--model",
                own,
                "--out",
                folder.resolve("out.svg"),
                "--json")
            .succeeds();

    assertThat(ran.json().path("accuracies").path(0).asDouble()).isEqualTo(fitted);
    assertThat(ran.err()).contains("a: no interval", "ridge (0 and 1)", "voxels (50 and 20)");
    assertThat(texts("out.svg"))
        .noneMatch(text -> text.contains("95%"))
        .contains("preset paper, scale unit, ridge 0, voxels 50, metric cosine, match sum")
        .anyMatch(text -> text.startsWith("16 words, features: 3 of features.csv"));
  }

  /** Doubled features are the same once they have unit length, and give the same accuracy. */
  @Test
  void anEvaluationOfAnotherFileOfFeaturesIsNotDrawnThoughItsAccuracyIsTheSame() throws Exception {
    Path own = withFit("a", "--features", brains.features(), "--voxels", "50");
    var doubled = new StringBuilder();
    for (String line : Files.readAllLines(brains.features())) {
      String[] cells = line.split(",");
      for (int c = 1; c < cells.length && !doubled.isEmpty(); c++) {
        cells[c] = Double.toString(2 * Double.parseDouble(cells[c]));
      }
      doubled.append(String.join(",", cells)).append('\n');
    }
    Path other = Files.createDirectory(folder.resolve("other")).resolve("features.csv");
    Files.writeString(other, doubled);
    Object[] evaluate = {
      "evaluate",
      "--subject",
      "a",
      "--data",
      brains.data(),
      "--voxels",
      "50",
      "--out",
      own,
      "--permutations",
      "19",
      "--subsamples",
      "4",
      "--features"
    };
    Ran.mitchell(Stream.concat(Arrays.stream(evaluate), Stream.of(other)).toArray()).succeeds();
    assertThat(accuracy(own, "a").succeeds().err())
        .contains("a: no interval", "its responses or features, which were other files");
    Ran.mitchell(Stream.concat(Arrays.stream(evaluate), Stream.of(brains.features())).toArray())
        .succeeds();
    assertThat(accuracy(own, "a").succeeds().err()).doesNotContain("no interval");
  }

  @Test
  void figuresOfAnotherFitThanTheModelBesideThemAreRefused() throws Exception {
    Path own = withFit("a", "--features", brains.features(), "--voxels", "50");
    Path figures = own.resolve("sub-a/sub-a_task-nouns_evaluation.json");
    byte[] earlier = Files.readAllBytes(figures);
    withFit("a", "--features", brains.features(), "--voxels", "50", "--ridge", "1");
    Files.write(figures, earlier);
    assertThat(accuracy(own, "a").failsWith(1).err())
        .contains("the figures of another fit than the model beside it");
    withoutAHash(figures);
    accuracy(own, "a").succeeds();
  }

  /** As an earlier version wrote them. */
  private static void withoutAHash(Path figures) throws Exception {
    var json = (ObjectNode) Ran.json(figures);
    json.remove("signaturesSha256");
    Files.writeString(figures, json.toString());
  }

  @Test
  void onePictureHasOneKindOfModel() throws Exception {
    Path own = withFit("a", "--features", brains.features(), "--voxels", "50");
    Files.move(
        withFit("b", "--features", brains.features(), "--voxels", "50", "--ridge", "2")
            .resolve("sub-b"),
        own.resolve("sub-b"));
    assertThat(accuracy(own, "a,b").failsWith(1).err()).contains("a and b", "ridge (0 and 2)");
  }

  @Test
  void realAndSimulatedParticipantsAndOtherStudiesHaveNoMean() throws Exception {
    Path own = withFit("a,b", "--features", brains.features(), "--voxels", "50");
    Path figures = own.resolve("sub-b/sub-b_task-nouns_evaluation.json");
    Files.writeString(
        figures, Files.readString(figures).replaceAll("(\"simulated\" *: *)true", "$1false"));
    accuracy(own, "a,b").succeeds();
    assertThat(texts("out.svg"))
        .contains("a (SIMULATED)", "b")
        .contains("no mean: a and b differ: one is real and one SIMULATED")
        .doesNotContain("mean");
  }

  @Test
  void otherWordsAreNotComparedThoughTheyAreAsMany() throws Exception {
    Path own = withFit("a,b", "--features", brains.features(), "--voxels", "50");
    Path model = own.resolve("sub-b/sub-b_task-nouns_model.json");
    Files.writeString(model, Files.readString(model).replace("word03", "other03"));
    assertThat(accuracy(own, "a,b").failsWith(1).err())
        .contains("words (as many, but not the same)");
  }

  @Test
  void aScatterHasADotAVoxelAndTheRThatPredictSays() throws Exception {
    Ran ran = figure("scatter", "a", "scatter.svg", "--words", "word03", "--json").succeeds();
    assertThat(ran.json().path("voxels").asInt()).isEqualTo(50);
    String svg = Files.readString(folder.resolve("scatter.svg"));
    assertThat(svg.split("<circle")).hasSize(51);
    Ran predicted =
        Ran.mitchell(
                "predict",
                "word03",
                "--subject",
                "a",
                "--model",
                fits,
                "--out",
                folder.resolve("predicted"),
                "--json")
            .succeeds();
    double r = predicted.json().path("predictions").path(0).path("rSelected").asDouble();
    assertThat(ran.json().path("words").path(0).path("r").asDouble()).isEqualTo(r);
    assertThat(texts("scatter.svg"))
        .anyMatch(text -> text.matches("word03, r \\S+, n 50"))
        .anyMatch(text -> text.startsWith("preset paper · ridge 0 · voxels 50"))
        .anyMatch(text -> text.contains("line: predicted as observed"))
        .anyMatch(text -> text.contains("darker where several dots lie on each other"))
        .noneMatch(text -> text.contains("…"));
    Ran other = figure("scatter", "a", "o.svg", "--words", " WORD03 ,word03", "--json").succeeds();
    assertThat(other.err()).contains("'WORD03' is taken for 'word03'");
    assertThat(other.json().path("words")).hasSize(1);
    assertThat(figure("scatter", "a", "x.png", "--words", "word03,,word04").failsWith(2).err())
        .contains(
            "--words", "got 'word03,,word04' where values with commas between them are expected");
    assertThat(figure("scatter", "a", "x.png", "--words", "unicorn").failsWith(1).err())
        .contains("unicorn");
  }

  @Test
  void aSimilarityHasARowAndAColumnAWord() throws Exception {
    Ran ran = figure("similarity", "a", "alike.svg", "--of", "predicted", "--json").succeeds();
    List<String> texts = texts("alike.svg");
    for (int w = 0; w < SmallBrains.WORDS; w++) {
      String word = "word%02d".formatted(w);
      assertThat(texts.stream().filter(word::equals)).hasSize(2);
    }
    assertThat(ran.json().path("rPredictedObserved").asDouble()).isBetween(0.3, 1.0);
  }

  @Test
  void similaritiesStandSideBySideAndAWordIsNotComparedWithItself() throws Exception {
    figure("similarity", "a", "one.png", "--of", "observed").succeeds();
    figure("similarity", "a", "two.png", "--of", "observed,features").succeeds();
    BufferedImage one = ImageIO.read(folder.resolve("one.png").toFile());
    BufferedImage two = ImageIO.read(folder.resolve("two.png").toFile());
    assertThat(two.getHeight()).isEqualTo(one.getHeight());
    assertThat(two.getWidth()).isGreaterThan(one.getWidth() * 3 / 2);

    figure("similarity", "a", "alike.svg", "--of", "observed").succeeds();
    String svg = Files.readString(folder.resolve("alike.svg"));
    assertThat(svg.split("fill=\"#ebebee\"")).hasSize(SmallBrains.WORDS + 1);
  }

  @Test
  void theSamePictureHasTheSameBytes() throws Exception {
    for (String kind : List.of("words", "signatures", "accuracy", "similarity", "scatter")) {
      figure(kind, "a", "one.png").succeeds();
      figure(kind, "a", "two.png").succeeds();
      assertThat(Files.readAllBytes(folder.resolve("one.png")))
          .as(kind)
          .isEqualTo(Files.readAllBytes(folder.resolve("two.png")));
    }
  }

  @Test
  void mistakesAreSaid() {
    assertThat(figure("words", "nobody", "x.png").failsWith(1).err()).contains("nobody", "a, b");
    assertThat(figure("accuracy", "nobody", "x.png").failsWith(1).err())
        .contains("not been fitted");
    assertThat(figure("signatures", "nobody", "x.png").failsWith(1).err())
        .contains("not been fitted");
    assertThat(figure("signatures", "a", "x.png", "--words", "unicorn").failsWith(1).err())
        .contains("unicorn");
    Ran none =
        Ran.mitchell(
            "figure", "accuracy", "all", "--model", folder, "--out", folder.resolve("x.png"));
    assertThat(none.failsWith(1).err()).contains("no participant has been fitted here");
    assertThat(figure("words", "a", "x.gif").status()).isEqualTo(2);
    assertThat(figure("words", "a", "x.png", "--perplexity", "5").status()).isEqualTo(2);
    assertThat(figure("signatures", "a", "x.png", "--top", "0").status()).isEqualTo(2);
    assertThat(
            figure("words", "a", "x.png", "--method", "tsne", "--perplexity", "99")
                .failsWith(1)
                .err())
        .contains("perplexity");
  }
}
