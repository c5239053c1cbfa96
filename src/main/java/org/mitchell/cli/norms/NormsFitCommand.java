package org.mitchell.cli.norms;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.mitchell.cli.options.CommonOptions;
import org.mitchell.files.FileTrouble;
import org.mitchell.files.InputException;
import org.mitchell.files.Json;
import org.mitchell.files.OutputSet;
import org.mitchell.jobs.Ahead;
import org.mitchell.jobs.Workers;
import org.mitchell.norms.Norm;
import org.mitchell.norms.NormEvaluation;
import org.mitchell.norms.NormResult;
import org.mitchell.norms.NormTable;
import org.mitchell.norms.RatedVectors;
import org.mitchell.norms.VectorRows;
import org.mitchell.norms.WordFrequency;
import org.mitchell.text.Counted;
import org.mitchell.vectors.WordVectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code mitchell norms fit}: how well vectors predict ratings. */
@Command(
    name = "fit",
    description =
        "Say how well ratings of words are predicted from their vectors, by repeated"
            + " cross-validation.",
    footer = {
      "",
      "Every word is predicted by models that were trained without it. R2, r, rank correlation and"
          + " RMSE are means over all folds."
    },
    mixinStandardHelpOptions = true,
    sortOptions = false)
final class NormsFitCommand implements Callable<Integer> {
  @Mixin private RatedVectorOptions rated;

  @Option(
      names = "--frequency",
      paramLabel = "TABLE",
      description =
          "words and their counts, for what frequency alone predicts, as corpus vocabulary writes"
              + " them (default: counts of the built-in corpus, WordNet)")
  private Path frequencyFile;

  @Option(
      names = "--out",
      paramLabel = "FOLDER",
      description =
          "write folds, scores, predictions, learning curve and two pictures of each norm there")
  private Path out;

  @Mixin private ThemeOption theme;

  @Mixin private NormOptions options;
  @Mixin private CommonOptions common;

  @Override
  public Integer call() throws IOException {
    options.regression().check();
    theme.goesWith("--out", out != null);
    var inputs = new ArrayList<>(List.of(rated.vectors(), rated.norms()));
    Optional.ofNullable(frequencyFile).ifPresent(inputs::add);
    var files = Optional.ofNullable(out).map(folder -> new NormFitFiles(folder, theme.theme()));
    if (files.isPresent()) {
      files.get().require(inputs, common);
    }
    var clock = new Clock();
    var results = new ArrayList<NormResult>();
    try (Workers workers = common.workers()) {
      Optional<Ahead<WordFrequency>> counted =
          frequencyFile == null
              ? Optional.of(workers.ahead(NormsFitCommand::builtInFrequency))
              : Optional.empty();
      List<Norm> norms = NormTable.read(rated.norms(), rated.columns(), options.rules(common));
      WordVectors vectors = options.vectors(rated.vectors(), norms, List.of(), common);
      var rows = new VectorRows(vectors, options.regression().scale());
      clock.end("read");
      WordFrequency frequency =
          counted.isPresent()
              ? counted.get().get()
              : WordFrequency.read(frequencyFile, options.rules(common));
      clock.end("frequency");
      for (Norm norm : norms) {
        var data = RatedVectors.of(norm, vectors, rows);
        var words = Optional.of(frequency.of(data.words()));
        results.add(
            NormEvaluation.of(
                data,
                options.regression().regression(data),
                options.regression().plan(RegressionOptions.USUAL_REPEATS),
                words,
                workers,
                common.progress()));
      }
      clock.end("evaluate");
      var text = new NormFitText(options.regression().model(), frequency.name());
      results.forEach(result -> text.lines(result).forEach(common::print));
      results.forEach(this::warn);
      var json = new NormFitJson(options.regression(), frequency.name());
      List<Path> written = List.of();
      if (files.isPresent()) {
        OutputSet.Content content =
            stream ->
                stream.write(
                    Json.text(json.file(results, provenance(inputs)))
                        .getBytes(StandardCharsets.UTF_8));
        written = files.get().write(results, content, workers, common);
      }
      written.forEach(file -> common.print("  " + file));
      Map<String, Object> printed = json.printed(results, written);
      clock.end("write");
      printed.put("seconds", clock.seconds());
      common.printJsonWithMessages(printed);
    }
    return 0;
  }

  /** Counted by one thread, beside what is read. */
  private static WordFrequency builtInFrequency() throws IOException {
    try (var one = new Workers(1)) {
      return WordFrequency.builtIn(one);
    }
  }

  /** How long each part took. */
  private static final class Clock {
    private final Map<String, Double> seconds = new LinkedHashMap<>();
    private long begun = System.nanoTime();

    void end(String part) {
      long now = System.nanoTime();
      seconds.put(part, (now - begun) / 1e9);
      begun = now;
    }

    Map<String, Double> seconds() {
      return seconds;
    }
  }

  private void warn(NormResult result) {
    if (result.atEdge() > 0) {
      common.note(
          "%s: the penalty is the smallest or largest of the grid in %s of %,d: a better one may lie outside (--ridge-grid)"
              .formatted(
                  result.data().norm().name(),
                  Counted.of(result.atEdge(), "fold"),
                  result.scores().size()));
    }
  }

  /** Made while files are written: a trouble of reading is to be none of theirs. */
  private Map<String, Object> provenance(List<Path> inputs) {
    try {
      return new LinkedHashMap<>(
          options.provenance(inputs, RegressionOptions.USUAL_REPEATS, common).toMap());
    } catch (IOException e) {
      throw new InputException(
          "what was read cannot be read again for its SHA-256: " + FileTrouble.inWords(e), e);
    }
  }
}
