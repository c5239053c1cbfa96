package org.mitchell.spark;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.mitchell.corpus.Cooccurrences;
import org.mitchell.corpus.Counting;
import org.mitchell.corpus.DocumentRule;
import org.mitchell.corpus.Vocabulary;
import org.mitchell.corpus.Window;
import org.mitchell.corpus.cluster.CorpusJob;
import org.mitchell.corpus.cluster.PartialCounts;
import org.mitchell.corpus.formats.CorpusFile;
import org.mitchell.corpus.formats.Damage;
import org.mitchell.corpus.formats.ReadingOptions;
import org.mitchell.corpus.formats.SkippedParts;
import org.mitchell.corpus.forms.NounForms;
import org.mitchell.corpus.forms.VerbForms;
import org.mitchell.corpus.local.LocalEngine;
import org.mitchell.jobs.Progress;
import org.mitchell.jobs.Workers;
import org.mitchell.paper.Paper;
import org.mitchell.testing.SharedData;

/** Several hundred MB of real text on a cluster that loses a machine. */
class CorpusOnSparkTest {
  private static final int REPEATS = 8;
  private static final long SHARD = 2 << 20;

  private final Counting counting =
      new Counting(
          Vocabulary.of(Paper.nouns(), NounForms.PLURAL, Paper.verbs(), VerbForms.THREE),
          Window.FIVE_GRAM,
          DocumentRule.PARAGRAPH);

  private Path folder;

  @BeforeEach
  void anEmptyFolder() throws IOException {
    folder = ClusterFolder.empty("corpus");
  }

  @AfterEach
  void withoutTheLargeText() throws IOException {
    Files.deleteIfExists(folder.resolve("gcide.txt"));
  }

  @Test
  void aCorpusCountedWithALossEqualsTheCountsOfOneMachine() throws Exception {
    var files = corpus();
    var job = new CorpusJob(counting, ReadingOptions.DEFAULT, false, files, SHARD);
    int tasks = job.job().shards().size();
    int free = tasks / 2;
    Path gate = folder.resolve("gate");

    Cooccurrences counts;
    try (var cluster = SparkCluster.start(folder, 2);
        var submitted = SubmittedJob.on(cluster, folder, Gated.job(job.job(), free, gate))) {
      submitted.awaitShards(free);
      assertThat(submitted.executorsWithResults()).isEqualTo(2);
      assertThat(cluster.killWorker(1)).as("the worker and its executor").isEqualTo(2);
      assertThat(submitted.isUnderWay()).isTrue();
      Files.createFile(gate);
      counts = job.counts(submitted.result(PartialCounts.class), new SkippedParts());
      assertThat(submitted.log()).contains("Lost executor");
    }

    assertThat(tasks).isGreaterThan(100);
    assertThat(counts.totals().bytes()).isGreaterThan(300_000_000);
    assertThat(counts).usingRecursiveComparison().isEqualTo(here(files));
  }

  private Cooccurrences here(List<CorpusFile> files) throws IOException {
    try (var workers = Workers.ofAllProcessors()) {
      return new LocalEngine(counting, ReadingOptions.DEFAULT, Damage.FAIL)
          .count(files, workers, Progress.NONE);
    }
  }

  /** A dictionary several times over as one plain file, and two zipped ones. */
  private List<CorpusFile> corpus() throws IOException {
    Path plain = folder.resolve("gcide.txt");
    try (var out = Files.newOutputStream(plain)) {
      for (int i = 0; i < REPEATS; i++) {
        try (var in =
            new GZIPInputStream(Files.newInputStream(SharedData.file("corpora/gcide.txt.gz")))) {
          in.transferTo(out);
        }
      }
    }
    return List.of(
        new CorpusFile(plain.toAbsolutePath()),
        new CorpusFile(absolute("corpora/brown.txt.gz")),
        new CorpusFile(absolute("corpora/wordnet-glosses.txt.gz")));
  }

  private static Path absolute(String name) {
    return SharedData.file(name).toAbsolutePath().normalize();
  }
}
