package org.mitchell.corpus.cluster;

import java.io.Serializable;
import java.nio.file.Path;
import java.util.List;

/** The machines that do the tasks of a {@link ClusterJob}. */
public interface Cluster {
  /** The sum of the results of all shards, a task each, in any order. */
  <S extends Serializable, R extends Serializable> R sum(
      List<S> shards, ShardCounter<S, R> counter);

  /**
   * The results of all shards, a task each, in the order of the shards.
   *
   * @param file is there on every machine, wherever that keeps it
   * @param shared what all tasks need, sent to each machine once
   */
  <B extends Serializable, S extends Serializable, R extends Serializable> List<R> each(
      List<S> shards, Path file, B shared, SharedTask<B, S, R> task);

  /** Tells the user how it goes. */
  void say(String line);
}
