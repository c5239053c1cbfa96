package org.mitchell.derivatives;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.mitchell.analysis.comparison.Comparison;
import org.mitchell.analysis.comparison.PairVariance;
import org.mitchell.analysis.comparison.RandomBaseline;
import org.mitchell.analysis.comparison.SpaceAccuracies;
import org.mitchell.analysis.comparison.SpaceDifference;
import org.mitchell.evaluation.EvaluationOptions;
import org.mitchell.evaluation.groups.ParticipantsTest;
import org.mitchell.evaluation.intervals.SubsampleInterval;
import org.mitchell.evaluation.variance.VarianceShares;
import org.mitchell.files.Json;
import org.mitchell.files.OutputSet;
import org.mitchell.provenance.Provenance;
import org.mitchell.tables.TableWriter;

/** Writes the league table of feature spaces, and what their differences are worth. */
public final class ComparisonWriter {
  private static final String STEM = "group_task-nouns_desc-league_comparison";

  private ComparisonWriter() {}

  /**
   * A comparison with where it came from.
   *
   * @param options how folds were done
   * @param simulated whether a participant is simulated
   * @param sources the files of responses
   * @param uninformative what in each space says nothing, by the name of the space
   * @param plot the league table as a picture, SVG
   * @param provenance what made the files
   */
  public record Record(
      Comparison comparison,
      EvaluationOptions options,
      boolean simulated,
      List<Path> sources,
      Map<String, Map<String, Object>> uninformative,
      OutputSet.Content plot,
      Provenance provenance) {}

  /**
   * What was written.
   *
   * @param summary the figures under the names that scripts rely on
   * @param earlier a league that said something else, and where it is now
   */
  public record Written(
      Map<String, Object> summary, List<Path> outputs, Optional<EarlierLeague> earlier) {}

  /**
   * @param root the derivatives folder; made if need be
   * @throws IOException if the folder cannot be written; nothing is then left under a final name
   */
  public static Written write(Record record, Path root) throws IOException {
    Comparison comparison = record.comparison;
    Map<String, Object> summary = summary(record);
    try (var outputs = new OutputSet()) {
      var json = new LinkedHashMap<>(summary);
      json.put("provenance", record.provenance.toMap());
      Optional<EarlierLeague> earlier = EarlierLeague.keep(root.resolve(STEM), json, outputs);
      outputs.write(root.resolve(STEM + ".tsv"), stream -> writeTable(comparison, stream));
      outputs.write(root.resolve(STEM + ".svg"), record.plot);
      outputs.writeText(root.resolve(STEM + ".json"), Json.text(json));
      String description = DatasetDescription.text(root, record.sources, record.simulated);
      outputs.writeText(DatasetDescription.file(root), description);
      List<Path> files = outputs.commit();
      summary.put("outputs", files.stream().map(Path::toString).toList());
      return new Written(summary, files, earlier);
    }
  }

  private static Map<String, Object> summary(Record record) {
    Comparison comparison = record.comparison;
    var summary = new LinkedHashMap<String, Object>();
    summary.put("subjects", comparison.participants());
    summary.put("words", comparison.words());
    summary.put("simulated", record.simulated);
    var spaces =
        new ArrayList<>(
            comparison.spaces().stream().map(s -> space(s, comparison.random())).toList());
    comparison.random().ifPresent(random -> spaces.add(random(random)));
    summary.put("features", spaces);
    summary.put(
        "pairs", comparison.differences().stream().map(ComparisonWriter::difference).toList());
    summary.put("correction", "Holm, " + comparison.planned() + " differences");
    summary.put("ties", "half right");
    summary.put("similarities", similarities(comparison));
    if (!comparison.variance().isEmpty()) {
      summary.put(
          "variance", comparison.variance().stream().map(ComparisonWriter::variance).toList());
    }
    summary.put("uninformative", record.uninformative);
    summary.put("method", FitSummary.options(record.options));
    return summary;
  }

  private static Map<String, Object> space(SpaceAccuracies space, Optional<RandomBaseline> random) {
    var map = new LinkedHashMap<String, Object>();
    map.put("name", space.name());
    map.put("baseline", space.baseline());
    map.put("features", space.features());
    map.put("accuracies", space.accuracies());
    map.put("mean", space.mean());
    map.put("ci95", ends(space.words()));
    map.put("ci95Participants", ends(space.participants()));
    map.put("pRandom", random.map(r -> r.ofSets().p(space.mean())).orElse(null));
    return map;
  }

  private static Map<String, Object> random(RandomBaseline random) {
    var map = new LinkedHashMap<String, Object>();
    map.put("name", RandomBaseline.NAME);
    map.put("baseline", true);
    map.put("features", random.features());
    map.put("sets", random.sets());
    map.put("accuracies", random.ofParticipants());
    map.put("mean", random.ofSets().mean());
    map.put("ci95", List.of(random.quantile(0.025), random.quantile(0.975)));
    return map;
  }

  private static Map<String, Object> variance(PairVariance pair) {
    var map = new LinkedHashMap<String, Object>();
    map.put("a", pair.a());
    map.put("b", pair.b());
    map.put("r2A", pair.mean(VarianceShares::a));
    map.put("r2B", pair.mean(VarianceShares::b));
    map.put("r2Both", pair.mean(VarianceShares::both));
    map.put("divisible", pair.divisible());
    map.put("uniqueA", pair.mean(VarianceShares::uniqueA));
    map.put("uniqueB", pair.mean(VarianceShares::uniqueB));
    map.put("shared", pair.mean(VarianceShares::shared));
    pair.intervals()
        .ifPresent(
            intervals -> {
              map.put("r2BothCi95", EvaluationSummary.ends(intervals.both()));
              map.put("uniqueACi95", EvaluationSummary.ends(intervals.uniqueA()));
              map.put("uniqueBCi95", EvaluationSummary.ends(intervals.uniqueB()));
              map.put("sharedCi95", EvaluationSummary.ends(intervals.shared()));
            });
    map.put(
        "uniqueAOfParticipants",
        pair.participants().stream().map(VarianceShares::uniqueA).toList());
    map.put(
        "uniqueBOfParticipants",
        pair.participants().stream().map(VarianceShares::uniqueB).toList());
    return map;
  }

  private static Map<String, Object> difference(SpaceDifference difference) {
    var map = new LinkedHashMap<String, Object>();
    map.put("a", difference.a());
    map.put("b", difference.b());
    map.put("planned", difference.planned());
    map.put("difference", difference.difference());
    map.put("ci95", ends(difference.words()));
    map.put("p", Json.number(difference.p()));
    map.put("pWords", difference.words().map(w -> Json.number(w.p())).orElse(null));
    map.put("pParticipants", Json.number(difference.participants().pTwoSided()));
    map.put("pSignFlip", Json.number(difference.participants().signFlips().pTwoSided()));
    map.put("pCorrected", Json.number(difference.corrected()));
    return map;
  }

  private static Map<String, Object> similarities(Comparison comparison) {
    var map = new LinkedHashMap<String, Object>();
    for (int a = 0; a < comparison.spaces().size(); a++) {
      map.put(
          comparison.spaces().get(a).name(),
          Arrays.stream(comparison.similarities()[a]).mapToObj(Json::number).toList());
    }
    return map;
  }

  private static List<Double> ends(Optional<SubsampleInterval> interval) {
    return interval.map(EvaluationSummary::ends).orElse(null);
  }

  private static List<Double> ends(ParticipantsTest test) {
    return Arrays.asList(Json.number(test.low()), Json.number(test.high()));
  }

  private static void writeTable(Comparison comparison, OutputStream stream) throws IOException {
    var csv = TableWriter.to(stream);
    var header = new ArrayList<>(List.of("space", "baseline", "features", "mean", "low", "high"));
    header.addAll(comparison.participants());
    csv.row(header);
    List<SpaceAccuracies> best =
        comparison.spaces().stream()
            .sorted(Comparator.comparingDouble(space -> -space.mean()))
            .toList();
    for (SpaceAccuracies space : best) {
      var cells = new ArrayList<String>();
      cells.add(space.name());
      cells.add(Boolean.toString(space.baseline()));
      cells.add(Integer.toString(space.features()));
      cells.add(Double.toString(space.mean()));
      cells.add(space.words().map(w -> Double.toString(w.low())).orElse("n/a"));
      cells.add(space.words().map(w -> Double.toString(w.high())).orElse("n/a"));
      Arrays.stream(space.accuracies()).mapToObj(Double::toString).forEach(cells::add);
      csv.row(cells);
    }
    csv.flush();
  }
}
