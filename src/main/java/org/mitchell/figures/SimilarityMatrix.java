package org.mitchell.figures;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.mitchell.features.FeatureSpace;

/**
 * How alike words are, a row and a column each, in the same order: category by category.
 *
 * @param title above the picture
 * @param words of the rows and columns of the matrix
 * @param categories word to category; other words come last
 * @param theme the page
 * @param similarities words x words, from -1 to 1. Not copied
 */
public record SimilarityMatrix(
    String title,
    List<String> words,
    Map<String, String> categories,
    double[][] similarities,
    Theme theme) {
  public SimilarityMatrix {
    words = List.copyOf(words);
    categories = Collections.unmodifiableMap(new LinkedHashMap<>(categories));
  }

  /**
   * Lays the picture out. Colours end at the largest absolute value of two different words; how
   * alike a word is to itself says nothing, and is left blank.
   */
  public Drawing drawing() {
    return map().drawing();
  }

  /** As {@link #drawing}, small: categories have labels, words have none. */
  public Drawing small(int cells) {
    return map().small(cells);
  }

  private HeatMap map() {
    List<String> ordered =
        WordGroups.of(words, categories).groups().stream()
            .flatMap(group -> group.words().stream())
            .toList();
    int[] numbers = ordered.stream().mapToInt(words::indexOf).toArray();
    var values = new double[numbers.length * numbers.length];
    double end = 0;
    for (int i = 0; i < numbers.length; i++) {
      for (int j = 0; j < numbers.length; j++) {
        double value = i == j ? Double.NaN : similarities[numbers[i]][numbers[j]];
        values[i * numbers.length + j] = value;
        end = i == j ? end : Math.max(end, Math.abs(value));
      }
    }
    var space = new FeatureSpace(title, ordered, ordered, values, Map.of());
    var scale = new ColourScale(theme.diverging(), end > 0 ? -end : -1, end > 0 ? end : 1, false);
    return new HeatMap(space, categories, title, scale, "cosine", theme);
  }
}
