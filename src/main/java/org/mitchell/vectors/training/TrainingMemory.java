package org.mitchell.vectors.training;

/**
 * How much memory a training takes, in bytes, with as many threads as have something to do: what is
 * pruned for it must not depend on their number.
 */
public final class TrainingMemory {
  /** An array of its own for each row, and the reference to it. */
  private static final long PER_ROW = 24;

  /** The word itself, its count, its place in tables. */
  private static final long PER_WORD = 150;

  /** A reference to each of its two rows and a count, for each thread that learns. */
  private static final long TABLES = 2L * 2 * Integer.BYTES * Rounds.MOST_PARTS;

  /** Classes, buffers and what is under way. */
  private static final long FIXED = 50L << 20;

  private final TrainingOptions options;

  public TrainingMemory(TrainingOptions options) {
    this.options = options;
  }

  /** For a vocabulary of so many words. */
  public long of(long words) {
    return FIXED + copies(words) + words * perWord();
  }

  /** The largest vocabulary that so many bytes are enough for; 0 where none is. */
  public int mostWords(long bytes) {
    long most = (bytes - FIXED - copies(Integer.MAX_VALUE)) / perWord();
    return (int) Math.max(0, Math.min(Integer.MAX_VALUE - 1, most));
  }

  /** What is enough for a vocabulary of two words, however many more there are. */
  public long least() {
    return FIXED + copies(Integer.MAX_VALUE) + 2 * perWord();
  }

  private long perWord() {
    return options.matrices() * (PER_ROW + (long) Float.BYTES * options.size()) + PER_WORD + TABLES;
  }

  /** Of rows that blocks learn on, at most; without locks they learn on the rows themselves. */
  private long copies(long words) {
    long rows = Math.min(words, EncodedText.MOST * (1L + options.negative()));
    long bytes = rows * (PER_ROW + (long) Float.BYTES * options.size());
    return options.lockFree() ? 0 : Rounds.MOST_PARTS * bytes;
  }
}
