package org.mitchell.corpus.scan;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.mitchell.corpus.Vocabulary;
import org.mitchell.corpus.WordGroup;

/**
 * The surface forms of a vocabulary, numbered, and what each counts for: rows (nouns) and columns
 * (verbs). A form may stand for several of either.
 */
final class FormIndex {
  /** In place of a row or column: the form counts for none. */
  static final int NONE = -1;

  /** In place of a row or column: the form counts for several. */
  static final int SEVERAL = -2;

  private final List<String> forms;
  private final int[][] nouns;
  private final int[][] verbs;

  /** The row of each form, or {@link #NONE} or {@link #SEVERAL}; likewise the column. */
  private final int[] noun;

  private final int[] verb;

  private FormIndex(List<String> forms, int[][] nouns, int[][] verbs) {
    this.forms = forms;
    this.nouns = nouns;
    this.verbs = verbs;
    this.noun = Arrays.stream(nouns).mapToInt(FormIndex::only).toArray();
    this.verb = Arrays.stream(verbs).mapToInt(FormIndex::only).toArray();
  }

  private static int only(int[] groups) {
    return groups.length == 0 ? NONE : groups.length == 1 ? groups[0] : SEVERAL;
  }

  /** A form counts for every group that has it. */
  static FormIndex of(Vocabulary vocabulary) {
    return of(vocabulary, "", "");
  }

  /**
   * Forms of nouns end in one mark and forms of verbs in another, so that the two never meet in one
   * form.
   */
  static FormIndex of(Vocabulary vocabulary, String nounMark, String verbMark) {
    var numbers = new LinkedHashMap<String, Integer>();
    number(vocabulary.nouns(), nounMark, numbers);
    number(vocabulary.verbs(), verbMark, numbers);
    return new FormIndex(
        List.copyOf(numbers.keySet()),
        groups(vocabulary.nouns(), nounMark, numbers),
        groups(vocabulary.verbs(), verbMark, numbers));
  }

  /** Every form once; its place in the list is its number. */
  List<String> forms() {
    return forms;
  }

  int size() {
    return forms.size();
  }

  /** The rows that a form counts for; not to be written to. */
  int[] nouns(int form) {
    return nouns[form];
  }

  /** The columns that a form counts for; not to be written to. */
  int[] verbs(int form) {
    return verbs[form];
  }

  /** The row that a form counts for, or {@link #NONE} or {@link #SEVERAL}. */
  int noun(int form) {
    return noun[form];
  }

  /** The column that a form counts for, or {@link #NONE} or {@link #SEVERAL}. */
  int verb(int form) {
    return verb[form];
  }

  private static void number(List<WordGroup> groups, String mark, Map<String, Integer> numbers) {
    for (var group : groups) {
      for (String form : group.forms()) {
        numbers.putIfAbsent(form + mark, numbers.size());
      }
    }
  }

  private static int[][] groups(List<WordGroup> groups, String mark, Map<String, Integer> numbers) {
    var byForm = new ArrayList<List<Integer>>();
    numbers.forEach((form, number) -> byForm.add(new ArrayList<>()));
    for (int g = 0; g < groups.size(); g++) {
      for (String form : groups.get(g).forms()) {
        byForm.get(numbers.get(form + mark)).add(g);
      }
    }
    return byForm.stream()
        .map(list -> list.stream().mapToInt(Integer::intValue).toArray())
        .toArray(int[][]::new);
  }
}
