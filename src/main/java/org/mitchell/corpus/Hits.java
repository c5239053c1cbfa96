package org.mitchell.corpus;

import java.util.Arrays;

/** A growing list of (form, number) pairs: where forms stood, or how often each came. */
final class Hits {
  private int[] forms = new int[16];
  private long[] numbers = new long[16];
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
}
