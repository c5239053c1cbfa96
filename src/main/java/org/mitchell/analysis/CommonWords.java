package org.mitchell.analysis;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.mitchell.files.InputException;
import org.mitchell.fmri.Responses;
import org.mitchell.words.WordIndex;

/**
 * Several analyses, of participants or of feature spaces, brought down to the words that all of
 * them have: only figures of the same words can be averaged or compared.
 *
 * @param analyses the same ones with the common words alone, in their order
 * @param words the common words, in alphabetical order
 * @param dropped for each analysis that has more words ({@code P2 with verbs25}) the words it loses
 * @param spelling the words of the first analysis, common or not: all are spelled as these
 */
public record CommonWords(
    List<SharedWords> analyses,
    List<String> words,
    Map<String, List<String>> dropped,
    List<String> spelling) {
  private static final int MOST_NAMED = 10;

  /**
   * @param analyses at least one
   * @param requireAll whether an analysis with more words than all have is an error
   * @throws InputException if no word is common to all, or one is lost where all are required
   */
  public static CommonWords of(List<SharedWords> analyses, boolean requireAll) {
    List<SharedWords> alike = spelledAlike(analyses);
    Set<String> common = new LinkedHashSet<>(alike.get(0).responses().words());
    alike.forEach(analysis -> common.retainAll(analysis.responses().words()));
    var dropped = new LinkedHashMap<String, List<String>>();
    for (SharedWords analysis : alike) {
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
        alike.stream().map(analysis -> restricted(analysis, words)).toList(),
        words,
        dropped,
        alike.get(0).responses().words());
  }

  /**
   * Brings another version of one of the analyses, with the same words and perhaps more voxels,
   * down to the common words.
   */
  public SharedWords alike(SharedWords analysis) {
    return restricted(spelledAs(spelling, analysis), words);
  }

  /**
   * All of them with the words as the first spells them, by the rule of {@link WordIndex}: what one
   * participant saw as Celery is what another saw as celery.
   */
  private static List<SharedWords> spelledAlike(List<SharedWords> analyses) {
    List<String> first = analyses.get(0).responses().words();
    return analyses.stream().map(analysis -> spelledAs(first, analysis)).toList();
  }

  private static SharedWords spelledAs(List<String> first, SharedWords analysis) {
    var spellings = new LinkedHashMap<String, String>();
    WordIndex.of("the words of the first participant", first)
        .findEach(analysis.responses().words())
        .forEach((word, match) -> spellings.put(word, match.word()));
    if (spellings.entrySet().stream().allMatch(each -> each.getKey().equals(each.getValue()))) {
      return analysis;
    }
    Responses responses = analysis.responses().spelled(spellings);
    return new SharedWords(
        responses, analysis.featureSpace().forWords(responses.words()), analysis.dropped());
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
            .map(entry -> entry.getKey() + ": " + some(entry.getValue()))
            .toList());
  }

  private static String some(List<String> words) {
    String more = words.size() > MOST_NAMED ? ", ... (%,d in all)".formatted(words.size()) : "";
    return String.join(", ", words.subList(0, Math.min(MOST_NAMED, words.size()))) + more;
  }
}
