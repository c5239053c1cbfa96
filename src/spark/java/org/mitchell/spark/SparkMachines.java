package org.mitchell.spark;

import java.io.Serializable;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.apache.spark.SparkFiles;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.broadcast.Broadcast;
import org.mitchell.corpus.cluster.Cluster;
import org.mitchell.corpus.cluster.ShardCounter;
import org.mitchell.corpus.cluster.SharedTask;

/**
 * Runs shards as Spark's tasks, one each.
 *
 * <p>A task that is run again, because its machine was lost or slow, counts once: only results of
 * tasks are taken, and Spark hands on one a task. Accumulators would count it twice.
 */
final class SparkMachines implements Cluster {
  private final JavaSparkContext spark;
  private final Set<Path> sent = new HashSet<>();

  SparkMachines(JavaSparkContext spark) {
    this.spark = spark;
  }

  @Override
  public <S extends Serializable, R extends Serializable> R sum(
      List<S> shards, ShardCounter<S, R> counter) {
    return spark
        .parallelize(shards, shards.size())
        .mapPartitions(some -> List.of(counter.count(some)).iterator())
        .aggregate(counter.none(), counter::plus, counter::plus);
  }

  @Override
  public <B extends Serializable, S extends Serializable, R extends Serializable> List<R> each(
      List<S> shards, Path file, B shared, SharedTask<B, S, R> task) {
    if (sent.add(file)) {
      spark.addFile(file.toString());
    }
    String name = file.getFileName().toString();
    Broadcast<B> everywhere = spark.broadcast(shared);
    try {
      return spark
          .parallelize(shards, shards.size())
          .map(shard -> task.run(Path.of(SparkFiles.get(name)), everywhere.value(), shard))
          .collect();
    } finally {
      everywhere.destroy();
    }
  }

  @Override
  public void say(String line) {
    System.err.println(line);
  }
}
