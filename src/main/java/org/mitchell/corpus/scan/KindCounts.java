package org.mitchell.corpus.scan;

import org.mitchell.corpus.CorpusTotals;

/**
 * What one counter has counted so far: tokens and pairs of tokens, by kinds of forms, and text.
 * Belongs to one thread.
 */
final class KindCounts {
  private final FormKinds kinds;

  /** How many tokens are of each kind. */
  private final long[] tokensOfKind;

  private final PairCounts pairs;
  private long documents;
  private long tokens;
  private long reach;
  private long bytes;
  private long malformed;

  /** How many times the text stands for that is being counted. */
  private long times = 1;

  KindCounts(FormKinds kinds) {
    this.kinds = kinds;
    this.tokensOfKind = new long[kinds.end()];
    this.pairs = new PairCounts(kinds);
  }

  /** What is added from here on, bytes excepted, counts so many times: the count of an n-gram. */
  void times(long repeats) {
    times = repeats;
  }

  /** A token of this kind. */
  void addToken(int kind) {
    tokensOfKind[kind] += times;
  }

  /** {@code more} pairs of a token of a noun's kind and another of a verb's kind. */
  void addPairs(int noun, int verb, long more) {
    pairs.add(noun, verb, more * times);
  }

  /** A pair of a noun with every verb among the kinds {@code from} .. {@code to - 1}. */
  void addPairs(int noun, int[] others, int from, int to) {
    if (times == 1) {
      pairs.addEach(noun, others, from, to);
    } else {
      for (int i = from; i < to; i++) {
        if (others[i] >= kinds.verbStart()) {
          pairs.add(noun, others[i], times);
        }
      }
    }
  }

  void addDocuments(long more) {
    documents += more * times;
  }

  void addBytes(long more) {
    bytes += more;
  }

  void addMalformed(long more) {
    malformed += more;
  }

  void addTokens(long more) {
    tokens += more * times;
  }

  /** Contexts that reach {@code ofEach} pairs each; both numbers from 0 up. */
  void addReach(long contexts, long ofEach) {
    reach = CorpusTotals.saturatedSum(reach, product(product(contexts, ofEach), times));
  }

  /** Adds all this to sums by nouns and verbs: each kind to all that it counts for. */
  void addTo(Tally sum) {
    sum.addTotals(new CorpusTotals(documents, tokens, reach, bytes, malformed));
    for (int kind = 1; kind < kinds.end(); kind++) {
      for (int noun : kinds.nouns(kind)) {
        sum.addNoun(noun, tokensOfKind[kind]);
      }
      for (int verb : kinds.verbs(kind)) {
        sum.addVerb(verb, tokensOfKind[kind]);
      }
    }
    for (int noun = 1; noun < kinds.nounEnd(); noun++) {
      for (int verb = kinds.verbStart(); verb < kinds.end(); verb++) {
        long count = pairs.get(noun, verb);
        if (count != 0) {
          addPairsTo(sum, noun, verb, count);
        }
      }
    }
  }

  private void addPairsTo(Tally sum, int noun, int verb, long count) {
    for (int row : kinds.nouns(noun)) {
      for (int column : kinds.verbs(verb)) {
        sum.addPairs(row, column, count);
      }
    }
  }

  private static long product(long a, long b) {
    return Math.multiplyHigh(a, b) != 0 || a * b < 0 ? Long.MAX_VALUE : a * b;
  }
}
