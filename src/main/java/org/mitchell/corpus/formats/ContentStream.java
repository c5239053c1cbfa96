package org.mitchell.corpus.formats;

import java.io.IOException;
import java.util.Optional;
import org.mitchell.corpus.Tokens;
import org.mitchell.files.BlockStream;

/**
 * Content as well-formed UTF-8 for parsers that take nothing else: each byte that is malformed
 * becomes U+FFFD and is counted. A byte order mark at the beginning is passed over.
 */
final class ContentStream extends BlockStream {
  private static final int BUFFER = 1 << 14;
  private static final int LONGEST_CHARACTER = 4;
  private static final byte[] REPLACEMENT = {(byte) 0xef, (byte) 0xbf, (byte) 0xbd};
  private static final int MARK = 3;

  private final ShardContent content;
  private final byte[] raw = new byte[BUFFER];
  private final PendingBytes repaired = new PendingBytes(BUFFER * REPLACEMENT.length);
  private int rawLength;
  private boolean begun;
  private boolean ended;
  private DamagedContent damage;
  private long replaced;

  ContentStream(ShardContent content) {
    this.content = content;
  }

  /** How far the content is read, about: parsers read ahead. */
  long position() {
    return content.offset() - rawLength;
  }

  /** What ended the content early, if anything did. */
  Optional<DamagedContent> damage() {
    return Optional.ofNullable(damage);
  }

  /** How many malformed bytes were replaced since this was asked last. */
  long replacedSinceLast() {
    long since = replaced;
    replaced = 0;
    return since;
  }

  @Override
  public int read(byte[] buffer, int from, int length) throws IOException {
    while (repaired.isEmpty()) {
      if (ended) {
        return -1;
      }
      fill();
    }
    return repaired.take(buffer, from, length);
  }

  @Override
  public void close() throws IOException {
    content.close();
  }

  private void fill() throws IOException {
    readRaw();
    repaired.clear();
    int from = 0;
    if (!begun && (rawLength >= MARK || ended)) {
      begun = true;
      from = Lines.hasByteOrderMark(raw, 0, rawLength) ? MARK : 0;
    }
    // A character at the end may go on in what is read next.
    int to = ended ? rawLength : begun ? Math.max(from, rawLength - LONGEST_CHARACTER) : 0;
    while (from < to) {
      from = repair(from);
    }
    System.arraycopy(raw, from, raw, 0, rawLength - from);
    rawLength -= from;
  }

  private void readRaw() throws IOException {
    try {
      int count = content.read(raw, rawLength, raw.length - rawLength);
      ended = count < 0;
      rawLength += Math.max(0, count);
    } catch (DamagedContent e) {
      damage = e;
      throw e;
    }
  }

  /** Takes over the character at a place; returns the place behind it. */
  private int repair(int from) {
    byte b = raw[from];
    if (b >= 0) {
      repaired.add(b);
      return from + 1;
    }
    int codePoint = Tokens.decode(raw, from, rawLength);
    byte[] source = codePoint < 0 ? REPLACEMENT : raw;
    int start = codePoint < 0 ? 0 : from;
    int length = codePoint < 0 ? REPLACEMENT.length : Tokens.length(codePoint);
    repaired.add(source, start, length);
    replaced += codePoint < 0 ? 1 : 0;
    return from + (codePoint < 0 ? 1 : length);
  }
}
