package org.mitchell.features;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.mitchell.features.TableAgreement.ColumnMatching;
import org.mitchell.features.TableAgreement.Word;
import org.mitchell.jobs.Progress;

/** Computes a {@link TableAgreement} of two tables of the same words. */
final class TableComparison {
  /** Cosines are rounded to twelve decimals, so that errors of rounding break no ties. */
  private static final double ROUNDING = 1e12;

  /** The same pairs are drawn whenever the same tables are compared. */
  private static final long SEED = 1;

  /** Progress is told after so many pairs. */
  private static final int STEP = 10_000;

  private final FeatureSpace a;
  private final FeatureSpace b;
  private final Progress progress;

  TableComparison(FeatureSpace a, FeatureSpace b, Progress progress) {
    this.a = a;
    this.b = b;
    this.progress = progress;
  }

  TableAgreement agreement(List<String> onlyInA, List<String> onlyInB) {
    var zero = new HashSet<>(a.zeroWords());
    zero.addAll(b.zeroWords());
    int[] directed =
        IntStream.range(0, a.words().size())
            .filter(w -> !zero.contains(a.words().get(w)))
            .toArray();
    long allPairs = directed.length * (directed.length - 1L) / 2;
    int[][] pairs = pairs(directed, allPairs);
    int[] columnsOfA = new int[0];
    int[] columnsOfB = new int[0];
    ColumnMatching matching = ColumnMatching.NONE;
    Map<String, Integer> placesInB = places(b.features());
    int[] shared =
        IntStream.range(0, a.features().size())
            .filter(column -> placesInB.containsKey(a.features().get(column)))
            .toArray();
    boolean sameNumber = a.features().size() == b.features().size();
    if (shared.length > 0 && !(isNameless(a) && isNameless(b))) {
      matching = ColumnMatching.NAME;
      columnsOfA = shared;
      columnsOfB = IntStream.of(shared).map(c -> placesInB.get(a.features().get(c))).toArray();
    } else if (sameNumber) {
      matching = ColumnMatching.ORDER;
      columnsOfA = IntStream.range(0, a.features().size()).toArray();
      columnsOfB = columnsOfA;
    }
    return new TableAgreement(
        matching,
        columnsOfA.length,
        a.features().size(),
        b.features().size(),
        a.words(),
        matching == ColumnMatching.NONE ? List.of() : perWord(columnsOfA, columnsOfB),
        spearman(cosines(a, pairs), cosines(b, pairs)),
        pairs[0].length,
        allPairs,
        a.words().stream().filter(zero::contains).toList(),
        onlyInA,
        onlyInB);
  }

  private static Map<String, Integer> places(List<String> names) {
    var places = new HashMap<String, Integer>();
    for (int place = 0; place < names.size(); place++) {
      places.put(names.get(place), place);
    }
    return places;
  }

  /** Whether the names are but numbers of columns, which name nothing. */
  private static boolean isNameless(FeatureSpace space) {
    return space.features().stream()
        .allMatch(name -> name.chars().allMatch(c -> c >= '0' && c <= '9'));
  }

  /** The first and the second rows of all pairs, or of as many as are compared at most. */
  private static int[][] pairs(int[] rows, long all) {
    int count = (int) Math.min(all, TableAgreement.MOST_PAIRS);
    var first = new int[count];
    var second = new int[count];
    if (count < all) {
      var random = new SplittableRandom(SEED);
      for (int pair = 0; pair < count; pair++) {
        int i = random.nextInt(rows.length);
        int j = random.nextInt(rows.length - 1);
        first[pair] = rows[i];
        second[pair] = rows[j < i ? j : j + 1];
      }
      return new int[][] {first, second};
    }
    int pair = 0;
    for (int i = 0; i < rows.length; i++) {
      for (int j = i + 1; j < rows.length; j++) {
        first[pair] = rows[i];
        second[pair++] = rows[j];
      }
    }
    return new int[][] {first, second};
  }

  private List<Word> perWord(int[] columnsOfA, int[] columnsOfB) {
    var words = new ArrayList<Word>();
    progress.begin("words", "words", a.words().size());
    for (int w = 0; w < a.words().size(); w++) {
      double[] x = taken(a.row(w), columnsOfA);
      double[] y = taken(b.row(w), columnsOfB);
      words.add(new Word(a.words().get(w), cosine(x, y), spearman(x, y)));
      progress.advance(1);
    }
    progress.end();
    return words;
  }

  /** NaN where either vector is all zero. */
  private static double cosine(double[] first, double[] second) {
    double[] x = unit(first);
    double[] y = unit(second);
    return dot(x, x) > 0 && dot(y, y) > 0 ? rounded(dot(x, y)) : Double.NaN;
  }

  /** The vector at length 1, by way of its largest part, so that squares stay in range. */
  private static double[] unit(double[] vector) {
    double largest = 0;
    for (double value : vector) {
      largest = Math.max(largest, Math.abs(value));
    }
    double squares = 0;
    for (double value : vector) {
      squares += largest == 0 ? 0 : value / largest * (value / largest);
    }
    double length = largest * Math.sqrt(squares);
    return Arrays.stream(vector).map(value -> length == 0 ? 0 : value / length).toArray();
  }

  /** The cosines of pairs of rows, none of them all zero. */
  private double[] cosines(FeatureSpace space, int[][] pairs) {
    double[][] unit =
        IntStream.range(0, space.words().size())
            .mapToObj(w -> unit(space.row(w)))
            .toArray(double[][]::new);
    var cosines = new double[pairs[0].length];
    progress.begin("similarities in " + space.name(), "pairs", cosines.length);
    for (int pair = 0; pair < cosines.length; pair++) {
      cosines[pair] = rounded(dot(unit[pairs[0][pair]], unit[pairs[1][pair]]));
      if (pair % STEP == STEP - 1) {
        progress.advance(STEP);
      }
    }
    progress.advance(cosines.length % STEP);
    progress.end();
    return cosines;
  }

  private static double rounded(double cosine) {
    return Math.rint(cosine * ROUNDING) / ROUNDING + 0.0; // -0 is no rank of its own
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

  /** Ranks from 1, ties at their mean, less the mean of all. */
  private static double[] centredRanks(double[] values) {
    double[] sorted = values.clone();
    Arrays.sort(sorted);
    double mean = (values.length + 1) / 2.0;
    var ranks = new double[values.length];
    for (int i = 0; i < values.length; i++) {
      int below = countBelow(sorted, values[i], false);
      int upTo = countBelow(sorted, values[i], true);
      ranks[i] = (below + 1 + upTo) / 2.0 - mean;
    }
    return ranks;
  }

  /** How many of the sorted values are smaller, or at most as large. */
  private static int countBelow(double[] sorted, double value, boolean equalsToo) {
    int low = 0;
    int high = sorted.length;
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (sorted[middle] < value || equalsToo && sorted[middle] == value) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low;
  }

  private static double[] taken(double[] row, int[] columns) {
    return IntStream.of(columns).mapToDouble(column -> row[column]).toArray();
  }
}
