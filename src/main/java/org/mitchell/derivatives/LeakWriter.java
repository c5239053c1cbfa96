package org.mitchell.derivatives;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import org.mitchell.analysis.comparison.SpaceAccuracies;
import org.mitchell.analysis.comparison.SpaceDifference;
import org.mitchell.analysis.leaks.LeakResult;
import org.mitchell.derivatives.contents.Ends;
import org.mitchell.derivatives.contents.LeakFigures;
import org.mitchell.derivatives.contents.MadeBy;
import org.mitchell.files.Json;
import org.mitchell.tables.TableWriter;
import org.mitchell.text.Counted;

/** Writes a model beside rivals without content, and what is to be said of it. */
public final class LeakWriter {
  private static final String STEM = "desc-leaks_comparison";

  private LeakWriter() {}

  /**
   * Where the figures of one participant are, or of several.
   *
   * @param subjects their labels
   * @param task that they did; nothing for the paper's
   */
  public static Path file(Path root, List<String> subjects, Optional<String> task) {
    return file(root, subjects, task, ".json");
  }

  private static Path file(
      Path root, List<String> subjects, Optional<String> task, String extension) {
    BidsName name =
        subjects.size() == 1
            ? BidsName.of(root, subjects.get(0), task, Optional.empty())
            : BidsName.ofAll(root, task);
    return name.plain(STEM + extension);
  }

  /** What was written. */
  public record Written(LeakFigures figures, List<Path> outputs) {}

  /**
   * @param root the derivatives folder; made if need be
   * @throws IOException if the folder cannot be written; nothing is then left under a final name
   */
  public static Written write(Measured<LeakResult> record, Path root) throws IOException {
    LeakFigures figures = figures(record);
    List<String> subjects = figures.subjects();
    List<Path> files =
        record.write(
            root,
            file(root, subjects, record.task(), ".tsv"),
            stream -> writeTable(figures, stream),
            file(root, subjects, record.task()),
            figures.madeBy(MadeBy.of(record.provenance())));
    return new Written(figures.written(files), files);
  }

  private static LeakFigures figures(Measured<LeakResult> record) {
    LeakResult result = record.result();
    SpaceAccuracies model = result.model();
    return new LeakFigures(
        result.participants(),
        result.words(),
        record.simulated(),
        result.splitting(),
        result.permutations(),
        new LeakFigures.Model(
            model.name(),
            model.features(),
            boxed(model.accuracies()),
            model.mean(),
            model.words().map(EvaluationSummary::ends)),
        result.rivals().stream().map(LeakWriter::rival).toList(),
        result.missing().stream()
            .map(missing -> new LeakFigures.Missing(missing.name(), missing.why()))
            .toList(),
        result.sideBySide().map(LeakWriter::sideBySide),
        cautions(result),
        result.notes(),
        "half right",
        "of rivals: the largest of %d; of differences: Holm".formatted(result.rivals().size()),
        OptionsJson.of(result.options()),
        Optional.empty(),
        Optional.empty());
  }

  private static LeakFigures.Rival rival(LeakResult.Measured rival) {
    SpaceAccuracies own = rival.accuracies();
    SpaceDifference beyond = rival.beyond();
    return new LeakFigures.Rival(
        own.name(),
        boxed(own.accuracies()),
        own.mean(),
        own.words().map(EvaluationSummary::ends),
        rival.chance(),
        rival.p(),
        rival.corrected(),
        rival.verdict().name().toLowerCase(Locale.ROOT),
        new LeakFigures.Beyond(
            beyond.difference(),
            beyond.words().map(w -> Ends.of(w.low(), w.high())),
            Json.finite(beyond.p()),
            Json.finite(beyond.corrected())));
  }

  private static LeakFigures.SideBySide sideBySide(LeakResult.SideBySide both) {
    return new LeakFigures.SideBySide(
        both.parts(),
        both.shuffles(),
        both.rows().stream()
            .map(
                row -> new LeakFigures.SideBySide.Row(row.name(), row.contiguous(), row.shuffled()))
            .toList());
  }

  private static List<String> cautions(LeakResult result) {
    return result.leaks().stream().map(rival -> caution(result, rival)).toList();
  }

  private static String caution(LeakResult result, LeakResult.Measured rival) {
    String name = rival.accuracies().name();
    String told =
        "%s tells words apart without knowing them: %.3f where its chance is %.3f (p %.3f, corrected for %s)"
            .formatted(
                name,
                rival.accuracies().mean(),
                rival.chance(),
                rival.corrected(),
                Counted.of(result.rivals().size(), "rival"));
    String model = "%s (%.3f)".formatted(result.model().name(), result.model().mean());
    String judged =
        rival.verdict() == LeakResult.Verdict.BEATEN
            ? told + "; %s does better, but a part of it may be the same".formatted(model)
            : told
                + "; %s is not shown to do better: in these folds its accuracy need not be of meaning"
                    .formatted(model);
    return judged + result.sideBySide().map(both -> runs(both, name)).orElse("");
  }

  /** What the two get where whole runs are left out, where that is another thing. */
  private static String runs(LeakResult.SideBySide both, String rival) {
    return ". Where whole runs are left out it has %.3f, and the model %.3f"
        .formatted(
            both.rows().stream()
                .filter(row -> row.name().equals(rival))
                .mapToDouble(LeakResult.SideBySide.Row::contiguous)
                .findFirst()
                .orElseThrow(),
            both.rows().get(0).contiguous());
  }

  private static void writeTable(LeakFigures figures, OutputStream stream) throws IOException {
    var csv = TableWriter.to(stream);
    var header =
        new ArrayList<>(
            List.of(
                "name",
                "kind",
                "mean",
                "low",
                "high",
                "chance",
                "p",
                "p_corrected",
                "verdict",
                "beyond",
                "beyond_low",
                "beyond_high",
                "beyond_p",
                "beyond_p_corrected"));
    header.addAll(figures.subjects());
    csv.row(header);
    LeakFigures.Model model = figures.model();
    csv.row(
        row(
            List.of(model.name(), "model", Double.toString(model.mean())),
            model.ci95(),
            Arrays.stream(new String[9]).map(none -> "n/a").toList(),
            model.accuracies()));
    for (LeakFigures.Rival rival : figures.rivals()) {
      LeakFigures.Beyond beyond = rival.beyond();
      csv.row(
          row(
              List.of(rival.name(), "rival", Double.toString(rival.mean())),
              rival.ci95(),
              List.of(
                  Double.toString(rival.chance()),
                  Double.toString(rival.p()),
                  Double.toString(rival.pCorrected()),
                  rival.verdict(),
                  Double.toString(beyond.difference()),
                  cell(beyond.ci95().map(Ends::low).orElse(OptionalDouble.empty())),
                  cell(beyond.ci95().map(Ends::high).orElse(OptionalDouble.empty())),
                  cell(beyond.p()),
                  cell(beyond.pCorrected())),
              rival.accuracies()));
    }
    csv.flush();
  }

  private static List<String> row(
      List<String> first, Optional<Ends> ends, List<String> middle, List<Double> accuracies) {
    var cells = new ArrayList<>(first);
    cells.add(cell(ends.map(Ends::low).orElse(OptionalDouble.empty())));
    cells.add(cell(ends.map(Ends::high).orElse(OptionalDouble.empty())));
    cells.addAll(middle);
    accuracies.forEach(accuracy -> cells.add(Double.toString(accuracy)));
    return cells;
  }

  private static String cell(OptionalDouble value) {
    return value.isPresent() ? Double.toString(value.getAsDouble()) : "n/a";
  }

  private static List<Double> boxed(double[] values) {
    return Arrays.stream(values).boxed().toList();
  }
}
