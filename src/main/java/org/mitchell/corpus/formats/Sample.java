package org.mitchell.corpus.formats;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.Charset;
import org.mitchell.files.Compression;
import org.mitchell.files.InputException;

/**
 * The beginning of the content of a source, by which it is told what it is.
 *
 * @param bytes of the content
 * @param head the stored bytes that they come from
 */
record Sample(Compression compression, byte[] bytes, byte[] head) {
  /** Of content, in bytes: enough for the head of a dump, and for many lines. */
  static final int SIZE = 1 << 16;

  /** What a decoder is asked for at a time: damage loses what it had not handed out yet. */
  private static final int STEP = 1 << 10;

  /** A whole block of bzip2, zstd or xz, of which nothing is had before its end. */
  private static final int HEAD = 1 << 20;

  static Sample of(TextSource source) throws IOException {
    byte[] head = source.head(SIZE);
    var compression = Compression.of(head);
    if (compression == Compression.NONE) {
      return new Sample(compression, head, head);
    }
    byte[] more = source.head(HEAD);
    var content = new ByteArrayOutputStream();
    inflate(compression, more, content, SIZE);
    return new Sample(compression, content.toByteArray(), more);
  }

  /**
   * Whether what can be inflated is damaged, so that the bytes before the damage may be wrong too:
   * checksums come at the end of a block.
   */
  boolean isDamaged() {
    boolean cut = head.length == HEAD;
    return compression != Compression.NONE
        && !inflate(compression, head, OutputStream.nullOutputStream(), Integer.MAX_VALUE)
        && !cut;
  }

  /** Hands on as much as can be inflated, up to a limit; false if it is damaged or cut short. */
  private static boolean inflate(Compression compression, byte[] head, OutputStream to, int most) {
    var step = new byte[STEP];
    int size = 0;
    try (var content = compression.inflate(new ByteArrayInputStream(head))) {
      for (int n = 0;
          n >= 0 && size < most;
          n = content.read(step, 0, Math.min(STEP, most - size))) {
        to.write(step, 0, n);
        size += n;
      }
      return true;
    } catch (InputException e) {
      throw e; // it cannot be inflated here, whatever its bytes
    } catch (IOException | RuntimeException e) {
      return false;
    }
  }

  /** The same in UTF-8, of content in another encoding. */
  byte[] decoded(String encoding) {
    return encoding.equals(StoredEncoding.UTF_8)
        ? bytes
        : DecodedContent.decode(bytes, Charset.forName(encoding));
  }
}
