package org.mitchell.spark;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInfo;
import org.mitchell.corpus.Cooccurrences;
import org.mitchell.corpus.CorpusTotals;
import org.mitchell.corpus.cluster.CorpusJob;
import org.mitchell.corpus.cluster.PartialCounts;
import org.mitchell.corpus.cluster.SparkCommand;
import org.mitchell.corpus.formats.CorpusFile;
import org.mitchell.corpus.formats.ReadingOptions;
import org.mitchell.corpus.formats.SkippedParts;
import org.mitchell.files.Json;
import org.mitchell.testing.EveryFormat;
import org.mitchell.testing.EveryFormat.Storage;
import tools.jackson.databind.JsonNode;

/** Every format in every compression on a cluster of two machines, each file in several tasks. */
class EveryFormatOnSparkTest {
  private static final long SHARD = 1000;

  private Path folder;
  private Path texts;

  @BeforeEach
  void everyFormatInEveryCompression(TestInfo test) throws IOException {
    folder = ClusterFolder.empty(test.getTestMethod().orElseThrow().getName()).toAbsolutePath();
    texts = Files.createDirectory(folder.resolve("texts"));
    for (var format : EveryFormat.values()) {
      for (var storage : Storage.values()) {
        format.write(texts, storage);
      }
    }
  }

  @Test
  void aClusterCountsEveryFormatAsPythonDoes() throws Exception {
    var files = new ArrayList<CorpusFile>();
    try (var all = Files.list(texts)) {
      all.sorted().forEach(file -> files.add(new CorpusFile(file)));
    }
    var job = new CorpusJob(EveryFormat.COUNTING, ReadingOptions.DEFAULT, false, files, SHARD);
    assertThat(job.job().shards()).hasSizeGreaterThan(files.size());

    try (var cluster = SparkCluster.start(folder, 2);
        var submitted = SubmittedJob.on(cluster, folder, job.job())) {
      var counts = job.counts(submitted.result(PartialCounts.class), new SkippedParts());

      assertSame(counts);
    }
  }

  /** As a user has it, with a bad block in one of the texts. */
  @Test
  void theCommandLineCountsOnAClusterAsOnThisMachine() throws Exception {
    Path damaged = EveryFormat.TEXT.write(folder, Storage.BZIP2);
    byte[] stored = Files.readAllBytes(damaged);
    stored[stored.length / 2] ^= 1;
    Files.write(damaged, stored);
    Path here = folder.resolve("here.tsv");
    Path there = folder.resolve("there.tsv");

    assertThat(count("here", damaged, here, List.of())).isZero();
    try (var cluster = SparkCluster.start(folder, 2)) {
      var engine =
          List.of(
              "--engine",
              "spark",
              "--master",
              cluster.master(),
              "--conf",
              "spark.executor.memory=512m",
              "--conf",
              "spark.driver.host=127.0.0.1");
      assertThat(count("there", damaged, there, engine)).isZero();
    }

    assertThat(there).hasSameBinaryContentAs(here);
    JsonNode expected = Json.read(folder.resolve("here.json"));
    JsonNode record = Json.read(folder.resolve("there.json"));
    for (String part :
        List.of("documents", "tokens", "pairs", "bytes", "malformedBytes", "nounTotals")) {
      assertThat(record.path(part)).as(part).isEqualTo(expected.path(part));
    }
    assertThat(record.path("skipped")).hasSize(1).isEqualTo(expected.path("skipped"));
    assertThat(record.path("provenance").path("inputs"))
        .isEqualTo(expected.path("provenance").path("inputs"));
  }

  /** The command of the jar that has the engine, which looks for the engine in a folder beside. */
  private int count(String name, Path damaged, Path out, List<String> engine) throws Exception {
    Path jar = folder.resolve("mitchell.jar");
    if (!Files.exists(jar)) {
      Files.copy(SparkCluster.BUILT.resolve("mitchell-spark.jar"), jar);
      Files.createSymbolicLink(folder.resolve("spark"), SparkCluster.BUILT.toAbsolutePath());
    }
    var words =
        new ArrayList<>(
            List.of(LoggedProcess.JAVA, "-cp", jar.toString(), "org.mitchell.cli.Mitchell"));
    words.addAll(List.of("corpus", "count", "--corpus", texts.toString(), damaged.toString()));
    words.addAll(List.of("--on-error", "skip", "--out", out.toString()));
    words.addAll(engine);
    try (var process =
        new LoggedProcess(new SparkCommand(words, Map.of()), folder.resolve(name + ".log"))) {
      return process.awaitEnd();
    }
  }

  /** Each corpus was counted once for every compression. */
  private static void assertSame(Cooccurrences counts) throws IOException {
    long times = Storage.values().length;
    var totals = CorpusTotals.NONE;
    for (var format : EveryFormat.values()) {
      totals = totals.plus(format.expected().totals());
    }
    assertThat(counts.totals().documents()).isEqualTo(times * totals.documents());
    assertThat(counts.totals().tokens()).isEqualTo(times * totals.tokens());
    assertThat(counts.totals().pairs()).isEqualTo(times * totals.pairs());
    assertThat(counts.totals().malformed()).isEqualTo(times * totals.malformed());
    for (int noun = 0; noun < counts.nouns().size(); noun++) {
      for (int verb = 0; verb < counts.verbs().size(); verb++) {
        long expected = 0;
        for (var format : EveryFormat.values()) {
          expected += times * format.expected().count(noun, verb);
        }
        assertThat(counts.count(noun, verb))
            .as("%s %s", counts.nouns().get(noun), counts.verbs().get(verb))
            .isEqualTo(expected);
      }
    }
  }
}
