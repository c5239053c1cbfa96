package org.mitchell.corpus.formats;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A crawl that warcio wrote; see testdata/corpus/warc/make_warc.py. */
class WarcPiecesTest {
  private static final Path FILES = Path.of("testdata/corpus/warc");

  /** The documents of a file, and the damage that was passed over: offsets and what it was. */
  private record Crawl(List<String> documents, List<Long> offsets, List<String> problems) {
    static Crawl of(byte[] stored, int pieceSize) throws IOException {
      var source = new Reading.Memory(stored);
      var layout = Layout.of(source, ReadingOptions.DEFAULT.as(CorpusFormat.WARC));
      var crawl = new Crawl(new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
      var piece = new Piece();
      var shards = Shard.of(source, layout, 100);
      assertThat(shards).hasSize(1);
      try (var reader = shards.get(0).open(ReadingOptions.DEFAULT, pieceSize, more -> {})) {
        for (boolean more = true; more; ) {
          try {
            more = reader.next(piece);
            crawl.add(more ? piece : new Piece());
          } catch (DamagedContent e) {
            crawl.offsets.add(e.offset());
            crawl.problems.add(e.getMessage());
          }
        }
      }
      return crawl;
    }

    private void add(Piece piece) {
      int from = 0;
      for (int i = 0; i < piece.documents(); i++) {
        byte[] text = WarcText.text(piece.buffer(), from, piece.documentEnd(i));
        documents.add(new String(text, StandardCharsets.UTF_8));
        from = piece.documentEnd(i);
      }
    }
  }

  @ParameterizedTest
  @CsvSource({
    "crawl.warc, expected.txt",
    "crawl.warc.gz, expected.txt",
    "crawl.warc.wet.gz, expected-wet.txt"
  })
  void theDocumentsAreWhatWasWrittenByHand(String file, String expected) throws IOException {
    var documents = expected(expected);
    for (int pieceSize : new int[] {1, 500, 1 << 20}) {
      var crawl = Crawl.of(bytes(file), pieceSize);

      assertThat(crawl.problems()).isEmpty();
      assertThat(crawl.documents().stream().map(String::strip).toList()).isEqualTo(documents);
    }
  }

  @Test
  void nothingIsAnEmptyCrawl() throws IOException {
    assertThat(Crawl.of(new byte[0], 100)).isEqualTo(new Crawl(List.of(), List.of(), List.of()));
  }

  @ParameterizedTest
  @ValueSource(ints = {-30, -1, 1, 4, 30, 2000, 1_000_000})
  void aWrongLengthLosesItsRecordAlone(int more) throws IOException {
    int wrong = 5 + Math.max(0, "of the second".length() + more);
    byte[] stored =
        join(
            record("conversion", "text/plain", "the first\n"),
            record("conversion", "text/plain", "of the second\n", Integer.toString(wrong)),
            record("conversion", "text/plain", "the third\n"),
            record("conversion", "text/plain", "the fourth\n"));

    var crawl = Crawl.of(stored, 1 << 20);

    assertThat(crawl.documents()).containsExactly("the first\n", "the third\n", "the fourth\n");
    assertThat(crawl.offsets())
        .containsExactly((long) record("conversion", "text/plain", "the first\n").length);
    assertThat(crawl.problems().get(0)).contains("that it claims");
  }

  @ParameterizedTest
  @ValueSource(strings = {"-5", "", "ten", "99999999999999999999", "5\r\nContent-Length: 5"})
  void aLengthThatIsNoneLosesItsRecordAlone(String length) throws IOException {
    byte[] stored =
        join(
            record("conversion", "text/plain", "the first\n"),
            record("conversion", "text/plain", "the second\n", length),
            record("conversion", "text/plain", "the third\n"));

    var crawl = Crawl.of(stored, 5);

    assertThat(crawl.documents()).containsExactly("the first\n", "the third\n");
    assertThat(crawl.problems()).hasSize(1);
  }

  @Test
  void aBadHeaderLosesItsRecordAlone() throws IOException {
    byte[] bad = record("conversion", "text/plain", "the second\n");
    bad[2] = 'x';
    byte[] stored =
        join(
            record("conversion", "text/plain", "the first\n"),
            bad,
            record("conversion", "text/plain", "the third\n"));

    var crawl = Crawl.of(stored, 1 << 20);

    assertThat(crawl.documents()).containsExactly("the first\n", "the third\n");
    assertThat(crawl.problems()).hasSize(1);
  }

  @Test
  void aHeaderWithoutEndIsDamage() throws IOException {
    byte[] endless = new byte[3 << 20];
    Arrays.fill(endless, (byte) 'x');
    byte[] start = "WARC/1.0\r\nWARC-Type: ".getBytes(StandardCharsets.US_ASCII);

    var crawl = Crawl.of(join(start, endless), 1 << 20);

    assertThat(crawl.problems()).hasSize(1);
  }

  @Test
  void responsesThatCannotBeReadAreDamage() throws IOException {
    byte[] stored =
        join(
            record("response", "application/http", "no HTTP at all"),
            record(
                "response",
                "application/http;msgtype=response",
                "HTTP/1.1 200 OK\r\n"
                    + "Content-Type: text/html\r\n"
                    + "Content-Encoding: compress\r\n\r\n"
                    + "\001\002\003"),
            record("conversion", "text/plain", "the third\n"));

    var crawl = Crawl.of(stored, 1 << 20);

    assertThat(crawl.documents()).containsExactly("the third\n");
    assertThat(crawl.offsets())
        .containsExactly(
            0L, (long) record("response", "application/http", "no HTTP at all").length);
    assertThat(crawl.problems()).allMatch(problem -> problem.contains("HTTP response"));
  }

  @Test
  void pagesThatWouldFillTheMemoryAreRefused() throws IOException {
    String page = "HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n" + "<p>".repeat(3_000_000);
    byte[] stored =
        join(
            record("response", "application/http", page),
            record("conversion", "text/plain", "the second\n"));

    var crawl = Crawl.of(stored, 1 << 20);

    assertThat(crawl.documents()).containsExactly("the second\n");
    assertThat(crawl.problems()).hasSize(1);
  }

  @ParameterizedTest
  @ValueSource(strings = {"crawl.warc", "crawl.warc.gz"})
  void aCutCrawlIsReadUpToTheCut(String file) throws IOException {
    byte[] stored = bytes(file);
    var whole = Crawl.of(stored, 1 << 20).documents();
    int undamaged = 0;
    for (int length = 6; length < stored.length; length += 3) {
      var crawl = Crawl.of(Arrays.copyOf(stored, length), 1 << 20);

      assertThat(whole.subList(0, crawl.documents().size())).isEqualTo(crawl.documents());
      assertThat(crawl.problems()).as("cut at %d", length).hasSizeLessThanOrEqualTo(1);
      undamaged += crawl.problems().isEmpty() ? 1 : 0;
    }
    // Between two records a cut cannot be told.
    assertThat(undamaged).isLessThan(15);
  }

  @ParameterizedTest
  @ValueSource(strings = {"crawl.warc", "crawl.warc.gz", "crawl.warc.wet.gz"})
  void wrongBytesNeverDoMoreThanLoseRecords(String file) throws IOException {
    byte[] stored = bytes(file);
    var random = new Random(4);
    for (int round = 0; round < 400; round++) {
      byte[] wrong = stored.clone();
      for (int i = random.nextInt(3); i >= 0; i--) {
        wrong[5 + random.nextInt(wrong.length - 5)] = (byte) random.nextInt();
      }

      assertThat(Crawl.of(wrong, 1 << 20).documents()).hasSizeLessThanOrEqualTo(8);
    }
  }

  private static byte[] record(String type, String contentType, String block) {
    return record(type, contentType, block, Integer.toString(block.length()));
  }

  private static byte[] record(String type, String contentType, String block, String length) {
    return ("WARC/1.0\r\nWARC-Type: %s\r\nContent-Type: %s\r\nContent-Length: %s\r\n\r\n%s\r\n\r\n")
        .formatted(type, contentType, length, block)
        .getBytes(StandardCharsets.ISO_8859_1);
  }

  private static byte[] join(byte[]... parts) {
    var out = new ByteArrayOutputStream();
    Arrays.stream(parts).forEach(out::writeBytes);
    return out.toByteArray();
  }

  private static byte[] bytes(String file) throws IOException {
    return Files.readAllBytes(FILES.resolve(file));
  }

  private static List<String> expected(String file) throws IOException {
    return Arrays.stream(Files.readString(FILES.resolve(file)).split("%%\n"))
        .map(String::strip)
        .toList();
  }
}
