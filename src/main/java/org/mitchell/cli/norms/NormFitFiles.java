package org.mitchell.cli.norms;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.ToDoubleFunction;
import org.mitchell.cli.options.CommonOptions;
import org.mitchell.cli.options.Outputs;
import org.mitchell.cli.text.Decimals;
import org.mitchell.figures.Drawing;
import org.mitchell.figures.Theme;
import org.mitchell.figures.words.LearningCurve;
import org.mitchell.figures.words.RatingScatter;
import org.mitchell.files.OutputSet;
import org.mitchell.jobs.Workers;
import org.mitchell.norms.Agreement;
import org.mitchell.norms.CurvePoint;
import org.mitchell.norms.FoldScore;
import org.mitchell.norms.NormResult;
import org.mitchell.norms.WordFolds;
import org.mitchell.tables.TableWriter;
import org.mitchell.text.Counted;

/** The files of an evaluation: four tables with a row a norm and word, fold or step; pictures. */
final class NormFitFiles {
  private final Path folder;
  private final Theme theme;

  NormFitFiles(Path folder, Theme theme) {
    this.folder = folder;
    this.theme = theme;
  }

  /** Looks whether they can be written, and takes their folder. */
  void require(List<Path> inputs, CommonOptions common) throws IOException {
    common.places().takeFolder(folder);
    for (String name :
        List.of("norms.json", "folds.tsv", "scores.tsv", "predictions.tsv", "curve.tsv")) {
      Outputs.of(folder.resolve(name), common).requireNot(inputs);
    }
  }

  /** A file, what goes into it, and what there is to say of it once it is written. */
  private record Planned(Path file, OutputSet.Content content, List<String> notes) {
    static Planned table(Path file, OutputSet.Content content) {
      return new Planned(file, content, List.of());
    }

    static Planned picture(Path file, Drawing drawing) {
      var notes = new ArrayList<String>();
      return new Planned(file, drawing.contentFor(file, notes::add), notes);
    }
  }

  /** Writes all files, several at a time. */
  List<Path> write(
      List<NormResult> results, OutputSet.Content json, Workers workers, CommonOptions common)
      throws IOException {
    List<Planned> plan = plan(results, json);
    try (var outputs = new OutputSet()) {
      workers.forEach(
          plan.size(),
          piece -> {
            Planned planned =
                plan.get(plan.size() - 1 - piece); // pictures first: they take longest
            try {
              outputs.write(planned.file, planned.content);
            } catch (IOException e) {
              throw new UncheckedIOException(e);
            }
          });
      formerPictures().forEach(outputs::replace);
      outputs.commit();
    } catch (UncheckedIOException e) {
      throw e.getCause();
    }
    plan.forEach(planned -> planned.notes.forEach(common::note));
    return plan.stream().map(Planned::file).toList();
  }

  private List<Planned> plan(List<NormResult> results, OutputSet.Content json) {
    var plan = new ArrayList<Planned>();
    plan.add(Planned.table(folder.resolve("norms.json"), json));
    plan.add(Planned.table(folder.resolve("folds.tsv"), stream -> writeFolds(stream, results)));
    plan.add(Planned.table(folder.resolve("scores.tsv"), stream -> writeScores(stream, results)));
    plan.add(
        Planned.table(folder.resolve("predictions.tsv"), stream -> writeWords(stream, results)));
    plan.add(Planned.table(folder.resolve("curve.tsv"), stream -> writeCurve(stream, results)));
    var names = new HashSet<String>();
    for (NormResult result : results) {
      String name = fileName(result, names);
      Path scatter = folder.resolve("scatter-%s.png".formatted(name));
      plan.add(Planned.picture(scatter, scatter(result).drawing()));
      if (result.curve().size() > 1) {
        Path curve = folder.resolve("curve-%s.png".formatted(name));
        plan.add(Planned.picture(curve, curve(result).drawing()));
      }
    }
    return plan;
  }

  /** Pictures of norms that an earlier run had: beside other figures they would tell of nothing. */
  private List<Path> formerPictures() throws IOException {
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    try (var files = Files.newDirectoryStream(folder, "{scatter,curve}-*.png")) {
      var former = new ArrayList<Path>();
      files.forEach(former::add);
      return former;
    }
  }

  /**
   * Letters and figures stay as they are.
   *
   * @param taken names that others have, in lower case as some file systems compare them
   */
  private static String fileName(NormResult result, Set<String> taken) {
    String plain = result.data().norm().name().replaceAll("[^\\p{L}\\p{N}]+", "-");
    String name = plain;
    for (int again = 2; !taken.add(name.toLowerCase(Locale.ROOT)); again++) {
      name = "%s-%d".formatted(plain, again);
    }
    return name;
  }

  private static String title(NormResult result) {
    var data = result.data();
    return "%s (%s) from %s".formatted(data.norm().name(), data.norm().table(), data.vectors());
  }

  private LearningCurve curve(NormResult result) {
    List<CurvePoint> curve = result.curve();
    var levels = new ArrayList<LearningCurve.Level>();
    result
        .frequency()
        .ifPresent(by -> levels.add(new LearningCurve.Level("R2 by frequency alone", by.r2())));
    levels.add(new LearningCurve.Level("R2 of shuffled values", result.chance().r2()));
    return new LearningCurve(
        title(result),
        curve.stream().mapToDouble(CurvePoint::words).toArray(),
        List.of(line("r", curve, Agreement::r), line("R2", curve, Agreement::r2)),
        levels,
        "words predicted by models without them; parts of the training words of the first repeat",
        theme);
  }

  private static LearningCurve.Line line(
      String name, List<CurvePoint> curve, ToDoubleFunction<Agreement> measure) {
    return new LearningCurve.Line(
        name,
        curve.stream().mapToDouble(point -> measure.applyAsDouble(point.agreement())).toArray());
  }

  private RatingScatter scatter(NormResult result) {
    var data = result.data();
    return new RatingScatter(
        title(result),
        data.words(),
        result.predicted(),
        data.values(),
        "predicted by models without the word",
        "said by people",
        "%s, R2 %s, r %s"
            .formatted(
                Counted.of(data.words().size(), "word"),
                Decimals.decimal(result.agreement().r2()),
                Decimals.decimal(result.agreement().r())),
        theme);
  }

  /** The number of each word's fold from 1, by repeat. */
  private static void writeFolds(OutputStream stream, List<NormResult> results) throws IOException {
    var table = TableWriter.to(stream);
    var head = new ArrayList<>(List.of("norm", "word"));
    int repeats = results.get(0).folds().repeats();
    for (int r = 1; r <= repeats; r++) {
      head.add("repeat" + r);
    }
    table.row(head);
    for (NormResult result : results) {
      WordFolds folds = result.folds();
      for (int w = 0; w < result.data().words().size(); w++) {
        var row =
            new ArrayList<>(List.of(result.data().norm().name(), result.data().words().get(w)));
        for (int r = 0; r < repeats; r++) {
          row.add(Integer.toString(folds.fold(r, w) + 1));
        }
        table.row(row);
      }
    }
    table.flush();
  }

  private static void writeScores(OutputStream stream, List<NormResult> results)
      throws IOException {
    var table = TableWriter.to(stream);
    table.row("norm", "repeat", "fold", "trained", "tested", "r2", "r", "rho", "rmse", "penalty");
    for (NormResult result : results) {
      for (FoldScore score : result.scores()) {
        var row =
            new ArrayList<>(
                List.of(
                    result.data().norm().name(),
                    Integer.toString(score.repeat() + 1),
                    Integer.toString(score.fold() + 1),
                    Integer.toString(score.trained()),
                    Integer.toString(score.tested())));
        row.addAll(cells(score.agreement()));
        row.add(cell(score.penalty().orElse(Double.NaN)));
        table.row(row);
      }
    }
    table.flush();
  }

  private static void writeWords(OutputStream stream, List<NormResult> results) throws IOException {
    var table = TableWriter.to(stream);
    table.row("norm", "word", "observed", "predicted");
    for (NormResult result : results) {
      for (int w = 0; w < result.data().words().size(); w++) {
        table.row(
            result.data().norm().name(),
            result.data().words().get(w),
            cell(result.data().values()[w]),
            cell(result.predicted()[w]));
      }
    }
    table.flush();
  }

  private static void writeCurve(OutputStream stream, List<NormResult> results) throws IOException {
    var table = TableWriter.to(stream);
    table.row("norm", "trained", "r2", "r", "rho", "rmse");
    for (NormResult result : results) {
      for (var point : result.curve()) {
        var row =
            new ArrayList<>(List.of(result.data().norm().name(), Long.toString(point.words())));
        row.addAll(cells(point.agreement()));
        table.row(row);
      }
    }
    table.flush();
  }

  private static List<String> cells(Agreement agreement) {
    return List.of(
        cell(agreement.r2()), cell(agreement.r()), cell(agreement.rho()), cell(agreement.rmse()));
  }

  private static String cell(double value) {
    return Double.isNaN(value) ? "n/a" : Double.toString(value);
  }
}
