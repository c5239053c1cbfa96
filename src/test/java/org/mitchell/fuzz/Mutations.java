package org.mitchell.fuzz;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;

/**
 * Changes that fuzzers make: parts left out, doubled, moved or taken from another file, numbers
 * that mean too much, marks that mean something to a reader. The same seed makes the same files.
 */
final class Mutations {
  private static final int MOST = 4;
  private static final int LONGEST_PART = 256;

  private static final long[] NUMBERS = {
    0,
    1,
    -1,
    0x7f,
    0x80,
    0xff,
    0x7fff,
    0x8000,
    0xffff,
    Integer.MAX_VALUE,
    Integer.MIN_VALUE,
    1L << 32,
    Long.MAX_VALUE,
    Long.MIN_VALUE,
    Double.doubleToLongBits(Double.NaN),
    Double.doubleToLongBits(1e300)
  };

  private static final List<String> MARKS =
      List.of(
          "\0",
          "\n",
          "\r\n",
          "\t\t",
          ",,",
          "\"",
          "\"\"\"",
          "<",
          ">",
          "</",
          "&#0;",
          "{",
          "}",
          "[[",
          "]",
          "null",
          "NaN",
          "-1",
          "1e999",
          "99999999999999999999",
          "\ufeff",
          "\u2028",
          "%s",
          "=1");

  private final SplittableRandom random;

  Mutations(long seed) {
    this.random = new SplittableRandom(seed);
  }

  /**
   * @param other a file whose parts may be taken
   */
  byte[] of(byte[] sound, byte[] other) {
    byte[] bytes = sound;
    for (int changes = random.nextInt(1, MOST + 1); changes > 0; changes--) {
      bytes = changed(bytes, other);
    }
    return bytes;
  }

  private byte[] changed(byte[] bytes, byte[] other) {
    int at = random.nextInt(bytes.length + 1);
    int length = Math.min(random.nextInt(1, LONGEST_PART + 1), bytes.length - at);
    return switch (random.nextInt(7)) {
      case 0 -> joined(bytes, at, new byte[0], at + length);
      case 1 -> joined(bytes, at, part(bytes, at, length), at);
      case 2 -> joined(bytes, at, part(bytes, random.nextInt(bytes.length + 1), length), at);
      case 3 ->
          joined(bytes, at, part(other, random.nextInt(other.length + 1), length), at + length);
      case 4 ->
          joined(bytes, at, mark(), random.nextBoolean() ? at : Math.min(at + 1, bytes.length));
      case 5 -> withNumber(bytes);
      default ->
          joined(
              bytes, at, part(other, random.nextInt(other.length + 1), other.length), bytes.length);
    };
  }

  private byte[] mark() {
    return MARKS.get(random.nextInt(MARKS.size())).getBytes(StandardCharsets.UTF_8);
  }

  /** Of 1, 2, 4 or 8 bytes, in either order, in the place of others. */
  private byte[] withNumber(byte[] bytes) {
    int width = 1 << random.nextInt(4);
    if (bytes.length < width) {
      return bytes;
    }
    long number = NUMBERS[random.nextInt(NUMBERS.length)];
    boolean little = random.nextBoolean();
    byte[] all =
        ByteBuffer.allocate(Long.BYTES)
            .order(little ? ByteOrder.LITTLE_ENDIAN : ByteOrder.BIG_ENDIAN)
            .putLong(number)
            .array();
    int at = random.nextInt(bytes.length - width + 1);
    return joined(bytes, at, part(all, little ? 0 : Long.BYTES - width, width), at + width);
  }

  private static byte[] part(byte[] bytes, int from, int length) {
    int to = Math.min(bytes.length, from + length);
    return Arrays.copyOfRange(bytes, from, to);
  }

  /** The beginning up to a place, a middle, and the rest from another place. */
  private static byte[] joined(byte[] bytes, int to, byte[] middle, int from) {
    return ByteBuffer.allocate(to + middle.length + bytes.length - from)
        .put(bytes, 0, to)
        .put(middle)
        .put(bytes, from, bytes.length - from)
        .array();
  }
}
