package org.mitchell.corpus.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.mitchell.corpus.Cooccurrences;
import org.mitchell.corpus.cluster.CorpusJob;
import org.mitchell.corpus.formats.CorpusFile;
import org.mitchell.corpus.formats.Damage;
import org.mitchell.corpus.formats.ReadingOptions;
import org.mitchell.corpus.formats.SkippedParts;
import org.mitchell.testing.EveryFormat;
import org.mitchell.testing.EveryFormat.Storage;

/**
 * Every format in every compression, told by its content, has the counts of an independent program,
 * on this machine and as the tasks of a cluster, in parts of any size.
 */
class EveryFormatTest {
  @TempDir private Path folder;

  static Stream<Arguments> everyFormatAndStorage() {
    return Arrays.stream(EveryFormat.values())
        .flatMap(format -> Arrays.stream(Storage.values()).map(s -> Arguments.of(format, s)));
  }

  @ParameterizedTest(name = "{0} {1}")
  @MethodSource("everyFormatAndStorage")
  void bothEnginesCountAsPythonDoes(EveryFormat format, Storage storage) throws IOException {
    var file = new CorpusFile(format.write(folder, storage));
    var expected = format.expected();

    for (int size : new int[] {60, 1000, 1 << 20}) {
      for (int threads : new int[] {1, 3}) {
        var engine = Texts.engine(EveryFormat.COUNTING, ReadingOptions.DEFAULT, Damage.FAIL, size);
        String what = "%d threads, pieces of %d".formatted(threads, size);
        assertSame(Texts.count(engine, List.of(file), threads), expected, what);
      }
      assertSame(asTasks(file, size), expected, "tasks of " + size);
    }
  }

  private static Cooccurrences asTasks(CorpusFile file, int size) throws IOException {
    var job =
        new CorpusJob(EveryFormat.COUNTING, ReadingOptions.DEFAULT, false, List.of(file), size);
    var counter = job.job().counter();
    var sum = counter.none();
    for (var task : job.job().shards()) {
      sum = counter.plus(sum, counter.count(List.of(task).iterator()));
    }
    return job.counts(sum, new SkippedParts());
  }

  private static void assertSame(Cooccurrences counts, Cooccurrences expected, String what) {
    assertThat(Texts.array(counts)).as(what).isEqualTo(Texts.array(expected));
    assertThat(counts.nounTotals()).as(what).isEqualTo(expected.nounTotals());
    assertThat(counts.verbTotals()).as(what).isEqualTo(expected.verbTotals());
    assertThat(counts.totals())
        .as(what)
        .usingRecursiveComparison()
        .ignoringFields("bytes")
        .isEqualTo(expected.totals());
  }
}
