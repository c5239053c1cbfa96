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
import java.util.OptionalDouble;
import org.mitchell.analysis.LeftOut;
import org.mitchell.analysis.UninformativeFeatures;
import org.mitchell.analysis.comparison.Comparison;
import org.mitchell.analysis.comparison.PairVariance;
import org.mitchell.analysis.comparison.RandomBaseline;
import org.mitchell.analysis.comparison.SpaceAccuracies;
import org.mitchell.analysis.comparison.SpaceDifference;
import org.mitchell.analysis.comparison.VarianceIntervals;
import org.mitchell.derivatives.contents.Ends;
import org.mitchell.derivatives.contents.LeagueFigures;
import org.mitchell.derivatives.contents.MadeBy;
import org.mitchell.derivatives.contents.Uninformative;
import org.mitchell.evaluation.groups.ParticipantsTest;
import org.mitchell.evaluation.variance.VarianceShares;
import org.mitchell.files.Json;
import org.mitchell.files.OutputSet;
import org.mitchell.provenance.Provenance;
import org.mitchell.tables.TableWriter;

/** Writes the league table of feature spaces, and what their differences are worth. */
public final class ComparisonWriter {
  private static final String STEM = "desc-league_comparison";

  private ComparisonWriter() {}

  private static Path file(Path root, Optional<String> task, String extension) {
    return BidsName.ofAll(root, task).plain(STEM + extension);
  }

  /**
   * Where the figures of a comparison are.
   *
   * @param task that participants did; nothing for the paper's
   */
  public static Path file(Path root, Optional<String> task) {
    return file(root, task, ".json");
  }

  /**
   * A comparison with where it came from.
   *
   * @param simulated whether a participant is simulated
   * @param sources the files of responses
   * @param uninformative what in each space says nothing, by the name of the space
   * @param plot the league table as a picture, SVG
   * @param provenance what made the files
   */
  public record Record(
      Comparison comparison,
      boolean simulated,
      List<Path> sources,
      Map<String, UninformativeFeatures> uninformative,
      OutputSet.Content plot,
      Provenance provenance) {}

  /**
   * What was written.
   *
   * @param figures with the names of the files
   * @param earlier a league that said something else, and where it is now
   */
  public record Written(
      LeagueFigures figures, List<Path> outputs, Optional<EarlierLeague> earlier) {}

  /**
   * @param root the derivatives folder; made if need be
   * @throws IOException if the folder cannot be written; nothing is then left under a final name
   */
  public static Written write(Record record, Path root) throws IOException {
    Comparison comparison = record.comparison;
    LeagueFigures figures = figures(record);
    Optional<String> task = comparison.task();
    try (var outputs = new OutputSet()) {
      Optional<EarlierLeague> earlier = EarlierLeague.keep(file(root, task, ""), figures, outputs);
      outputs.write(file(root, task, ".tsv"), stream -> writeTable(comparison, stream));
      outputs.write(file(root, task, ".svg"), record.plot);
      outputs.writeText(file(root, task), Json.text(figures.madeBy(MadeBy.of(record.provenance))));
      String description = DatasetDescription.text(root, record.sources, record.simulated);
      outputs.writeText(DatasetDescription.file(root), description);
      List<Path> files = outputs.commit();
      return new Written(figures.written(files), files, earlier);
    }
  }

  private static LeagueFigures figures(Record record) {
    Comparison comparison = record.comparison;
    var spaces = new ArrayList<LeagueFigures.Space>();
    comparison.spaces().forEach(space -> spaces.add(space(space, comparison.random())));
    comparison.random().ifPresent(random -> spaces.add(random(random)));
    var uninformative = new LinkedHashMap<String, Uninformative>();
    record.uninformative.forEach(
        (space, features) -> uninformative.put(space, FitSummary.uninformative(features)));
    return new LeagueFigures(
        comparison.participants(),
        comparison.words(),
        Optional.of(comparison.left()).filter(left -> !left.isPairs()).map(LeftOut::label),
        record.simulated,
        spaces,
        comparison.differences().stream().map(ComparisonWriter::difference).toList(),
        "Holm, " + comparison.planned() + " differences",
        "half right",
        similarities(comparison),
        comparison.variance().isEmpty()
            ? Optional.empty()
            : Optional.of(comparison.variance().stream().map(ComparisonWriter::variance).toList()),
        uninformative,
        OptionsJson.of(comparison.options()),
        Optional.empty(),
        Optional.empty(),
        Map.of());
  }

  private static LeagueFigures.Space space(SpaceAccuracies space, Optional<RandomBaseline> random) {
    Optional<Double> p = random.map(r -> r.ofSets().p(space.mean()));
    return new LeagueFigures.Space(
        space.name(),
        space.baseline(),
        space.features(),
        boxed(space.accuracies()),
        space.mean(),
        space.words().map(EvaluationSummary::ends),
        ends(space.participants()),
        p.map(OptionalDouble::of).orElseGet(OptionalDouble::empty));
  }

  private static LeagueFigures.Space random(RandomBaseline random) {
    return LeagueFigures.Space.random(
        RandomBaseline.NAME,
        random.features(),
        random.sets(),
        boxed(random.ofParticipants()),
        random.ofSets().mean(),
        Ends.of(random.quantile(0.025), random.quantile(0.975)));
  }

  private static LeagueFigures.Variance variance(PairVariance pair) {
    Optional<VarianceIntervals> intervals = pair.intervals();
    return new LeagueFigures.Variance(
        pair.a(),
        pair.b(),
        pair.mean(VarianceShares::a),
        pair.mean(VarianceShares::b),
        pair.mean(VarianceShares::both),
        pair.divisible(),
        pair.mean(VarianceShares::uniqueA),
        pair.mean(VarianceShares::uniqueB),
        pair.mean(VarianceShares::shared),
        intervals.map(i -> EvaluationSummary.ends(i.both())),
        intervals.map(i -> EvaluationSummary.ends(i.uniqueA())),
        intervals.map(i -> EvaluationSummary.ends(i.uniqueB())),
        intervals.map(i -> EvaluationSummary.ends(i.shared())),
        pair.participants().stream().map(VarianceShares::uniqueA).toList(),
        pair.participants().stream().map(VarianceShares::uniqueB).toList(),
        Map.of());
  }

  private static LeagueFigures.Difference difference(SpaceDifference difference) {
    return new LeagueFigures.Difference(
        difference.a(),
        difference.b(),
        difference.planned(),
        difference.difference(),
        difference.words().map(EvaluationSummary::ends),
        Json.finite(difference.p()),
        difference.words().map(w -> Json.finite(w.p())).orElseGet(OptionalDouble::empty),
        Json.finite(difference.participants().pTwoSided()),
        Json.finite(difference.participants().signFlips().pTwoSided()),
        Json.finite(difference.corrected()),
        Map.of());
  }

  private static Map<String, List<OptionalDouble>> similarities(Comparison comparison) {
    var map = new LinkedHashMap<String, List<OptionalDouble>>();
    for (int a = 0; a < comparison.spaces().size(); a++) {
      map.put(
          comparison.spaces().get(a).name(),
          Arrays.stream(comparison.similarities()[a]).mapToObj(Json::finite).toList());
    }
    return map;
  }

  private static List<Double> boxed(double[] values) {
    return Arrays.stream(values).boxed().toList();
  }

  private static Ends ends(ParticipantsTest test) {
    return Ends.of(test.low(), test.high());
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
