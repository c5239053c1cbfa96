package org.mitchell.corpus.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.mitchell.corpus.Cooccurrences;
import org.mitchell.corpus.Counting;
import org.mitchell.corpus.DocumentRule;
import org.mitchell.corpus.Vocabulary;
import org.mitchell.corpus.Window;
import org.mitchell.corpus.formats.CorpusFile;
import org.mitchell.corpus.formats.Damage;
import org.mitchell.corpus.formats.SkippedParts;
import org.mitchell.corpus.forms.NounForms;
import org.mitchell.corpus.forms.VerbForms;
import org.mitchell.corpus.scan.Tally;
import org.mitchell.files.InputException;
import org.mitchell.jobs.Progress;
import org.mitchell.jobs.Workers;

class CheckpointFileTest {
  private static final Vocabulary WORDS =
      Vocabulary.of(
          List.of("saw", "axe"), NounForms.PLURAL, List.of("see", "eat"), VerbForms.THREE);

  @TempDir private Path folder;

  /** Stops a run after so many pieces, as a kill would. */
  private static final class Killed extends RuntimeException {}

  private record KillAfter(int pieces, int[] done) implements Progress {
    @Override
    public void begin(String task, String unit, long total) {}

    @Override
    public synchronized void advance(long amount) {
      if (++done[0] > pieces) {
        throw new Killed();
      }
    }

    @Override
    public void end() {}
  }

  @ParameterizedTest
  @ValueSource(ints = {4, Integer.MAX_VALUE})
  void aRunKilledAnywhereEndsWithTheSameCounts(int window) throws IOException {
    var files = corpus();
    var counting = new Counting(WORDS, new Window(window), DocumentRule.PARAGRAPH);
    var whole = Texts.count(Texts.engine(counting, 300), files, 1);
    Path state = folder.resolve("state");

    int kills = 0;
    for (int pieces = 1; ; pieces += 3) {
      Files.deleteIfExists(state);
      if (!isKilled(counting, files, state, pieces, false)) {
        break;
      }
      // killed once more while it goes on, by another number of threads
      isKilled(counting, files, state, 5, true);
      kills++;
      assertSame(resumed(counting, files, state), whole, "killed after " + pieces);
    }

    assertThat(kills).isGreaterThan(20);
  }

  @Test
  void whatWasPassedOverIsStillListed() throws IOException {
    Path half = Files.write(folder.resolve("half.gz"), Arrays.copyOf(zipped(1), 900));
    var files = List.of(new CorpusFile(half), new CorpusFile(plain(2)));
    var counting = new Counting(WORDS, Window.FIVE_GRAM, DocumentRule.PARAGRAPH);
    Path state = folder.resolve("state");

    var first = new SkippedParts();
    assertThatThrownBy(
            () ->
                count(
                    counting,
                    files,
                    new CheckpointFile(state, Duration.ZERO, List.of(), first),
                    false,
                    first,
                    1,
                    new KillAfter(30, new int[1])))
        .isInstanceOf(Killed.class);
    var second = new SkippedParts();
    count(
        counting,
        files,
        new CheckpointFile(state, Duration.ZERO, List.of(), second),
        true,
        second,
        1,
        Progress.NONE);

    assertThat(first.count()).isEqualTo(1);
    assertThat(second.parts()).isEqualTo(first.parts());
    assertThat(second.parts().get(0).file()).isEqualTo(half.toString());
  }

  @Test
  void aCheckpointOfAnotherCountingIsRefused() throws IOException {
    var files = corpus();
    var counting = new Counting(WORDS, Window.FIVE_GRAM, DocumentRule.PARAGRAPH);
    Path state = folder.resolve("state");
    isKilled(counting, files, state, 10, false);
    var other = new CheckpointFile(state, Duration.ZERO, List.of("window 5"), new SkippedParts());

    assertThatThrownBy(() -> other.resume(new Tally(WORDS)))
        .isInstanceOf(InputException.class)
        .hasMessageContaining("got 'window 4' where 'window 5' is expected");
  }

  @Test
  void aDamagedCheckpointIsRefused() throws IOException {
    var files = corpus();
    var counting = new Counting(WORDS, Window.FIVE_GRAM, DocumentRule.PARAGRAPH);
    Path state = folder.resolve("state");
    isKilled(counting, files, state, 10, false);
    byte[] bytes = Files.readAllBytes(state);
    var random = new Random(5);

    for (int round = 0; round < 200; round++) {
      byte[] damaged = bytes.clone();
      if (round % 2 == 0) {
        damaged[random.nextInt(bytes.length)] ^= (byte) (1 + random.nextInt(255));
      } else {
        damaged = Arrays.copyOf(bytes, random.nextInt(bytes.length));
      }
      Files.write(state, damaged);

      assertThatThrownBy(() -> resumed(counting, files, state))
          .isInstanceOf(InputException.class)
          .hasMessageContaining("egin anew");
    }
  }

  private boolean isKilled(
      Counting counting, List<CorpusFile> files, Path state, int pieces, boolean resume)
      throws IOException {
    var checkpoint =
        new CheckpointFile(state, Duration.ZERO, List.of("window 4"), new SkippedParts());
    try {
      var damage = Damage.FAIL;
      count(counting, files, checkpoint, resume, damage, 3, new KillAfter(pieces, new int[1]));
      return false;
    } catch (Killed e) {
      return true;
    }
  }

  private static Cooccurrences resumed(Counting counting, List<CorpusFile> files, Path state)
      throws IOException {
    var checkpoint =
        new CheckpointFile(state, Duration.ZERO, List.of("window 4"), new SkippedParts());
    var damage = Damage.FAIL;
    return count(counting, files, checkpoint, true, damage, 2, Progress.NONE);
  }

  private static Cooccurrences count(
      Counting counting,
      List<CorpusFile> files,
      CheckpointFile checkpoint,
      boolean resume,
      Damage damage,
      int threads,
      Progress progress)
      throws IOException {
    try (var workers = new Workers(threads)) {
      return Texts.engine(counting, 300, damage)
          .count(files, checkpoint, resume, workers, progress);
    }
  }

  private static void assertSame(Cooccurrences counts, Cooccurrences expected, String what) {
    assertThat(counts).as(what).usingRecursiveComparison().isEqualTo(expected);
  }

  /** Two plain texts and two zipped ones. */
  private List<CorpusFile> corpus() throws IOException {
    Files.write(folder.resolve("c.gz"), zipped(3));
    Files.write(folder.resolve("d.gz"), zipped(4));
    return List.of(
        new CorpusFile(plain(1)),
        new CorpusFile(plain(2)),
        new CorpusFile(folder.resolve("c.gz")),
        new CorpusFile(folder.resolve("d.gz")));
  }

  private Path plain(int seed) throws IOException {
    return Files.writeString(folder.resolve(seed + ".txt"), text(seed));
  }

  private static byte[] zipped(int seed) throws IOException {
    var bytes = new ByteArrayOutputStream();
    try (var gzip = new GZIPOutputStream(bytes)) {
      gzip.write(text(seed).getBytes(StandardCharsets.UTF_8));
    }
    return bytes.toByteArray();
  }

  private static String text(int seed) {
    var random = new Random(seed);
    var words = List.of("saw ", "axes ", "eats, ", "the ", "a ", "of\n", "seen.\n\n");
    return IntStream.range(0, 1500)
        .mapToObj(i -> words.get(random.nextInt(words.size())))
        .collect(Collectors.joining());
  }
}
