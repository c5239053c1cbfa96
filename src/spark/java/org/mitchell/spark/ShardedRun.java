package org.mitchell.spark;

import java.io.Serializable;
import java.util.List;
import org.apache.spark.api.java.JavaSparkContext;
import org.mitchell.corpus.cluster.ShardedJob;

/**
 * Runs the shards of a job as Spark's tasks, one each, and adds their results up on the driver as
 * they come in.
 *
 * <p>A task that is run again, because its machine was lost or slow, counts once: only results of
 * tasks are added, and Spark hands on one a task. Accumulators would count it twice.
 */
final class ShardedRun {
  private ShardedRun() {}

  static <S extends Serializable, R extends Serializable> R run(
      JavaSparkContext spark, ShardedJob<S, R> job) {
    if (job.shards().isEmpty()) {
      return job.counter().none();
    }
    var counter = job.counter(); // the job itself would carry all the shards to every machine
    return spark
        .parallelize(job.shards(), job.shards().size())
        .mapPartitions(shards -> List.of(counter.count(shards)).iterator())
        .aggregate(counter.none(), counter::plus, counter::plus);
  }
}
