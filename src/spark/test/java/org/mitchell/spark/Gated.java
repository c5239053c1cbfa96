package org.mitchell.spark;

import java.io.Serializable;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import org.mitchell.corpus.cluster.ShardCounter;
import org.mitchell.corpus.cluster.ShardedJob;

/**
 * A shard of another job that is not counted before a file exists, so that a test knows what is
 * still to be done.
 */
record Gated<S extends Serializable>(S shard, String gate) implements Serializable {
  /**
   * The same job.
   *
   * @param free how many shards, from the first one on, do not wait
   */
  static <S extends Serializable, R extends Serializable> ShardedJob<Gated<S>, R> job(
      ShardedJob<S, R> job, int free, Path gate) {
    var shards = new ArrayList<Gated<S>>();
    for (var shard : job.shards()) {
      shards.add(new Gated<>(shard, shards.size() < free ? "" : gate.toString()));
    }
    return new ShardedJob<>(shards, new Counter<>(job.counter()));
  }

  private S open() {
    while (!gate.isEmpty() && !Files.exists(Path.of(gate))) {
      LockSupport.parkNanos(1_000_000);
    }
    return shard;
  }

  private record Counter<S extends Serializable, R extends Serializable>(ShardCounter<S, R> counter)
      implements ShardCounter<Gated<S>, R> {
    @Override
    public R none() {
      return counter.none();
    }

    @Override
    public R count(Iterator<Gated<S>> shards) {
      var open = new ArrayList<S>();
      shards.forEachRemaining(shard -> open.add(shard.open()));
      return counter.count(List.copyOf(open).iterator());
    }

    @Override
    public R plus(R one, R other) {
      return counter.plus(one, other);
    }
  }
}
