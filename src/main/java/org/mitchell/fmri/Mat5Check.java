package org.mitchell.fmri;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Set;

/**
 * Walks through an array of a MATLAB v5 file and checks its lengths: every part lies inside its
 * whole, and as many cells and fields are there as its dimensions say. Complaints are {@link
 * IllegalStateException}s.
 */
final class Mat5Check {
  private static final int UNSIGNED_INTS = 6;
  private static final int INTS = 5;
  private static final int BYTES = 1;
  private static final int LETTERS = 4;
  private static final int MATRIX = 14;

  /** The element types that hold numbers: integers of 8 to 64 bits, single and double. */
  private static final Set<Integer> NUMBERS = Set.of(1, 2, 3, 4, 5, 6, 7, 9, 12, 13);

  private static final int CELL = 1;
  private static final int STRUCT = 2;
  private static final int OBJECT = 3;
  private static final int TEXT = 4;
  private static final int SPARSE = 5;
  private static final int LAST_NUMERIC = 15;

  /** CMU's files nest one array in another; MATLAB's own objects go a little deeper. */
  private static final int DEEPEST = 32;

  private final ByteBuffer bytes;

  private Mat5Check(ByteBuffer bytes) {
    this.bytes = bytes;
  }

  /**
   * The name of the variable whose first bytes these are; empty where it has none, as MATLAB's
   * objects have.
   */
  static String nameOf(ByteBuffer bytes) {
    var check = new Mat5Check(bytes);
    require(bytes.limit() >= 8 && bytes.getInt(0) == MATRIX, "no array where one is expected");
    Element flags = check.element(8, bytes.limit(), UNSIGNED_INTS, "array flags");
    if ((bytes.getInt(flags.start) & 0xff) > LAST_NUMERIC) {
      return "";
    }
    Element dimensions = check.element(flags.next, bytes.limit(), INTS, "dimensions");
    Element name = check.element(dimensions.next, bytes.limit(), BYTES, "a name");
    var text = new byte[name.length];
    bytes.get(name.start, text);
    return new String(text, StandardCharsets.US_ASCII);
  }

  /** Checks a variable of {@code size} bytes, its tag included. */
  static void variable(ByteBuffer bytes, int size) {
    var check = new Mat5Check(bytes);
    require(bytes.limit() == size, "%,d bytes are stated and %,d are there", size, bytes.limit());
    check.array(8, size, 0);
  }

  /** One element: where its content starts, how long that is, and where the next element starts. */
  private record Element(int type, int start, int length, int next) {}

  private void array(int from, int end, int depth) {
    require(depth <= DEEPEST, "arrays are nested more than %d deep", DEEPEST);
    if (from == end) {
      return;
    }
    Element flags = element(from, end, UNSIGNED_INTS, "array flags");
    require(flags.length == 8, "array flags of %d bytes where 8 are expected", flags.length);
    int kind = bytes.getInt(flags.start) & 0xff;
    int children = 0;
    for (int at = flags.next; at < end; ) {
      Element part = element(at, end);
      if (part.type == MATRIX) {
        array(part.start, part.next, depth + 1);
        children++;
      }
      at = part.next;
    }
    if (kind <= LAST_NUMERIC && kind != SPARSE) {
      requireCount(kind, element(flags.next, end, INTS, "dimensions"), children, end);
    }
  }

  private void requireCount(int kind, Element dimensions, int children, int end) {
    long count = 1;
    for (int at = 0; at < dimensions.length; at += 4) {
      int n = bytes.getInt(dimensions.start + at);
      count = n < 0 ? -1 : count * n;
      require(
          count >= 0 && count <= Integer.MAX_VALUE,
          "dimensions whose product is negative or above 2^31");
    }
    if (kind == CELL) {
      require(children == count, "%,d cells are stated and %,d are there", count, children);
    } else if (kind == STRUCT || kind == OBJECT) {
      long fields = fields(kind, dimensions.next, end);
      require(
          children == count * fields,
          "%,d x %,d fields are stated and %,d are there",
          count,
          fields,
          children);
    } else {
      Element name = element(dimensions.next, end, BYTES, "a name");
      Element values = element(name.next, end);
      require(
          kind == TEXT || NUMBERS.contains(values.type),
          "element type %d where numbers are expected",
          values.type);
      if (kind == TEXT && values.type == LETTERS) {
        toNativeOrder(values);
      }
      // A number or letter takes a byte at least.
      require(
          count <= end - dimensions.start,
          "%,d values are stated in %,d bytes",
          count,
          end - dimensions.start);
    }
  }

  /** The library takes 16-bit letters for the machine's own byte order, whatever the file says. */
  private void toNativeOrder(Element letters) {
    if (bytes.order() != ByteOrder.nativeOrder()) {
      for (int at = letters.start; at < letters.start + letters.length; at += 2) {
        bytes.putShort(at, Short.reverseBytes(bytes.getShort(at)));
      }
    }
  }

  private long fields(int kind, int from, int end) {
    Element name = element(from, end, BYTES, "a name");
    int next = kind == OBJECT ? element(name.next, end, BYTES, "a class name").next : name.next;
    Element longest = element(next, end, INTS, "the length of field names");
    Element names = element(longest.next, end, BYTES, "field names");
    int length = longest.length == 4 ? bytes.getInt(longest.start) : -1;
    require(length >= 0 && length <= Math.max(names.length, 64), "field names of %d bytes", length);
    return length == 0 ? 0 : names.length / length;
  }

  private Element element(int at, int end, int type, String what) {
    Element element = element(at, end);
    require(
        element.type == type,
        "element type %d where %s (type %d) is expected",
        element.type,
        what,
        type);
    return element;
  }

  private Element element(int at, int end) {
    require(at + 8 <= end, "an array ends inside an element");
    int first = bytes.getInt(at);
    if (first >>> 16 != 0) {
      // The short form: length and type share four bytes, the content has the other four.
      int length = first >>> 16;
      require(length <= 4, "a short element of %d bytes", length);
      return new Element(first & 0xffff, at + 4, length, at + 8);
    }
    long length = Integer.toUnsignedLong(bytes.getInt(at + 4));
    long padded = first == MATRIX ? length : (length + 7) / 8 * 8;
    require(
        padded <= end - at - 8, "an element of %,d bytes where %,d are left", length, end - at - 8);
    return new Element(first, at + 8, (int) length, (int) (at + 8 + padded));
  }

  private static void require(boolean holds, String complaint, Object... values) {
    if (!holds) {
      throw new IllegalStateException(complaint.formatted(values));
    }
  }
}
