package org.mitchell.corpus.local;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.Map;
import java.util.TreeMap;
import org.mitchell.corpus.formats.ShardNumber;
import org.mitchell.corpus.scan.Tally;

/**
 * Where a counting stands between two pieces.
 *
 * @param tally what has been counted
 * @param nextUntouched the first shard that nobody has taken; those before are complete or under
 *     way
 * @param texts the complete shards of texts that are not complete, by the number of the text
 * @param underWay the pieces of shards that are not complete
 */
record RunState(
    Tally tally,
    ShardNumber nextUntouched,
    Map<Integer, OrderedSegments> texts,
    Map<ShardNumber, OrderedSegments> underWay) {

  /** Nothing counted yet. */
  static RunState beginning(Tally empty) {
    return new RunState(empty, new ShardNumber(0, 0), Map.of(), Map.of());
  }

  void writeTo(DataOutput out) throws IOException {
    tally.writeTo(out);
    write(nextUntouched, out);
    out.writeInt(texts.size());
    for (var text : texts.entrySet()) {
      out.writeInt(text.getKey());
      text.getValue().writeTo(out);
    }
    out.writeInt(underWay.size());
    for (var shard : underWay.entrySet()) {
      write(shard.getKey(), out);
      shard.getValue().writeTo(out);
    }
  }

  /**
   * A state written by {@link #writeTo}.
   *
   * @param tally of the same vocabulary, to be filled
   */
  static RunState readFrom(DataInput in, Tally tally) throws IOException {
    tally.readFrom(in);
    var nextUntouched = shardNumber(in);
    var texts = new TreeMap<Integer, OrderedSegments>();
    for (int left = in.readInt(); left > 0; left--) {
      texts.put(in.readInt(), OrderedSegments.readFrom(in));
    }
    var underWay = new TreeMap<ShardNumber, OrderedSegments>();
    for (int left = in.readInt(); left > 0; left--) {
      underWay.put(shardNumber(in), OrderedSegments.readFrom(in));
    }
    return new RunState(tally, nextUntouched, texts, underWay);
  }

  private static void write(ShardNumber number, DataOutput out) throws IOException {
    out.writeInt(number.text());
    out.writeInt(number.shard());
  }

  private static ShardNumber shardNumber(DataInput in) throws IOException {
    return new ShardNumber(in.readInt(), in.readInt());
  }
}
