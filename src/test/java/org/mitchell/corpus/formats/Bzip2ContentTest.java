package org.mitchell.corpus.formats;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.commons.compress.compressors.bzip2.BZip2CompressorOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.mitchell.files.Compression;

/** Shards of bzip2 files are their streams. */
class Bzip2ContentTest {
  private static final long WHOLE = Long.MAX_VALUE / 2;

  @ParameterizedTest
  @EnumSource(names = {"TEXT", "JSONL", "WIKIPEDIA"})
  void anyShardSizeGivesTheSameContent(CorpusFormat format) throws IOException {
    var random = new Random(5);
    for (int round = 0; round < 3; round++) {
      String content = content(random, 400);
      byte[] stored = join(streams(content, random, 12));
      for (long shardSize = 1; shardSize < 2L * stored.length; shardSize += 1 + shardSize / 3) {
        for (int pieceSize : new int[] {3, 200, 1 << 16}) {
          var reading = Reading.of(stored, format, pieceSize, shardSize);

          assertThat(reading.problems()).isEmpty();
          assertThat(reading.content()).isEqualTo(content);
          assertThat(reading.consumed()).isEqualTo(stored.length);
        }
      }
    }
  }

  @Test
  void oneStreamIsReadByTheShardInWhichItBegins() throws IOException {
    String content = content(new Random(1), 3000);
    byte[] stored = compressed(content);
    var source = new Reading.Memory(stored);
    var layout = Layout.of(source, ReadingOptions.DEFAULT.as(CorpusFormat.TEXT));

    var shards = Shard.of(source, layout, 100);

    assertThat(shards).hasSizeGreaterThan(5);
    var piece = new Piece();
    for (var shard : shards) {
      try (var reader = shard.open(ReadingOptions.DEFAULT, 1 << 20, more -> {})) {
        assertThat(reader.next(piece)).isEqualTo(shard.isFirst());
      }
    }
    assertThat(Reading.of(stored, CorpusFormat.TEXT, 1 << 16, 100).content()).isEqualTo(content);
  }

  @Test
  void aBadBlockLosesTheRestOfItsStreamAndTheLinesItTears() throws IOException {
    byte[][] streams = {
      compressed("a1\na2\na"), compressed("3\nb1\nb"), compressed("2\nc1\nc"), compressed("2\nd1\n")
    };
    streams[1][streams[1].length / 2] ^= 1;
    byte[] stored = join(List.of(streams));

    for (long shardSize : new long[] {1, 20, 50, 70, WHOLE}) {
      var reading = Reading.of(stored, CorpusFormat.JSONL, 4, shardSize);

      assertThat(reading.content()).isEqualTo("a1\na2\nc1\nc2\nd1\n");
      assertThat(reading.problems())
          .hasSize(1)
          .first()
          .asString()
          .contains("bzip2 data are damaged", "in the stream at stored byte " + streams[0].length);
    }
  }

  @Test
  void streamsWhoseBeginningIsLostAreToldOfByTheOneBefore() throws IOException {
    byte[][] streams = {
      compressed("a1\na2\na"), compressed("3\nb1\nb"), compressed("2\nc1\nc"), compressed("2\nd1\n")
    };
    streams[1][0] = 'X';
    streams[2][2] = 'X';
    byte[] stored = join(List.of(streams));

    for (long shardSize : new long[] {1, 20, 50, 70, WHOLE}) {
      var reading = Reading.of(stored, CorpusFormat.JSONL, 4, shardSize);

      assertThat(reading.content()).isEqualTo("a1\na2\nd1\n");
      assertThat(reading.problems()).hasSize(1);
    }
  }

  /** A block of level 1 has 100,000 bytes less a few; those before the bad one are kept. */
  @Test
  void blocksBeforeTheBadOneAreKept() throws IOException {
    String content = content(new Random(2), 40_000);
    byte[] stored = compressed(content);
    int lastBlock = stored.length - 500;
    stored[lastBlock] ^= 4;

    var reading = Reading.of(stored, CorpusFormat.JSONL);

    assertThat(reading.problems()).hasSize(1);
    assertThat(content).startsWith(reading.content());
    assertThat(reading.content().length()).isGreaterThan(content.length() - 110_000);
  }

  @ParameterizedTest
  @EnumSource(names = {"TEXT", "JSONL", "WIKIPEDIA"})
  void anyDamageIsTheSameForAnyShardSize(CorpusFormat format) throws IOException {
    var random = new Random(6);
    for (int round = 0; round < 12; round++) {
      byte[] stored = damaged(join(streams(content(random, 300), random, 12)), random);
      var expected = Reading.of(stored, format, 1 << 16, WHOLE);
      if (Compression.of(stored) != Compression.BZIP2) {
        continue;
      }
      for (long shardSize : new long[] {1, 30, 100, 333, 1000}) {
        for (int pieceSize : new int[] {5, 1 << 16}) {
          var reading = Reading.of(stored, format, pieceSize, shardSize);

          String what = "round %d, shards of %d".formatted(round, shardSize);
          assertThat(reading.content()).as(what).isEqualTo(expected.content());
          assertThat(reading.problems()).as(what).hasSameSizeAs(expected.problems());
        }
      }
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 9, 100, 65_530, 65_536, 65_540, 131_072})
  void marksAreFoundAcrossTheBuffersOfTheReader(int before) throws IOException {
    var random = new Random(before);
    byte[] noise = new byte[before];
    random.nextBytes(noise);
    byte[] stream = compressed("celery");
    byte[] stored = join(List.of(stream, noise, stream));

    var reading = Reading.of(stored, CorpusFormat.JSONL, 10, stream.length + 1L);

    assertThat(reading.problems()).hasSize(1);
    assertThat(reading.content()).isEmpty();
    assertThat(Reading.of(join(List.of(stream, stream)), CorpusFormat.JSONL).content())
        .isEqualTo("celerycelery");
  }

  /** Flips bits, cuts the end off, or takes bytes out. */
  private static byte[] damaged(byte[] stored, Random random) {
    var bytes = new ArrayList<Byte>();
    for (byte b : stored) {
      bytes.add(b);
    }
    for (int i = random.nextInt(3); i >= 0; i--) {
      int at = 4 + random.nextInt(bytes.size() - 4);
      switch (random.nextInt(4)) {
        case 0 -> bytes.subList(at, bytes.size()).clear();
        case 1 -> bytes.subList(at, Math.min(bytes.size(), at + 60)).clear();
        default -> bytes.set(at, (byte) (bytes.get(at) ^ 1 << random.nextInt(8)));
      }
    }
    var out = new ByteArrayOutputStream();
    bytes.forEach(out::write);
    return out.toByteArray();
  }

  /** Lines of words, and now and then a page. */
  private static String content(Random random, int words) {
    return IntStream.range(0, words)
        .mapToObj(
            i ->
                switch (random.nextInt(12)) {
                  case 0 -> "<page>";
                  case 1, 2 -> "celery" + i + "\n";
                  case 3 -> "\n";
                  default -> "eat" + i + " ";
                })
        .collect(Collectors.joining());
  }

  /** Streams that end anywhere, some of them empty. */
  private static List<byte[]> streams(String content, Random random, int count) throws IOException {
    var streams = new ArrayList<byte[]>();
    int from = 0;
    for (int i = 1; i < count; i++) {
      int to = random.nextInt(4) == 0 ? from : from + random.nextInt(content.length() / count * 2);
      to = Math.min(to, content.length());
      streams.add(compressed(content.substring(from, to)));
      from = to;
    }
    streams.add(compressed(content.substring(from)));
    return streams;
  }

  private static byte[] compressed(String content) throws IOException {
    var out = new ByteArrayOutputStream();
    try (var bzip2 = new BZip2CompressorOutputStream(out, 1)) {
      bzip2.write(content.getBytes(StandardCharsets.UTF_8));
    }
    return out.toByteArray();
  }

  private static byte[] join(List<byte[]> parts) {
    var out = new ByteArrayOutputStream();
    parts.forEach(out::writeBytes);
    return out.toByteArray();
  }
}
