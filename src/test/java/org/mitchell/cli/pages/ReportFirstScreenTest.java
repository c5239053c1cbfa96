package org.mitchell.cli.pages;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.mitchell.cli.Ran;
import org.mitchell.cli.SmallBrains;
import org.mitchell.cli.text.Decimals;

/** What a report answers first, and its pictures of words. */
class ReportFirstScreenTest {
  /** Of Student's t, 97.5%, two degrees of freedom, as tables have it. */
  private static final double T = 4.302653;

  private static @TempDir Path folder;
  private static SmallBrains brains;
  private static Path fits;

  @BeforeAll
  static void fit() {
    brains = new SmallBrains(folder);
    brains.simulate("sim1", .25);
    brains.simulate("sim2", .27);
    brains.simulate("sim3", .26);
    fits = brains.fit("sim1,sim2,sim3");
    brains.evaluate("sim1", fits, "--permutations", "40", "--subsamples", "10");
    Ran.mitchell(
            "map", "--subject", "sim1", "--model", fits, "--stat", "fwer", "--permutations", "40")
        .succeeds();
  }

  @Test
  void oneParticipantIsAnsweredWithTheFiguresOfItsFiles() throws IOException {
    Document report = report("--subject", "sim1");
    List<Element> answers = report.select("#summary .answer");
    var evaluated =
        Ran.json(fits.resolve("sub-sim1/sub-sim1_task-nouns_desc-leaveTwoOut_evaluation.json"));
    double p = evaluated.path("p").asDouble();
    assertThat(p).isLessThan(.05);
    assertThat(answers.get(0).text())
        .startsWith("Did it work? Yes: better than chance")
        .contains(
            Decimals.decimal(evaluated.path("accuracy").asDouble()) + " of 120 pairs of words",
            "p %s, by 40 relabellings".formatted(Decimals.decimal(p)));
    var clusters =
        Ran.json(
                fits.resolve(
                    "sub-sim1/sub-sim1_task-nouns_space-MNI152Lin_stat-fwer_desc-clusters.json"))
            .path("Clusters");
    assertThat(answers.get(1).text())
        .contains(clusters.size() + " cluster", "(corrected: family-wise error rate)");
    assertThat(answers.get(2).text())
        .startsWith("How sure? 1 of 3 checks were made")
        .contains("One participant says nothing about people in general.");
  }

  @Test
  void severalParticipantsHaveTheIntervalOfTheirMean() throws IOException {
    var accuracies = new ArrayList<Double>();
    for (String subject : List.of("sim1", "sim2", "sim3")) {
      accuracies.add(
          Ran.json(fits.resolve("sub-%s/sub-%1$s_task-nouns_evaluation.json".formatted(subject)))
              .path("accuracy")
              .asDouble());
    }
    double mean = accuracies.stream().mapToDouble(a -> a).average().orElseThrow();
    double squares = accuracies.stream().mapToDouble(a -> (a - mean) * (a - mean)).sum();
    double half = T * Math.sqrt(squares / 2) / Math.sqrt(3);
    String interval =
        "%s to %s"
            .formatted(
                Decimals.decimal(Math.max(0, mean - half)),
                Decimals.decimal(Math.min(1, mean + half)));
    Document report = report();
    assertThat(report.select("#summary .answer").get(0).text())
        .contains("Better than chance in 1 of 3 participants")
        .contains("95% interval over other participants: " + interval);
    assertThat(report.select("#accuracy table").get(0).select("tbody tr").get(3).text())
        .startsWith("Mean")
        .contains(Decimals.decimal(mean), interval);
  }

  /** The paper's words are not here: those whose features have the smallest cosine are. */
  @Test
  void theWordsThatDifferMostAreShownPredictedAndObserved() throws IOException {
    List<String> lines = Files.readAllLines(brains.features());
    String pair = "";
    double least = 2;
    for (int one = 1; one < lines.size(); one++) {
      for (int other = one + 1; other < lines.size(); other++) {
        double cosine = cosine(lines.get(one), lines.get(other));
        if (cosine < least) {
          least = cosine;
          pair = word(lines.get(one)) + " and " + word(lines.get(other));
        }
      }
    }
    Document report = report("--subject", "sim1");
    assertThat(report.select("#words figure img").get(0).attr("alt"))
        .startsWith("sim1: predicted and observed images of " + pair);
    assertThat(report.select("#words figcaption").eachText())
        .anyMatch(text -> text.startsWith("sim1: how alike words are (cosine)"))
        .anyMatch(text -> text.startsWith("The words by their features (features.csv)"));
  }

  @Test
  void withoutResponsesThatIsSaidWithTheCommandThatFindsThem() throws IOException {
    Path away = folder.resolve("away");
    Files.move(brains.data(), away);
    try {
      Document report = report("--subject", "sim1");
      assertThat(report.select("#words .missing").text())
          .contains("the responses that sim1 was fitted on are no longer here")
          .contains("mitchell report --subject sim1 --data PATH");
      assertThat(report("--subject", "sim1", "--data", away.toString()).select("#words .missing"))
          .isEmpty();
    } finally {
      Files.move(away, brains.data());
    }
  }

  @Test
  void designMaskAndParametersAreThere() throws IOException {
    Element design = report("--subject", "sim1").selectFirst("#design");
    assertThat(design.select("img").eachAttr("alt"))
        .containsExactly(
            "Design of sim1: 16 words x 3 features, scaled as the model takes them.",
            "Axial slices of the mask of sim1 with its most stable voxels.");
    assertThat(design.select("tbody tr").eachText())
        .contains("ridge 0", "voxels 50", "preset paper", "features features.csv");
  }

  private static double cosine(String one, String other) {
    double[] a = Arrays.stream(one.split(",")).skip(1).mapToDouble(Double::parseDouble).toArray();
    double[] b = Arrays.stream(other.split(",")).skip(1).mapToDouble(Double::parseDouble).toArray();
    double product = 0;
    double squareA = 0;
    double squareB = 0;
    for (int f = 0; f < a.length; f++) {
      product += a[f] * b[f];
      squareA += a[f] * a[f];
      squareB += b[f] * b[f];
    }
    return product / Math.sqrt(squareA * squareB);
  }

  private static String word(String line) {
    return line.split(",")[0];
  }

  private static Document report(String... more) throws IOException {
    return ReportOf.fits(fits, folder, more);
  }
}
