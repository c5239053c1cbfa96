package org.mitchell.cli.evaluation;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.mitchell.derivatives.SimilarityRecord;
import org.mitchell.figures.LeagueTable;
import org.mitchell.figures.Theme;
import org.mitchell.similarity.Agreement;
import org.mitchell.similarity.SimilarityComparison;
import org.mitchell.similarity.SpaceSimilarity;
import org.mitchell.text.Counted;

/** Agreements of the first place as a picture, best space first. */
final class SimilarityPicture {
  private SimilarityPicture() {}

  static LeagueTable of(SimilarityRecord.Found found, Agreement agreement) {
    SimilarityComparison comparison = found.places().get(0).comparison();
    List<LeagueTable.Row> rows =
        comparison.spaces().stream()
            .sorted(Comparator.comparingDouble(space -> -space.mean()))
            .map(SimilarityPicture::row)
            .toList();
    return new LeagueTable(
        "Similarity of features and images, %s, %s"
            .formatted(
                Counted.of(comparison.words(), "word"),
                Counted.of(found.participants().size(), "participant")),
        rows,
        comparison.ceiling().map(ends -> new LeagueTable.Range(ends.lower(), ends.upper())),
        List.of(
            "mean %s agreement (square), 95%% over other words and participants (line),"
                    .formatted(agreement.name().toLowerCase(Locale.ROOT).replace('_', '-'))
                + " participants (ticks)",
            comparison.ceiling().isPresent() ? "ceiling: how far participants agree (band)" : ""),
        Theme.LIGHT,
        0);
  }

  private static LeagueTable.Row row(SpaceSimilarity space) {
    double low = space.overBoth().low();
    return new LeagueTable.Row(
        space.space(),
        false,
        space.mean(),
        Double.isNaN(low)
            ? Optional.empty()
            : Optional.of(new LeagueTable.Range(low, space.overBoth().high())),
        Arrays.stream(space.participants()).boxed().toList(),
        Optional.empty());
  }
}
