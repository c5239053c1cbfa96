package org.mitchell.corpus.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.apache.commons.compress.compressors.bzip2.BZip2CompressorOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.mitchell.corpus.Cooccurrences;
import org.mitchell.corpus.Counting;
import org.mitchell.corpus.DocumentRule;
import org.mitchell.corpus.Vocabulary;
import org.mitchell.corpus.Window;
import org.mitchell.corpus.WindowWeight;
import org.mitchell.corpus.cluster.CorpusJob;
import org.mitchell.corpus.formats.CorpusFile;
import org.mitchell.corpus.formats.CorpusFormat;
import org.mitchell.corpus.formats.ReadingOptions;
import org.mitchell.corpus.formats.SkippedParts;
import org.mitchell.corpus.forms.NounForms;
import org.mitchell.corpus.forms.VerbForms;

/** Nobody knows how much is missing where text cannot be read: words on both sides do not meet. */
class GapInTextTest {
  private static final Vocabulary WORDS =
      Vocabulary.of(List.of("celery"), NounForms.PLURAL, List.of("eat"), VerbForms.ALL);
  private static final String BEFORE = "We eat bread. The dog looks at the green celery ";
  private static final String LOST = "and the end of this is lost. ";

  /** Its first word may be half a word. */
  private static final String AFTER = "They eat it and more celery. ";

  private static final String AFTER_THE_TORN_WORD = AFTER.substring(5);

  @TempDir private Path folder;

  @ParameterizedTest
  @EnumSource
  void aNounBeforeAndAVerbBehindALostStreamDoNotMeet(WindowWeight weight) throws Exception {
    var counting = new Counting(WORDS, Window.FIVE_GRAM, weight, DocumentRule.PARAGRAPH, false);
    byte[][] streams = {compressed(BEFORE), lost(), compressed(AFTER)};

    assertCountedAs(
        ReferenceCounter.count(counting, BEFORE, AFTER_THE_TORN_WORD), counting, 1, streams);
  }

  @Test
  void neitherDoTheyAcrossSeveralLostStreams() throws Exception {
    var counting = new Counting(WORDS, Window.FIVE_GRAM, DocumentRule.FILE);
    byte[][] streams = {compressed(BEFORE), lost(), lost(), lost(), compressed(AFTER)};

    assertCountedAs(
        ReferenceCounter.count(counting, BEFORE, AFTER_THE_TORN_WORD), counting, 3, streams);
  }

  @Test
  void noDocumentReachesAcross() throws Exception {
    var counting = new Counting(WORDS, Window.WHOLE_DOCUMENT, DocumentRule.FILE);
    byte[][] streams = {compressed(BEFORE), lost(), compressed(AFTER)};

    assertCountedAs(
        ReferenceCounter.count(counting, BEFORE, AFTER_THE_TORN_WORD), counting, 1, streams);
  }

  @Test
  void whatIsWholeJustBeforeAGapAtTheEndCounts() throws Exception {
    var counting = new Counting(WORDS, Window.FIVE_GRAM, DocumentRule.FILE);
    byte[][] streams = {compressed("They eat green "), compressed("celery "), lost()};

    assertCountedAs(
        ReferenceCounter.count(counting, "They eat green celery "), counting, 1, streams);
  }

  /** Pieces of any size, shards of one stream or of all, any number of threads; and as tasks. */
  private void assertCountedAs(
      ReferenceCounter.Counted expected, Counting counting, int damaged, byte[]... streams)
      throws Exception {
    var stored = new ByteArrayOutputStream();
    for (byte[] stream : streams) {
      stored.writeBytes(stream);
    }
    var file = new CorpusFile(Files.write(folder.resolve("text.bz2"), stored.toByteArray()));
    for (int threads : new int[] {1, 3}) {
      for (var plan :
          new ShardPlan[] {
            new ShardPlan(1, 1), new ShardPlan(10, 40), new ShardPlan(1 << 20, 1 << 20)
          }) {
        var skipped = new SkippedParts();
        var engine = new LocalEngine(counting, text(), skipped, plan);
        assertSame(
            Texts.count(engine, List.of(file), threads), expected, threads + " threads, " + plan);
        assertThat(skipped.count()).isEqualTo(damaged);
      }
    }
    for (long size : new long[] {1, 60, 1 << 20}) {
      var skipped = new SkippedParts();
      var job = new CorpusJob(counting, text(), true, List.of(file), size);
      var parts = job.job().counter().count(job.job().shards().iterator());
      assertSame(job.counts(parts, skipped), expected, "tasks of " + size);
      assertThat(skipped.count()).isEqualTo(damaged);
    }
  }

  private static void assertSame(
      Cooccurrences counts, ReferenceCounter.Counted expected, String what) {
    assertThat(Texts.array(counts)).as(what).isEqualTo(expected.counts());
    assertThat(counts.totals().tokens()).as(what).isEqualTo(expected.tokens());
    assertThat(counts.totals().documents()).as(what).isEqualTo(expected.documents());
    assertThat(counts.totals().pairs()).as(what).isEqualTo(expected.pairs());
  }

  private static ReadingOptions text() {
    return ReadingOptions.DEFAULT.as(CorpusFormat.TEXT);
  }

  /** A stream with a bad block. */
  private static byte[] lost() throws IOException {
    byte[] stream = compressed(LOST);
    stream[stream.length / 2] ^= 1;
    return stream;
  }

  private static byte[] compressed(String text) throws IOException {
    var out = new ByteArrayOutputStream();
    try (var bzip2 = new BZip2CompressorOutputStream(out, 1)) {
      bzip2.write(text.getBytes(StandardCharsets.UTF_8));
    }
    return out.toByteArray();
  }
}
