package org.mitchell.spark;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.mitchell.corpus.words.CountedWord;
import org.mitchell.testing.OneProcess;
import org.mitchell.vectors.training.Architecture;
import org.mitchell.vectors.training.ClusterTraining;
import org.mitchell.vectors.training.TrainedVectors;
import org.mitchell.vectors.training.TrainingOptions;
import org.mitchell.vectors.training.TrainingVocabulary;

/** Word vectors trained on a cluster that loses a machine. */
class TrainingOnSparkTest {
  private static final int WORDS = 2_000;
  private static final int NUMBERS = 600_000;
  private static final int SENTENCE_END = -1;
  private static final int PARTS = 4;

  private Path folder;

  @BeforeEach
  void anEmptyFolder() throws IOException {
    folder = ClusterFolder.empty("training");
  }

  @Test
  void vectorsOfAClusterThatLosesAWorkerHaveTheBitsOfOneProcess() throws Exception {
    ClusterTraining job = job();
    TrainedVectors trained;
    try (var cluster = SparkCluster.start(folder, 2);
        var submitted = SubmittedJob.on(cluster, folder, job)) {
      submitted.awaitShards(2 * PARTS);
      assertThat(submitted.executorsWithResults()).isEqualTo(2);
      assertThat(cluster.killWorker(1)).as("the worker and its executor").isEqualTo(2);
      assertThat(submitted.isUnderWay()).isTrue();
      trained = submitted.result(TrainedVectors.class);
      assertThat(submitted.log()).contains("Lost executor", "train: ");
    }

    TrainedVectors here = job.run(new OneProcess());
    assertThat(trained.rows()).isDeepEqualTo(here.rows());
    assertThat(trained.losses()).isEqualTo(here.losses());
  }

  /** A text of random words, the rarer the higher their numbers. */
  private ClusterTraining job() throws IOException {
    var random = new Random(5);
    var counts = new long[WORDS];
    var bytes = ByteBuffer.allocate(NUMBERS * Integer.BYTES);
    for (int i = 0; i < NUMBERS; i++) {
      int word = i % 20 == 19 ? SENTENCE_END : (int) (WORDS * Math.pow(random.nextDouble(), 3));
      bytes.putInt(word);
      if (word != SENTENCE_END) {
        counts[word]++;
      }
    }
    Path text = Files.write(folder.resolve("text"), bytes.array()).toAbsolutePath();
    var words = new ArrayList<CountedWord>();
    for (int word = 0; word < WORDS; word++) {
      words.add(new CountedWord("w" + word, counts[word]));
    }
    var keeping =
        new ClusterTraining.Keeping(
            text.resolveSibling("state").toString(), Duration.ofHours(1), List.of(), false);
    return new ClusterTraining(
        new TrainingVocabulary(words),
        TrainingOptions.usual(Architecture.SKIP_GRAM),
        text.toString(),
        PARTS,
        keeping);
  }
}
