package org.mitchell.corpus.local;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.mitchell.corpus.formats.Damage;
import org.mitchell.corpus.formats.Layout;
import org.mitchell.corpus.formats.ReadingOptions;
import org.mitchell.corpus.formats.Shard;
import org.mitchell.corpus.formats.TextSource;

/**
 * How texts are shared out.
 *
 * @param pieceSize how many bytes of content a thread counts at a time, about
 * @param shardSize how many stored bytes a thread takes for itself, about
 */
record ShardPlan(int pieceSize, long shardSize) {
  /** Pieces that stay in a core's cache. */
  static final ShardPlan USUAL = new ShardPlan(1 << 20, 1L << 26);

  /** The shards of every text. */
  List<List<Shard>> shards(List<? extends TextSource> texts, ReadingOptions options)
      throws IOException {
    var shards = new ArrayList<List<Shard>>();
    for (var text : texts) {
      shards.add(Shard.of(text, Layout.of(text, options), shardSize));
    }
    return shards;
  }

  /** The shards, to be handed out from where an earlier run stopped. */
  ShardQueue queue(
      List<List<Shard>> shards, ReadingOptions options, RunState start, Damage damage) {
    return new ShardQueue(
        shards,
        start.nextUntouched(),
        start.underWay(),
        (number, shard, segments) ->
            new ShardRun(number, shard, options, pieceSize, damage, segments));
  }

  /** How many bytes are stored in all, or -1 where that is not known. */
  static long size(List<? extends TextSource> texts) {
    long sum = 0;
    for (var text : texts) {
      if (text.size().isEmpty()) {
        return -1;
      }
      sum += text.size().getAsLong();
    }
    return sum;
  }
}
