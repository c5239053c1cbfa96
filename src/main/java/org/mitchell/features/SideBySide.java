package org.mitchell.features;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The feature spaces that stand side by side in one.
 *
 * @param parts of the vectors, in their order; none where there is one space
 * @param lacking words that were asked for and have no row, each with the labels of the spaces that
 *     do not have it
 */
public record SideBySide(List<Part> parts, Map<String, List<String>> lacking) {
  /** One space. */
  public static final SideBySide ONE = new SideBySide(List.of(), Map.of());

  public SideBySide {
    parts = List.copyOf(parts);
    lacking = Map.copyOf(lacking);
  }

  /**
   * A space among others.
   *
   * @param width how many features it has
   */
  public record Part(String label, int width) {}

  /** Whether there are several. */
  public boolean several() {
    return !parts.isEmpty();
  }

  /** How many features each has; none where there is one space. */
  public List<Integer> widths() {
    return parts.stream().map(Part::width).toList();
  }

  /** What a feature of one of them is called among the others: {@code verbs.see}. */
  public static String qualified(String label, String feature) {
    return label + "." + feature;
  }

  /** Why a word has no row. */
  String absence(String word) {
    return lacking.containsKey(word)
        ? "not in " + String.join(" and ", lacking.get(word))
        : "not in the features";
  }

  /** Why a vector has no direction, where it has none in one of the spaces. */
  Optional<String> withoutDirection(double[] row) {
    if (!several()) {
      return zero(row, 0, row.length) ? Optional.of("all its features are zero") : Optional.empty();
    }
    int from = 0;
    for (Part part : parts) {
      if (zero(row, from, from + part.width)) {
        return Optional.of("all its features in %s are zero".formatted(part.label));
      }
      from += part.width;
    }
    return Optional.empty();
  }

  private static boolean zero(double[] row, int from, int to) {
    return Arrays.stream(row, from, to).allMatch(value -> value == 0);
  }

  /**
   * Those of some of the columns: spaces that keep all their features, in the order of the columns.
   *
   * @throws IllegalArgumentException if a space is torn apart
   */
  SideBySide ofColumns(int[] columns) {
    if (!several()) {
      return this;
    }
    var kept = new LinkedHashMap<String, Integer>();
    var order = new ArrayList<String>();
    for (int column : columns) {
      String label = labelOf(column);
      kept.merge(label, 1, Integer::sum);
      if (order.isEmpty() || !order.get(order.size() - 1).equals(label)) {
        order.add(label);
      }
    }
    if (order.size() != kept.size()) {
      throw new IllegalArgumentException("columns of " + order + ", a space in several places");
    }
    return new SideBySide(
        order.stream().map(label -> new Part(label, kept.get(label))).toList(), lacking);
  }

  private String labelOf(int column) {
    int behind = 0;
    for (Part part : parts) {
      behind += part.width;
      if (column < behind) {
        return part.label;
      }
    }
    throw new IllegalArgumentException("column " + column + " of " + behind);
  }
}
