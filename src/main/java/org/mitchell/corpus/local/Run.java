package org.mitchell.corpus.local;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.function.Supplier;
import org.mitchell.corpus.formats.FormatCounter;
import org.mitchell.corpus.formats.Piece;
import org.mitchell.corpus.scan.Tally;
import org.mitchell.jobs.Progress;

/** One counting under way, shared by the threads. */
final class Run {
  private final Supplier<ThreadCounters> newCounters;
  private final Optional<CheckpointFile> checkpoint;
  private final Supplier<Tally> newTally;
  private final Progress progress;

  private final ShardQueue queue;

  /** The complete shards of texts that are under way, by the number of the text. */
  private final Map<Integer, OrderedSegments> texts = new TreeMap<>();

  private final List<ThreadCounters> counters = new ArrayList<>();
  private final Tally countedBefore;

  /** Held for reading while a piece is counted, for writing while nothing may change. */
  private final ReadWriteLock pieces = new ReentrantReadWriteLock(true);

  /**
   * @param start where an earlier run stopped, or the beginning
   */
  Run(
      ShardQueue queue,
      RunState start,
      Supplier<Tally> newTally,
      Supplier<ThreadCounters> newCounters,
      Optional<CheckpointFile> checkpoint,
      Progress progress) {
    this.queue = queue;
    this.newCounters = newCounters;
    this.checkpoint = checkpoint;
    this.newTally = newTally;
    this.progress = progress;
    this.countedBefore = start.tally();
    this.texts.putAll(start.texts());
  }

  /** What each thread does. */
  void work() {
    var mine = newCounters.get();
    synchronized (this) {
      counters.add(mine);
    }
    var piece = new Piece();
    queue.workThrough(
        shard -> {
          while (!queue.isStopped() && countPiece(shard, mine, piece)) {
            if (checkpoint.isPresent()) {
              checkpoint.get().whenDue(() -> saveState(checkpoint.get()));
            }
          }
        });
  }

  /** What was counted in all, once the threads are done. */
  synchronized Tally total() {
    var total = newTally.get();
    total.add(countedBefore);
    counters.forEach(thread -> thread.addTo(total));
    return total;
  }

  /** Counts one piece of the shard; false when it has none left. */
  private boolean countPiece(ShardRun shard, ThreadCounters mine, Piece piece) throws IOException {
    pieces.readLock().lock();
    try {
      var taken = shard.take(piece);
      var counter = mine.of(shard.shard().layout().format());
      boolean complete;
      if (taken.number() == ShardRun.NONE) {
        complete = shard.completes();
      } else {
        var segment = counter.count(piece, shard.shard().name());
        complete = shard.add(taken.number(), segment, counter.seam());
      }
      if (complete) {
        complete(shard, counter);
      }
      progress.advance(taken.consumed());
      return taken.number() != ShardRun.NONE;
    } catch (IOException | RuntimeException | Error e) {
      queue.stop(); // before anybody writes down a state in which this piece is missing
      throw e;
    } finally {
      pieces.readLock().unlock();
    }
  }

  /** Blocks until no piece is under way, then writes down where the counting stands. */
  private void saveState(CheckpointFile file) throws IOException {
    pieces.writeLock().lock();
    try {
      if (queue.isStopped()) {
        return;
      }
      synchronized (this) {
        ShardQueue.Standing standing = queue.standing();
        file.save(new RunState(total(), standing.nextUntouched(), texts, standing.open()));
      }
    } finally {
      pieces.writeLock().unlock();
    }
  }

  private synchronized void complete(ShardRun shard, FormatCounter counter) {
    queue.remove(shard);
    int number = shard.number().text();
    var text = texts.computeIfAbsent(number, n -> new OrderedSegments());
    text.add(shard.number().shard(), shard.segments().joined(), counter.seam());
    if (text.count() == queue.shardsOf(number)) {
      counter.seam().complete(text.joined());
      texts.remove(number);
    }
  }
}
