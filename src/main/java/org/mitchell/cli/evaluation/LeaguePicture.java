package org.mitchell.cli.evaluation;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.mitchell.analysis.comparison.Comparison;
import org.mitchell.analysis.comparison.SpaceAccuracies;
import org.mitchell.figures.LeagueTable;
import org.mitchell.figures.Theme;
import org.mitchell.text.Counted;

/** A comparison as a picture, best space first. */
final class LeaguePicture {
  private LeaguePicture() {}

  static LeagueTable of(Comparison comparison) {
    var rows = new ArrayList<LeagueTable.Row>();
    comparison.spaces().stream()
        .sorted(Comparator.comparingDouble(space -> -space.mean()))
        .map(LeaguePicture::row)
        .forEach(rows::add);
    int participants = comparison.participants().size();
    return new LeagueTable(
        "%s accuracy, %s, %s"
            .formatted(
                capitalised(comparison.left().inWords()),
                Counted.of(comparison.words(), "word"),
                Counted.of(participants, "participant")),
        rows,
        comparison.random().map(r -> new LeagueTable.Range(r.quantile(0.025), r.quantile(0.975))),
        List.of(legend(comparison)),
        Theme.LIGHT);
  }

  /** What is drawn. */
  private static String legend(Comparison comparison) {
    boolean several = comparison.participants().size() > 1;
    boolean intervals = comparison.spaces().stream().anyMatch(space -> space.words().isPresent());
    return (several ? "mean accuracy (square)" : "accuracy (square)")
        + (intervals ? ", 95% over other words (line)" : "")
        + (several ? ", participants (ticks)" : "")
        + (comparison.random().isPresent() ? ", features without meaning (band)" : "");
  }

  private static String capitalised(String words) {
    return Character.toUpperCase(words.charAt(0)) + words.substring(1);
  }

  private static LeagueTable.Row row(SpaceAccuracies space) {
    Optional<LeagueTable.Range> interval =
        space.words().map(w -> new LeagueTable.Range(w.low(), w.high()));
    List<Double> participants = Arrays.stream(space.accuracies()).boxed().toList();
    return new LeagueTable.Row(
        space.name(), space.baseline(), space.mean(), interval, participants, Optional.empty());
  }
}
