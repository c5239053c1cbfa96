package org.mitchell.study;

import java.util.List;
import org.mitchell.derivatives.SavedFit;

/** Words to show by default: the paper's, where a model was trained on them. */
public final class ExampleWords {
  private static final List<String> PAPERS = List.of("celery", "airplane");

  private ExampleWords() {}

  /**
   * @param wanted what was asked for; may be empty
   * @param fit whose words they are
   */
  public static List<String> of(List<String> wanted, SavedFit fit) {
    return wanted.isEmpty() ? of(fit) : wanted.stream().distinct().toList();
  }

  /**
   * The paper's two words; where the model was not trained on them, the two whose scaled features
   * are least alike by their cosine, the first of the fit where several are. What came out of the
   * fit has no part in the choice.
   */
  public static List<String> of(SavedFit fit) {
    List<String> trained = fit.model().words();
    if (trained.containsAll(PAPERS)) {
      return PAPERS;
    }
    double[][] scaled = new double[trained.size()][];
    for (int w = 0; w < scaled.length; w++) {
      scaled[w] = fit.model().scaling().apply(fit.rawFeatures()[w]);
    }
    List<String> words = trained.subList(0, Math.min(PAPERS.size(), trained.size()));
    double least = Double.POSITIVE_INFINITY;
    for (int one = 0; one < scaled.length; one++) {
      for (int other = one + 1; other < scaled.length; other++) {
        // Not a number where all features of a word are zero, which is never less.
        double cosine = product(scaled[one], scaled[other]) / lengths(scaled[one], scaled[other]);
        if (cosine < least) {
          least = cosine;
          words = List.of(trained.get(one), trained.get(other));
        }
      }
    }
    return words;
  }

  private static double lengths(double[] one, double[] other) {
    return Math.sqrt(product(one, one) * product(other, other));
  }

  private static double product(double[] one, double[] other) {
    double sum = 0;
    for (int f = 0; f < one.length; f++) {
      sum += one[f] * other[f];
    }
    return sum;
  }
}
