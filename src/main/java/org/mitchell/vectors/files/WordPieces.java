package org.mitchell.vectors.files;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * The pieces of words that fastText has vectors for (Bojanowski et al. 2017): all runs of some
 * letters of the word between {@code <} and {@code >}, each in a bucket of the 32-bit FNV-1a hash
 * over its bytes, taken as signed numbers.
 *
 * @param shortest letters of a piece
 * @param longest letters of a piece; 0 for no pieces
 * @param buckets how many there are
 */
record WordPieces(int shortest, int longest, int buckets) {
  private static final int FNV_BASIS = 0x811c9dc5;
  private static final int FNV_PRIME = 16_777_619;
  private static final int CONTINUED = 0x80;
  private static final int CONTINUED_MASK = 0xc0;

  /** The buckets of the pieces of a word, in the order of the word; of two equal ones both. */
  int[] of(String word) {
    byte[] bytes = ("<" + word + ">").getBytes(StandardCharsets.UTF_8);
    var found = new int[bytes.length * Math.min(Math.max(1, longest), bytes.length)];
    int count = 0;
    for (int start = 0; start < bytes.length && buckets > 0; start++) {
      if (isContinued(bytes[start])) {
        continue;
      }
      int hash = FNV_BASIS;
      int end = start;
      for (int letters = 1; letters <= longest && end < bytes.length; letters++) {
        do {
          hash = (hash ^ bytes[end]) * FNV_PRIME; // the sign of the byte is carried on
          end++;
        } while (end < bytes.length && isContinued(bytes[end]));
        boolean bracketAlone = letters == 1 && (start == 0 || end == bytes.length);
        if (letters >= shortest && !bracketAlone) {
          found[count++] = Integer.remainderUnsigned(hash, buckets);
        }
      }
    }
    return Arrays.copyOf(found, count);
  }

  private static boolean isContinued(byte b) {
    return (b & CONTINUED_MASK) == CONTINUED;
  }
}
