package org.mitchell.corpus.words;

import java.io.Closeable;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.function.ToLongFunction;
import org.mitchell.corpus.language.TokenRule;

/**
 * Counts all words of a corpus exactly: what does not fit in memory goes to files, which are merged
 * in the end. Several threads may count, each with a {@link WordCounter} of its own.
 */
public final class Frequencies implements Closeable {
  private final SortedRuns runs;
  private final TokenRule rule;
  private final List<WordCounter> counters = new ArrayList<>();

  /**
   * @param folder for the files, which are deleted in the end
   */
  public Frequencies(Path folder) throws IOException {
    this(folder, TokenRule.USUAL);
  }

  /**
   * As above.
   *
   * @param rule what is a word
   */
  public Frequencies(Path folder, TokenRule rule) throws IOException {
    this.runs = new SortedRuns(folder);
    this.rule = rule;
  }

  /** For one more thread. */
  public synchronized WordCounter newCounter() {
    var counter = new WordCounter(runs, rule);
    counters.add(counter);
    return counter;
  }

  /**
   * Once all threads are done: the most frequent words but the first {@code skipped}; words of the
   * same count stand in the order of their code points.
   *
   * @param most how many words at most
   */
  public synchronized WordCounts mostFrequent(int skipped, int most) throws IOException {
    return mostFrequent(skipped, most, 1);
  }

  /**
   * As above, of the words that come at least {@code atLeast} times.
   *
   * @param most how many words at most
   */
  public synchronized WordCounts mostFrequent(int skipped, int most, long atLeast)
      throws IOException {
    for (var counter : counters) {
      counter.end();
    }
    var leastFirst = new PriorityQueue<>(CountedWord.MOST_FREQUENT_FIRST.reversed());
    long[] types = {0};
    runs.forEach(
        (bytes, count) -> {
          types[0]++;
          if (count < atLeast) {
            return;
          }
          var word = new CountedWord(new String(bytes, StandardCharsets.UTF_8), count);
          leastFirst.add(word);
          if (leastFirst.size() > (long) skipped + most) {
            leastFirst.remove();
          }
        });
    var words = new ArrayList<>(leastFirst);
    words.sort(CountedWord.MOST_FREQUENT_FIRST);
    return new WordCounts(
        words.subList(Math.min(skipped, words.size()), words.size()),
        types[0],
        sum(WordCounter::tokens),
        sum(WordCounter::bytes),
        sum(WordCounter::malformed));
  }

  /** Once all threads are done: how often each word comes, in no order that means anything. */
  public synchronized Map<String, Long> all() throws IOException {
    var counts = new HashMap<String, Long>();
    SortedRuns.Sink sink =
        (bytes, count) -> counts.merge(new String(bytes, StandardCharsets.UTF_8), count, Long::sum);
    runs.forEach(sink);
    for (var counter : counters) {
      counter.forEach(sink); // what fitted in memory need not be sorted and written
    }
    return counts;
  }

  private long sum(ToLongFunction<WordCounter> of) {
    return counters.stream().mapToLong(of).sum();
  }

  @Override
  public void close() throws IOException {
    runs.close();
  }
}
