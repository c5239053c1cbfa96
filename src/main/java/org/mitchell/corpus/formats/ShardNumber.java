package org.mitchell.corpus.formats;

/** Which shard of which text of a corpus, both from 0; in the order of the texts. */
public record ShardNumber(int text, int shard) implements Comparable<ShardNumber> {
  @Override
  public int compareTo(ShardNumber other) {
    return text == other.text
        ? Integer.compare(shard, other.shard)
        : Integer.compare(text, other.text);
  }
}
