package org.mitchell.corpus.local;

/** Which shard of which text, both from 0. */
record ShardNumber(int text, int shard) implements Comparable<ShardNumber> {
  @Override
  public int compareTo(ShardNumber other) {
    return text == other.text
        ? Integer.compare(shard, other.shard)
        : Integer.compare(text, other.text);
  }
}
