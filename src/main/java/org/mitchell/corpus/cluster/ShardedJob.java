package org.mitchell.corpus.cluster;

import java.io.Serializable;
import java.util.List;

/**
 * Work for a cluster: each shard is a task of its own, so shards of about equal size keep all
 * machines busy to the end.
 *
 * @param shards in any order
 * @param counter what is done with them
 */
public record ShardedJob<S extends Serializable, R extends Serializable>(
    List<S> shards, ShardCounter<S, R> counter) implements ClusterJob<R> {
  public ShardedJob {
    shards = List.copyOf(shards);
  }

  @Override
  public R run(Cluster cluster) {
    return shards.isEmpty() ? counter.none() : cluster.sum(shards, counter);
  }
}
