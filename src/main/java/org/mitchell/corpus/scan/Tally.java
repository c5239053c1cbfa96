package org.mitchell.corpus.scan;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import org.mitchell.corpus.Cooccurrences;
import org.mitchell.corpus.CorpusTotals;
import org.mitchell.corpus.Vocabulary;

/**
 * Sums of what counters have counted: pairs (nouns x verbs), words and text. Whole numbers, so the
 * tallies of parts add up to that of the whole in any order. Belongs to one thread.
 */
public final class Tally {
  private final int columns;
  private final long[] pairs;
  private final long[] nounTotals;
  private final long[] verbTotals;
  private CorpusTotals totals = CorpusTotals.NONE;

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
    add(pairs, other.pairs);
    add(nounTotals, other.nounTotals);
    add(verbTotals, other.verbTotals);
    addTotals(other.totals);
  }

  /** The sums as they are now, under the vocabulary's names. */
  public Cooccurrences cooccurrences(Vocabulary vocabulary) {
    return new Cooccurrences(
        vocabulary.nounNames(), vocabulary.verbNames(), pairs, nounTotals, verbTotals, totals);
  }

  /** Writes the sums, to be read back by {@link #readFrom}. */
  public void writeTo(DataOutput out) throws IOException {
    for (long[] sums : new long[][] {pairs, nounTotals, verbTotals}) {
      for (long sum : sums) {
        out.writeLong(sum);
      }
    }
    out.writeLong(totals.documents());
    out.writeLong(totals.tokens());
    out.writeLong(totals.pairs());
    out.writeLong(totals.bytes());
    out.writeLong(totals.malformed());
  }

  /** Takes over sums written by {@link #writeTo} for the same vocabulary. */
  public void readFrom(DataInput in) throws IOException {
    for (long[] sums : new long[][] {pairs, nounTotals, verbTotals}) {
      for (int i = 0; i < sums.length; i++) {
        sums[i] = in.readLong();
      }
    }
    totals =
        new CorpusTotals(in.readLong(), in.readLong(), in.readLong(), in.readLong(), in.readLong());
  }

  /** {@code more} pairs of this noun and this verb. */
  void addPairs(int noun, int verb, long more) {
    pairs[noun * columns + verb] += more;
  }

  /** {@code more} tokens that are this noun. */
  void addNoun(int noun, long more) {
    nounTotals[noun] += more;
  }

  /** {@code more} tokens that are this verb. */
  void addVerb(int verb, long more) {
    verbTotals[verb] += more;
  }

  void addTotals(CorpusTotals more) {
    totals = totals.plus(more);
  }

  private static void add(long[] sums, long[] others) {
    for (int i = 0; i < sums.length; i++) {
      sums[i] += others[i];
    }
  }
}
