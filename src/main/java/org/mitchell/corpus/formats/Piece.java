package org.mitchell.corpus.formats;

import java.util.Arrays;

/**
 * Neighbouring bytes of a source's content, to be counted by one thread: the first {@link #length}
 * bytes of a buffer that is filled again and again.
 */
public final class Piece {
  private byte[] buffer = new byte[0];
  private int length;
  private long offset;
  private boolean last;
  private boolean afterGap;
  private long replaced;
  private DumpHead dump = DumpHead.UNKNOWN;
  private int[] documentEnds = new int[16];
  private int documents;

  /** The bytes; those from {@link #length} on mean nothing. */
  public byte[] buffer() {
    return buffer;
  }

  public int length() {
    return length;
  }

  /** Where the piece begins in the content of its shard, in bytes. */
  public long offset() {
    return offset;
  }

  /** Whether the content of the whole source ends with it, undamaged. */
  public boolean isLast() {
    return last;
  }

  /** Whether what came before it could not be read: no window reaches across. */
  boolean isAfterGap() {
    return afterGap;
  }

  /** How many malformed bytes its reader has replaced. */
  long replaced() {
    return replaced;
  }

  void setReplaced(long replaced) {
    this.replaced = replaced;
  }

  /** What is known of the dump that it is of, if it is of one. */
  DumpHead dump() {
    return dump;
  }

  /** How many documents end inside the piece or with it, as far as the reader tells. */
  public int documents() {
    return documents;
  }

  /** Where document {@code i}, from 0, ends: the place after its last byte. */
  public int documentEnd(int i) {
    return documentEnds[i];
  }

  /** Empties the piece, which is to begin at {@code offset}. */
  void clear(long offset) {
    this.offset = offset;
    length = 0;
    documents = 0;
    afterGap = false;
    replaced = 0;
    last = false;
  }

  /** Makes room for {@code capacity} bytes and keeps those that are there. */
  byte[] withRoom(int capacity) {
    if (buffer.length < capacity) {
      buffer = Arrays.copyOf(buffer, capacity);
    }
    return buffer;
  }

  void setDump(DumpHead dump) {
    this.dump = dump;
  }

  void setLength(int length) {
    this.length = length;
  }

  void setAfterGap() {
    afterGap = true;
  }

  void setLast(boolean last) {
    this.last = last;
  }

  void append(byte[] bytes, int from, int to) {
    int end = length + to - from;
    if (end > buffer.length) {
      withRoom(Math.max(end, 2 * buffer.length));
    }
    System.arraycopy(bytes, from, buffer, length, to - from);
    length = end;
  }

  /** A document ends where the piece now ends. */
  void endDocument() {
    if (documents == documentEnds.length) {
      documentEnds = Arrays.copyOf(documentEnds, 2 * documents);
    }
    documentEnds[documents++] = length;
  }
}
