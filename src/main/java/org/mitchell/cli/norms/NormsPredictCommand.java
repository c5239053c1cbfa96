package org.mitchell.cli.norms;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;
import org.mitchell.cli.options.CommonOptions;
import org.mitchell.cli.options.Outputs;
import org.mitchell.cli.options.UsageException;
import org.mitchell.cli.options.WordsOptions;
import org.mitchell.cli.text.Decimals;
import org.mitchell.files.Json;
import org.mitchell.files.OutputSet;
import org.mitchell.jobs.Workers;
import org.mitchell.norms.FilledNorms;
import org.mitchell.norms.Norm;
import org.mitchell.norms.NormTable;
import org.mitchell.norms.RatedVectors;
import org.mitchell.norms.VectorRows;
import org.mitchell.paper.Paper;
import org.mitchell.tables.TableWriter;
import org.mitchell.text.Counted;
import org.mitchell.vectors.WordVectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code mitchell norms predict}: norms of words that nobody rated. */
@Command(
    name = "predict",
    description = "Give words the norms that people said, and predict those that nobody rated.",
    footer = {
      "",
      "The table serves as --features of fit. The JSON beside it says of each norm which words were"
          + " rated, which are predicted, and what error is to be expected."
    },
    mixinStandardHelpOptions = true,
    sortOptions = false)
final class NormsPredictCommand implements Callable<Integer> {
  private static final int MOST_VALUES = 60;
  private static final int MOST_NAMED = 20;
  private static final int USUAL_REPEATS = 1;

  @Mixin private WordsOptions given;

  @Mixin private RatedVectorOptions rated;

  @Option(
      names = "--out",
      paramLabel = "FILE",
      description = "the table to write (.tsv), with a JSON beside it")
  private Path out;

  @Mixin private NormOptions options;
  @Mixin private CommonOptions common;

  @Override
  public Integer call() throws IOException {
    options.regression().check();
    var inputs = new ArrayList<>(List.of(rated.vectors(), rated.norms()));
    given.file().ifPresent(inputs::add);
    if (out != null) {
      Outputs.ofTable(out, common).requireNot(inputs);
      common.tableGoesTo(out);
    }
    List<String> words = words();
    List<Norm> norms = NormTable.read(rated.norms(), rated.columns(), options.rules(common));
    WordVectors vectors = options.vectors(rated.vectors(), norms, words, common);
    var rows = new VectorRows(vectors, options.regression().scale());
    List<RatedVectors> data =
        norms.stream().map(norm -> RatedVectors.of(norm, vectors, rows)).toList();
    FilledNorms filled;
    try (Workers workers = common.workers()) {
      filled =
          FilledNorms.of(
              words,
              data,
              rows,
              options.regression()::regression,
              options.regression().plan(USUAL_REPEATS),
              workers,
              common.progress());
    }
    tell(filled);
    var json = json(filled);
    List<Path> written = List.of();
    if (out != null) {
      json.put("provenance", provenance(inputs));
      try (var outputs = new OutputSet()) {
        outputs.writeTable(out, stream -> write(stream, filled), Json.text(json));
        written = outputs.commit();
      }
      json.remove("provenance");
    }
    written.forEach(file -> common.print("  " + file));
    if (common.printsJson()) {
      json.put("values", values(filled)); // an object a word and norm
    }
    json.put("outputs", written.stream().map(Path::toString).toList());
    common.printJsonWithMessages(json);
    return 0;
  }

  private List<String> words() throws IOException {
    if (!given.isGiven()) {
      return Paper.nouns();
    }
    List<String> words = given.given(options.rules(common));
    if (words.isEmpty()) {
      throw new UsageException("WORD: got none where at least one is expected");
    }
    return words;
  }

  private void tell(FilledNorms filled) {
    if (!filled.left().isEmpty()) {
      common.note(
          "%s neither a vector nor all of the norms, and %s left out: %s"
              .formatted(
                  Counted.of(filled.left().size(), "word")
                      + Counted.verb(filled.left().size(), " has", " have"),
                  Counted.verb(filled.left().size(), "is", "are"),
                  some(filled.left())));
    }
    common.print(
        "%s x %s of %s"
            .formatted(
                Counted.of(filled.words().size(), "word"),
                Counted.of(filled.evaluations().size(), "norm"),
                rated.norms()));
    int width =
        filled.evaluations().stream()
            .mapToInt(e -> e.data().norm().name().length())
            .max()
            .orElse(0);
    common.print(
        ("  %-" + width + "s  %6s  %9s  %14s  %6s")
            .formatted("", "rated", "predicted", "expected error", "R2"));
    for (int n = 0; n < filled.evaluations().size(); n++) {
      var evaluation = filled.evaluations().get(n);
      int predicted = filled.predictedOf(n);
      common.print(
          ("  %-" + width + "s  %,6d  %,9d  %14s  %6s")
              .formatted(
                  evaluation.data().norm().name(),
                  filled.words().size() - predicted,
                  predicted,
                  NormFitText.figure(evaluation.agreement().rmse()),
                  Decimals.decimal(evaluation.agreement().r2())));
    }
    if (filled.words().size() * filled.evaluations().size() <= MOST_VALUES) {
      filled.words().forEach(word -> tellOf(filled, word, width));
    }
  }

  private static String some(List<String> words) {
    return String.join(", ", words.subList(0, Math.min(MOST_NAMED, words.size())))
        + (words.size() > MOST_NAMED ? ", ... (all of them in the JSON)" : "");
  }

  private void tellOf(FilledNorms filled, String word, int width) {
    int w = filled.words().indexOf(word);
    common.print("  " + word);
    for (int n = 0; n < filled.evaluations().size(); n++) {
      var evaluation = filled.evaluations().get(n);
      common.print(
          ("    %-" + width + "s  %8s  %s")
              .formatted(
                  evaluation.data().norm().name(),
                  NormFitText.figure(filled.values()[n][w]),
                  filled.rated()[n][w]
                      ? "rated"
                      : "predicted, +- " + NormFitText.figure(evaluation.agreement().rmse())));
    }
  }

  private static void write(OutputStream stream, FilledNorms filled) throws IOException {
    var table = TableWriter.to(stream);
    var head = new ArrayList<>(List.of("word"));
    filled.evaluations().forEach(e -> head.add(e.data().norm().name()));
    table.row(head);
    for (int w = 0; w < filled.words().size(); w++) {
      var row = new ArrayList<>(List.of(filled.words().get(w)));
      for (double[] values : filled.values()) {
        row.add(Double.toString(values[w]));
      }
      table.row(row);
    }
    table.flush();
  }

  private Map<String, Object> json(FilledNorms filled) {
    var json = new LinkedHashMap<String, Object>();
    json.put("table", rated.norms().getFileName().toString());
    json.put("vectors", filled.evaluations().get(0).data().vectors());
    json.putAll(options.regression().json(USUAL_REPEATS));
    json.put("words", filled.words());
    json.put("leftOut", filled.left());
    var norms = new ArrayList<Map<String, Object>>();
    for (int n = 0; n < filled.evaluations().size(); n++) {
      norms.add(json(filled, n));
    }
    json.put("norms", norms);
    return json;
  }

  private static Map<String, Object> json(FilledNorms filled, int n) {
    var evaluation = filled.evaluations().get(n);
    var json = new LinkedHashMap<String, Object>();
    json.put("norm", evaluation.data().norm().name());
    json.put("trainedOn", evaluation.data().words().size());
    json.put("r2", Json.number(evaluation.agreement().r2()));
    json.put("expectedError", Json.number(evaluation.agreement().rmse()));
    json.put("rated", some(filled, n, true));
    json.put("predicted", some(filled, n, false));
    return json;
  }

  private static List<String> some(FilledNorms filled, int n, boolean rated) {
    return IntStream.range(0, filled.words().size())
        .filter(w -> filled.rated()[n][w] == rated)
        .mapToObj(filled.words()::get)
        .toList();
  }

  /** By word and norm. */
  private static Map<String, Object> values(FilledNorms filled) {
    var values = new LinkedHashMap<String, Object>();
    for (int w = 0; w < filled.words().size(); w++) {
      var word = new LinkedHashMap<String, Object>();
      for (int n = 0; n < filled.evaluations().size(); n++) {
        var value = new LinkedHashMap<String, Object>();
        value.put("value", filled.values()[n][w]);
        value.put("source", filled.rated()[n][w] ? "rated" : "predicted");
        word.put(filled.evaluations().get(n).data().norm().name(), value);
      }
      values.put(filled.words().get(w), word);
    }
    return values;
  }

  private Map<String, Object> provenance(List<Path> inputs) throws IOException {
    return options.provenance(inputs, USUAL_REPEATS, common).toMap();
  }
}
