package org.mitchell.derivatives;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.mitchell.words.WordIndex;
import org.mitchell.words.WordMatch;

/**
 * Finds the words that a user asks a model about: among the words that it was trained on, whatever
 * their case, since a prediction of those must be by the model without them; others among the
 * features.
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
   * A word that was asked for.
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
    for (String word : asked) {
      trained(word, given, notes).ifPresent(match -> trained.put(word, match));
    }
    List<String> others =
        asked.stream().filter(word -> !trained.containsKey(word)).distinct().toList();
    UnseenWords.Known known = unseen.known(others, given, true);
    if (all && !known.dropped().isEmpty()) {
      throw unseen.failure(known.dropped().keySet().iterator().next(), known, given);
    }
    notes.addAll(known.notes());
    var found = new LinkedHashMap<String, Asked>();
    for (String word : asked) {
      if (trained.containsKey(word)) {
        add(found, ofModel(trained.get(word)));
      } else if (known.vectors().containsKey(word)) {
        var vector = known.vectors().get(word);
        add(found, new Asked(word, vector.spelled(), false, vector.raw(), vector.source()));
      }
    }
    return new Found(List.copyOf(found.values()), known.dropped(), List.copyOf(notes));
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
