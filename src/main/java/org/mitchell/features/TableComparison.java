package org.mitchell.features;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.commons.math3.stat.ranking.NaturalRanking;
import org.mitchell.features.TableAgreement.ColumnMatching;
import org.mitchell.features.TableAgreement.Word;

/** Computes a {@link TableAgreement} of two tables of the same words. */
final class TableComparison {
  /** Cosines are rounded to twelve decimals, so that errors of rounding break no ties. */
  private static final double ROUNDING = 1e12;

  private final FeatureSpace a;
  private final FeatureSpace b;

  /** Rows of length 1, words x features; all zero where the vector is. */
  private final double[][] unitA;

  private final double[][] unitB;

  TableComparison(FeatureSpace a, FeatureSpace b) {
    this.a = a;
    this.b = b;
    this.unitA = rows(a.unitLength());
    this.unitB = rows(b.unitLength());
  }

  TableAgreement agreement(List<String> onlyInA, List<String> onlyInB) {
    var zero = new HashSet<>(a.zeroWords());
    zero.addAll(b.zeroWords());
    int[] directed =
        IntStream.range(0, unitA.length).filter(w -> !zero.contains(a.words().get(w))).toArray();
    ColumnMatching matching = matching();
    return new TableAgreement(
        matching,
        matching == ColumnMatching.NONE ? 0 : a.features().size(),
        a.words(),
        perWord(matching),
        spearman(cosines(unitA, directed), cosines(unitB, directed)),
        a.words().stream().filter(zero::contains).toList(),
        onlyInA,
        onlyInB);
  }

  private ColumnMatching matching() {
    if (new HashSet<>(a.features()).equals(new HashSet<>(b.features()))) {
      return ColumnMatching.NAME;
    }
    return a.features().size() == b.features().size() ? ColumnMatching.ORDER : ColumnMatching.NONE;
  }

  private List<Word> perWord(ColumnMatching matching) {
    if (matching == ColumnMatching.NONE) {
      return List.of();
    }
    int[] columns = columnsOfB(matching);
    var words = new ArrayList<Word>();
    for (int w = 0; w < unitA.length; w++) {
      words.add(
          new Word(
              a.words().get(w),
              cosine(unitA[w], taken(unitB[w], columns)),
              spearman(a.row(w), taken(b.row(w), columns))));
    }
    return words;
  }

  /** The second table's column of each of the first's. */
  private int[] columnsOfB(ColumnMatching matching) {
    IntStream columns = IntStream.range(0, a.features().size());
    return matching == ColumnMatching.ORDER
        ? columns.toArray()
        : columns.map(column -> b.features().indexOf(a.features().get(column))).toArray();
  }

  /** NaN where either vector is all zero; both are of length 1 otherwise. */
  private static double cosine(double[] first, double[] second) {
    double product = dot(first, second);
    boolean directed = dot(first, first) > 0 && dot(second, second) > 0;
    return directed ? rounded(product) : Double.NaN;
  }

  /** The cosines of all pairs of these rows, the first row's first. */
  private static double[] cosines(double[][] unit, int[] rows) {
    var cosines = new double[Math.multiplyExact(rows.length, rows.length - 1) / 2];
    int pair = 0;
    for (int i = 0; i < rows.length; i++) {
      for (int j = i + 1; j < rows.length; j++) {
        cosines[pair++] = rounded(dot(unit[rows[i]], unit[rows[j]]));
      }
    }
    return cosines;
  }

  private static double rounded(double cosine) {
    return Math.rint(cosine * ROUNDING) / ROUNDING;
  }

  private static double dot(double[] first, double[] second) {
    double sum = 0;
    for (int i = 0; i < first.length; i++) {
      sum += first[i] * second[i];
    }
    return sum;
  }

  /** Spearman's rank correlation, ties at their mean rank; NaN where either is constant. */
  private static double spearman(double[] first, double[] second) {
    if (first.length < 2) {
      return Double.NaN;
    }
    double[] x = centredRanks(first);
    double[] y = centredRanks(second);
    return dot(x, y) / Math.sqrt(dot(x, x) * dot(y, y));
  }

  private static double[] centredRanks(double[] values) {
    double[] ranks = new NaturalRanking().rank(values);
    double mean = (ranks.length + 1) / 2.0;
    for (int i = 0; i < ranks.length; i++) {
      ranks[i] -= mean;
    }
    return ranks;
  }

  private static double[] taken(double[] row, int[] columns) {
    return IntStream.of(columns).mapToDouble(column -> row[column]).toArray();
  }

  private static double[][] rows(FeatureSpace space) {
    return IntStream.range(0, space.words().size()).mapToObj(space::row).toArray(double[][]::new);
  }
}
