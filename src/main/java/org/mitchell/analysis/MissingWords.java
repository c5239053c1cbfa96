package org.mitchell.analysis;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Who lacks a word that some analyses have: a participant in every space, a space for every
 * participant, or one participant in one space.
 */
final class MissingWords {
  private static final int MOST_NAMED = 10;

  /**
   * An analysis by its names.
   *
   * @param words that it has
   */
  record Named(String participant, String space, Set<String> words) {}

  private final List<Named> analyses;
  private final Set<String> participants;
  private final Set<String> spaces;

  private MissingWords(List<Named> analyses) {
    this.analyses = analyses;
    this.participants = names(analyses, Named::participant);
    this.spaces = names(analyses, Named::space);
  }

  private static Set<String> names(List<Named> analyses, Function<Named, String> name) {
    return analyses.stream().map(name).collect(Collectors.toCollection(LinkedHashSet::new));
  }

  /** The words that some lack, each with who does: {@code P2}, {@code glove, P3 with verbs}. */
  static Map<String, String> of(List<Named> analyses) {
    var missing = new MissingWords(analyses);
    var words = new LinkedHashMap<String, String>();
    for (Named analysis : analyses) {
      for (String word : analysis.words) {
        if (!words.containsKey(word)) {
          List<Named> without = missing.without(word);
          if (!without.isEmpty()) {
            words.put(word, missing.inWords(without));
          }
        }
      }
    }
    return words;
  }

  private List<Named> without(String word) {
    return analyses.stream().filter(analysis -> !analysis.words.contains(word)).toList();
  }

  private String inWords(List<Named> without) {
    List<String> allOfSpace =
        spaces.stream()
            .filter(space -> count(without, space, Named::space) == participants.size())
            .toList();
    List<String> allOfParticipant =
        participants.stream()
            .filter(one -> count(without, one, Named::participant) == spaces.size())
            .toList();
    var said = new ArrayList<>(participants.size() == 1 ? List.<String>of() : allOfParticipant);
    if (spaces.size() > 1) {
      said.addAll(allOfSpace);
    }
    without.stream()
        .filter(one -> !allOfSpace.contains(one.space))
        .filter(one -> !allOfParticipant.contains(one.participant))
        .forEach(one -> said.add(one.participant + " with " + one.space));
    return String.join(", ", said);
  }

  private static long count(List<Named> analyses, String name, Function<Named, String> of) {
    return analyses.stream().filter(analysis -> of.apply(analysis).equals(name)).count();
  }

  /** {@code bee, ant (not in P2); dog (not in glove)}; empty without any. */
  static String listed(Map<String, String> missing) {
    Map<String, List<String>> byWho =
        missing.keySet().stream()
            .collect(Collectors.groupingBy(missing::get, LinkedHashMap::new, Collectors.toList()));
    return byWho.entrySet().stream()
        .map(entry -> "%s (not in %s)".formatted(some(entry.getValue()), entry.getKey()))
        .collect(Collectors.joining("; "));
  }

  private static String some(Collection<String> words) {
    String first = words.stream().limit(MOST_NAMED).collect(Collectors.joining(", "));
    return words.size() > MOST_NAMED
        ? "%s, ... (%,d in all)".formatted(first, words.size())
        : first;
  }
}
