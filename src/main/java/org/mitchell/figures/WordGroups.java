package org.mitchell.figures;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;

/**
 * Rows in the order to be shown: category by category, words of none last, in alphabetical order
 * within.
 *
 * @param groups at least one word each; a single group without a name where no word has a category
 */
record WordGroups(List<Group> groups) {
  /** What stands beside the words without a category, where others have one. */
  static final String OTHERS = "no category";

  private static final Comparator<String> ALPHABETICAL =
      String.CASE_INSENSITIVE_ORDER.thenComparing(Comparator.naturalOrder());

  /**
   * Words of one category.
   *
   * @param category its name; empty where no word has one
   */
  record Group(String category, List<String> words) {}

  WordGroups {
    groups = List.copyOf(groups);
  }

  /** Categories come in the order in which the map first names them. */
  static WordGroups of(List<String> words, Map<String, String> categories) {
    var byCategory = new LinkedHashMap<String, List<String>>();
    for (String category : new LinkedHashSet<>(categories.values())) {
      byCategory.put(category, new ArrayList<>());
    }
    var others = new ArrayList<String>();
    for (String word : words.stream().sorted(ALPHABETICAL).toList()) {
      String category = categories.get(word);
      (category == null ? others : byCategory.get(category)).add(word);
    }
    var groups = new ArrayList<Group>();
    byCategory.forEach((category, members) -> addGroup(category, members, groups));
    addGroup(groups.isEmpty() ? "" : OTHERS, others, groups);
    return new WordGroups(groups);
  }

  private static void addGroup(String category, List<String> words, List<Group> groups) {
    if (!words.isEmpty()) {
      groups.add(new Group(category, List.copyOf(words)));
    }
  }
}
