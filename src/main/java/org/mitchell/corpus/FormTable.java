package org.mitchell.corpus;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Collection;

/**
 * Finds the number of a surface form from its UTF-8 bytes: a hash table with open addressing, read
 * by all threads.
 */
final class FormTable {
  /** The answer for a token that is no form. */
  static final int NONE = -1;

  private final byte[][] formBySlot;
  private final int[] numberBySlot;
  private final int longest;

  /** Forms get the numbers 0, 1, ... in the order given. */
  FormTable(Collection<String> forms) {
    int slots = Integer.highestOneBit(Math.max(16, 4 * forms.size())) << 1;
    formBySlot = new byte[slots][];
    numberBySlot = new int[slots];
    int number = 0;
    int max = 0;
    for (String form : forms) {
      byte[] bytes = form.getBytes(StandardCharsets.UTF_8);
      int slot = slot(hash(bytes));
      while (formBySlot[slot] != null) {
        slot = slot + 1 & slots - 1;
      }
      formBySlot[slot] = bytes;
      numberBySlot[slot] = number++;
      max = Math.max(max, bytes.length);
    }
    longest = max;
  }

  /** The length of the longest form, in bytes. */
  int longest() {
    return longest;
  }

  /** The hash of a token that grows by one byte; an empty token has 0. */
  static int hash(int hash, byte next) {
    return 31 * hash + next;
  }

  /**
   * The number of the form that equals the first {@code length} bytes of {@code token}, or {@link
   * #NONE}.
   */
  int find(byte[] token, int length, int hash) {
    for (int slot = slot(hash); formBySlot[slot] != null; slot = slot + 1 & formBySlot.length - 1) {
      byte[] form = formBySlot[slot];
      if (Arrays.equals(form, 0, form.length, token, 0, length)) {
        return numberBySlot[slot];
      }
    }
    return NONE;
  }

  private int slot(int hash) {
    return hash * 0x9e3779b9 >>> Integer.numberOfLeadingZeros(formBySlot.length) + 1;
  }

  private static int hash(byte[] bytes) {
    int hash = 0;
    for (byte b : bytes) {
      hash = hash(hash, b);
    }
    return hash;
  }
}
