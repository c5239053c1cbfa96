package org.mitchell.report;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.mitchell.derivatives.contents.Ceiling;
import org.mitchell.derivatives.contents.Ends;
import org.mitchell.derivatives.contents.Range;

/** How well any model could do, given the noise. */
final class CeilingSection {
  private CeilingSection() {}

  static Section of(FitFiles files, NextCommands next) throws IOException {
    var rows = new ArrayList<Block.Row>();
    for (MapFile map : files.maps()) {
      if (map.statistic().equals("ceiling") || map.statistic().equals("normalised")) {
        rows.add(row(map));
      }
    }
    var blocks = new ArrayList<Block>();
    boolean once = files.participants().stream().allMatch(p -> p.fit().presentations() == 1);
    if (once) {
      blocks.add(
          new Block.Paragraph(
              "The words were presented once, so that the noise of the responses is not known."));
    } else if (rows.isEmpty()) {
      blocks.add(
          new Block.Missing(
              "How much of the responses is noise was not estimated.",
              next.ofFits("map", "--stat", "ceiling")));
    } else {
      blocks.add(
          new Block.Table(
              "Noise ceiling over voxels",
              List.of(
                  "Of",
                  "Map",
                  "Reliable voxels",
                  "Median",
                  "95% interval",
                  "Highest",
                  "At .5 or more"),
              2,
              rows,
              "The ceiling is an estimate, from the responses' stability, of the r with the mean of"
                  + " the presentations that a perfect model is expected to have. It is given where"
                  + " stability is beyond chance (words shuffled in each presentation, false"
                  + " discovery rate .05); the median is of these voxels alone, which were found by"
                  + " it, and so is too high. Its interval is over other words, by halves of the"
                  + " words, for these voxels. Where it is high is in the table of clusters beside"
                  + " its map."));
    }
    return new Section("ceiling", "Noise ceiling", blocks);
  }

  private static Block.Row row(MapFile map) throws IOException {
    double[] defined = defined(map);
    long high = Arrays.stream(defined).filter(v -> v >= .5).count();
    return Block.Row.of(
        map.owner(),
        map.name(),
        Numbers.count(defined.length),
        Numbers.decimal(median(defined)),
        interval(map),
        Numbers.decimal(defined.length == 0 ? Double.NaN : defined[defined.length - 1]),
        Numbers.count(high));
  }

  /** Of one participant's median; none of shares, of groups, and in maps of earlier versions. */
  private static String interval(MapFile map) {
    List<Ceiling> ceilings = map.sidecar().chance().ceilings();
    Optional<Range> range =
        ceilings.size() == 1 ? ceilings.get(0).ci95().flatMap(Ends::range) : Optional.empty();
    return range
        .filter(r -> map.statistic().equals("ceiling"))
        .map(r -> "%s to %s".formatted(Numbers.decimal(r.low()), Numbers.decimal(r.high())))
        .orElse("n/a");
  }

  /** The values that are numbers, the smallest first. */
  private static double[] defined(MapFile map) throws IOException {
    float[] values = MapValues.of(map);
    var list = new ArrayList<Double>();
    for (float value : values) {
      if (!Float.isNaN(value)) {
        list.add((double) value);
      }
    }
    return list.stream().mapToDouble(Double::doubleValue).sorted().toArray();
  }

  private static double median(double[] sorted) {
    int n = sorted.length;
    return n == 0 ? Double.NaN : (sorted[(n - 1) / 2] + sorted[n / 2]) / 2;
  }
}
