package org.mitchell.cli.norms;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.mitchell.cli.options.CommonOptions;
import org.mitchell.cli.options.Outputs;
import org.mitchell.cli.options.TableFileOption;
import org.mitchell.cli.options.UsageException;
import org.mitchell.cli.options.VectorFilesOption;
import org.mitchell.cli.text.Decimals;
import org.mitchell.files.Json;
import org.mitchell.files.OutputSet;
import org.mitchell.jobs.Workers;
import org.mitchell.norms.Norm;
import org.mitchell.norms.NormEvaluation;
import org.mitchell.norms.NormResult;
import org.mitchell.norms.NormTable;
import org.mitchell.norms.RatedVectors;
import org.mitchell.norms.VectorRows;
import org.mitchell.tables.TableWriter;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code mitchell norms compare}: several files of vectors and several tables of norms. */
@Command(
    name = "compare",
    description = "Compare how well several files of vectors predict several norms.",
    footer = {
      "",
      "R2 and r are of the words that a file has; adjusted, they are multiplied by the share of"
          + " rated words that it has, so that a small vocabulary is no advantage."
    },
    mixinStandardHelpOptions = true,
    sortOptions = false)
final class NormsCompareCommand implements Callable<Integer> {
  @Mixin private VectorFilesOption vectorFiles;

  @Option(
      names = "--norms",
      required = true,
      split = ",",
      arity = "1..*",
      paramLabel = "TABLE",
      description = "tables of norms: the first column the word, a column a norm")
  private List<Path> normFiles;

  @Option(
      names = "--columns",
      split = ",",
      paramLabel = "NAME",
      description =
          "of one table these norms: names of columns, or numbers and ranges (default: all columns"
              + " of numbers)")
  private List<String> columns = List.of();

  @Mixin private TableFileOption out;

  @Option(
      names = "--picture",
      paramLabel = "FILE",
      description =
          "draw adjusted R2: a row a norm, a column a file of vectors (.png, .svg or .pdf)")
  private Path picture;

  @Mixin private ThemeOption theme;

  @Mixin private NormOptions options;
  @Mixin private CommonOptions common;

  @Override
  public Integer call() throws IOException {
    var inputs = new ArrayList<>(vectorFiles.files());
    inputs.addAll(normFiles);
    check(inputs);
    var norms = new ArrayList<Norm>();
    for (Path file : normFiles) {
      norms.addAll(NormTable.read(file, columns, options.rules(common)));
    }
    var results = new ArrayList<NormResult>();
    try (Workers workers = common.workers()) {
      for (Path file : vectorFiles.files()) {
        var vectors = options.vectors(file, norms, List.of(), common);
        var rows = new VectorRows(vectors, options.regression().scale());
        for (Norm norm : norms) {
          var data = RatedVectors.of(norm, vectors, rows);
          results.add(
              NormEvaluation.alone(
                  data,
                  options.regression().regression(data),
                  options.regression().plan(RegressionOptions.USUAL_REPEATS),
                  workers,
                  common.progress()));
        }
      }
    }
    print(results, norms.size());
    List<Path> written = write(results, norms, inputs);
    written.forEach(file -> common.print("  " + file));
    Map<String, Object> json = json(results);
    json.put("outputs", written.stream().map(Path::toString).toList());
    common.printJsonWithMessages(json);
    return 0;
  }

  private void check(List<Path> inputs) throws IOException {
    options.regression().check();
    if (!columns.isEmpty() && normFiles.size() > 1) {
      throw new UsageException(
          "--columns: got %d tables of norms where one is expected".formatted(normFiles.size()));
    }
    theme.goesWith("--picture", picture != null);
    out.requireNot(inputs, common);
    if (out.file().isPresent()) {
      common.tableGoesTo(out.file().get());
    }
    if (picture != null) {
      Outputs.ofPicture("--picture", picture, common).requireNot(inputs);
    }
  }

  private List<Path> write(List<NormResult> results, List<Norm> norms, List<Path> inputs)
      throws IOException {
    var drawn = new NormHeatMap(results, norms, theme.theme());
    try (var outputs = new OutputSet()) {
      if (out.file().isPresent()) {
        var json = json(results);
        json.put(
            "provenance",
            options.provenance(inputs, RegressionOptions.USUAL_REPEATS, common).toMap());
        outputs.writeTable(out.file().get(), stream -> writeRows(stream, results), Json.text(json));
      }
      if (picture != null) {
        outputs.write(picture, drawn.map().contentFor(picture, common::note));
      }
      return outputs.commit();
    }
  }

  /** A row a norm; for each file of vectors adjusted R2, R2 and r. */
  private void print(List<NormResult> results, int norms) {
    int width =
        results.stream().mapToInt(result -> result.data().norm().name().length()).max().orElse(0);
    for (int first = 0; first < results.size(); first += norms) {
      common.print(results.get(first).data().vectors());
      common.print(
          ("  %-" + width + "s  %15s  %6s  %6s  %13s  %s")
              .formatted("", "words", "R2", "r", "adjusted R2", "table"));
      for (NormResult result : results.subList(first, first + norms)) {
        var data = result.data();
        common.print(
            ("  %-" + width + "s  %,6d of %,6d  %6s  %6s  %13s  %s")
                .formatted(
                    data.norm().name(),
                    data.words().size(),
                    data.norm().words().size(),
                    Decimals.decimal(result.agreement().r2()),
                    Decimals.decimal(result.agreement().r()),
                    Decimals.decimal(result.agreement().r2() * data.coverage()),
                    data.norm().table()));
      }
    }
  }

  /** The columns that subs2vec published, and behind them what these figures rest on. */
  private static void writeRows(OutputStream stream, List<NormResult> results) throws IOException {
    var table = TableWriter.to(stream);
    table.row(
        "norm",
        "adjusted r",
        "adjusted r-squared",
        "r-squared",
        "r",
        "source",
        "vecs",
        "words",
        "coverage",
        "low",
        "high",
        "rmse");
    for (NormResult result : results) {
      var data = result.data();
      var agreement = result.agreement();
      table.row(
          data.norm().name(),
          cell(agreement.r() * data.coverage()),
          cell(agreement.r2() * data.coverage()),
          cell(agreement.r2()),
          cell(agreement.r()),
          data.norm().table(),
          data.vectors(),
          Integer.toString(data.words().size()),
          cell(data.coverage()),
          cell(result.interval().low()),
          cell(result.interval().high()),
          cell(agreement.rmse()));
    }
    table.flush();
  }

  private static String cell(double value) {
    return Double.isNaN(value) ? "n/a" : Double.toString(value);
  }

  private Map<String, Object> json(List<NormResult> results) {
    var json =
        new LinkedHashMap<String, Object>(
            options.regression().json(RegressionOptions.USUAL_REPEATS));
    json.put("results", results.stream().map(NormsCompareCommand::json).toList());
    return json;
  }

  private static Map<String, Object> json(NormResult result) {
    var data = result.data();
    var json = new LinkedHashMap<String, Object>();
    json.put("norm", data.norm().name());
    json.put("source", data.norm().table());
    json.put("vectors", data.vectors());
    json.put("words", data.words().size());
    json.put("coverage", data.coverage());
    json.put("r2", Json.number(result.agreement().r2()));
    json.put("r", Json.number(result.agreement().r()));
    json.put("adjustedR2", Json.number(result.agreement().r2() * data.coverage()));
    json.put("adjustedR", Json.number(result.agreement().r() * data.coverage()));
    json.put("rmse", Json.number(result.agreement().rmse()));
    json.put("ci95", NormFitJson.interval(result.interval()));
    return json;
  }
}
