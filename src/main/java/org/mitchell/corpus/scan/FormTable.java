package org.mitchell.corpus.scan;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/**
 * Finds the kind of a surface form from its UTF-8 bytes.
 *
 * <p>A token of up to eight bytes is one number, its key; the key of a longer one is mixed from all
 * its bytes. Every form has a slot of its own (hash and displace: Belazzougui, Botelho and
 * Dietzfelbinger, 2009), so that one look at a key refuses a token or finds its form, and the keys
 * are so dense that most stay in the processor's cache.
 */
final class FormTable {
  /** So many bytes must be readable from any byte of a token on. */
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

  /** An odd number with well mixed bits: 2^64 over the golden ratio. */
  private static final long GOLDEN = 0x9e3779b97f4a7c15L;

  /** So many displacements of a bucket are tried before all begins anew with another multiplier. */
  private static final int MOST_TRIES = 1 << 20;

  private final long[] keyBySlot;

  /** The kind of a form of up to eight bytes; of a longer one the complement of its place. */
  private final int[] kindBySlot;

  /** How far the forms of each bucket are displaced. */
  private final int[] moves;

  private final int slotShift;
  private final int bucketShift;
  private long multiplier = GOLDEN;

  /** Of each longer form, at its place: its kind, its bytes by eights, and 0. */
  private long[] longForms = new long[1 << 6];

  private int longFormsEnd;
  private int longest;

  FormTable(FormKinds kinds) {
    int slots = Integer.highestOneBit(Math.max(64, kinds.forms().size() * 9 / 8)) << 1;
    int buckets = slots / 4;
    keyBySlot = new long[slots];
    kindBySlot = new int[slots];
    moves = new int[buckets];
    slotShift = Integer.numberOfLeadingZeros(slots) + 1;
    bucketShift = Integer.numberOfLeadingZeros(buckets) + 1;
    var forms = new ArrayList<Form>();
    kinds.forms().forEach((form, kind) -> forms.add(form(form, kind)));
    while (!placeAll(forms)) {
      multiplier += 2;
    }
  }

  /**
   * A form to be placed.
   *
   * @param bytes padded, so that it can be read by eights
   * @param kind what to say of it in {@link #kindBySlot}
   */
  private record Form(byte[] bytes, int length, int kind) {}

  private Form form(String form, int kind) {
    byte[] bytes = form.getBytes(StandardCharsets.UTF_8);
    byte[] padded = Arrays.copyOf(bytes, bytes.length + KEY_BYTES);
    longest = Math.max(longest, bytes.length);
    boolean isShort = bytes.length <= KEY_BYTES;
    return new Form(padded, bytes.length, isShort ? kind : ~addLong(padded, bytes.length, kind));
  }

  /** Returns the place of the form. */
  private int addLong(byte[] bytes, int length, int kind) {
    int place = longFormsEnd;
    addLong(kind);
    for (int at = 0; at < length; at += KEY_BYTES) {
      addLong(eight(bytes, at, length - at, 0));
    }
    addLong(0);
    return place;
  }

  private void addLong(long number) {
    if (longFormsEnd == longForms.length) {
      longForms = Arrays.copyOf(longForms, 2 * longFormsEnd);
    }
    longForms[longFormsEnd++] = number;
  }

  private record Entry(long key, long hash, int kind) {}

  /** Gives every form a slot, those of the largest buckets first; false if one finds none. */
  private boolean placeAll(List<Form> forms) {
    Arrays.fill(keyBySlot, 0);
    var buckets = new ArrayList<List<Entry>>();
    for (int i = 0; i < moves.length; i++) {
      buckets.add(new ArrayList<>());
    }
    for (var form : forms) {
      long key = key(form.bytes, 0, form.length, 0);
      long hash = hash(key);
      buckets.get(bucket(hash)).add(new Entry(key, hash, form.kind));
    }
    buckets.sort(Comparator.comparing(bucket -> -bucket.size()));
    return buckets.stream().allMatch(this::place);
  }

  /** Displaces the forms of a bucket to where all find free slots; false if there is no such. */
  private boolean place(List<Entry> bucket) {
    int move = 0;
    for (int tries = 0; !fits(bucket, move); tries++) {
      if (tries == MOST_TRIES) {
        return false;
      }
      move += (int) GOLDEN;
    }
    for (var entry : bucket) {
      int slot = slot(entry.hash, move);
      keyBySlot[slot] = entry.key;
      kindBySlot[slot] = entry.kind;
      moves[bucket(entry.hash)] = move;
    }
    return true;
  }

  private boolean fits(List<Entry> bucket, int move) {
    for (int i = 0; i < bucket.size(); i++) {
      int slot = slot(bucket.get(i).hash, move);
      if (keyBySlot[slot] != 0) {
        return false;
      }
      for (int j = 0; j < i; j++) {
        if (slot(bucket.get(j).hash, move) == slot) {
          return false;
        }
      }
    }
    return true;
  }

  /** The length of the longest form, in bytes. */
  int longest() {
    return longest;
  }

  /** The kind of the form that equals a token already in lower case, or {@link FormKinds#NONE}. */
  int find(byte[] bytes, int start, int length) {
    return find(bytes, start, length, 0);
  }

  /** As {@link #find}, for a token of ASCII letters in any case. */
  int findAscii(byte[] bytes, int start, int length) {
    return find(bytes, start, length, LOWER_CASE);
  }

  private int find(byte[] bytes, int start, int length, long lowerCase) {
    long key = key(bytes, start, length, lowerCase);
    long hash = hash(key);
    int slot = slot(hash, moves[bucket(hash)]);
    if (keyBySlot[slot] != key) {
      return FormKinds.NONE;
    }
    int kind = kindBySlot[slot];
    if (length <= KEY_BYTES) {
      return kind >= 0 ? kind : FormKinds.NONE;
    }
    return kind < 0 && isLong(~kind, bytes, start, length, lowerCase)
        ? (int) longForms[~kind]
        : FormKinds.NONE;
  }

  /** Whether a token is the long form at a place. */
  private boolean isLong(int place, byte[] bytes, int start, int length, long lowerCase) {
    int expected = place + 1;
    for (int at = 0; at < length; at += KEY_BYTES) {
      if (longForms[expected++] != eight(bytes, start + at, length - at, lowerCase)) {
        return false;
      }
    }
    return longForms[expected] == 0;
  }

  private long key(byte[] bytes, int start, int length, long lowerCase) {
    long key = eight(bytes, start, length, lowerCase);
    if (length <= KEY_BYTES) {
      return key;
    }
    for (int at = KEY_BYTES; at < length; at += KEY_BYTES) {
      key = (key ^ key >>> 31) * multiplier + eight(bytes, start + at, length - at, lowerCase);
    }
    return key;
  }

  /** Up to eight bytes as one number, the first in its lowest bits; none of them is 0. */
  private static long eight(byte[] bytes, int start, int length, long lowerCase) {
    return ((long) LONG.get(bytes, start) | lowerCase) & FIRST_BYTES[Math.min(length, KEY_BYTES)];
  }

  private long hash(long key) {
    return (key ^ key >>> 32) * multiplier;
  }

  private int bucket(long hash) {
    return (int) hash >>> bucketShift;
  }

  private int slot(long hash, int move) {
    return ((int) (hash >>> 32) + move) >>> slotShift;
  }
}
