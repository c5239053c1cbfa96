package org.mitchell.corpus.scan;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.Arrays;

/** A growing list of (form, number) pairs: where forms stood, or how often each came. */
final class Hits {
  private int[] forms = new int[4];
  private long[] numbers = new long[4];
  private int size;

  void add(int form, long number) {
    if (size == forms.length) {
      forms = Arrays.copyOf(forms, 2 * size);
      numbers = Arrays.copyOf(numbers, 2 * size);
    }
    forms[size] = form;
    numbers[size++] = number;
  }

  int size() {
    return size;
  }

  int form(int i) {
    return forms[i];
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
      out.writeInt(forms[i]);
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
