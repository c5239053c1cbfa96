package org.mitchell.cli.vectors;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.mitchell.cli.vectors.BenchmarkCommand.Result;
import org.mitchell.figures.LeagueTable;
import org.mitchell.figures.Theme;
import org.mitchell.vectors.questions.AnalogyScore;
import org.mitchell.vectors.questions.PairScore;

/** A benchmark as a picture: a row a test, those of several files below each other. */
final class BenchmarkPicture {
  private BenchmarkPicture() {}

  static LeagueTable of(List<Result> results) {
    var rows = new ArrayList<LeagueTable.Row>();
    boolean several = results.size() > 1;
    for (int p = 0; p < results.get(0).pairs().size(); p++) {
      for (Result result : results) {
        PairScore score = result.pairs().get(p);
        if (!Double.isNaN(score.spearman())) {
          var interval = new LeagueTable.Range(score.low(), score.high());
          rows.add(row(score.table(), result, several, score.spearman(), Optional.of(interval)));
        }
      }
    }
    int sections = BenchmarkTable.withSums(results.get(0).analogies()).size();
    for (int s = results.get(0).analogies().size(); s < sections; s++) {
      for (Result result : results) {
        AnalogyScore score = BenchmarkTable.withSums(result.analogies()).get(s);
        if (score.covered() > 0) {
          double right = score.addRight() / (double) score.covered();
          rows.add(row(score.section(), result, several, right, Optional.empty()));
        }
      }
    }
    return new LeagueTable(
        "Word vectors and people",
        rows,
        Optional.empty(),
        List.of(
            "Spearman's correlation with judgements (square), 95% over pairs (line);",
            "share of analogies answered by 3CosAdd"),
        Theme.LIGHT,
        0);
  }

  private static LeagueTable.Row row(
      String test,
      Result result,
      boolean several,
      double value,
      Optional<LeagueTable.Range> interval) {
    String name = several ? "%s, %s".formatted(test, result.vectors()) : test;
    return new LeagueTable.Row(name, false, value, interval, List.of(), Optional.empty());
  }
}
