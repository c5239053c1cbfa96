package org.mitchell.corpus.formats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.mitchell.files.Compression;
import org.mitchell.files.InputException;

/** Files that other programs compressed; see testdata/corpus/compressed/make_compressed.py. */
class CompressionTest {
  private static final Path FILES = Path.of("testdata/corpus/compressed");

  @ParameterizedTest
  @ValueSource(
      strings = {
        "words.txt",
        "words.txt.gz",
        "words.txt.bz2",
        "one-stream.txt.bz2",
        "words.txt.xz",
        "one-block.txt.xz",
        "words.txt.zst"
      })
  void allPartsOfAFileAreOneContent(String name) throws IOException {
    byte[] stored = bytes(name);
    for (var format : new CorpusFormat[] {CorpusFormat.TEXT, CorpusFormat.JSONL}) {
      for (int pieceSize : new int[] {1, 100, 4096, 1 << 20}) {
        for (long shardSize : new long[] {10, 99, 1000, 1 << 20}) {
          var reading = Reading.of(stored, format, pieceSize, shardSize);

          assertThat(reading.problems()).isEmpty();
          assertThat(reading.content()).isEqualTo(words());
          // Shards of text that is not compressed read on up to a place to cut at.
          assertThat(reading.consumed()).isGreaterThanOrEqualTo(stored.length);
        }
      }
    }
  }

  @ParameterizedTest
  @CsvSource({
    "words.txt.gz, GZIP",
    "words.txt.bz2, BZIP2",
    "words.txt.xz, XZ",
    "words.txt.zst, ZSTD",
    "words.txt, NONE"
  })
  void theFirstBytesTellTheCompression(String name, Compression expected) throws IOException {
    var layout = Layout.of(new Reading.Memory(bytes(name)), ReadingOptions.DEFAULT);

    assertThat(layout.compression()).isEqualTo(expected);
  }

  @Test
  void nothingIsAnEmptyText() throws IOException {
    var reading = Reading.of(new byte[0], CorpusFormat.TEXT);

    assertThat(reading.content()).isEmpty();
    assertThat(reading.problems()).isEmpty();
  }

  /** Made by gzip, bzip2, xz and zstd of an empty file. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "1f8b080000000000000303000000000000000000",
        "425a683917724538509000000000",
        "fd377a585a000004e6d6b446000000001cdf44211fb6f37d010000000004595a",
        "28b52ffd240001000099e9d851"
      })
  void aCompressedEmptyFileIsAnEmptyText(String hex) throws IOException {
    var reading = Reading.of(HexFormat.of().parseHex(hex), CorpusFormat.TEXT);

    assertThat(reading.problems()).isEmpty();
    assertThat(reading.content()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"words.txt.gz", "words.txt.bz2", "words.txt.xz", "words.txt.zst"})
  void whatFollowsTheLastPartIsDamage(String name) throws IOException {
    byte[] stored = bytes(name);
    for (String garbage : new String[] {"x", "plain text behind it\n", "\0\0\0x", "BZ", "\u001f"}) {
      var reading = Reading.of(with(stored, garbage), CorpusFormat.JSONL);

      assertThat(reading.problems()).as(garbage).hasSize(1);
      assertThat(reading.offsets().get(0)).isPositive();
      assertThat(words()).startsWith(reading.content());
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 3, 512, 100_000})
  void zerosBehindTheLastMemberOfGzipArePadding(int zeros) throws IOException {
    byte[] stored = with(bytes("words.txt.gz"), "\0".repeat(zeros));

    var reading = Reading.of(stored, CorpusFormat.TEXT);

    assertThat(reading.problems()).isEmpty();
    assertThat(reading.content()).isEqualTo(words());
    assertThat(reading.consumed()).isEqualTo(stored.length);
  }

  @Test
  void whatFollowsThePaddingOfGzipIsDamageBehindAllThatWasWhole() throws IOException {
    byte[] member = bytes("words.txt.gz");
    String another = new String(member, StandardCharsets.ISO_8859_1);

    var reading = Reading.of(with(member, "\0".repeat(512) + another), CorpusFormat.TEXT);

    assertThat(reading.content()).isEqualTo(words());
    assertThat(reading.offsets()).containsExactly((long) bytes("words.txt").length);
    assertThat(reading.problems())
        .hasSize(1)
        .first()
        .asString()
        .contains("something that is no gzip", "about stored byte ");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "words.txt.gz",
        "words.txt.bz2",
        "one-stream.txt.bz2",
        "words.txt.xz",
        "one-block.txt.xz",
        "words.txt.zst"
      })
  void aCutFileIsReadUpToTheCutAndIsDamaged(String name) throws IOException {
    byte[] stored = bytes(name);
    for (int length = 6; length < stored.length; length += length < 100 ? 1 : 29) {
      var reading = Reading.of(Arrays.copyOf(stored, length), CorpusFormat.JSONL);

      assertThat(words()).as("cut at %d", length).startsWith(reading.content());
      if (!partBegins(stored, length)) {
        assertThat(reading.problems()).as("cut at %d", length).hasSize(1);
      }
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"words.txt.bz2", "one-stream.txt.bz2", "words.txt.xz", "words.txt.zst"})
  void aWrongByteIsFoundOrMeansNothing(String name) throws IOException {
    byte[] stored = bytes(name);
    for (int at = 0; at < stored.length; at += at < 100 ? 1 : 23) {
      byte[] wrong = stored.clone();
      wrong[at] ^= (byte) (1 << at % 8);

      if (Compression.of(wrong) == Compression.NONE) {
        assertThatThrownBy(() -> Reading.of(wrong, CorpusFormat.JSONL))
            .as("byte %d", at)
            .isInstanceOf(InputException.class)
            .hasMessageContaining("got binary data");
        continue;
      }
      var reading = Reading.of(wrong, CorpusFormat.JSONL);

      if (reading.isWhole()) {
        assertThat(reading.content()).as("byte %d", at).isEqualTo(words());
      }
    }
  }

  /** Up to the checksum at its end, a member of gzip cannot be known to be wrong. */
  @Test
  void aWrongByteInAMemberOfGzipIsFound() throws IOException {
    byte[] stored = bytes("words.txt.gz");
    for (int at = 3; at < stored.length; at += at < 100 ? 1 : 23) {
      byte[] wrong = stored.clone();
      wrong[at] ^= (byte) (1 << at % 8);

      var reading = Reading.of(wrong, CorpusFormat.TEXT);

      if (reading.isWhole()) {
        assertThat(reading.content()).as("byte %d", at).isEqualTo(words());
      }
    }
  }

  /** Every block has a checksum of its own: what is read is right, whatever else is lost. */
  @Test
  void linesOfADamagedBzip2AreWholeAndInOrder() throws IOException {
    byte[] stored = bytes("words.txt.bz2");
    Set<String> lines = new HashSet<>(words().lines().toList());
    for (int at = 4; at < stored.length; at += 23) {
      byte[] wrong = stored.clone();
      wrong[at] ^= 0x10;

      var reading = Reading.of(wrong, CorpusFormat.JSONL);

      if (reading.isWhole()) {
        assertThat(reading.content()).as("byte %d", at).isEqualTo(words()); // a bit of no meaning
      }
      assertThat(reading.content().lines()).allMatch(lines::contains).isSorted();
    }
  }

  @ParameterizedTest
  @CsvSource({
    "large-dictionary.txt.xz, memory",
    "large-window.txt.zst, memory",
  })
  void whatAsksForTooMuchMemoryIsRefused(String name, String reason) throws IOException {
    var reading = Reading.of(bytes(name), CorpusFormat.TEXT);

    assertThat(reading.problems()).hasSize(1).first().asString().contains(reason);
  }

  /** Whether a part of a file, or what fills the room between parts, begins at this place. */
  private static boolean partBegins(byte[] stored, int at) {
    byte[] rest = Arrays.copyOfRange(stored, at, Math.min(stored.length, at + 8));
    boolean padding = rest.length >= 4 && Arrays.equals(Arrays.copyOf(rest, 4), new byte[4]);
    return Compression.of(rest) != Compression.NONE || padding && at % 4 == 0;
  }

  private static byte[] with(byte[] stored, String more) {
    byte[] longer = Arrays.copyOf(stored, stored.length + more.length());
    byte[] end = more.getBytes(StandardCharsets.ISO_8859_1);
    System.arraycopy(end, 0, longer, stored.length, end.length);
    return longer;
  }

  private static byte[] bytes(String name) throws IOException {
    return Files.readAllBytes(FILES.resolve(name));
  }

  private static String words() throws IOException {
    return Files.readString(FILES.resolve("words.txt"));
  }
}
