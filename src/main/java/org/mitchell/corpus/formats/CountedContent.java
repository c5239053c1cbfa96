package org.mitchell.corpus.formats;

/** Content that counts what it hands out. */
abstract class CountedContent implements ShardContent {
  private long offset;

  @Override
  public final long offset() {
    return offset;
  }

  /** So many bytes are handed out; none at the end, which is told by a negative number. */
  final int counted(int count) {
    offset += Math.max(0, count);
    return count;
  }
}
