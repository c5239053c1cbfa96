package org.mitchell.cli.features;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import org.mitchell.cli.options.CommonOptions;
import org.mitchell.cli.options.Outputs;
import org.mitchell.cli.options.TableOptions;
import org.mitchell.features.FeatureChoice;
import org.mitchell.features.FeatureSource;
import org.mitchell.features.FeatureSources;
import org.mitchell.features.FeatureSpace;
import org.mitchell.features.TableAgreement;
import org.mitchell.features.TableAgreement.ColumnMatching;
import org.mitchell.files.InputException;
import org.mitchell.files.Json;
import org.mitchell.files.OutputSet;
import org.mitchell.jobs.Workers;
import org.mitchell.study.FoundWords;
import org.mitchell.tables.TableWriter;
import org.mitchell.words.WordIndex;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code mitchell features compare}: how far two feature tables agree. */
@Command(
    name = "compare",
    description =
        "Compare two feature tables: cosine and rank correlation of each noun's vectors, and of the"
            + " similarities between nouns.",
    footer = {
      "",
      "Columns are matched by name; those in one table alone are not compared. Where no name is in"
          + " both, as many columns are matched in their order, and of other numbers only"
          + " similarities between nouns are compared."
    },
    mixinStandardHelpOptions = true,
    sortOptions = false)
final class FeaturesCompareCommand implements Callable<Integer> {
  @Parameters(
      index = "0",
      paramLabel = "A",
      description =
          "a feature table (CSV or TSV, first column the word), or built in: verbs25, form")
  private String first;

  @Parameters(index = "1", paramLabel = "B", description = "the table to compare it with")
  private String second;

  @Option(
      names = "--out",
      paramLabel = "FILE",
      description = "write the figures of every noun as a table (.tsv), with a JSON beside it")
  private Path out;

  @Mixin private TableOptions tables;
  @Mixin private CommonOptions common;

  @Override
  public Integer call() throws IOException {
    if (out != null) {
      var outputs = Outputs.ofTable(out, common);
      for (String table : List.of(first, second)) {
        outputs.requireNotTables(FeatureChoice.of(table).files());
      }
    }
    try (Workers workers = common.workers()) {
      FeatureSource sourceA = FeatureSources.named(first, workers, tables.rules(common));
      FeatureSource sourceB = FeatureSources.named(second, workers, tables.rules(common));
      FeatureSpace a = sourceA.vectors(words(first, sourceA, second, sourceB));
      FeatureSpace b = sourceB.vectors(words(second, sourceB, first, sourceA));
      TableAgreement agreement = TableAgreement.of(a, b, common.progress());
      var found = WordIndex.of(second, b.words()).findEach(a.words()).values();
      FoundWords.say(common, FoundWords.otherwise(second, found));
      Map<String, Object> json = json(agreement, List.of(a.provenance(), b.provenance()));
      List<Path> written = out == null ? List.of() : write(agreement, json);
      new AgreementTable(first, second, agreement).lines().forEach(common::print);
      written.forEach(file -> common.print("  " + file));
      json.put("outputs", written.stream().map(Path::toString).toList());
      common.printJson(json);
    }
    return 0;
  }

  /** The words of a table; the built-in features are asked for those of the other table. */
  private static List<String> words(
      String name, FeatureSource source, String otherName, FeatureSource other) throws IOException {
    boolean ofOther =
        FeatureChoice.of(name).isBuiltIn() && !FeatureChoice.of(otherName).isBuiltIn();
    return ofOther ? List.copyOf(other.knownWords()) : FeatureChoice.of(name).words(source);
  }

  private Map<String, Object> json(TableAgreement agreement, List<Map<String, String>> provenance) {
    var json = new LinkedHashMap<String, Object>();
    json.put("a", first);
    json.put("b", second);
    json.put("words", agreement.words().size());
    json.put("features", agreement.features());
    json.put("featuresOfA", agreement.featuresOfA());
    json.put("featuresOfB", agreement.featuresOfB());
    json.put("columnsMatchedBy", agreement.matching().name().toLowerCase(Locale.ROOT));
    json.put("meanCosine", Json.number(agreement.cosines().mean()));
    json.put("medianCosine", Json.number(agreement.cosines().median()));
    json.put("meanRank", Json.number(agreement.ranks().mean()));
    json.put("medianRank", Json.number(agreement.ranks().median()));
    json.put("similarity", Json.number(agreement.similarity()));
    json.put("pairs", agreement.pairs());
    json.put("allPairs", agreement.allPairs());
    json.put("perWord", agreement.perWord().stream().map(FeaturesCompareCommand::json).toList());
    json.put("zeroWords", agreement.zeroWords());
    json.put("onlyInA", agreement.onlyInA());
    json.put("onlyInB", agreement.onlyInB());
    json.put("inputs", provenance);
    return json;
  }

  private static Map<String, Object> json(TableAgreement.Word word) {
    var json = new LinkedHashMap<String, Object>();
    json.put("word", word.word());
    json.put("cosine", Json.number(word.cosine()));
    json.put("rank", Json.number(word.rank()));
    return json;
  }

  private List<Path> write(TableAgreement agreement, Map<String, Object> json) throws IOException {
    if (agreement.matching() == ColumnMatching.NONE) {
      throw new InputException(
          "--out: the tables have no column in common, and other numbers of columns, so there are"
              + " no figures of single nouns to write. Leave --out away, or give tables of the same"
              + " features");
    }
    OutputSet.Content rows = stream -> writeRows(stream, agreement);
    try (var outputs = new OutputSet()) {
      outputs.writeTable(out, rows, Json.text(json));
      return outputs.commit();
    }
  }

  private static void writeRows(OutputStream stream, TableAgreement agreement) throws IOException {
    var csv = TableWriter.to(stream);
    csv.row("word", "cosine", "rank");
    for (var word : agreement.perWord()) {
      csv.row(word.word(), cell(word.cosine()), cell(word.rank()));
    }
    csv.flush();
  }

  private static String cell(double figure) {
    return Double.isNaN(figure) ? "n/a" : Double.toString(figure);
  }
}
