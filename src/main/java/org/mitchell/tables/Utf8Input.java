package org.mitchell.tables;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Optional;
import org.mitchell.files.InputException;
import org.mitchell.files.InputFiles;

/** The bytes of a table in UTF-8, whatever its encoding, without a byte order mark. */
final class Utf8Input {
  private static final int BUFFER = 1 << 16;

  private Utf8Input() {}

  /**
   * @param encoding of a file that has no byte order mark and is not UTF-8
   * @throws InputException if the file is UTF-16 and no encoding was given
   */
  static InputStream open(Path file, Optional<Charset> encoding) throws IOException {
    var stream = new BufferedInputStream(InputFiles.open(file), BUFFER);
    try {
      stream.mark(4);
      byte[] head = stream.readNBytes(3);
      stream.reset();
      if (head.length == 3
          && head[0] == (byte) 0xef
          && head[1] == (byte) 0xbb
          && head[2] == (byte) 0xbf) {
        stream.skipNBytes(3);
        return stream;
      }
      boolean utf16 =
          head.length >= 2
              && (head[0] == (byte) 0xff && head[1] == (byte) 0xfe
                  || head[0] == (byte) 0xfe && head[1] == (byte) 0xff);
      if (utf16 && encoding.isEmpty()) {
        throw TextProblem.notUtf8(file, 1, head);
      }
      if (utf16) {
        return new Transcoded(stream, StandardCharsets.UTF_16);
      }
    } catch (IOException | InputException e) {
      stream.close();
      throw e;
    }
    if (encoding.isEmpty() || encoding.get().equals(StandardCharsets.UTF_8) || isUtf8(file)) {
      return stream;
    }
    return new Transcoded(stream, encoding.get());
  }

  /** Whether a whole file is UTF-8 without any character zero. */
  private static boolean isUtf8(Path file) throws IOException {
    CharsetDecoder decoder = StandardCharsets.UTF_8.newDecoder();
    var bytes = ByteBuffer.allocate(BUFFER);
    var chars = CharBuffer.allocate(BUFFER);
    try (var stream = InputFiles.open(file)) {
      for (boolean more = true; more; ) {
        int count = stream.read(bytes.array(), bytes.position(), bytes.remaining());
        more = count >= 0;
        for (int i = 0; i < count; i++) {
          if (bytes.array()[bytes.position() + i] == 0) {
            return false;
          }
        }
        bytes.position(bytes.position() + Math.max(0, count)).flip();
        CoderResult result = decoder.decode(bytes, chars.clear(), !more);
        if (result.isError()) {
          return false;
        }
        bytes.compact();
      }
    }
    return true;
  }

  /** Another encoding as UTF-8; what is malformed in it is an error. */
  private static final class Transcoded extends InputStream {
    private final Reader reader;
    private final char[] chars = new char[1 << 13];
    private byte[] bytes = new byte[0];
    private int next;

    /** The first half of a pair whose other half is not read yet. */
    private int kept;

    Transcoded(InputStream stream, Charset charset) {
      this.reader = new InputStreamReader(stream, charset.newDecoder());
    }

    @Override
    public int read() throws IOException {
      return fill() ? bytes[next++] & 0xff : -1;
    }

    @Override
    public int read(byte[] target, int offset, int length) throws IOException {
      if (length == 0) {
        return 0;
      }
      if (!fill()) {
        return -1;
      }
      int count = Math.min(length, bytes.length - next);
      System.arraycopy(bytes, next, target, offset, count);
      next += count;
      return count;
    }

    private boolean fill() throws IOException {
      while (next == bytes.length) {
        int count = reader.read(chars, kept, chars.length - kept);
        if (count < 0) {
          return false;
        }
        int end = kept + count;
        kept = Character.isHighSurrogate(chars[end - 1]) ? 1 : 0;
        bytes = new String(chars, 0, end - kept).getBytes(StandardCharsets.UTF_8);
        next = 0;
        chars[0] = chars[end - 1];
      }
      return true;
    }

    @Override
    public void close() throws IOException {
      reader.close();
    }
  }
}
