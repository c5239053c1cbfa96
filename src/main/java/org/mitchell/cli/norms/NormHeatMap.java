package org.mitchell.cli.norms;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.mitchell.features.FeatureSpace;
import org.mitchell.figures.ColourMap;
import org.mitchell.figures.ColourScale;
import org.mitchell.figures.HeatMap;
import org.mitchell.figures.Theme;
import org.mitchell.norms.Norm;
import org.mitchell.norms.NormResult;

/** Adjusted R2 as a picture: a row a norm, by table, a column a file of vectors. */
final class NormHeatMap {
  /** Where nothing is predicted at all, the colours still need a range. */
  private static final double LEAST = 0.1;

  private final List<NormResult> results;
  private final List<Norm> norms;
  private final Theme theme;

  /**
   * @param results vectors by vectors, all norms each
   */
  NormHeatMap(List<NormResult> results, List<Norm> norms, Theme theme) {
    this.results = results;
    this.norms = norms;
    this.theme = theme;
  }

  HeatMap map() {
    List<String> rows = unique(norms.stream().map(Norm::name).toList());
    int columns = results.size() / norms.size();
    var names = new ArrayList<String>();
    var values = new double[rows.size() * columns];
    double largest = LEAST;
    for (int c = 0; c < columns; c++) {
      names.add(results.get(c * norms.size()).data().vectors());
      for (int n = 0; n < norms.size(); n++) {
        NormResult result = results.get(c * norms.size() + n);
        double value = Math.max(0, result.agreement().r2() * result.data().coverage());
        values[n * columns + c] = value;
        largest = Double.isNaN(value) ? largest : Math.max(largest, value);
      }
    }
    var space = new FeatureSpace("norms", rows, unique(names), values, Map.of());
    var tables = new LinkedHashMap<String, String>();
    for (int n = 0; n < norms.size(); n++) {
      tables.put(rows.get(n), norms.get(n).table().replaceFirst("\\..*", ""));
    }
    return new HeatMap(
        space,
        tables,
        "Norms predicted from word vectors",
        new ColourScale(ColourMap.VIRIDIS, 0, largest, false),
        "R2 x share of words",
        theme);
  }

  /** Names that come again get a number. */
  private static List<String> unique(List<String> names) {
    var unique = new ArrayList<String>();
    for (String name : names) {
      String one = name;
      for (int again = 2; unique.contains(one); again++) {
        one = "%s (%d)".formatted(name, again);
      }
      unique.add(one);
    }
    return List.copyOf(unique);
  }
}
