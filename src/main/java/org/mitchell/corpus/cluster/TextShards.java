package org.mitchell.corpus.cluster;

import java.io.Serializable;
import java.util.List;

/** Shards that make one task: a large one, or several small ones. */
public record TextShards(List<TextShard> shards) implements Serializable {
  public TextShards {
    shards = List.copyOf(shards);
  }
}
