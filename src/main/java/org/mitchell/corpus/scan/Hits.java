package org.mitchell.corpus.scan;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.Arrays;

/** A growing list of (kind, number) pairs: where tokens of kinds stood, or how often each came. */
final class Hits {
  private int[] kinds = new int[4];
  private long[] numbers = new long[4];
  private int size;

  void add(int kind, long number) {
    if (size == kinds.length) {
      kinds = Arrays.copyOf(kinds, 2 * size);
      numbers = Arrays.copyOf(numbers, 2 * size);
    }
    kinds[size] = kind;
    numbers[size++] = number;
  }

  int size() {
    return size;
  }

  int kind(int i) {
    return kinds[i];
  }

  long number(int i) {
    return numbers[i];
  }

  void clear() {
    size = 0;
  }

  void writeTo(DataOutput out) throws IOException {
    out.writeInt(size);
    for (int i = 0; i < size; i++) {
      out.writeInt(kinds[i]);
      out.writeLong(numbers[i]);
    }
  }

  static Hits readFrom(DataInput in) throws IOException {
    var hits = new Hits();
    int size = in.readInt();
    for (int i = 0; i < size; i++) {
      hits.add(in.readInt(), in.readLong());
    }
    return hits;
  }
}
