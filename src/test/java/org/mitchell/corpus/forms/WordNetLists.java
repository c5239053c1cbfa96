package org.mitchell.corpus.forms;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.mitchell.corpus.wordnet.WordNet;

/** The words of WordNet 3.1 and its lists of irregular forms, as they stand in its files. */
final class WordNetLists {
  private WordNetLists() {}

  /** The lemmas of one word of letters only, of index.verb or index.noun. */
  static Set<String> lemmas(String kind) throws IOException {
    var lemmas = new TreeSet<String>();
    for (String line : lines("index." + kind)) {
      String lemma = line.substring(0, line.indexOf(' '));
      if (lemma.matches("[a-z]+")) {
        lemmas.add(lemma);
      }
    }
    return lemmas;
  }

  /** Lemma to irregular forms, of the lines "ate eat" in verb.exc or noun.exc. */
  static Map<String, Set<String>> irregularForms(String kind) throws IOException {
    var byLemma = new HashMap<String, Set<String>>();
    for (String line : lines(kind + ".exc")) {
      String[] words = line.trim().split(" ");
      for (int i = 1; i < words.length; i++) {
        byLemma.computeIfAbsent(words[i], lemma -> new TreeSet<>()).add(words[0]);
      }
    }
    return byLemma;
  }

  private static List<String> lines(String file) throws IOException {
    var stream = WordNet.class.getResourceAsStream("/net/sf/extjwnl/data/wordnet/wn31/" + file);
    try (var lines = new BufferedReader(new InputStreamReader(stream, StandardCharsets.UTF_8))) {
      return lines.lines().filter(line -> !line.startsWith(" ")).toList();
    }
  }
}
