package org.mitchell.analysis;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.mitchell.encoding.Scale;
import org.mitchell.features.SideBySide;
import org.mitchell.files.InputException;
import org.mitchell.files.Remedy;
import org.mitchell.text.Counted;

/**
 * What in the features of some words says nothing: columns that are the same for all words, columns
 * that are the same as others, and words that have the same vector once scaled, which no model can
 * tell apart.
 *
 * @param words how many words there are
 * @param scale how the vectors are scaled before they are compared
 * @param constant features with one value for all words
 * @param sameFeatures groups of features with the same values
 * @param sameWords groups of words with the same scaled vector
 * @param zeroWords words whose features are all zero
 * @param alikeSpaces of several feature spaces those in which all words have the same scaled vector
 */
public record UninformativeFeatures(
    int words,
    Scale scale,
    List<String> constant,
    List<List<String>> sameFeatures,
    List<List<String>> sameWords,
    List<String> zeroWords,
    List<String> alikeSpaces) {
  private static final int MOST_NAMED = 5;

  /** Vectors of length 1 that differ by less are the same: rounding must not tell words apart. */
  private static final double ROUNDING = 1e12;

  /**
   * @param rawFeatures unscaled, words x features
   */
  public static UninformativeFeatures of(
      List<String> words, List<String> features, double[][] rawFeatures, Scale scale) {
    return of(words, features, rawFeatures, scale, SideBySide.ONE);
  }

  /** As above, of several feature spaces side by side. */
  public static UninformativeFeatures of(
      List<String> words,
      List<String> features,
      double[][] rawFeatures,
      Scale scale,
      SideBySide spaces) {
    List<Integer> widths = spaces.several() ? spaces.widths() : List.of(features.size());
    double[][] columns = columns(rawFeatures, features.size());
    List<String> constant =
        IntStream.range(0, columns.length)
            .filter(f -> bits(columns[f]).stream().distinct().count() == 1)
            .mapToObj(features::get)
            .toList();
    List<double[]> rows = Arrays.asList(rawFeatures);
    return new UninformativeFeatures(
        words.size(),
        scale,
        constant,
        groups(features, Arrays.stream(columns).map(UninformativeFeatures::bits).toList()),
        groups(words, rows.stream().map(row -> key(row, scale, widths)).toList()),
        IntStream.range(0, rawFeatures.length)
            .filter(w -> Arrays.stream(rawFeatures[w]).allMatch(value -> value == 0))
            .mapToObj(words::get)
            .toList(),
        alike(rows, scale, spaces));
  }

  private static List<String> alike(List<double[]> rows, Scale scale, SideBySide spaces) {
    var alike = new ArrayList<String>();
    int from = 0;
    for (SideBySide.Part part : spaces.parts()) {
      int first = from;
      int behind = from + part.width();
      boolean same =
          rows.stream()
                  .map(row -> Arrays.copyOfRange(row, first, behind))
                  .map(row -> key(row, scale, List.of(row.length)))
                  .distinct()
                  .count()
              == 1;
      if (same) {
        alike.add(part.label());
      }
      from = behind;
    }
    return List.copyOf(alike);
  }

  /** Of the words and features that were brought together. */
  public static UninformativeFeatures of(SharedWords words, Scale scale) {
    return of(
        words.responses().words(),
        words.featureSpace().features(),
        words.rawFeatures(),
        scale,
        words.featureSpace().parts());
  }

  /** Whether nothing tells any two words apart. */
  public boolean allWordsAreTheSame() {
    return sameWords.size() == 1 && sameWords.get(0).size() == words;
  }

  /**
   * @param space what messages call the features
   * @throws InputException if nothing tells any two words apart, with what to do
   */
  public void requireDifferences(String space) {
    requireDifferences(space, Remedy.OTHER_SCALE);
  }

  /**
   * As {@link #requireDifferences(String)}.
   *
   * @param otherwise what helps where words differ in length alone
   */
  public void requireDifferences(String space, Remedy otherwise) {
    if (!allWordsAreTheSame()) {
      requireDifferentSpaces();
      return;
    }
    String equal = "the vectors of all %d words are equal, so that every pair of words would tie";
    throw scale == Scale.UNIT
        ? new InputException(
            ("%s: scaled to unit length " + equal).formatted(space, words), otherwise)
        : new InputException(
            ("%s: " + equal + ". Give features that differ between words").formatted(space, words));
  }

  private void requireDifferentSpaces() {
    if (!alikeSpaces.isEmpty()) {
      throw new InputException(
          "%s: %sthe vectors of all %d words are equal, so that this feature space says nothing beside the others. Leave it out"
              .formatted(
                  String.join(", ", alikeSpaces),
                  scale == Scale.UNIT ? "scaled to unit length " : "",
                  words));
    }
  }

  /** A line for each kind that was found, with how many there are. */
  public List<String> notes() {
    var notes = new ArrayList<String>();
    if (!constant.isEmpty()) {
      notes.add(
          "%s %s the same value for all words: %s"
              .formatted(
                  Counted.of(constant.size(), "feature"),
                  Counted.verb(constant.size(), "has", "have"),
                  some(constant)));
    }
    if (!sameFeatures.isEmpty()) {
      notes.add(
          "%d features have the values of another: %s"
              .formatted(members(sameFeatures), groups(sameFeatures)));
    }
    if (!sameWords.isEmpty()) {
      notes.add(
          "%d words have the vector of another%s, so that nothing tells them apart and their pairs tie: %s"
              .formatted(
                  members(sameWords),
                  scale == Scale.UNIT ? ", once of unit length" : "",
                  groups(sameWords)));
    }
    if (!zeroWords.isEmpty()) {
      notes.add(
          "%s %s zero in all features, and used as %s: %s"
              .formatted(
                  Counted.of(zeroWords.size(), "word"),
                  Counted.verb(zeroWords.size(), "is", "are"),
                  Counted.verb(zeroWords.size(), "it stands", "they stand"),
                  some(zeroWords)));
    }
    return notes;
  }

  /** What outputs for programs say: names in full. */
  public Map<String, Object> toMap() {
    var map = new LinkedHashMap<String, Object>();
    map.put("constant", constant);
    map.put("sameFeatures", sameFeatures);
    map.put("sameWords", sameWords);
    map.put("zeroWords", zeroWords);
    return map;
  }

  private static double[][] columns(double[][] rows, int count) {
    var columns = new double[count][rows.length];
    for (int w = 0; w < rows.length; w++) {
      for (int f = 0; f < count; f++) {
        columns[f][w] = rows[w][f];
      }
    }
    return columns;
  }

  /** Names with equal keys, in groups of two or more. */
  private static List<List<String>> groups(List<String> names, List<List<Long>> keys) {
    var byKey = new LinkedHashMap<List<Long>, List<String>>();
    for (int i = 0; i < names.size(); i++) {
      byKey.computeIfAbsent(keys.get(i), key -> new ArrayList<>()).add(names.get(i));
    }
    return byKey.values().stream().filter(group -> group.size() > 1).map(List::copyOf).toList();
  }

  private static List<Long> key(double[] row, Scale scale, List<Integer> widths) {
    if (scale != Scale.UNIT) {
      return bits(row);
    }
    var key = new ArrayList<Long>();
    int from = 0;
    for (int width : widths) {
      double[] part = Arrays.copyOfRange(row, from, from + width);
      double length = Math.sqrt(Arrays.stream(part).map(value -> value * value).sum());
      for (double value : part) {
        key.add(length == 0 ? 0 : Math.round(value / length * ROUNDING));
      }
      from += width;
    }
    return key;
  }

  private static List<Long> bits(double[] values) {
    // Adding 0 makes -0 the same as 0.
    return boxed(Arrays.stream(values).mapToLong(value -> Double.doubleToLongBits(value + 0.0)));
  }

  private static List<Long> boxed(LongStream values) {
    return values.boxed().toList();
  }

  private static int members(List<List<String>> groups) {
    return groups.stream().mapToInt(List::size).sum();
  }

  private static String groups(List<List<String>> groups) {
    return some(groups.stream().map(group -> some(group, " = ")).toList());
  }

  private static String some(List<String> names) {
    return some(names, ", ");
  }

  private static String some(List<String> names, String between) {
    String first = String.join(between, names.subList(0, Math.min(MOST_NAMED, names.size())));
    return names.size() > MOST_NAMED ? first + between + "..." : first;
  }
}
