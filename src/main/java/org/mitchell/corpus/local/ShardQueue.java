package org.mitchell.corpus.local;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.mitchell.corpus.formats.Shard;
import org.mitchell.corpus.formats.ShardNumber;

/**
 * The shards of all texts, handed out to threads: untouched ones first and in their order, then
 * those that others are at and that have pieces left. Safe to call from several threads.
 */
final class ShardQueue implements AutoCloseable {
  private final List<List<Shard>> shards;
  private final ShardRun.Maker maker;
  private final Deque<ShardRun> resumed = new ArrayDeque<>();
  private final Set<ShardRun> underWay = new LinkedHashSet<>();
  private ShardNumber nextUntouched;
  private volatile boolean stopped;

  /**
   * @param shards of every text
   * @param nextUntouched the first shard to hand out
   * @param resumed shards before it that are to be gone on with
   */
  ShardQueue(
      List<List<Shard>> shards,
      ShardNumber nextUntouched,
      Map<ShardNumber, OrderedSegments> resumed,
      ShardRun.Maker maker) {
    this.shards = shards;
    this.nextUntouched = nextUntouched;
    this.maker = maker;
    resumed.forEach((number, segments) -> this.resumed.add(run(number, segments)));
  }

  /** Whether nothing is handed out any more: a thread has failed. */
  boolean isStopped() {
    return stopped;
  }

  /** Hands out nothing any more: a piece was taken, and may not have been counted. */
  void stop() {
    stopped = true;
  }

  /** A shard that has pieces left, if there is one. */
  private synchronized Optional<ShardRun> choose() {
    if (stopped) {
      return Optional.empty();
    }
    var fresh = resumed.isEmpty() ? untouched() : Optional.of(resumed.remove());
    if (fresh.isPresent()) {
      underWay.add(fresh.get());
      return fresh;
    }
    return underWay.stream().filter(shard -> !shard.hasEnded()).findFirst();
  }

  /** What a thread does with a shard that has pieces left. */
  @FunctionalInterface
  interface Work {
    void on(ShardRun shard) throws IOException;
  }

  /**
   * What each thread does: works on shards until none has pieces left. When it fails, nothing is
   * handed out to others either.
   *
   * @throws UncheckedIOException as the work throws an {@link IOException}
   */
  void workThrough(Work work) {
    try {
      for (var shard = choose(); shard.isPresent(); shard = choose()) {
        work.on(shard.get());
      }
    } catch (IOException e) {
      stop();
      throw new UncheckedIOException(e);
    } catch (RuntimeException | Error e) {
      stop();
      throw e;
    }
  }

  /** A shard is complete. */
  synchronized void remove(ShardRun shard) {
    underWay.remove(shard);
  }

  /** How many shards a text has. */
  int shardsOf(int text) {
    return shards.get(text).size();
  }

  /**
   * Where the queue stands.
   *
   * @param nextUntouched the first shard that nobody has taken
   * @param open the pieces of the shards before it that are not complete
   */
  record Standing(ShardNumber nextUntouched, Map<ShardNumber, OrderedSegments> open) {}

  /**
   * Both at one moment: a thread may take a shard at any time, and one that were untouched and
   * taken at once would be counted twice.
   */
  synchronized Standing standing() {
    var open = new TreeMap<ShardNumber, OrderedSegments>();
    resumed.forEach(shard -> open.put(shard.number(), shard.segments()));
    underWay.forEach(shard -> open.put(shard.number(), shard.segments()));
    return new Standing(nextUntouched, open);
  }

  @Override
  public synchronized void close() throws IOException {
    for (var shard : underWay) {
      shard.close();
    }
  }

  private Optional<ShardRun> untouched() {
    if (nextUntouched.text() == shards.size()) {
      return Optional.empty();
    }
    var number = nextUntouched;
    boolean lastOfText = number.shard() + 1 == shards.get(number.text()).size();
    nextUntouched =
        lastOfText
            ? new ShardNumber(number.text() + 1, 0)
            : new ShardNumber(number.text(), number.shard() + 1);
    return Optional.of(run(number, new OrderedSegments()));
  }

  private ShardRun run(ShardNumber number, OrderedSegments segments) {
    return maker.make(number, shards.get(number.text()).get(number.shard()), segments);
  }
}
