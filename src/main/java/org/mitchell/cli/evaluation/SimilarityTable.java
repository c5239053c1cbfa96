package org.mitchell.cli.evaluation;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import org.mitchell.cli.text.Decimals;
import org.mitchell.derivatives.SimilarityRecord;
import org.mitchell.derivatives.contents.SimilarityFigures;
import org.mitchell.text.Counted;

/** A representational similarity analysis in lines for people. */
final class SimilarityTable {
  private SimilarityTable() {}

  static List<String> lines(SimilarityFigures figures, SimilarityRecord.Found found) {
    var lines = new ArrayList<String>();
    SimilarityFigures.Settings settings = figures.settings();
    lines.add("");
    lines.add(
        "%s%s, %s: %s distances of images, %s of features, %s"
            .formatted(
                Counted.of(figures.subjects().size(), "participant"),
                figures.simulated() ? " (SIMULATED)" : "",
                Counted.of(figures.words(), "word"),
                settings.distance(),
                settings.featureDistance(),
                settings.agreement()));
    if (found.left() > 0) {
      lines.add("  %s too small left out".formatted(Counted.of(found.left(), "region")));
    }
    for (SimilarityFigures.Region region : figures.regions()) {
      lines.add("");
      lines.addAll(lines(region));
    }
    figures.searchlight().ifPresent(searchlight -> lines.addAll(lines(searchlight)));
    return lines;
  }

  private static List<String> lines(SimilarityFigures.Region region) {
    var lines = new ArrayList<String>();
    int fewest = region.voxels().stream().mapToInt(n -> n).min().orElseThrow();
    int most = region.voxels().stream().mapToInt(n -> n).max().orElseThrow();
    String ceiling =
        region
            .ceiling()
            .map(e -> "; ceiling %s to %s".formatted(decimal(e.low()), decimal(e.high())))
            .orElse("");
    lines.add(
        "  %s, %s voxels%s"
            .formatted(
                region.region(),
                fewest == most ? "%,d".formatted(most) : "%,d to %,d".formatted(fewest, most),
                ceiling));
    lines.add("      mean          95%        p  p words  corrected  features");
    for (SimilarityFigures.Space space : region.spaces()) {
      lines.add(
          "  %8s %6s to %5s %8s %8s %10s  %s"
              .formatted(
                  decimal(space.mean()),
                  decimal(space.ci95().low()),
                  decimal(space.ci95().high()),
                  decimal(space.p()),
                  decimal(space.pWords()),
                  decimal(space.pCorrected()),
                  space.name()));
    }
    for (SimilarityFigures.Difference difference : region.differences()) {
      lines.add(
          "  %8s %6s to %5s %8s %8s %10s  %s - %s"
              .formatted(
                  decimal(difference.difference()),
                  decimal(difference.ci95().low()),
                  decimal(difference.ci95().high()),
                  decimal(difference.p()),
                  "",
                  decimal(difference.pCorrected()),
                  difference.a(),
                  difference.b()));
    }
    return lines;
  }

  private static List<String> lines(SimilarityFigures.Searchlight searchlight) {
    var lines = new ArrayList<String>();
    lines.add("");
    lines.add("  searchlight of %s mm".formatted(Decimals.decimal(searchlight.radius())));
    for (SimilarityFigures.Map map : searchlight.maps()) {
      lines.add(
          "    %s, %s: peak %s of %,d voxels%s"
              .formatted(
                  map.subject(),
                  map.space(),
                  decimal(map.peak()),
                  map.voxels(),
                  map.significant()
                      .map(n -> ", %,d with a family-wise p of .05 or less".formatted(n))
                      .orElse("")));
    }
    return lines;
  }

  private static String decimal(OptionalDouble value) {
    return Decimals.decimal(value.orElse(Double.NaN));
  }
}
