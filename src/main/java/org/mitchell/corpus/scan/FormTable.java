package org.mitchell.corpus.scan;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;

/**
 * Finds the number of a surface form from its UTF-8 bytes: a hash table with open addressing, read
 * by all threads.
 *
 * <p>A form's first eight bytes are one number, its key; most tokens are refused by one look at the
 * keys, and of a token of up to eight bytes the key says all.
 */
final class FormTable {
  /** The answer for a token that is no form. */
  static final int NONE = -1;

  /** How many bytes make a key, and must be readable at the start of every token. */
  static final int KEY_BYTES = Long.BYTES;

  private static final VarHandle LONG =
      MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
  private static final long LOWER_CASE = 0x2020202020202020L;
  private static final long[] FIRST_BYTES = new long[KEY_BYTES + 1];

  static {
    for (int n = 1; n <= KEY_BYTES; n++) {
      FIRST_BYTES[n] = -1L >>> Long.SIZE - Byte.SIZE * n;
    }
  }

  private final long[] keyBySlot;

  /** The number of a form of up to eight bytes; of a longer one its complement, below zero. */
  private final int[] numberBySlot;

  private final byte[][] forms;
  private final int shift;
  private final int longest;

  /** Forms get the numbers 0, 1, ... in the order given; none is empty or comes twice. */
  FormTable(List<String> forms) {
    int slots = Integer.highestOneBit(Math.max(512, 4 * forms.size())) << 1;
    this.keyBySlot = new long[slots];
    this.numberBySlot = new int[slots];
    this.forms = new byte[forms.size()][];
    this.shift = Integer.numberOfLeadingZeros(slots) + 1;
    int max = 0;
    for (int number = 0; number < forms.size(); number++) {
      byte[] form = forms.get(number).getBytes(StandardCharsets.UTF_8);
      byte[] padded = Arrays.copyOf(form, Math.max(form.length, KEY_BYTES));
      long key = key(padded, 0, form.length);
      int slot = slot(key);
      while (keyBySlot[slot] != 0) {
        slot = slot + 1 & slots - 1;
      }
      keyBySlot[slot] = key;
      numberBySlot[slot] = form.length <= KEY_BYTES ? number : ~number;
      this.forms[number] = form;
      max = Math.max(max, form.length);
    }
    longest = max;
  }

  /** The length of the longest form, in bytes. */
  int longest() {
    return longest;
  }

  /**
   * The number of the form that equals a token already in lower case, or {@link #NONE}; {@link
   * #KEY_BYTES} bytes from its start must be readable.
   */
  int find(byte[] bytes, int start, int length) {
    return find(key(bytes, start, length), bytes, start, length);
  }

  /** As {@link #find}, for a token of ASCII letters in any case. */
  int findAscii(byte[] bytes, int start, int length) {
    long key = (long) LONG.get(bytes, start) | LOWER_CASE;
    return find(key & FIRST_BYTES[Math.min(length, KEY_BYTES)], bytes, start, length);
  }

  private int find(long key, byte[] bytes, int start, int length) {
    int slot = slot(key);
    for (long found = keyBySlot[slot]; found != 0; found = keyBySlot[slot]) {
      if (found == key) {
        int number = numberBySlot[slot];
        if (length <= KEY_BYTES && number >= 0) {
          return number;
        }
        if (length > KEY_BYTES && number < 0 && endsAs(~number, bytes, start, length)) {
          return ~number;
        }
      }
      slot = slot + 1 & keyBySlot.length - 1;
    }
    return NONE;
  }

  /** Whether a token is this form, given that the first eight bytes are. */
  private boolean endsAs(int number, byte[] bytes, int start, int length) {
    byte[] form = forms[number];
    if (form.length != length) {
      return false;
    }
    for (int i = KEY_BYTES; i < length; i++) {
      byte b = bytes[start + i];
      byte lower = b >= 0 ? (byte) (b | 0x20) : b; // a letter, or a byte of a wide one
      if (form[i] != lower) {
        return false;
      }
    }
    return true;
  }

  private static long key(byte[] bytes, int start, int length) {
    return (long) LONG.get(bytes, start) & FIRST_BYTES[Math.min(length, KEY_BYTES)];
  }

  private int slot(long key) {
    return (int) ((key * 0x9e3779b97f4a7c15L) >>> 32) >>> shift;
  }
}
