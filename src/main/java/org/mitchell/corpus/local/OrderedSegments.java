package org.mitchell.corpus.local;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.Map;
import java.util.TreeMap;
import org.mitchell.corpus.scan.Seam;
import org.mitchell.corpus.scan.Segment;

/** Takes the segments of one text in any order and joins them in theirs. */
final class OrderedSegments {
  private final Map<Integer, Segment> waiting = new TreeMap<>();
  private Segment joined;
  private int count;

  OrderedSegments() {
    this(Segment.empty(), 0);
  }

  private OrderedSegments(Segment joined, int count) {
    this.joined = joined;
    this.count = count;
  }

  /** Hands in segment {@code number}, from 0. */
  void add(int number, Segment segment, Seam seam) {
    waiting.put(number, segment);
    for (var next = waiting.remove(count); next != null; next = waiting.remove(count)) {
      joined = seam.join(joined, next);
      count++;
    }
  }

  /** How many segments from the beginning on are joined. */
  int count() {
    return count;
  }

  /** These as one. */
  Segment joined() {
    return joined;
  }

  void writeTo(DataOutput out) throws IOException {
    out.writeInt(count);
    joined.writeTo(out);
    out.writeInt(waiting.size());
    for (var early : waiting.entrySet()) {
      out.writeInt(early.getKey());
      early.getValue().writeTo(out);
    }
  }

  static OrderedSegments readFrom(DataInput in) throws IOException {
    int count = in.readInt();
    var segments = new OrderedSegments(Segment.readFrom(in), count);
    for (int left = in.readInt(); left > 0; left--) {
      segments.waiting.put(in.readInt(), Segment.readFrom(in));
    }
    return segments;
  }
}
