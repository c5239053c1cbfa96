package org.mitchell.corpus.words;

import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Path;

/**
 * Counts how often one word follows another, exactly; words are numbers. What does not fit in
 * memory goes to files, which go when this is closed. Belongs to one thread.
 */
public final class BigramCounts implements Closeable {
  private static final int MOST_IN_MEMORY = 1 << 20;

  private final WordTable table = new WordTable();
  private final SortedRuns runs;
  private final byte[] key = new byte[2 * Integer.BYTES];
  private final ByteBuffer numbers = ByteBuffer.wrap(key);

  /** Hears of every pair once, in the order of its numbers. */
  @FunctionalInterface
  public interface Sink {
    void bigram(int first, int second, long count) throws IOException;
  }

  /**
   * @param folder for the files
   */
  public BigramCounts(Path folder) throws IOException {
    this.runs = new SortedRuns(folder);
  }

  /**
   * One word was followed by another.
   *
   * @param first from 0
   * @param second from 0
   */
  public void add(int first, int second) throws IOException {
    numbers.putInt(0, first).putInt(Integer.BYTES, second);
    table.add(key, key.length, 1);
    if (table.size() >= MOST_IN_MEMORY) {
      runs.add(table);
    }
  }

  /** All is counted: adds up what there is of each pair. */
  public void forEach(Sink sink) throws IOException {
    if (table.size() > 0) {
      runs.add(table);
    }
    runs.forEach(
        (bytes, count) -> {
          var pair = ByteBuffer.wrap(bytes);
          sink.bigram(pair.getInt(), pair.getInt(), count);
        });
  }

  @Override
  public void close() throws IOException {
    runs.close();
  }
}
