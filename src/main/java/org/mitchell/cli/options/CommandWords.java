package org.mitchell.cli.options;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * The command line as it was typed, for the provenance of what it makes, without what the result
 * does not depend on: where it goes, how many threads there were, what was printed, whether it went
 * on where it was killed. The same inputs then give the same bytes.
 */
final class CommandWords {
  private static final Set<String> FLAGS = Set.of("--json", "--quiet", "--debug", "--resume");
  private static final Set<String> WITH_VALUE = Set.of("--threads", "--out", "--checkpoint");

  private CommandWords() {}

  static List<String> meaningful(List<String> typed) {
    var words = new ArrayList<String>();
    for (int i = 0; i < typed.size(); i++) {
      String word = typed.get(i);
      String name = word.split("=", 2)[0];
      if (WITH_VALUE.contains(name)) {
        i += word.equals(name) ? 1 : 0;
      } else if (!FLAGS.contains(word)) {
        words.add(word);
      }
    }
    return words;
  }
}
