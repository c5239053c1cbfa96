package org.mitchell.matlab;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;

/**
 * The elements of a variable of a MATLAB v5 file: each a tag of type and length, and a content that
 * lies inside the whole. Complaints are {@link MatDamage}.
 */
final class Mat5Elements {
  static final int INT8 = 1;
  static final int UINT8 = 2;
  static final int INT16 = 3;
  static final int UINT16 = 4;
  static final int INT32 = 5;
  static final int UINT32 = 6;
  static final int SINGLE = 7;
  static final int DOUBLE = 9;
  static final int INT64 = 12;
  static final int UINT64 = 13;
  static final int MATRIX = 14;
  static final int UTF8 = 16;
  static final int UTF16 = 17;
  static final int UTF32 = 18;

  private static final int TAG = 8;
  private static final int FLAGS = 8;
  private static final double TWO_TO_64 = 0x1p64;

  private final ByteBuffer bytes;

  /**
   * @param bytes in the byte order of the file
   */
  Mat5Elements(ByteBuffer bytes) {
    this.bytes = bytes;
  }

  /** One element: where its content starts, how long that is, and where the next element starts. */
  record Element(int type, int start, int length, int next) {}

  int limit() {
    return bytes.limit();
  }

  int int32(int at) {
    return bytes.getInt(at);
  }

  /** The element at a place, which must be of a type. */
  Element element(int at, int end, int type, String what) {
    Element element = element(at, end);
    require(
        element.type == type,
        "element type %d where %s (type %d) is expected",
        element.type,
        what,
        type);
    return element;
  }

  /** The element at a place, which must be the flags of an array. */
  Element flags(int at, int end) {
    Element flags = element(at, end, UINT32, "array flags");
    require(
        flags.length == FLAGS,
        "array flags of %d bytes where %d are expected",
        flags.length,
        FLAGS);
    return flags;
  }

  /** The element at a place, which must end before {@code end}. */
  Element element(int at, int end) {
    require(at + TAG <= end, "an array ends inside an element");
    int first = bytes.getInt(at);
    if (first >>> 16 != 0) {
      // The short form: length and type share four bytes, the content has the other four.
      int length = first >>> 16;
      require(length <= 4, "a short element of %d bytes", length);
      return new Element(first & 0xffff, at + 4, length, at + TAG);
    }
    long length = Integer.toUnsignedLong(bytes.getInt(at + 4));
    long padded = first == MATRIX ? length : (length + 7) / 8 * 8;
    require(
        padded <= end - at - TAG,
        "an element of %,d bytes where %,d are left",
        length,
        end - at - TAG);
    return new Element(first, at + TAG, (int) length, (int) (at + TAG + padded));
  }

  /** The content of an element as text: of letters that take a byte each, up to a zero. */
  String name(Element element) {
    return name(element.start, element.length);
  }

  /** The text of some bytes, up to a zero. */
  String name(int start, int length) {
    var text = new byte[length];
    bytes.get(start, text);
    int end = 0;
    while (end < length && text[end] != 0) {
      end++;
    }
    return new String(text, 0, end, StandardCharsets.US_ASCII);
  }

  /** The content of an element as numbers, which stay where they are. */
  MatValue.Numbers numbers(Element element) {
    int start = element.start;
    return switch (element.type) {
      case INT8 -> n -> bytes.get(start + n);
      case UINT8 -> n -> bytes.get(start + n) & 0xff;
      case INT16 -> n -> bytes.getShort(start + 2 * n);
      case UINT16 -> n -> bytes.getChar(start + 2 * n);
      case INT32 -> n -> bytes.getInt(start + 4 * n);
      case UINT32 -> n -> Integer.toUnsignedLong(bytes.getInt(start + 4 * n));
      case SINGLE -> n -> bytes.getFloat(start + 4 * n);
      case DOUBLE -> n -> bytes.getDouble(start + 8 * n);
      case INT64 -> n -> bytes.getLong(start + 8 * n);
      case UINT64 -> n -> unsigned(bytes.getLong(start + 8 * n));
      default -> throw noNumbers(element);
    };
  }

  /** How many numbers an element has. */
  int count(Element element) {
    int size =
        switch (element.type) {
          case INT8, UINT8 -> 1;
          case INT16, UINT16 -> 2;
          case INT32, UINT32, SINGLE -> 4;
          case DOUBLE, INT64, UINT64 -> 8;
          default -> throw noNumbers(element);
        };
    return element.length / size;
  }

  /**
   * The letters of an element, which are numbers or text in Unicode.
   *
   * @param count how many there should be
   * @return code points, or halves of them where that makes {@code count}
   */
  int[] letters(Element element, int count) {
    String text =
        switch (element.type) {
          case UTF8 -> text(element, "UTF-8");
          case UTF16 -> text(element, big() ? "UTF-16BE" : "UTF-16LE");
          case UTF32 -> text(element, big() ? "UTF-32BE" : "UTF-32LE");
          default -> {
            MatValue.Numbers numbers = numbers(element);
            var units = new char[count(element)];
            for (int n = 0; n < units.length; n++) {
              units[n] = (char) numbers.at(n);
            }
            yield new String(units);
          }
        };
    return text.length() == count ? text.chars().toArray() : text.codePoints().toArray();
  }

  static void require(boolean holds, String complaint, Object... values) {
    if (!holds) {
      throw new MatDamage(complaint.formatted(values));
    }
  }

  private boolean big() {
    return bytes.order() == ByteOrder.BIG_ENDIAN;
  }

  private String text(Element element, String charset) {
    var text = new byte[element.length];
    bytes.get(element.start, text);
    return new String(text, Charset.forName(charset));
  }

  private static double unsigned(long value) {
    return value >= 0 ? value : value + TWO_TO_64;
  }

  private static MatDamage noNumbers(Element element) {
    return new MatDamage("element type %d where numbers are expected".formatted(element.type));
  }
}
