package org.mitchell.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.mitchell.derivatives.SavedAccuracy;
import org.mitchell.derivatives.contents.Range;
import org.mitchell.jobs.Workers;

/** A report of what version 0.1.0 left in a folder; testdata/derivatives/make_golden.py made it. */
class ReportOfEarlierFilesTest {
  private static final Path GOLDEN = Path.of("testdata", "derivatives", "golden");
  private static String page;

  @BeforeAll
  static void report() throws IOException {
    try (var workers = new Workers(2)) {
      var plan =
          new Report.Plan(
              GOLDEN,
              List.of("G1", "G2"),
              Optional.empty(),
              Optional.empty(),
              Optional.empty(),
              List.of(),
              List.of());
      String whole = new String(Report.of(plan, workers).html(), StandardCharsets.UTF_8);
      // What is left is for people, and short enough to be shown where a test fails.
      page = whole.replaceAll("(?s)<(script|style)\\b.*?</\\1>|data:[^\"]*", "");
    }
  }

  @Test
  void everySectionHasItsFigures() {
    assertThat(page)
        .contains("G1 (SIMULATED)")
        .contains("Every scheme that was evaluated")
        .contains("Mean accuracy of G1 and G2 on 12 words")
        .contains("leave-two-out accuracy by region of")
        .contains("G1: clusters of r, \u2265 .3")
        .contains("group of 2: clusters of t")
        .doesNotContain("NaN");
  }

  @Test
  void pictureAndReportGiveTheSameInterval() throws IOException {
    Range range = SavedAccuracy.read(GOLDEN, "G1").interval().orElseThrow();
    assertThat(page)
        .contains(Numbers.decimal(range.low()) + " to " + Numbers.decimal(range.high()));
  }

  @Test
  void anEvaluationThatIsNotOfTheFitGivesNoInterval() {
    assertThat(page)
        .contains("Intervals and permutation tests of G2 are not here.")
        .contains(
            "leave two out was evaluated with other settings than the fit (ridge (auto and 0)");
  }

  @Test
  void mapsAreOfTheFitThatIsThere() {
    assertThat(page).doesNotContain("was made from another fit than the present one");
  }
}
