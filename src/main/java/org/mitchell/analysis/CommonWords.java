package org.mitchell.analysis;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.mitchell.files.InputException;
import org.mitchell.files.Remedy;
import org.mitchell.fmri.Responses;
import org.mitchell.words.WordIndex;

/**
 * Several analyses, of participants or of feature spaces, brought down to the words that all of
 * them have: only figures of the same words can be averaged or compared.
 *
 * @param analyses the same ones with the common words alone, in their order
 * @param words the common words, in alphabetical order
 * @param missing the words that some analyses lack, each with who does: {@code P2}, {@code glove}
 * @param spelling the words of the first analysis, common or not: all are spelled as these
 */
public record CommonWords(
    List<SharedWords> analyses,
    List<String> words,
    Map<String, String> missing,
    List<String> spelling) {
  /**
   * Analyses of one feature space, or of several that are called by their own names.
   *
   * @see #of(List, List, boolean)
   */
  public static CommonWords of(List<SharedWords> analyses, boolean requireAll) {
    return of(
        analyses,
        analyses.stream().map(analysis -> analysis.featureSpace().name()).toList(),
        requireAll);
  }

  /**
   * @param analyses at least one
   * @param spaces what the feature space of each is called
   * @param requireAll whether an analysis with more words than all have is an error
   * @throws InputException if no word is common to all, or one is lost where all are required
   */
  public static CommonWords of(
      List<SharedWords> analyses, List<String> spaces, boolean requireAll) {
    List<SharedWords> alike = spelledAlike(analyses);
    Set<String> common = new LinkedHashSet<>(alike.get(0).responses().words());
    var named = new ArrayList<MissingWords.Named>();
    for (int i = 0; i < alike.size(); i++) {
      Responses responses = alike.get(i).responses();
      common.retainAll(responses.words());
      named.add(
          new MissingWords.Named(
              responses.participant(), spaces.get(i), new LinkedHashSet<>(responses.words())));
    }
    if (common.isEmpty()) {
      throw new InputException(
          "no word is common to %s. Give participants who saw the same words"
              .formatted(
                  named.stream()
                      .map(one -> one.participant() + " with " + one.space())
                      .collect(Collectors.joining(", "))));
    }
    Map<String, String> missing = MissingWords.of(named);
    if (requireAll && !missing.isEmpty()) {
      throw new InputException(
          "not all have the same words: %s. %s"
              .formatted(MissingWords.listed(missing), Remedy.COMMON_WORDS.words(common.size())));
    }
    List<String> words = List.copyOf(common);
    return new CommonWords(
        alike.stream().map(analysis -> restricted(analysis, words)).toList(),
        words,
        missing,
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

  /** {@code airplane, ant (not in P2); dog (not in glove)}; empty without any. */
  public String listOfMissing() {
    return MissingWords.listed(missing);
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
}
