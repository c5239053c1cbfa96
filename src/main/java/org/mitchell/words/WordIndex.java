package org.mitchell.words;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.mitchell.files.InputException;

/**
 * The one rule of finding a word in a list: the very word; else the one that is the same in its
 * canonical form; else the one that is the same but for case. Where several are as close, none is
 * guessed.
 *
 * <p>Whoever takes a word for another ({@link WordMatch#exact} is false) says so to the user.
 */
public final class WordIndex {
  private final String list;
  private final List<String> words;
  private final Map<String, Integer> positions = new HashMap<>();

  /** Made when the first word is asked for that is not there as it stands. */
  private volatile Map<String, List<Integer>> alike = Map.of();

  private WordIndex(String list, Collection<String> words) {
    this.list = list;
    this.words = List.copyOf(words);
    for (int position = 0; position < this.words.size(); position++) {
      positions.putIfAbsent(this.words.get(position), position);
    }
  }

  /**
   * @param list what messages call the list, after "in": {@code features.csv}
   * @param words of a word that comes twice the first counts
   */
  public static WordIndex of(String list, Collection<String> words) {
    return new WordIndex(list, words);
  }

  /** Whether the list has the very word. */
  public boolean has(String word) {
    return positions.containsKey(word);
  }

  /** The very word; nothing where the list does not have it. */
  public Optional<WordMatch> exact(String word) {
    return Optional.ofNullable(positions.get(word))
        .map(position -> new WordMatch(word, word, position, WordMatch.Closeness.EXACT));
  }

  /**
   * The word of the list that a word stands for; nothing where there is none.
   *
   * @throws InputException if several are as close, with their spellings
   */
  public Optional<WordMatch> find(String asked) {
    Optional<WordMatch> same = exact(asked);
    if (same.isPresent()) {
      return same;
    }
    List<Integer> folded = alike().getOrDefault(WordForm.folded(asked), List.of());
    String canonical = WordForm.canonical(asked);
    List<Integer> close =
        folded.stream().filter(p -> WordForm.canonical(words.get(p)).equals(canonical)).toList();
    return close.isEmpty()
        ? theOnlyOne(asked, folded, WordMatch.Closeness.FOLDED)
        : theOnlyOne(asked, close, WordMatch.Closeness.CANONICAL);
  }

  /**
   * Finds several words at once, each a word of its own: a word of the list that is asked for as it
   * stands is taken for no other. Words that are not found are left out.
   *
   * @param asked each once
   * @return the matches by the words asked for, in their order
   * @throws InputException if several words of the list are as close, or two of the words asked for
   *     would be the same one
   */
  public Map<String, WordMatch> findEach(Collection<String> asked) {
    var taken = new HashSet<String>();
    asked.stream().filter(this::has).forEach(taken::add);
    var found = new LinkedHashMap<String, WordMatch>();
    var askedFor = new HashMap<String, String>();
    for (String word : asked) {
      Optional<WordMatch> match = find(word).filter(m -> m.exact() || !taken.contains(m.word()));
      if (match.isEmpty()) {
        continue;
      }
      String other = askedFor.putIfAbsent(match.get().word(), word);
      if (other != null) {
        throw new InputException(
            "'%s' and '%s' would both be taken for '%s' in %s. Spell one of them as it is there"
                .formatted(other, word, match.get().word(), list));
      }
      found.put(word, match.get());
    }
    return found;
  }

  private Optional<WordMatch> theOnlyOne(
      String asked, List<Integer> close, WordMatch.Closeness closeness) {
    if (close.size() > 1) {
      throw new InputException(
          "'%s' can be taken for %s in %s. Spell it as one of them"
              .formatted(
                  asked,
                  String.join(" and ", close.stream().map(p -> "'" + words.get(p) + "'").toList()),
                  list));
    }
    return close.stream().findFirst().map(p -> new WordMatch(asked, words.get(p), p, closeness));
  }

  private Map<String, List<Integer>> alike() {
    if (alike.isEmpty()) {
      var byFolded = new HashMap<String, List<Integer>>();
      positions.forEach(
          (word, position) -> {
            var one = List.of(position);
            byFolded.merge(WordForm.folded(word), one, WordIndex::inOrder);
          });
      alike = byFolded;
    }
    return alike;
  }

  private static List<Integer> inOrder(List<Integer> some, List<Integer> more) {
    var all = new ArrayList<>(some);
    all.addAll(more);
    all.sort(null);
    return List.copyOf(all);
  }
}
