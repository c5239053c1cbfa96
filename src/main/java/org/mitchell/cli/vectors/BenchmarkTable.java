package org.mitchell.cli.vectors;

import java.util.ArrayList;
import java.util.List;
import org.mitchell.cli.vectors.BenchmarkCommand.Result;
import org.mitchell.vectors.questions.AnalogyScore;
import org.mitchell.vectors.questions.PairScore;

/** What several files of vectors reached, for people. */
final class BenchmarkTable {
  private final List<Result> results;

  BenchmarkTable(List<Result> results) {
    this.results = results;
  }

  List<String> lines() {
    var lines = new ArrayList<String>();
    int width =
        results.stream()
            .flatMap(r -> withSums(r.analogies()).stream())
            .mapToInt(s -> s.section().length())
            .max()
            .orElse(0);
    for (Result result : results) {
      width =
          Math.max(
              width, result.pairs().stream().mapToInt(p -> p.table().length()).max().orElse(0));
    }
    for (Result result : results) {
      lines.add(result.vectors());
      addPairs(result.pairs(), width, lines);
      addAnalogies(withSums(result.analogies()), width, lines);
    }
    return lines;
  }

  private static void addPairs(List<PairScore> scores, int width, List<String> lines) {
    if (!scores.isEmpty()) {
      lines.add(
          ("  %-" + width + "s  %13s  %8s  %-18s  %7s")
              .formatted("pairs", "covered", "Spearman", "  95%", "Pearson"));
    }
    for (PairScore score : scores) {
      String interval =
          Double.isNaN(score.low())
              ? "   n/a"
              : "%7.4f to %.4f".formatted(score.low(), score.high());
      lines.add(
          ("  %-" + width + "s  %,5d of %,5d  %8s  %-18s  %7s")
              .formatted(
                  score.table(),
                  score.covered(),
                  score.pairs(),
                  Figure.of(score.spearman()),
                  interval,
                  Figure.of(score.pearson())));
    }
  }

  private static void addAnalogies(List<AnalogyScore> scores, int width, List<String> lines) {
    if (!scores.isEmpty()) {
      lines.add(
          ("  %-" + width + "s  %15s  %15s  %15s")
              .formatted("analogies", "covered", "3CosAdd", "3CosMul"));
    }
    for (AnalogyScore score : scores) {
      lines.add(
          ("  %-" + width + "s  %,6d of %,6d  %,6d (%6s)  %,6d (%6s)")
              .formatted(
                  score.section(),
                  score.covered(),
                  score.questions(),
                  score.addRight(),
                  percent(score.addRight(), score.covered()),
                  score.mulRight(),
                  percent(score.mulRight(), score.covered())));
    }
  }

  private static String percent(int right, int covered) {
    return covered == 0 ? "n/a" : "%.1f%%".formatted(100.0 * right / covered);
  }

  /** The sections, and behind them the sums of the semantic, of the syntactic and of all. */
  static List<AnalogyScore> withSums(List<AnalogyScore> sections) {
    if (sections.isEmpty()) {
      return sections;
    }
    var all = new ArrayList<>(sections);
    List<AnalogyScore> syntactic = sections.stream().filter(AnalogyScore::syntactic).toList();
    List<AnalogyScore> semantic = sections.stream().filter(s -> !s.syntactic()).toList();
    if (!semantic.isEmpty()) {
      all.add(sum("all semantic", semantic));
    }
    if (!syntactic.isEmpty()) {
      all.add(sum("all syntactic", syntactic));
    }
    if (!semantic.isEmpty() && !syntactic.isEmpty()) {
      all.add(sum("all", sections));
    }
    return List.copyOf(all);
  }

  private static AnalogyScore sum(String name, List<AnalogyScore> sections) {
    return new AnalogyScore(
        name,
        false,
        sections.stream().mapToInt(AnalogyScore::questions).sum(),
        sections.stream().mapToInt(AnalogyScore::covered).sum(),
        sections.stream().mapToInt(AnalogyScore::addRight).sum(),
        sections.stream().mapToInt(AnalogyScore::mulRight).sum());
  }
}
