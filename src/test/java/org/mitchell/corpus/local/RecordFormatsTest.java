package org.mitchell.corpus.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.commons.compress.compressors.bzip2.BZip2CompressorOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.mitchell.corpus.Cooccurrences;
import org.mitchell.corpus.Counting;
import org.mitchell.corpus.DocumentRule;
import org.mitchell.corpus.Vocabulary;
import org.mitchell.corpus.Window;
import org.mitchell.corpus.formats.CorpusFormat;
import org.mitchell.corpus.formats.Damage;
import org.mitchell.corpus.formats.ReadingOptions;
import org.mitchell.corpus.formats.SkippedParts;
import org.mitchell.corpus.forms.NounForms;
import org.mitchell.corpus.forms.VerbForms;
import org.mitchell.files.InputException;
import org.mitchell.jobs.Progress;
import org.mitchell.jobs.Workers;

/** Dumps and crawls are counted as the text that was taken out of them by hand. */
class RecordFormatsTest {
  private static final Path FILES = Path.of("testdata/corpus");
  private static final Vocabulary KITCHEN =
      Vocabulary.of(
          List.of("celery", "lettuce", "knife", "saw", "café"),
          NounForms.PLURAL,
          List.of("eat", "see", "taste"),
          VerbForms.ALL);

  @ParameterizedTest(name = "{0} {3}")
  @CsvSource({
    "wikipedia/dump.xml, WIKIPEDIA, wikipedia/expected.txt, FILE",
    "wikipedia/dump.xml.bz2, WIKIPEDIA, wikipedia/expected.txt, FILE",
    "wikipedia/dump.xml.bz2, WIKIPEDIA, wikipedia/expected.txt, LINE",
    "warc/crawl.warc, WARC, warc/expected.txt, FILE",
    "warc/crawl.warc.gz, WARC, warc/expected.txt, LINE",
    "warc/crawl.warc.wet.gz, WARC, warc/expected-wet.txt, FILE",
    "warc/crawl.warc.wet.gz, WARC, warc/expected-wet.txt, PARAGRAPH"
  })
  void aPageOrRecordIsADocument(String file, CorpusFormat format, String text, DocumentRule rule)
      throws IOException {
    var counting = new Counting(KITCHEN, Window.FIVE_GRAM, rule);
    byte[] stored = Files.readAllBytes(FILES.resolve(file));
    var documents = Files.readString(FILES.resolve(text)).split("%%\n");
    var expected = ReferenceCounter.count(counting, documents);
    for (int size : new int[] {1, 50, 700, 1 << 20}) {
      for (int threads : new int[] {1, 3}) {
        var counts = count(counting, stored, format, Damage.FAIL, size, threads);

        assertThat(Texts.array(counts)).isEqualTo(expected.counts());
        assertThat(counts.totals().documents()).isEqualTo(expected.documents());
        assertThat(counts.totals().tokens()).isEqualTo(expected.tokens());
      }
    }
  }

  @Test
  void aDumpCutAnywhereIsDamagedAndItsWholePagesAreCounted() throws IOException {
    var counting = new Counting(KITCHEN, Window.FIVE_GRAM, DocumentRule.FILE);
    byte[] stored = Files.readAllBytes(FILES.resolve("wikipedia/dump.xml"));
    String dump = new String(stored, StandardCharsets.UTF_8);
    // Three of its seven pages are counted, the first, the fourth and the last.
    var ends = new ArrayList<Integer>();
    for (int end = dump.indexOf("</page>"); end >= 0; end = dump.indexOf("</page>", end + 1)) {
      ends.add(dump.substring(0, end + 7).getBytes(StandardCharsets.UTF_8).length);
    }
    int whole = new String(stored, StandardCharsets.UTF_8).stripTrailing().length();
    whole += stored.length - dump.length();
    for (int length = 20; length < whole; length += 17) {
      var skipped = new SkippedParts();
      byte[] cut = Arrays.copyOf(stored, length);

      var counts = count(counting, cut, CorpusFormat.WIKIPEDIA, skipped, 300, 2);

      long pages = 0;
      for (int counted : new int[] {0, 3, 6}) {
        pages += ends.get(counted) <= length ? 1 : 0;
      }
      assertThat(counts.totals().documents()).as("cut at %d", length).isEqualTo(pages);
      assertThat(skipped.count()).as("cut at %d", length).isEqualTo(1);
      assertThatThrownBy(() -> count(counting, cut, CorpusFormat.WIKIPEDIA, Damage.FAIL, 300, 2))
          .isInstanceOf(InputException.class)
          .hasMessageContaining("memory: at byte ");
    }
  }

  @Test
  void aPageThatIsNotWellFormedIsLeftOutAndNamed() throws IOException {
    String good = page("I eat celery");
    String dump = "<mediawiki>" + good + page("I ate <b>celery") + good + "</mediawiki>\n";
    var skipped = new SkippedParts();

    var counts = count(dump, skipped);

    assertThat(counts.count("celery", "eat")).isEqualTo(2);
    assertThat(skipped.parts()).hasSize(1);
    assertThat(skipped.parts().get(0).offset()).isEqualTo(11 + good.length());
    assertThat(skipped.parts().get(0).reason()).startsWith("this page is no well-formed XML");
    assertThatThrownBy(() -> count(dump, Damage.FAIL))
        .isInstanceOf(InputException.class)
        .hasMessageStartingWith("memory: at byte %,d: this page".formatted(11 + good.length()));
  }

  @Test
  void whatStandsBetweenPagesIsNamed() throws IOException {
    String good = page("I eat celery");
    var skipped = new SkippedParts();

    var counts =
        count(
            "<mediawiki>" + good + good.replace("<page>", "<pXge>") + good + "</mediawiki>",
            skipped);

    assertThat(counts.count("celery", "eat")).isEqualTo(2);
    assertThat(skipped.parts())
        .extracting(SkippedParts.Part::offset)
        .containsExactly(10L + good.length());
  }

  @Test
  void malformedBytesInADumpAreCountedAndNotFatal() throws IOException {
    String dump = "<mediawiki>" + page("eat caf\u00e9 celery \u00e9 ate") + "</mediawiki>";
    var counting = new Counting(KITCHEN, Window.FIVE_GRAM, DocumentRule.FILE);

    var counts =
        count(
            counting,
            dump.getBytes(StandardCharsets.ISO_8859_1),
            CorpusFormat.WIKIPEDIA,
            Damage.FAIL,
            1 << 20,
            1);

    assertThat(counts.totals().malformed()).isEqualTo(2);
    assertThat(counts.totals().tokens()).isEqualTo(4);
    assertThat(counts.count("celery", "eat")).isEqualTo(2);
  }

  /** Damage in the middle of a file, met by each of two runs of which the first is interrupted. */
  @Test
  void aResumedCountingTellsOfDamageOnce(@TempDir Path folder) throws IOException {
    var counting = new Counting(KITCHEN, Window.FIVE_GRAM, DocumentRule.FILE);
    byte[] stored = damagedStreams();
    var expectedSkipped = new SkippedParts();
    var expected = count(counting, stored, CorpusFormat.TEXT, expectedSkipped, 200, 1);
    assertThat(expectedSkipped.count()).isEqualTo(1);
    for (int interrupted = 1; interrupted < 14; interrupted++) {
      Path file = folder.resolve("state" + interrupted);
      var steps = new AtomicInteger(interrupted);
      var stopping = new StoppingProgress(steps);

      assertThatThrownBy(() -> run(counting, stored, file, new SkippedParts(), false, stopping))
          .isInstanceOf(IllegalStateException.class);
      var skipped = new SkippedParts();
      var counts = run(counting, stored, file, skipped, true, Progress.NONE);

      assertThat(Texts.array(counts)).isEqualTo(Texts.array(expected));
      assertThat(counts.totals()).isEqualTo(expected.totals());
      assertThat(skipped.count()).isEqualTo(1);
      assertThat(skipped.parts()).isEqualTo(expectedSkipped.parts());
    }
  }

  /** Fails after so many steps, as a run does that is killed. */
  private record StoppingProgress(AtomicInteger left) implements Progress {
    @Override
    public void begin(String task, String unit, long size) {}

    @Override
    public void advance(long steps) {
      if (left.getAndDecrement() == 0) {
        throw new IllegalStateException("stopped");
      }
    }

    @Override
    public void end() {}
  }

  private static Cooccurrences run(
      Counting counting,
      byte[] stored,
      Path file,
      SkippedParts skipped,
      boolean resume,
      Progress progress)
      throws IOException {
    var plain = ReadingOptions.DEFAULT.as(CorpusFormat.TEXT);
    // One shard: the damage is in its middle.
    var engine = new LocalEngine(counting, plain, skipped, new ShardPlan(200, 1 << 20));
    var checkpoint = new CheckpointFile(file, Duration.ZERO, List.of("same"), skipped);
    try (var workers = new Workers(1)) {
      return engine.count(List.of(new Texts.Memory(stored)), checkpoint, resume, workers, progress);
    }
  }

  private static byte[] damagedStreams() throws IOException {
    var out = new ByteArrayOutputStream();
    for (int i = 0; i < 5; i++) {
      var stream = new ByteArrayOutputStream();
      try (var bzip2 = new BZip2CompressorOutputStream(stream, 1)) {
        bzip2.write("I eat celery and see knives. ".repeat(30).getBytes(StandardCharsets.UTF_8));
      }
      byte[] bytes = stream.toByteArray();
      bytes[bytes.length / 2] ^= (byte) (i == 2 ? 1 : 0);
      out.writeBytes(bytes);
    }
    return out.toByteArray();
  }

  private static String page(String text) {
    return "<page><ns>0</ns><revision><text>%s</text></revision></page>\n".formatted(text);
  }

  private static Cooccurrences count(String dump, Damage damage) throws IOException {
    var counting = new Counting(KITCHEN, Window.FIVE_GRAM, DocumentRule.FILE);
    byte[] stored = dump.getBytes(StandardCharsets.UTF_8);
    return count(counting, stored, CorpusFormat.WIKIPEDIA, damage, 1 << 20, 2);
  }

  private static Cooccurrences count(
      Counting counting, byte[] stored, CorpusFormat format, Damage damage, int size, int threads)
      throws IOException {
    var options = ReadingOptions.DEFAULT.as(format);
    if (format != CorpusFormat.WARC) {
      options = options.in("UTF-8"); // however many bytes are damaged
    }
    var engine = new LocalEngine(counting, options, damage, new ShardPlan(size, 3L * size));
    return Texts.count(engine, Collections.singletonList(new Texts.Memory(stored)), threads);
  }
}
