package org.mitchell.corpus.scan;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import org.mitchell.corpus.Cooccurrences;
import org.mitchell.corpus.CorpusTotals;
import org.mitchell.corpus.Vocabulary;

/**
 * What has been counted so far: pairs (nouns x verbs), words and text. Sums of whole numbers, so
 * the tallies of parts add up to that of the whole in any order. Belongs to one thread.
 */
public final class Tally {
  /** Enough for the processor to wait for many memory cells at once. */
  private static final int PENDING = 1 << 10;

  private final int columns;
  private final long[] pairs;

  /** Cells of {@link #pairs} that are still to grow, and by how much. */
  private final int[] pendingCells = new int[PENDING];

  private final long[] pendingAmounts = new long[PENDING];
  private int pending;

  private final long[] nounTotals;
  private final long[] verbTotals;
  private long documents;
  private long tokens;
  private long reach;
  private long bytes;
  private long malformed;

  /** How many times the text stands for that is being counted. */
  private long times = 1;

  /** Of nothing yet. */
  public Tally(Vocabulary vocabulary) {
    this(vocabulary.nouns().size(), vocabulary.verbs().size());
  }

  /** Of nothing yet, for so many nouns and verbs. */
  public Tally(int nouns, int verbs) {
    columns = verbs;
    pairs = new long[Math.multiplyExact(nouns, verbs)];
    nounTotals = new long[nouns];
    verbTotals = new long[verbs];
  }

  /** How many nouns are counted. */
  public int nouns() {
    return nounTotals.length;
  }

  /** How many verbs are counted. */
  public int verbs() {
    return verbTotals.length;
  }

  /** Adds what another has, of the same vocabulary. */
  public void add(Tally other) {
    addPending();
    other.addPending();
    add(pairs, other.pairs);
    add(nounTotals, other.nounTotals);
    add(verbTotals, other.verbTotals);
    documents += other.documents;
    tokens += other.tokens;
    reach = CorpusTotals.saturatedSum(reach, other.reach);
    bytes += other.bytes;
    malformed += other.malformed;
  }

  /** The sums as they are now, under the vocabulary's names. */
  public Cooccurrences cooccurrences(Vocabulary vocabulary) {
    addPending();
    return new Cooccurrences(
        vocabulary.nounNames(),
        vocabulary.verbNames(),
        pairs,
        nounTotals,
        verbTotals,
        new CorpusTotals(documents, tokens, reach, bytes, malformed));
  }

  /** Writes the sums, to be read back by {@link #readFrom}. */
  public void writeTo(DataOutput out) throws IOException {
    addPending();
    for (long[] sums : new long[][] {pairs, nounTotals, verbTotals}) {
      for (long sum : sums) {
        out.writeLong(sum);
      }
    }
    for (long sum : new long[] {documents, tokens, reach, bytes, malformed}) {
      out.writeLong(sum);
    }
  }

  /** Takes over sums written by {@link #writeTo} for the same vocabulary. */
  public void readFrom(DataInput in) throws IOException {
    for (long[] sums : new long[][] {pairs, nounTotals, verbTotals}) {
      for (int i = 0; i < sums.length; i++) {
        sums[i] = in.readLong();
      }
    }
    documents = in.readLong();
    tokens = in.readLong();
    reach = in.readLong();
    bytes = in.readLong();
    malformed = in.readLong();
  }

  /** What is added from here on, bytes excepted, counts so many times: the count of an n-gram. */
  void times(long repeats) {
    times = repeats;
  }

  long times() {
    return times;
  }

  /** {@code more} tokens that bear a form. */
  void addHits(int[] nouns, int[] verbs, long more) {
    for (int noun : nouns) {
      nounTotals[noun] += more;
    }
    for (int verb : verbs) {
      verbTotals[verb] += more;
    }
  }

  /** {@code more} pairs of a token that is this noun and another that is this verb. */
  void addPairs(int noun, int verb, long more) {
    if (pending == PENDING) {
      addPending();
    }
    pendingCells[pending] = noun * columns + verb;
    pendingAmounts[pending++] = more * times;
  }

  /** {@code more} pairs of a token that is a noun by one form and another, a verb by the other. */
  void addPairs(FormIndex forms, int nounForm, int verbForm, long more) {
    int noun = forms.noun(nounForm);
    int verb = forms.verb(verbForm);
    if ((noun | verb) >= 0) {
      addPairs(noun, verb, more);
    } else {
      addToAll(forms.nouns(nounForm), forms.verbs(verbForm), more);
    }
  }

  private void addPending() {
    for (int i = 0; i < pending; i++) {
      pairs[pendingCells[i]] += pendingAmounts[i];
    }
    pending = 0;
  }

  private void addToAll(int[] nouns, int[] verbs, long more) {
    for (int noun : nouns) {
      for (int verb : verbs) {
        addPairs(noun, verb, more);
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

  private static long product(long a, long b) {
    return Math.multiplyHigh(a, b) != 0 || a * b < 0 ? Long.MAX_VALUE : a * b;
  }

  private static void add(long[] sums, long[] others) {
    for (int i = 0; i < sums.length; i++) {
      sums[i] += others[i];
    }
  }
}
