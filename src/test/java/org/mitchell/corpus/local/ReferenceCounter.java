package org.mitchell.corpus.local;

import java.util.List;
import org.mitchell.corpus.Counting;
import org.mitchell.corpus.DocumentRule;
import org.mitchell.corpus.WindowWeight;
import org.mitchell.corpus.WordGroup;
import org.mitchell.words.ReferenceTokens;

/** The slow obvious way: every pair of positions of every context, or of each of its n-grams. */
final class ReferenceCounter {
  private final Counting counting;
  private final long[] counts;
  private final long[] nounTotals;
  private final long[] verbTotals;
  private long documents;
  private long tokens;
  private long pairs;

  private ReferenceCounter(Counting counting) {
    this.counting = counting;
    int verbs = counting.vocabulary().verbs().size();
    this.counts = new long[counting.vocabulary().nouns().size() * verbs];
    this.nounTotals = new long[counting.vocabulary().nouns().size()];
    this.verbTotals = new long[verbs];
  }

  /** What a text holds; the counts nouns x verbs. */
  record Counted(
      long[] counts,
      long[] nounTotals,
      long[] verbTotals,
      long documents,
      long tokens,
      long pairs) {}

  static Counted count(Counting counting, String... texts) {
    var counter = new ReferenceCounter(counting);
    for (String text : texts) {
      counter.text(text);
    }
    return new Counted(
        counter.counts,
        counter.nounTotals,
        counter.verbTotals,
        counter.documents,
        counter.tokens,
        counter.pairs);
  }

  private void text(String text) {
    for (String document :
        ReferenceTokens.canonical(text).split(documentEnd(counting.documents()))) {
      documents += ReferenceTokens.of(document).isEmpty() ? 0 : 1;
      for (String context : contexts(document)) {
        var words = ReferenceTokens.of(context);
        tokens += words.size();
        words.forEach(this::word);
        if (counting.weight() == WindowWeight.FLAT) {
          pairs(words, counting.window().tokens());
        } else {
          int n = counting.window().tokens() + 1;
          for (int start = 0; start + n <= words.size(); start++) {
            pairs(words.subList(start, start + n), n);
          }
        }
      }
    }
  }

  private void word(String word) {
    add(word, counting.vocabulary().nouns(), nounTotals);
    add(word, counting.vocabulary().verbs(), verbTotals);
  }

  private static void add(String word, List<WordGroup> groups, long[] totals) {
    for (int g = 0; g < totals.length; g++) {
      totals[g] += groups.get(g).forms().contains(word) ? 1 : 0;
    }
  }

  private void pairs(List<String> words, int farthest) {
    var nouns = counting.vocabulary().nouns();
    var verbs = counting.vocabulary().verbs();
    for (int i = 0; i < words.size(); i++) {
      for (int j = 0; j < words.size(); j++) {
        if (i == j || Math.abs(i - j) > farthest) {
          continue;
        }
        pairs++;
        for (int n = 0; n < nouns.size(); n++) {
          for (int v = 0; v < verbs.size(); v++) {
            boolean meet =
                nouns.get(n).forms().contains(words.get(i))
                    && verbs.get(v).forms().contains(words.get(j));
            counts[n * verbs.size() + v] += meet ? 1 : 0;
          }
        }
      }
    }
  }

  private static String documentEnd(DocumentRule rule) {
    return switch (rule) {
      case FILE -> "(?!)";
      case PARAGRAPH -> "\n[ \t\r\f\u000b]*(?=\n)";
      case LINE -> "\n";
    };
  }

  private String[] contexts(String document) {
    return counting.sentenceBounded()
        ? document.split("(?<=[.!?\u2026][\"')\\]}\u2019\u201d\u00bb\u203a]{0,50})\\s+")
        : new String[] {document};
  }
}
