package org.mitchell.corpus.cluster;

import java.io.IOException;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.mitchell.corpus.formats.ShardNumber;
import org.mitchell.corpus.formats.SkippedParts;
import org.mitchell.corpus.scan.Segment;
import org.mitchell.corpus.scan.Tally;

/**
 * What some shards of a corpus hold, and what their neighbours are needed for. Not modified once it
 * is handed over.
 */
public final class PartialCounts implements Serializable {
  private static final long serialVersionUID = 1L;

  private transient Tally tally;
  private transient SortedMap<ShardNumber, Segment> segments;
  private transient List<SkippedParts.Part> skipped;
  private transient long skippedCount;

  PartialCounts(
      Tally tally,
      SortedMap<ShardNumber, Segment> segments,
      List<SkippedParts.Part> skipped,
      long skippedCount) {
    this.tally = tally;
    this.segments = Collections.unmodifiableSortedMap(segments);
    this.skipped = List.copyOf(skipped);
    this.skippedCount = skippedCount;
  }

  Tally tally() {
    return tally;
  }

  /** The segment of every shard, in the order of the texts. */
  SortedMap<ShardNumber, Segment> segments() {
    return segments;
  }

  /** What was passed over, as far as it is listed. */
  List<SkippedParts.Part> skipped() {
    return skipped;
  }

  /** How much was passed over in all. */
  long skippedCount() {
    return skippedCount;
  }

  /** Both together. */
  PartialCounts plus(PartialCounts other) {
    var sum = new Tally(tally.nouns(), tally.verbs());
    sum.add(tally);
    sum.add(other.tally);
    var all = new TreeMap<>(segments);
    all.putAll(other.segments);
    var parts = new ArrayList<>(skipped);
    parts.addAll(other.skipped);
    return new PartialCounts(sum, all, parts, skippedCount + other.skippedCount);
  }

  private void writeObject(ObjectOutputStream out) throws IOException {
    out.writeInt(tally.nouns());
    out.writeInt(tally.verbs());
    tally.writeTo(out);
    out.writeInt(segments.size());
    for (var segment : segments.entrySet()) {
      out.writeInt(segment.getKey().text());
      out.writeInt(segment.getKey().shard());
      segment.getValue().writeTo(out);
    }
    out.writeObject(new ArrayList<>(skipped));
    out.writeLong(skippedCount);
  }

  @SuppressWarnings("unchecked") // what writeObject wrote
  private void readObject(ObjectInputStream in) throws IOException, ClassNotFoundException {
    tally = new Tally(in.readInt(), in.readInt());
    tally.readFrom(in);
    var read = new TreeMap<ShardNumber, Segment>();
    for (int left = in.readInt(); left > 0; left--) {
      read.put(new ShardNumber(in.readInt(), in.readInt()), Segment.readFrom(in));
    }
    segments = Collections.unmodifiableSortedMap(read);
    skipped = List.copyOf((List<SkippedParts.Part>) in.readObject());
    skippedCount = in.readLong();
  }
}
