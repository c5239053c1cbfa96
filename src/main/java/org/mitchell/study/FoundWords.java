package org.mitchell.study;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.mitchell.features.FeatureSpace;
import org.mitchell.text.Counted;
import org.mitchell.words.WordIndex;
import org.mitchell.words.WordMatch;

/** Says which words were taken for others. */
public final class FoundWords {
  private static final int MOST_NAMED = 10;

  private FoundWords() {}

  /** One line for the matches that are not exact, with how many there are; none without any. */
  public static List<String> otherwise(String where, Collection<WordMatch> matches) {
    List<String> said =
        matches.stream().filter(match -> !match.exact()).map(WordMatch::said).toList();
    return said.isEmpty() ? List.of() : List.of("%s: %s".formatted(where, some(said)));
  }

  /**
   * A line for the rows that a space spells otherwise than they were asked for, if there are any.
   */
  public static Optional<String> spellings(FeatureSpace space) {
    List<String> said =
        space.spellings().entrySet().stream()
            .map(each -> "'%s' is taken for '%s'".formatted(each.getKey(), each.getValue()))
            .toList();
    return said.isEmpty()
        ? Optional.empty()
        : Optional.of("%s in %s".formatted(some(said), space.name()));
  }

  private static String some(List<String> said) {
    String more =
        said.size() > MOST_NAMED
            ? ", ... (%s in all)".formatted(Counted.of(said.size(), "word"))
            : "";
    return String.join(", ", said.subList(0, Math.min(MOST_NAMED, said.size()))) + more;
  }

  /**
   * The categories of words by the rule of {@link WordIndex}, of those that have one.
   *
   * @param table words and their categories, as a file has them
   */
  public static Map<String, String> categories(List<String> words, Map<String, String> table) {
    var index = WordIndex.of("the categories", table.keySet());
    var categories = new LinkedHashMap<String, String>();
    for (String word : words) {
      index.find(word).ifPresent(match -> categories.put(word, table.get(match.word())));
    }
    return categories;
  }

  /** Notes for the user, the first ten and how many there are. */
  public static void say(Listener listener, List<String> notes) {
    notes.stream().limit(MOST_NAMED).forEach(listener::note);
    if (notes.size() > MOST_NAMED) {
      listener.note("... and %,d more such notes".formatted(notes.size() - MOST_NAMED));
    }
  }
}
