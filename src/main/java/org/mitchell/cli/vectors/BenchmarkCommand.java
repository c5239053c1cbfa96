package org.mitchell.cli.vectors;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.mitchell.cli.options.ChanceOptions;
import org.mitchell.cli.options.CommonOptions;
import org.mitchell.cli.options.Outputs;
import org.mitchell.cli.options.TableFileOption;
import org.mitchell.cli.options.UsageException;
import org.mitchell.cli.options.VectorFilesOption;
import org.mitchell.figures.Drawing;
import org.mitchell.figures.LeagueTable;
import org.mitchell.files.InputException;
import org.mitchell.files.Json;
import org.mitchell.files.OutputSet;
import org.mitchell.jobs.Workers;
import org.mitchell.random.RandomStreams;
import org.mitchell.tables.TableRules;
import org.mitchell.tables.TableWriter;
import org.mitchell.vectors.WordVectors;
import org.mitchell.vectors.questions.AnalogyQuestions;
import org.mitchell.vectors.questions.AnalogyScore;
import org.mitchell.vectors.questions.Metric;
import org.mitchell.vectors.questions.PairScore;
import org.mitchell.vectors.questions.WordPairs;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code mitchell vectors benchmark}: how far vectors agree with people. */
@Command(
    name = "benchmark",
    description = "Compare vectors with people's judgements of pairs, and with known analogies.",
    footer = {
      "",
      "Pairs and questions with words that a file does not have do not count there, and how many"
          + " are covered is said. Intervals are percentiles over 1,000 resamples of the pairs."
    },
    mixinStandardHelpOptions = true,
    sortOptions = false)
final class BenchmarkCommand implements Callable<Integer> {
  @Mixin private VectorFilesOption files;

  @Option(
      names = "--pairs",
      arity = "1..*",
      paramLabel = "TABLE",
      description = "tables of two words and a number: SimLex-999, MEN, WordSim-353 ...")
  private List<Path> pairs = List.of();

  @Option(
      names = "--analogies",
      arity = "1..*",
      paramLabel = "FILE",
      description = "files of questions, four words a line, in sections")
  private List<Path> analogies = List.of();

  @Option(
      names = "--metric",
      paramLabel = "METRIC",
      description = "of pairs: ${COMPLETION-CANDIDATES} (default: cosine)")
  private Metric metric = Metric.COSINE;

  @Mixin private TableFileOption out;

  @Option(names = "--picture", paramLabel = "FILE", description = "draw them (.png, .svg or .pdf)")
  private Path picture;

  @Mixin private VocabularyOptions vocabulary;
  @Mixin private ChanceOptions chance;
  @Mixin private CommonOptions common;

  /** What one file of vectors reached. */
  record Result(String vectors, List<PairScore> pairs, List<AnalogyScore> analogies) {}

  @Override
  public Integer call() throws IOException {
    check();
    var tables = new ArrayList<WordPairs>();
    for (Path file : pairs) {
      tables.add(WordPairs.read(file, TableRules.of(Optional.empty(), common::note)));
    }
    var questions = new ArrayList<AnalogyQuestions.Section>();
    for (Path file : analogies) {
      questions.addAll(AnalogyQuestions.read(file).sections());
    }
    var results = new ArrayList<Result>();
    try (Workers workers = common.workers()) {
      for (Path file : files.files()) {
        results.add(result(file, tables, new AnalogyQuestions(questions), workers));
      }
    }
    LeagueTable drawn = BenchmarkPicture.of(results);
    if (picture != null && drawn.rows().isEmpty()) {
      throw new InputException(
          "--picture: there is nothing to draw: no question and fewer than three pairs are covered."
              + " Leave it out, or give larger tables");
    }
    new BenchmarkTable(results).lines().forEach(common::print);
    var json = json(results);
    var written = new ArrayList<Path>();
    if (out.file().isPresent()) {
      try (var outputs = new OutputSet()) {
        outputs.writeTable(out.file().get(), stream -> writeRows(stream, results), Json.text(json));
        written.addAll(outputs.commit());
      }
    }
    if (picture != null) {
      Drawing drawing = drawn.drawing();
      OutputSet.writeOne(picture, drawing.contentFor(picture, common::note));
      written.add(picture);
    }
    written.forEach(file -> common.print("  " + file));
    json.put("outputs", written.stream().map(Path::toString).toList());
    common.printJson(json);
    return 0;
  }

  private void check() throws IOException {
    vocabulary.restrict();
    if (pairs.isEmpty() && analogies.isEmpty()) {
      throw new UsageException("got neither --pairs nor --analogies: one of them is expected");
    }
    List<Path> inputs =
        Stream.of(files.files(), pairs, analogies)
            .flatMap(List::stream)
            .filter(Files::exists)
            .toList();
    out.requireNot(inputs, common);
    if (picture != null) {
      Outputs.ofPicture("--picture", picture, common).requireNot(inputs);
    }
  }

  private Result result(
      Path file, List<WordPairs> tables, AnalogyQuestions questions, Workers workers)
      throws IOException {
    WordVectors vectors = vocabulary.read(file, common);
    var streams = new RandomStreams(chance.seed());
    var scores = new PairScore[tables.size()];
    workers.forEach(
        scores.length, t -> scores[t] = PairScore.of(tables.get(t), vectors, metric, streams));
    return new Result(
        vectors.name(),
        List.of(scores),
        AnalogyScore.of(questions, vectors, vocabulary.restrict(), workers));
  }

  private static void writeRows(OutputStream stream, List<Result> results) throws IOException {
    var table = TableWriter.to(stream);
    table.row("vectors", "test", "measure", "questions", "covered", "value", "low", "high");
    for (Result result : results) {
      for (PairScore score : result.pairs) {
        String all = Integer.toString(score.pairs());
        String covered = Integer.toString(score.covered());
        table.row(
            result.vectors,
            score.table(),
            "spearman",
            all,
            covered,
            cell(score.spearman()),
            cell(score.low()),
            cell(score.high()));
        table.row(
            result.vectors,
            score.table(),
            "pearson",
            all,
            covered,
            cell(score.pearson()),
            "n/a",
            "n/a");
      }
      for (AnalogyScore score : BenchmarkTable.withSums(result.analogies)) {
        for (boolean add : new boolean[] {true, false}) {
          table.row(
              result.vectors,
              score.section(),
              add ? "3cosadd" : "3cosmul",
              Integer.toString(score.questions()),
              Integer.toString(score.covered()),
              cell((add ? score.addRight() : score.mulRight()) / (double) score.covered()),
              "n/a",
              "n/a");
        }
      }
    }
    table.flush();
  }

  private static String cell(double value) {
    return Double.isNaN(value) ? "n/a" : Double.toString(value);
  }

  private Map<String, Object> json(List<Result> results) {
    var json = new LinkedHashMap<String, Object>();
    json.put("metric", metric.name().toLowerCase(Locale.ROOT));
    json.put("seed", chance.seed());
    json.put("restrict", vocabulary.restrict() == Integer.MAX_VALUE ? null : vocabulary.restrict());
    json.put("results", results.stream().map(BenchmarkCommand::json).toList());
    return json;
  }

  private static Map<String, Object> json(Result result) {
    var json = new LinkedHashMap<String, Object>();
    json.put("vectors", result.vectors);
    json.put("pairs", result.pairs.stream().map(BenchmarkCommand::json).toList());
    json.put(
        "analogies",
        BenchmarkTable.withSums(result.analogies).stream().map(BenchmarkCommand::json).toList());
    return json;
  }

  private static Map<String, Object> json(PairScore score) {
    var json = new LinkedHashMap<String, Object>();
    json.put("table", score.table());
    json.put("pairs", score.pairs());
    json.put("covered", score.covered());
    json.put("spearman", Json.number(score.spearman()));
    json.put("low", Json.number(score.low()));
    json.put("high", Json.number(score.high()));
    json.put("pearson", Json.number(score.pearson()));
    return json;
  }

  private static Map<String, Object> json(AnalogyScore score) {
    var json = new LinkedHashMap<String, Object>();
    json.put("section", score.section());
    json.put("questions", score.questions());
    json.put("covered", score.covered());
    json.put("cosAdd", score.addRight());
    json.put("cosMul", score.mulRight());
    return json;
  }
}
