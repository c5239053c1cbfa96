package org.mitchell.corpus;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** The slow obvious way: every pair of positions of every document. */
final class ReferenceCounter {
  private ReferenceCounter() {}

  static long[] count(Counting counting, String text) {
    var nouns = counting.vocabulary().nouns();
    var verbs = counting.vocabulary().verbs();
    var counts = new long[nouns.size() * verbs.size()];
    for (List<String> tokens : documents(counting.documents(), text)) {
      for (int i = 0; i < tokens.size(); i++) {
        for (int j = 0; j < tokens.size(); j++) {
          if (i == j || Math.abs(i - j) > counting.window().tokens()) {
            continue;
          }
          for (int n = 0; n < nouns.size(); n++) {
            for (int v = 0; v < verbs.size(); v++) {
              boolean meet =
                  nouns.get(n).forms().contains(tokens.get(i))
                      && verbs.get(v).forms().contains(tokens.get(j));
              counts[n * verbs.size() + v] += meet ? 1 : 0;
            }
          }
        }
      }
    }
    return counts;
  }

  static List<List<String>> documents(DocumentRule rule, String text) {
    String separator =
        switch (rule) {
          case FILE -> "(?!)";
          case PARAGRAPH -> "\n[ \t\r\f\u000b]*(?=\n)";
          case LINE -> "\n";
        };
    var documents = new ArrayList<List<String>>();
    for (String document : text.split(separator)) {
      var tokens = new ArrayList<String>();
      for (String token : document.split("\\P{L}+")) {
        if (!token.isEmpty()) {
          tokens.add(token.toLowerCase(Locale.ROOT));
        }
      }
      if (!tokens.isEmpty()) {
        documents.add(tokens);
      }
    }
    return documents;
  }
}
