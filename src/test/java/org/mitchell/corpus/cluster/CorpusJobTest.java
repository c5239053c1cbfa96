package org.mitchell.corpus.cluster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.mitchell.corpus.Cooccurrences;
import org.mitchell.corpus.Counting;
import org.mitchell.corpus.DocumentRule;
import org.mitchell.corpus.Vocabulary;
import org.mitchell.corpus.Window;
import org.mitchell.corpus.WindowWeight;
import org.mitchell.corpus.formats.CorpusFile;
import org.mitchell.corpus.formats.Damage;
import org.mitchell.corpus.formats.ReadingOptions;
import org.mitchell.corpus.formats.SkippedParts;
import org.mitchell.corpus.forms.NounForms;
import org.mitchell.corpus.forms.VerbForms;
import org.mitchell.corpus.local.LocalEngine;
import org.mitchell.files.InputException;
import org.mitchell.jobs.Progress;
import org.mitchell.jobs.Workers;

/** The job without a cluster: its tasks done here, in any order, and sent to and fro as bytes. */
class CorpusJobTest {
  private static final Vocabulary WORDS =
      Vocabulary.of(
          List.of("saw", "axe"), NounForms.PLURAL, List.of("see", "eat"), VerbForms.THREE);

  @TempDir private Path folder;

  @Test
  void tasksInAnyOrderGiveTheCountsOfOneMachine() throws Exception {
    var files = corpus();
    for (var rule : DocumentRule.values()) {
      var counting = new Counting(WORDS, Window.FIVE_GRAM, WindowWeight.NGRAM, rule, false);
      var expected = here(counting, files, Damage.FAIL);
      for (int size : new int[] {50, 1000, 100_000}) {
        var job = new CorpusJob(counting, ReadingOptions.DEFAULT, false, files, size);

        assertThat(job.counts(elsewhere(job, new Random(size)), new SkippedParts()))
            .as("%s, shards of %d", rule, size)
            .usingRecursiveComparison()
            .isEqualTo(expected);
      }
    }
  }

  @Test
  void whatIsPassedOverIsListed() throws Exception {
    var files = new ArrayList<>(corpus());
    byte[] zipped = Files.readAllBytes(files.get(2).file());
    Path half = Files.write(folder.resolve("half.gz"), java.util.Arrays.copyOf(zipped, 1500));
    files.add(0, new CorpusFile(half));
    var counting = new Counting(WORDS, Window.FIVE_GRAM, DocumentRule.PARAGRAPH);
    var hereSkipped = new SkippedParts();
    var expected = here(counting, files, hereSkipped);
    var job = new CorpusJob(counting, ReadingOptions.DEFAULT, true, files, 1000);
    var skipped = new SkippedParts();

    assertThat(job.counts(elsewhere(job, new Random(1)), skipped))
        .usingRecursiveComparison()
        .isEqualTo(expected);
    assertThat(skipped.parts()).hasSize(1).isEqualTo(hereSkipped.parts());
    assertThat(skipped.count()).isEqualTo(1);
  }

  @Test
  void damageEndsTheJobWhereItIsNotPassedOver() throws Exception {
    Path half = Files.write(folder.resolve("half.gz"), java.util.Arrays.copyOf(zipped(1), 900));
    var counting = new Counting(WORDS, Window.FIVE_GRAM, DocumentRule.PARAGRAPH);
    var job =
        new CorpusJob(counting, ReadingOptions.DEFAULT, false, List.of(new CorpusFile(half)), 1000);

    assertThatThrownBy(() -> elsewhere(job, new Random(1)))
        .isInstanceOf(InputException.class)
        .hasMessageContaining("half.gz: at byte");
  }

  @Test
  void aMachineWithAnotherFileIsTold() throws Exception {
    Path file = Files.writeString(folder.resolve("text"), "saw eats");
    var counting = new Counting(WORDS, Window.FIVE_GRAM, DocumentRule.PARAGRAPH);
    var job =
        new CorpusJob(counting, ReadingOptions.DEFAULT, false, List.of(new CorpusFile(file)), 1000);
    Files.writeString(file, "saw eats axes");

    assertThatThrownBy(() -> elsewhere(job, new Random(1)))
        .isInstanceOf(InputException.class)
        .hasMessageContaining("text: a machine of the cluster sees 13 bytes where 8 bytes are");
  }

  @Test
  void smallFilesShareATask() throws Exception {
    var files = new ArrayList<CorpusFile>();
    for (int i = 0; i < 100; i++) {
      files.add(new CorpusFile(Files.writeString(folder.resolve(i + ".txt"), "saw eats\n")));
    }
    var counting = new Counting(WORDS, Window.FIVE_GRAM, DocumentRule.PARAGRAPH);
    var job = new CorpusJob(counting, ReadingOptions.DEFAULT, false, files, 180);

    assertThat(job.job().shards()).hasSize(10);
    var counts = job.counts(elsewhere(job, new Random(1)), new SkippedParts());
    assertThat(counts.count("saw", "eat")).isEqualTo(100);
    assertThat(counts.totals().documents()).isEqualTo(100);
  }

  private static Cooccurrences here(Counting counting, List<CorpusFile> files, Damage damage)
      throws IOException {
    try (var workers = new Workers(2)) {
      return new LocalEngine(counting, ReadingOptions.DEFAULT, damage)
          .count(files, workers, Progress.NONE);
    }
  }

  private static PartialCounts elsewhere(CorpusJob job, Random random) throws Exception {
    var tasks = new ArrayList<>(job.job().shards());
    Collections.shuffle(tasks, random);
    var counter = sent(job.job().counter());
    var sum = counter.none();
    for (var task : tasks) {
      sum = counter.plus(sent(counter.count(List.of(sent(task)).iterator())), sum);
    }
    return sum;
  }

  @SuppressWarnings("unchecked")
  private static <T> T sent(T object) throws Exception {
    var bytes = new ByteArrayOutputStream();
    try (var out = new ObjectOutputStream(bytes)) {
      out.writeObject(object);
    }
    try (var in = new ObjectInputStream(new ByteArrayInputStream(bytes.toByteArray()))) {
      return (T) in.readObject();
    }
  }

  private List<CorpusFile> corpus() throws IOException {
    return List.of(
        new CorpusFile(Files.writeString(folder.resolve("a"), text(1))),
        new CorpusFile(Files.writeString(folder.resolve("b"), text(2).replace("\n", " "))),
        new CorpusFile(Files.write(folder.resolve("c.gz"), zipped(3))));
  }

  private static byte[] zipped(int seed) throws IOException {
    var bytes = new ByteArrayOutputStream();
    try (var gzip = new GZIPOutputStream(bytes)) {
      gzip.write(text(seed).getBytes(java.nio.charset.StandardCharsets.UTF_8));
    }
    return bytes.toByteArray();
  }

  private static String text(int seed) {
    var random = new Random(seed);
    var words = List.of("saw ", "axes ", "eats, ", "the ", "a ", "of\n", "seen.\n\n");
    return IntStream.range(0, 2500)
        .mapToObj(i -> words.get(random.nextInt(words.size())))
        .collect(Collectors.joining());
  }
}
