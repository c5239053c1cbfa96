package org.mitchell.corpus.formats;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.zip.Inflater;
import java.util.zip.InflaterInputStream;
import org.brotli.dec.BrotliInputStream;
import org.mitchell.files.Compression;
import org.mitchell.files.GzipStream;
import org.mitchell.files.InputException;
import org.netpreserve.jwarc.MessageHeaders;

/**
 * The body of an HTTP response as it was before it was sent.
 *
 * <p>What the headers say of its encoding is a hint and no more: crawlers store bodies decoded
 * under the headers of the encoded ones (all of CC-NEWS before May 2019), and servers write what
 * they like. The bytes decide wherever they can.
 */
final class HttpBody {
  /** Encodings on encodings: more are an attack. */
  private static final int MOST_LAYERS = 4;

  private static final int LOOKED_AT = 512;

  private final String encodings;
  private final int most;

  private HttpBody(String encodings, int most) {
    this.encodings = encodings;
    this.most = most;
  }

  /** A body that cannot be had; the message says why, for the user. */
  static final class Unreadable extends IOException {
    private static final long serialVersionUID = 1L;

    Unreadable(String message) {
      super(message);
    }
  }

  /**
   * The body, of which no more is inflated than one byte more than {@code most}.
   *
   * @param headers of the response
   * @param stored the body as it stands in the record
   * @throws Unreadable if it is in an encoding that is not read, or is damaged
   */
  static byte[] decoded(MessageHeaders headers, byte[] stored, int most) throws Unreadable {
    String encodings =
        String.join(",", headers.all("Content-Encoding")).strip().toLowerCase(Locale.ROOT);
    String transfer = String.join(",", headers.all("Transfer-Encoding")).toLowerCase(Locale.ROOT);
    boolean chunked = encodings.contains("chunked") || transfer.contains("chunked");
    byte[] body = chunked ? Chunks.joined(stored).orElse(stored) : stored;
    return new HttpBody(encodings, most).decoded(body);
  }

  private byte[] decoded(byte[] stored) throws Unreadable {
    byte[] body = stored;
    for (int layer = 0; layer < MOST_LAYERS; layer++) {
      var inner = layer == 0 ? inner(body) : byItsBytes(body);
      if (inner.isEmpty()) {
        return body;
      }
      body = inner.get();
    }
    throw new Unreadable("it is encoded more than %d times over".formatted(MOST_LAYERS));
  }

  /** What these bytes hold, if they are encoded. */
  private Optional<byte[]> inner(byte[] body) throws Unreadable {
    var told = byItsBytes(body);
    if (told.isPresent()) {
      return told;
    }
    if (encodings.isEmpty() || encodings.equals("identity") || body.length == 0) {
      return Optional.empty();
    }
    if (encodings.contains("deflate") || encodings.contains("gzip")) {
      var inflated = zlib(body);
      if (inflated.isPresent() || looksLikeText(body)) {
        return inflated;
      }
      var raw = attempt(in -> new InflaterInputStream(in, new Inflater(true)), body);
      return Optional.of(raw.orElseThrow(() -> damaged(encodings)));
    }
    if (looksLikeText(body)) {
      return Optional.empty();
    }
    if (namesBrotli()) {
      return Optional.of(
          attempt(BrotliInputStream::new, body).orElseThrow(() -> damaged("br (Brotli)")));
    }
    return isKnownToBeNone() ? Optional.empty() : unread();
  }

  /** Two of the encodings begin with bytes that no page does. */
  private Optional<byte[]> byItsBytes(byte[] body) throws Unreadable {
    return switch (Compression.of(body)) {
      case GZIP -> Optional.of(inflated("gzip", GzipStream::of, body));
      case ZSTD -> Optional.of(inflated("zstd", Compression.ZSTD::inflate, body));
      default -> Optional.empty();
    };
  }

  private boolean namesBrotli() {
    return Arrays.stream(encodings.split("[,\\s]+")).anyMatch(Set.of("br", "brotli")::contains);
  }

  /** Names that servers give for no encoding at all: those of character sets. */
  private boolean isKnownToBeNone() {
    return encodings.startsWith("utf") || encodings.startsWith("iso-") || encodings.equals("none");
  }

  private Optional<byte[]> unread() throws Unreadable {
    throw new Unreadable(
        "its body is encoded as '%s', which is not read here"
            .formatted(encodings.substring(0, Math.min(encodings.length(), 40))));
  }

  /** RFC 1950: a header whose check fits, and a checksum behind it. */
  private Optional<byte[]> zlib(byte[] body) {
    boolean header =
        body.length > 2
            && (body[0] & 0x0f) == 8
            && ((body[0] & 0xff) << 8 | body[1] & 0xff) % 31 == 0;
    return header ? attempt(InflaterInputStream::new, body) : Optional.empty();
  }

  /** Text of any encoding has no control characters but those of lines. */
  private static boolean looksLikeText(byte[] body) {
    for (int i = 0; i < Math.min(body.length, LOOKED_AT); i++) {
      if (body[i] >= 0 && body[i] < ' ' && (body[i] < '\t' || body[i] > '\r')) {
        return false;
      }
    }
    return true;
  }

  /** What inflates. */
  private interface Decoder {
    InputStream open(InputStream encoded) throws IOException;
  }

  private Optional<byte[]> attempt(Decoder decoder, byte[] body) {
    try (var stream = decoder.open(new ByteArrayInputStream(body))) {
      return Optional.of(stream.readNBytes(most + 1));
    } catch (InputException e) {
      throw e; // it cannot be inflated here, whatever its bytes
    } catch (IOException | RuntimeException e) {
      return Optional.empty();
    }
  }

  private byte[] inflated(String name, Decoder decoder, byte[] body) throws Unreadable {
    return attempt(decoder, body).orElseThrow(() -> damaged(name));
  }

  private static Unreadable damaged(String name) {
    return new Unreadable("its body is damaged or cut short (%s)".formatted(name));
  }

  /** Chunks of a known length each (RFC 9112, section 7.1). */
  private static final class Chunks {
    private static final int LONGEST_SIZE = 8;

    private final byte[] body;
    private final ByteArrayOutputStream joined = new ByteArrayOutputStream();
    private int at;

    private Chunks(byte[] body) {
      this.body = body;
    }

    /** What the chunks hold; nothing if these are none, be it that they have been joined before. */
    static Optional<byte[]> joined(byte[] body) throws Unreadable {
      var chunks = new Chunks(body);
      int size = chunks.size();
      if (size < 0) {
        return Optional.empty();
      }
      while (size > 0) {
        if (size > body.length - chunks.at) {
          throw damaged("chunked");
        }
        chunks.joined.write(body, chunks.at, size);
        chunks.at += size;
        chunks.lineEnd();
        size = chunks.size();
        if (size < 0) {
          throw damaged("chunked");
        }
      }
      return Optional.of(chunks.joined.toByteArray());
    }

    /** The size that a line of its own says, in hexadecimal digits; -1 if it is none. */
    private int size() {
      int start = at;
      int size = 0;
      while (at < body.length && at - start < LONGEST_SIZE && Character.digit(body[at], 16) >= 0) {
        size = size << 4 | Character.digit(body[at++], 16);
      }
      boolean digits = at > start && size >= 0;
      boolean extension = at < body.length && body[at] == ';';
      while (at < body.length && (body[at] == ' ' || extension && body[at] != '\n')) {
        at++;
      }
      at -= at > start && body[at - 1] == '\r' ? 1 : 0;
      return digits && lineEnd() ? size : -1;
    }

    private boolean lineEnd() {
      at += at < body.length && body[at] == '\r' ? 1 : 0;
      boolean end = at < body.length && body[at] == '\n';
      at += end ? 1 : 0;
      return end;
    }
  }
}
