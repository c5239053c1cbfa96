package org.mitchell.features;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.mitchell.files.InputException;
import org.mitchell.text.Counted;
import org.mitchell.words.WordIndex;
import org.mitchell.words.WordMatch;

/**
 * A feature space with just the features of a model, in the model's order.
 *
 * @param space with the columns that the model needs, called as in the model
 * @param notes what the user should know of how the columns were found; empty where all have the
 *     very names
 */
public record ModelFeatures(FeatureSpace space, List<String> notes) {
  private static final int MOST_NAMED = 10;

  /**
   * Finds the features by name, whatever their order and whatever else the space has; by position
   * only where the columns of either have numbers for names.
   *
   * @param features the names of the model's features
   * @param model what messages call the model: {@code participant P1's model}
   * @throws InputException if a feature is missing, with the names of the missing ones
   */
  public static ModelFeatures of(FeatureSpace space, List<String> features, String model) {
    if (space.features().equals(features)) {
      return new ModelFeatures(space, List.of());
    }
    Map<String, WordMatch> found =
        WordIndex.of("the columns of " + space.name(), space.features()).findEach(features);
    if (found.size() == features.size()) {
      return byName(space, List.copyOf(found.values()), features);
    }
    boolean nameless = numbered(space.features()) || numbered(features);
    if (nameless && space.features().size() == features.size()) {
      int[] all = IntStream.range(0, features.size()).toArray();
      return new ModelFeatures(
          space.renamed(all, features),
          List.of(
              "%s: its %d columns are taken for the features of %s by their position, since there are no names to find them by"
                  .formatted(space.name(), all.length, model)));
    }
    throw missing(space, features, found, model);
  }

  private static ModelFeatures byName(
      FeatureSpace space, List<WordMatch> found, List<String> features) {
    var notes = new ArrayList<String>();
    List<String> otherwise =
        found.stream().filter(match -> !match.exact()).map(WordMatch::said).toList();
    if (!otherwise.isEmpty()) {
      notes.add("%s: among its columns, %s".formatted(space.name(), some(otherwise)));
    }
    int[] columns = found.stream().mapToInt(WordMatch::position).toArray();
    return new ModelFeatures(space.renamed(columns, features), List.copyOf(notes));
  }

  private static InputException missing(
      FeatureSpace space, List<String> features, Map<String, WordMatch> found, String model) {
    List<String> missing = features.stream().filter(name -> !found.containsKey(name)).toList();
    return new InputException(
        "%s: it has no column for %d of the %s of %s: %s. Its columns are %s; give a table with these features, in any order"
            .formatted(
                space.name(),
                missing.size(),
                Counted.of(features.size(), "feature"),
                model,
                some(missing),
                some(space.features())));
  }

  /** Whether names are but numbers of columns, those of vectors with a d before them. */
  private static boolean numbered(List<String> names) {
    return names.stream().allMatch(name -> name.matches("d?\\d{1,9}"));
  }

  private static String some(List<String> names) {
    return String.join(", ", names.subList(0, Math.min(MOST_NAMED, names.size())))
        + (names.size() > MOST_NAMED
            ? ", ... (%,d more)".formatted(names.size() - MOST_NAMED)
            : "");
  }
}
