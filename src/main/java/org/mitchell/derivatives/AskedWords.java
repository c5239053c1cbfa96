package org.mitchell.derivatives;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.mitchell.files.InputException;
import org.mitchell.words.WordIndex;
import org.mitchell.words.WordMatch;
import org.mitchell.words.WordSum;

/**
 * Finds the words that a user asks a model about: among the words that it was trained on, whatever
 * their case, since a prediction of those must be by the model without them; others among the
 * features. A sum of words ({@code king - man + woman}) has the sum of their features.
 */
public final class AskedWords {
  private final SavedFit fit;
  private final UnseenWords unseen;
  private final WordIndex words;
  private final double[][] rawFeatures;

  public AskedWords(SavedFit fit, UnseenWords unseen) {
    this.fit = fit;
    this.unseen = unseen;
    this.words =
        WordIndex.of("the words of %s's model".formatted(fit.subject()), fit.model().words());
    this.rawFeatures = fit.rawFeatures();
  }

  /** The unscaled features of the words of the fit, words x features, not to be changed. */
  public double[][] rawFeatures() {
    return rawFeatures;
  }

  /**
   * A word that was asked for, or a sum of words.
   *
   * @param asked as it was asked for
   * @param word as the model spells it, or as the features do where it was not trained on it
   * @param trained whether the model was trained on it
   * @param rawVector its unscaled features, not to be changed
   * @param features what has them
   */
  public record Asked(
      String asked, String word, boolean trained, double[] rawVector, String features) {}

  /**
   * What was found.
   *
   * @param words in the order asked for, each once
   * @param dropped the words asked for that are nowhere, each with why it cannot be predicted
   * @param notes which word was taken for which, and where features are from
   */
  public record Found(List<Asked> words, Map<String, String> dropped, List<String> notes) {}

  /**
   * Finds all of the words.
   *
   * @param asked one that comes twice, in whatever spelling, counts once
   * @param given the features of words that the model was not trained on; nothing for those of the
   *     fit
   * @throws InputException if a word is neither the model's nor in the features, or can be taken
   *     for several
   */
  public Found find(List<String> asked, Optional<String> given) throws IOException {
    return found(asked, given, true);
  }

  /**
   * The word of the model that a word stands for.
   *
   * @throws InputException if it can be taken for several
   */
  public Optional<Asked> trained(String asked) throws IOException {
    return trained(asked, Optional.empty(), new ArrayList<>()).map(this::ofModel);
  }

  /**
   * As {@link #find}, without the words that are nowhere.
   *
   * @throws InputException if a word can be taken for several
   */
  public Found known(List<String> asked) throws IOException {
    return found(asked, Optional.empty(), false);
  }

  private Found found(List<String> asked, Optional<String> given, boolean all) throws IOException {
    var notes = new ArrayList<String>();
    var trained = new LinkedHashMap<String, WordMatch>();
    var sums = new LinkedHashMap<String, WordSum>();
    for (String text : asked) {
      if (words.exact(text).isEmpty()) {
        WordSum.parse(text).ifPresent(sum -> sums.put(text, sum));
      }
    }
    List<String> parts =
        asked.stream()
            .flatMap(t -> sums.containsKey(t) ? sums.get(t).words().stream() : Stream.of(t))
            .distinct()
            .toList();
    for (String word : parts) {
      trained(word, given, notes).ifPresent(match -> trained.put(word, match));
    }
    List<String> others = parts.stream().filter(word -> !trained.containsKey(word)).toList();
    UnseenWords.Known known = unseen.known(others, given, true);
    if (all && !known.dropped().isEmpty()) {
      throw unseen.failure(known.dropped().keySet().iterator().next(), known, given);
    }
    notes.addAll(known.notes());
    var found = new LinkedHashMap<String, Asked>();
    var each = new LinkedHashMap<String, Asked>();
    for (String word : parts) {
      if (trained.containsKey(word)) {
        each.put(word, ofModel(trained.get(word)));
      } else if (known.vectors().containsKey(word)) {
        var vector = known.vectors().get(word);
        each.put(word, new Asked(word, vector.spelled(), false, vector.raw(), vector.source()));
      }
    }
    var dropped = new LinkedHashMap<String, String>();
    for (String text : asked) {
      WordSum sum = sums.getOrDefault(text, new WordSum(List.of(text), List.of()));
      Optional<String> missing =
          sum.words().stream().filter(word -> !each.containsKey(word)).findFirst();
      if (missing.isEmpty()) {
        add(found, sums.containsKey(text) ? summed(text, sum, each, notes) : each.get(text));
      } else {
        String why = known.dropped().get(missing.get());
        dropped.put(text, sums.containsKey(text) ? missing.get() + " is " + why : why);
      }
    }
    return new Found(List.copyOf(found.values()), dropped, List.copyOf(notes));
  }

  /** The features of words that are added and taken away, as they are before any scaling. */
  private Asked summed(String text, WordSum sum, Map<String, Asked> each, List<String> notes) {
    var vector = new double[fit.model().featureNames().size()];
    for (String word : sum.plus()) {
      add(vector, 1, each.get(word).rawVector);
    }
    for (String word : sum.minus()) {
      add(vector, -1, each.get(word).rawVector);
    }
    if (fit.model().scaling().unitLength() && Arrays.stream(vector).allMatch(v -> v == 0)) {
      throw new InputException(
          "nothing is left of the sum '%s': all its features are zero".formatted(text));
    }
    List<Asked> all = sum.words().stream().map(each::get).distinct().toList();
    List<String> seen = all.stream().filter(Asked::trained).map(Asked::word).toList();
    if (!seen.isEmpty()) {
      notes.add("in the sum, the model was trained on " + String.join(" and ", seen));
    }
    String spelled =
        new WordSum(
                sum.plus().stream().map(word -> each.get(word).word).toList(),
                sum.minus().stream().map(word -> each.get(word).word).toList())
            .toString();
    String features =
        all.stream().map(Asked::features).distinct().collect(Collectors.joining(", "));
    return new Asked(text, spelled, false, vector, features);
  }

  private static void add(double[] sum, int sign, double[] vector) {
    for (int feature = 0; feature < sum.length; feature++) {
      sum[feature] += sign * vector[feature];
    }
  }

  private static void add(Map<String, Asked> found, Asked one) {
    found.putIfAbsent(one.word, one);
  }

  private Asked ofModel(WordMatch match) {
    double[] features = rawFeatures[match.position()];
    return new Asked(match.asked(), match.word(), true, features, fit.featureSource());
  }

  /** A word of other case is the model's, unless the features have a row of its own for it. */
  private Optional<WordMatch> trained(String asked, Optional<String> given, List<String> notes)
      throws IOException {
    Optional<WordMatch> match = words.find(asked);
    if (match.isEmpty() || match.get().exact()) {
      return match;
    }
    if (unseen.tellsApart(asked, match.get().word(), given)) {
      notes.add(
          "'%s' has a row of its own in the features, beside '%s', which the model was trained on"
              .formatted(asked, match.get().word()));
      return Optional.empty();
    }
    notes.add("%s, a word of the model".formatted(match.get().said()));
    return match;
  }
}
