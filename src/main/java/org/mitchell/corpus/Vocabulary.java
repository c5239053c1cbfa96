package org.mitchell.corpus;

import java.io.Serializable;
import java.util.HashSet;
import java.util.List;
import org.mitchell.corpus.forms.NounForms;
import org.mitchell.corpus.forms.VerbForms;
import org.mitchell.files.InputException;
import org.mitchell.words.WordForm;

/**
 * What is counted: nouns (the rows) against verbs (the columns), each a group of surface forms.
 *
 * <p>A form may belong to several groups and then counts for each: {@code saw} is the tool and the
 * past of see. A token that is both never meets itself.
 *
 * @param nouns the targets; names unique, at least one
 * @param verbs the contexts; names unique, at least one
 */
public record Vocabulary(List<WordGroup> nouns, List<WordGroup> verbs) implements Serializable {
  private static final int MOST_PAIRS = 200_000_000;

  /**
   * @throws InputException if a list is empty, a name comes twice, or there are more than 200
   *     million pairs (each thread holds a count for every pair)
   */
  public Vocabulary {
    nouns = unique(nouns, "noun");
    verbs = unique(verbs, "verb");
    if ((long) nouns.size() * verbs.size() > MOST_PAIRS) {
      throw new InputException(
          nouns.size()
              + " nouns x "
              + verbs.size()
              + " verbs are more than "
              + MOST_PAIRS
              + " pairs. Count a part of the nouns at a time");
    }
  }

  /** The vocabulary of plain words, with the forms that English spelling gives them. */
  public static Vocabulary of(
      List<String> nouns, NounForms nounForms, List<String> verbs, VerbForms verbForms) {
    return new Vocabulary(
        nouns.stream().map(noun -> new WordGroup(noun, nounForms.of(noun))).toList(),
        verbs.stream().map(verb -> new WordGroup(verb, verbForms.of(verb))).toList());
  }

  /** Row names. */
  public List<String> nounNames() {
    return nouns.stream().map(WordGroup::name).toList();
  }

  /** Column names. */
  public List<String> verbNames() {
    return verbs.stream().map(WordGroup::name).toList();
  }

  private static List<WordGroup> unique(List<WordGroup> groups, String kind) {
    if (groups.isEmpty()) {
      throw new InputException("at least one " + kind + " is needed");
    }
    var names = new HashSet<String>();
    for (var group : groups) {
      if (!names.add(WordForm.folded(group.name()))) {
        throw new InputException(
            "the " + kind + " '" + group.name() + "' is listed twice. Leave one out");
      }
    }
    return List.copyOf(groups);
  }
}
