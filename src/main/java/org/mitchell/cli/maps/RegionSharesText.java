package org.mitchell.cli.maps;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.mitchell.analysis.regions.RegionShare;
import org.mitchell.analysis.regions.RegionShare.Part;
import org.mitchell.cli.text.Decimals;
import org.mitchell.evaluation.intervals.SubsampleInterval;

/**
 * Shares of variance by region as lines of text for people: a region a line, a share a column.
 *
 * @param shares by region, all alike
 * @param labels of the feature spaces
 */
record RegionSharesText(List<RegionShare> shares, List<String> labels) {
  List<String> lines() {
    Map<Integer, List<RegionShare>> byRegion =
        shares.stream()
            .collect(
                Collectors.groupingBy(RegionShare::label, LinkedHashMap::new, Collectors.toList()));
    var lines = new ArrayList<String>();
    var title = new StringBuilder("    %-22s".formatted("joint R2"));
    labels.forEach(label -> title.append("%-22s%-11s".formatted("unique " + label, "p corr.")));
    lines.add(title.append("%-22s%s".formatted("shared", "region")).toString());
    byRegion.values().stream()
        .sorted(Comparator.comparing((List<RegionShare> own) -> -own.get(0).r2()))
        .forEach(own -> lines.add(line(own)));
    return lines;
  }

  private String line(List<RegionShare> own) {
    var line = new StringBuilder("    ");
    for (RegionShare share : own) {
      line.append("%-22s".formatted(figure(share)));
      if (share.part() == Part.UNIQUE) {
        line.append("%-11s".formatted(Decimals.decimal(share.pCorrected())));
      }
    }
    return line.append(own.get(0).name()).toString();
  }

  private static String figure(RegionShare share) {
    return Decimals.decimal(share.r2()) + share.interval().map(RegionSharesText::ends).orElse("");
  }

  private static String ends(SubsampleInterval interval) {
    return " [%s, %s]"
        .formatted(Decimals.decimal(interval.low()), Decimals.decimal(interval.high()));
  }
}
