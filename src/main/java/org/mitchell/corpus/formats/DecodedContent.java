package org.mitchell.corpus.formats;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;

/**
 * Content of another encoding, as UTF-8. Bytes that mean nothing in that encoding become bytes that
 * mean nothing in UTF-8, one for one, so that they are counted as malformed.
 */
final class DecodedContent extends CountedContent {
  private static final int BUFFER = 1 << 13;
  private static final byte MALFORMED = (byte) 0xff;

  private final ShardContent content;
  private final CharsetDecoder decoder;
  private final ByteBuffer stored = ByteBuffer.allocate(BUFFER).limit(0);
  private final CharBuffer decoded = CharBuffer.allocate(BUFFER);
  private final PendingBytes utf8 = new PendingBytes(3 * BUFFER);
  private boolean ended;

  DecodedContent(ShardContent content, Charset charset) {
    this.content = content;
    this.decoder =
        charset
            .newDecoder()
            .onMalformedInput(CodingErrorAction.REPORT)
            .onUnmappableCharacter(CodingErrorAction.REPORT);
  }

  /** The first bytes of a content in UTF-8. */
  static byte[] decode(byte[] beginning, Charset charset) {
    return new String(beginning, charset).getBytes(StandardCharsets.UTF_8);
  }

  @Override
  public long end() {
    return Long.MAX_VALUE; // such content is never shared out
  }

  @Override
  public int read(byte[] buffer, int from, int length) throws IOException {
    while (utf8.isEmpty()) {
      if (ended) {
        return -1;
      }
      fill();
    }
    return counted(utf8.take(buffer, from, length));
  }

  @Override
  public void close() throws IOException {
    content.close();
  }

  private void fill() throws IOException {
    utf8.clear();
    stored.compact();
    try {
      int count = content.read(stored.array(), stored.position(), stored.remaining());
      ended = count < 0;
      stored.position(stored.position() + Math.max(0, count));
    } catch (DamagedContent e) {
      stored.clear();
      decoder.reset();
      throw e;
    } finally {
      stored.flip();
    }
    decode();
  }

  private void decode() {
    CoderResult result;
    do {
      result = decoder.decode(stored, decoded, ended);
      takeOver();
      if (result.isError()) {
        utf8.addRepeated(MALFORMED, result.length());
        stored.position(stored.position() + result.length());
      }
    } while (result.isError() || result.isOverflow());
  }

  private void takeOver() {
    byte[] bytes = decoded.flip().toString().getBytes(StandardCharsets.UTF_8);
    decoded.clear();
    utf8.add(bytes, 0, bytes.length);
  }
}
