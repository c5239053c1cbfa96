package org.mitchell.corpus.words;

import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * Words and how often each came: a hash table with open addressing over the words' UTF-8 bytes,
 * which stand one after the other in one array. Belongs to one thread.
 */
final class WordTable {
  private static final int EMPTY = -1;

  private byte[] bytes = new byte[1 << 16];
  private int byteCount;

  /** Word {@code i}: bytes {@code starts[i]} .. {@code starts[i + 1] - 1}. */
  private int[] starts = new int[1 << 12];

  private int[] hashes = new int[1 << 12];
  private long[] counts = new long[1 << 12];
  private int size;
  private int[] wordBySlot = emptySlots(1 << 14);

  /** How many different words there are. */
  int size() {
    return size;
  }

  long count(int word) {
    return counts[word];
  }

  /** The bytes of a word, copied. */
  byte[] word(int word) {
    return Arrays.copyOfRange(bytes, starts[word], starts[word + 1]);
  }

  /** The word in the first {@code length} bytes of {@code token} came {@code times} times more. */
  void add(byte[] token, int length, long times) {
    int hash = hash(token, length);
    int slot = slot(hash);
    for (int word = wordBySlot[slot]; word != EMPTY; word = wordBySlot[slot]) {
      if (hashes[word] == hash
          && Arrays.equals(bytes, starts[word], starts[word + 1], token, 0, length)) {
        counts[word] += times;
        return;
      }
      slot = slot + 1 & wordBySlot.length - 1;
    }
    wordBySlot[slot] = append(token, length, hash, times);
    if (4 * size > wordBySlot.length) {
      rehash();
    }
  }

  /** The words in the order of their bytes, which is that of their code points. */
  int[] sorted() {
    return IntStream.range(0, size)
        .boxed()
        .sorted(
            (a, b) ->
                Arrays.compareUnsigned(
                    bytes, starts[a], starts[a + 1], bytes, starts[b], starts[b + 1]))
        .mapToInt(Integer::intValue)
        .toArray();
  }

  /** Forgets all words, and keeps the room for them. */
  void clear() {
    size = 0;
    byteCount = 0;
    Arrays.fill(wordBySlot, EMPTY);
  }

  private int append(byte[] token, int length, int hash, long times) {
    if (byteCount + length > bytes.length) {
      bytes = Arrays.copyOf(bytes, Math.max(2 * bytes.length, byteCount + length));
    }
    if (size + 1 == starts.length) {
      starts = Arrays.copyOf(starts, 2 * size + 2);
      hashes = Arrays.copyOf(hashes, 2 * size + 2);
      counts = Arrays.copyOf(counts, 2 * size + 2);
    }
    System.arraycopy(token, 0, bytes, byteCount, length);
    starts[size] = byteCount;
    byteCount += length;
    starts[size + 1] = byteCount;
    hashes[size] = hash;
    counts[size] = times;
    return size++;
  }

  private void rehash() {
    wordBySlot = emptySlots(2 * wordBySlot.length);
    for (int word = 0; word < size; word++) {
      int slot = slot(hashes[word]);
      while (wordBySlot[slot] != EMPTY) {
        slot = slot + 1 & wordBySlot.length - 1;
      }
      wordBySlot[slot] = word;
    }
  }

  private int slot(int hash) {
    return hash * 0x9e3779b9 >>> Integer.numberOfLeadingZeros(wordBySlot.length) + 1;
  }

  private static int hash(byte[] token, int length) {
    int hash = 0;
    for (int i = 0; i < length; i++) {
      hash = 31 * hash + token[i];
    }
    return hash;
  }

  private static int[] emptySlots(int count) {
    int[] slots = new int[count];
    Arrays.fill(slots, EMPTY);
    return slots;
  }
}
