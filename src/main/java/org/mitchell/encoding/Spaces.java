package org.mitchell.encoding;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * The feature spaces that stand side by side in the feature vectors of a model.
 *
 * @param widths how many features each has, in their order; none where there is one space, as wide
 *     as the vectors are
 * @param combination how they make one model; of no matter for one space
 */
public record Spaces(List<Integer> widths, Combination combination) {
  /** One space, of any width. */
  public static final Spaces ONE = new Spaces(List.of(), Combination.CONCATENATED);

  /**
   * @throws IllegalArgumentException for a single width, and for a space without features
   */
  public Spaces {
    widths = List.copyOf(widths);
    if (widths.size() == 1 || widths.stream().anyMatch(width -> width < 1)) {
      throw new IllegalArgumentException("two spaces or more with features, got " + widths);
    }
  }

  /** The vectors of several spaces one behind the other, words x features. */
  public static double[][] sideBySide(List<double[][]> spaces) {
    var rows = new double[spaces.get(0).length][];
    for (int w = 0; w < rows.length; w++) {
      int word = w;
      rows[w] = spaces.stream().flatMapToDouble(space -> Arrays.stream(space[word])).toArray();
    }
    return rows;
  }

  /**
   * The spaces that are left without one feature; a space that had it alone is gone.
   *
   * @param feature its number among the features of all spaces
   */
  public Spaces without(int feature) {
    if (!several()) {
      return this;
    }
    var left = new ArrayList<Integer>();
    int first = 0;
    for (int width : widths) {
      int own = width - (feature >= first && feature < first + width ? 1 : 0);
      if (own > 0) {
        left.add(own);
      }
      first += width;
    }
    return left.size() == 1 ? ONE : new Spaces(left, combination);
  }

  /** Whether there are several. */
  public boolean several() {
    return !widths.isEmpty();
  }

  /** Whether several make a stack, in which each has a model of its own. */
  public boolean stacked() {
    return several() && combination == Combination.STACKED;
  }

  /** Whether several have a penalty each in one model. */
  public boolean banded() {
    return several() && combination == Combination.BANDED;
  }

  /** How many there are. */
  public int count() {
    return several() ? widths.size() : 1;
  }

  /**
   * How many features each has.
   *
   * @param features how many they have together
   * @throws IllegalArgumentException if these spaces have another number
   */
  int[] widths(int features) {
    int[] own =
        several() ? widths.stream().mapToInt(width -> width).toArray() : new int[] {features};
    if (Arrays.stream(own).sum() != features) {
      throw new IllegalArgumentException(
          "vectors of %d features for spaces of %s".formatted(features, widths));
    }
    return own;
  }
}
