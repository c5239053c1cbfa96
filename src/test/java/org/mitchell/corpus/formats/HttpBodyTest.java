package org.mitchell.corpus.formats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.github.luben.zstd.Zstd;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Locale;
import java.util.zip.Deflater;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.netpreserve.jwarc.MessageHeaders;

/** What servers and crawlers write beside a body, and what the body is. */
class HttpBodyTest {
  private static final String TEXT =
      "<p>We ate the caf\u00e9's celery, and then some more of it.</p>";
  private static final int MOST = 1 << 20;

  @ParameterizedTest(name = "{1} under the name ''{0}''")
  @CsvSource({
    // As RFC 9110, section 8.4.1, has it.
    "gzip, gzip",
    "x-gzip, gzip",
    "GZIP, gzip",
    "deflate, zlib",
    "br, br",
    "zstd, zstd",
    "identity, plain",
    "'', plain",
    // Decoded, with the header of the encoded body: CC-NEWS before May 2019.
    "gzip, plain",
    "deflate, plain",
    "br, plain",
    "zstd, plain",
    "'gzip, br', plain",
    // What servers write.
    "deflate, raw",
    "gzip, zlib",
    "'gzip, gzip', twice",
    "gzip, twice",
    "utf-8, plain",
    "UTF-8, plain",
    "ISO-8859-1, plain",
    "none, plain",
    "unheard-of, plain",
    "unheard-of, gzip",
    "'', gzip",
    "'gzip, chunked', gzip",
    "'gzip,chunked', chunks",
    "' br ', br",
    "brotli, br",
  })
  void aPageIsReadWhateverItsHeaderSays(String name, String stored) throws IOException {
    byte[] body = HttpBody.decoded(headers("Content-Encoding", name), stored(stored), MOST);

    assertThat(new String(body, StandardCharsets.UTF_8)).isEqualTo(TEXT);
  }

  @ParameterizedTest
  @CsvSource({"plain", "chunked", "gzip in chunks"})
  void chunksAreJoinedWhereThereAreAny(String stored) throws IOException {
    byte[] body =
        switch (stored) {
          case "plain" -> stored("plain");
          case "chunked" -> chunks(stored("plain"));
          default -> chunks(stored("gzip"));
        };

    byte[] decoded = HttpBody.decoded(headers("Transfer-Encoding", "Chunked"), body, MOST);

    assertThat(new String(decoded, StandardCharsets.UTF_8)).isEqualTo(TEXT);
  }

  @ParameterizedTest
  @CsvSource({
    "gzip, gzip, its body is damaged or cut short (gzip)",
    "br, br, its body is damaged or cut short (br (Brotli))",
    "compress, noise, 'its body is encoded as ''compress'', which is not read here'",
  })
  void whatCannotBeReadIsToldInOurWords(String name, String stored, String message)
      throws IOException {
    byte[] whole = stored(stored);
    byte[] cut = stored.equals("noise") ? whole : Arrays.copyOf(whole, whole.length - 9);

    assertThatThrownBy(() -> HttpBody.decoded(headers("Content-Encoding", name), cut, MOST))
        .isInstanceOf(HttpBody.Unreadable.class)
        .hasMessage(message);
  }

  @Test
  void noMoreIsInflatedThanIsAskedFor() throws IOException {
    byte[] bomb = gzip(new byte[1 << 24]);

    assertThat(HttpBody.decoded(headers("Content-Encoding", "gzip"), bomb, 1000)).hasSize(1001);
  }

  private static MessageHeaders headers(String name, String value) {
    return MessageHeaders.of(name, value);
  }

  private static byte[] stored(String how) throws IOException {
    byte[] text = TEXT.getBytes(StandardCharsets.UTF_8);
    return switch (how.toLowerCase(Locale.ROOT)) {
      case "plain" -> text;
      case "gzip" -> gzip(text);
      case "twice" -> gzip(gzip(text));
      case "zlib" -> deflated(text, false);
      case "raw" -> deflated(text, true);
      case "zstd" -> Zstd.compress(text);
      case "br" -> brotli(text);
      case "chunks" -> chunks(gzip(text));
      case "noise" -> new byte[] {1, 2, 3, 4, 5, 6, 7, 8, 9, 0, 11, 12};
      default -> throw new IllegalArgumentException(how);
    };
  }

  private static byte[] gzip(byte[] content) throws IOException {
    var bytes = new ByteArrayOutputStream();
    try (var stream = new GZIPOutputStream(bytes)) {
      stream.write(content);
    }
    return bytes.toByteArray();
  }

  private static byte[] deflated(byte[] content, boolean raw) {
    var deflater = new Deflater(Deflater.BEST_COMPRESSION, raw);
    deflater.setInput(content);
    deflater.finish();
    var bytes = new byte[2 * content.length + 100];
    int length = deflater.deflate(bytes);
    deflater.end();
    return Arrays.copyOf(bytes, length);
  }

  /** One block that is stored as it is, and the empty last one (RFC 7932, section 9.2). */
  private static byte[] brotli(byte[] content) {
    int header = content.length - 1 << 4 | 1 << 20;
    var bytes = new ByteArrayOutputStream();
    bytes.writeBytes(new byte[] {(byte) header, (byte) (header >> 8), (byte) (header >> 16)});
    bytes.writeBytes(content);
    bytes.write(3);
    return bytes.toByteArray();
  }

  private static byte[] chunks(byte[] body) {
    var bytes = new ByteArrayOutputStream();
    int half = body.length / 2;
    for (byte[] part :
        new byte[][] {
          Arrays.copyOf(body, half), Arrays.copyOfRange(body, half, body.length), new byte[0]
        }) {
      bytes.writeBytes("%X;x=y\r\n".formatted(part.length).getBytes(StandardCharsets.US_ASCII));
      bytes.writeBytes(part);
      bytes.writeBytes(new byte[] {'\r', '\n'});
    }
    return bytes.toByteArray();
  }
}
