package org.mitchell.analysis;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.mitchell.files.InputException;

/**
 * Several analyses, of participants or of feature spaces, brought down to the words that all of
 * them have: only figures of the same words can be averaged or compared.
 *
 * @param analyses the same ones with the common words alone, in their order
 * @param words the common words, in alphabetical order
 * @param dropped for each analysis that has more words ({@code P2 with verbs25}) the words it loses
 */
public record CommonWords(
    List<SharedWords> analyses, List<String> words, Map<String, List<String>> dropped) {
  /**
   * @param analyses at least one
   * @param requireAll whether an analysis with more words than all have is an error
   * @throws InputException if no word is common to all, or one is lost where all are required
   */
  public static CommonWords of(List<SharedWords> analyses, boolean requireAll) {
    Set<String> common = new LinkedHashSet<>(analyses.get(0).responses().words());
    analyses.forEach(analysis -> common.retainAll(analysis.responses().words()));
    var dropped = new LinkedHashMap<String, List<String>>();
    for (SharedWords analysis : analyses) {
      List<String> lost =
          analysis.responses().words().stream().filter(word -> !common.contains(word)).toList();
      if (!lost.isEmpty()) {
        dropped.put(name(analysis), lost);
      }
    }
    if (common.isEmpty()) {
      throw new InputException(
          "no word is common to %s. Give participants who saw the same words"
              .formatted(String.join(", ", analyses.stream().map(CommonWords::name).toList())));
    }
    if (requireAll && !dropped.isEmpty()) {
      throw new InputException(
          "not all have the same words: %s. Without --require-all the %d common words are used"
              .formatted(listed(dropped), common.size()));
    }
    List<String> words = List.copyOf(common);
    return new CommonWords(
        analyses.stream().map(analysis -> restricted(analysis, words)).toList(), words, dropped);
  }

  /** The lost words: {@code P2 with verbs25: airplane, ant; P3 with ...}; empty without any. */
  public String listOfDropped() {
    return listed(dropped);
  }

  private static SharedWords restricted(SharedWords analysis, List<String> words) {
    if (analysis.responses().words().equals(words)) {
      return analysis;
    }
    var dropped = new LinkedHashMap<>(analysis.dropped());
    var kept = new ArrayList<String>();
    for (String word : analysis.responses().words()) {
      if (words.contains(word)) {
        kept.add(word);
      } else {
        dropped.put(word, "not common to all");
      }
    }
    return new SharedWords(
        analysis.responses().select(kept), analysis.featureSpace().forWords(kept), dropped);
  }

  private static String name(SharedWords analysis) {
    return analysis.responses().participant() + " with " + analysis.featureSpace().name();
  }

  private static String listed(Map<String, List<String>> dropped) {
    return String.join(
        "; ",
        dropped.entrySet().stream()
            .map(entry -> entry.getKey() + ": " + String.join(", ", entry.getValue()))
            .toList());
  }
}
