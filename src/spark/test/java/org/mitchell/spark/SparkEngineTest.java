package org.mitchell.spark;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInfo;
import org.mitchell.corpus.cluster.ShardedJob;
import org.mitchell.files.InputException;

/**
 * Jobs submitted as the command line does it, most to a real cluster whose machines are processes
 * on this one.
 */
class SparkEngineTest {
  private static final int SHARDS = 300;

  private Path folder;
  private Path text;
  private Path gate;

  @BeforeEach
  void aTextInAnEmptyFolder(TestInfo test) throws IOException {
    folder = ClusterFolder.empty(test.getTestMethod().orElseThrow().getName());
    gate = folder.resolve("gate");
    text = folder.resolve("text");
    byte[] bytes = new byte[3_000_017];
    new Random(1).nextBytes(bytes);
    Files.write(text, bytes);
  }

  private long[] expected() throws IOException {
    long[] counts = new long[256];
    for (byte b : Files.readAllBytes(text)) {
      counts[b & 0xff]++;
    }
    return counts;
  }

  @Test
  void aWorkerThatIsKilledMidwayChangesNothingInTheResult() throws Exception {
    int free = SHARDS / 2;
    try (var cluster = SparkCluster.start(folder, 2);
        var job = SubmittedJob.on(cluster, folder, LetterCounts.of(text, SHARDS, free, gate))) {
      job.awaitShards(free);
      assertThat(job.executorsWithResults()).isEqualTo(2);
      assertThat(cluster.killWorker(1)).as("the worker and its executor").isEqualTo(2);
      assertThat(job.isUnderWay()).isTrue();
      Files.createFile(gate);

      assertThat(job.result(long[].class)).isEqualTo(expected());
      assertThat(job.log()).contains("Lost executor");
    }
  }

  @Test
  void aShardThatCannotBeReadIsToldInItsOwnWords() throws Exception {
    try (var cluster = SparkCluster.start(folder, 1);
        var job = SubmittedJob.on(cluster, folder, LetterCounts.of(text, 4, 0, gate))) {
      job.awaitShards(0);
      Files.move(text, folder.resolve("moved"));
      Files.createFile(gate);
      assertThatThrownBy(() -> job.result(long[].class))
          .isInstanceOf(InputException.class)
          .hasMessageStartingWith(text + ": cannot be read: ");
    }
  }

  @Test
  void aJobOfNoShardsHasTheResultOfNone() throws Exception {
    var nothing = new ShardedJob<>(List.<LetterCounts.Slice>of(), new LetterCounts());
    try (var job = SubmittedJob.local(folder, nothing)) {
      assertThat(job.result(long[].class)).containsOnly(0).hasSize(256);
    }
  }
}
