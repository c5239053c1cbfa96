package org.mitchell.corpus.formats;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.util.Arrays;
import org.mitchell.files.InputException;

/**
 * The beginning of the content of a source, by which it is told what it is.
 *
 * @param whole whether it is as it was stored: what precedes damage may be wrong
 */
record Sample(Compression compression, byte[] bytes, boolean whole) {
  /** Of content, in bytes: enough for the head of a dump, and for many lines. */
  static final int SIZE = 1 << 16;

  /** What a decoder is asked for at a time: damage loses what it had not handed out yet. */
  private static final int STEP = 1 << 10;

  /** A whole block of bzip2, zstd or xz, of which nothing is had before its end. */
  private static final int HEAD = 1 << 20;

  static Sample of(TextSource source) throws IOException {
    byte[] head = source.head(SIZE);
    var compression = Compression.of(head);
    return compression == Compression.NONE
        ? new Sample(compression, head, true)
        : inflated(compression, source.head(HEAD));
  }

  /** As much as the head of a source holds, be the rest damaged. */
  private static Sample inflated(Compression compression, byte[] head) {
    var sample = new byte[SIZE];
    int size = 0;
    boolean whole = true;
    try (var content = compression.inflate(new ByteArrayInputStream(head))) {
      for (int n = 0; n >= 0 && size < SIZE; ) {
        size += n;
        n = content.read(sample, size, Math.min(STEP, SIZE - size));
      }
    } catch (InputException e) {
      throw e; // it cannot be inflated here, whatever its bytes
    } catch (IOException | RuntimeException e) {
      whole = head.length == HEAD; // then it ends inside a block: reading it all will tell
    }
    return new Sample(compression, Arrays.copyOf(sample, size), whole);
  }

  /** The same in UTF-8, of content in another encoding. */
  byte[] decoded(String encoding) {
    return encoding.equals(StoredEncoding.UTF_8)
        ? bytes
        : DecodedContent.decode(bytes, Charset.forName(encoding));
  }
}
