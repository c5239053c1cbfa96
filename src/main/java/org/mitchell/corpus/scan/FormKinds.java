package org.mitchell.corpus.scan;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.mitchell.corpus.Vocabulary;
import org.mitchell.corpus.WordGroup;

/**
 * The surface forms of a vocabulary by what they count for: forms that count for the same nouns and
 * the same verbs are of one kind, and counting knows kinds alone. A kind may count for several
 * nouns or verbs.
 *
 * <p>Kinds are numbered from 1, those that count for nouns only first, then those for both, then
 * those for verbs only: a kind's number says what it is.
 */
final class FormKinds {
  /** In place of a kind: no form. */
  static final int NONE = 0;

  /** The kind of every form. */
  private final Map<String, Integer> kindByForm = new LinkedHashMap<>();

  /** What the kinds count for, from kind 1 on. */
  private final List<Groups> groups;

  private final int verbStart;
  private final int nounEnd;

  /** The rows (nouns) and the columns (verbs) that a kind counts for. */
  private record Groups(List<Integer> nouns, List<Integer> verbs) {}

  /** A form counts for every group that has it. */
  static FormKinds of(Vocabulary vocabulary) {
    return of(vocabulary, "", "");
  }

  /**
   * Forms of nouns end in one mark and forms of verbs in another, so that the two never meet in one
   * form.
   */
  static FormKinds of(Vocabulary vocabulary, String nounMark, String verbMark) {
    return new FormKinds(
        groupsByForm(vocabulary.nouns(), nounMark), groupsByForm(vocabulary.verbs(), verbMark));
  }

  private FormKinds(Map<String, List<Integer>> nouns, Map<String, List<Integer>> verbs) {
    var numbers = new LinkedHashMap<Groups, Integer>();
    nouns.forEach(
        (form, rows) -> {
          if (!verbs.containsKey(form)) {
            add(form, new Groups(rows, List.of()), numbers);
          }
        });
    verbStart = 1 + numbers.size();
    nouns.forEach(
        (form, rows) -> {
          if (verbs.containsKey(form)) {
            add(form, new Groups(rows, verbs.get(form)), numbers);
          }
        });
    nounEnd = 1 + numbers.size();
    verbs.forEach(
        (form, columns) -> {
          if (!nouns.containsKey(form)) {
            add(form, new Groups(List.of(), columns), numbers);
          }
        });
    groups = List.copyOf(numbers.keySet());
  }

  private void add(String form, Groups counted, Map<Groups, Integer> numbers) {
    kindByForm.put(form, numbers.computeIfAbsent(counted, groups -> 1 + numbers.size()));
  }

  private static Map<String, List<Integer>> groupsByForm(List<WordGroup> groups, String mark) {
    var byForm = new LinkedHashMap<String, List<Integer>>();
    for (int g = 0; g < groups.size(); g++) {
      for (String form : groups.get(g).forms()) {
        byForm.computeIfAbsent(form + mark, f -> new ArrayList<>(1)).add(g);
      }
    }
    return byForm;
  }

  /** Every form, with its kind; not to be written to. */
  Map<String, Integer> forms() {
    return kindByForm;
  }

  /** Above every kind. */
  int end() {
    return 1 + groups.size();
  }

  /** Kinds from this number on count for verbs, others do not. */
  int verbStart() {
    return verbStart;
  }

  /** Kinds below this number count for nouns, others do not. */
  int nounEnd() {
    return nounEnd;
  }

  /** The rows that a kind counts for. */
  List<Integer> nouns(int kind) {
    return groups.get(kind - 1).nouns();
  }

  /** The columns that a kind counts for. */
  List<Integer> verbs(int kind) {
    return groups.get(kind - 1).verbs();
  }
}
