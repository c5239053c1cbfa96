package org.mitchell.tables;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import org.mitchell.files.InputException;

/**
 * The lines of a table, one at a time, as bytes: most lines of a large table are never wanted, and
 * then never made into text. A line ends with LF, CR LF or CR.
 */
final class Lines implements AutoCloseable {
  /** A row of a whole brain is far below this. */
  private static final int LONGEST = 1 << 28;

  private static final byte PLAIN = 0;
  private static final byte OTHER = 1;
  private static final byte LINE_END = 2;
  private static final byte QUOTE = 3;
  private static final byte HIGH = 4;
  private static final byte ZERO = 5;

  /** What a byte is; plain are the signs of numbers and what separates them. */
  private static final byte[] KINDS = kinds();

  private final Path file;
  private final TableRules rules;
  private final InputStream stream;
  private byte[] buffer = new byte[1 << 17];
  private int filled;
  private int next;
  private boolean afterReturn;
  private int from;
  private int to;
  private long number;
  private int quotes;
  private boolean ascii;

  /** Where the last byte stands that is not plain, from the start of the line; -1 for none. */
  private int last;

  private Lines(Path file, TableRules rules, InputStream stream) {
    this.file = file;
    this.rules = rules;
    this.stream = stream;
  }

  private static byte[] kinds() {
    var kinds = new byte[256];
    Arrays.fill(kinds, 0, 0x80, OTHER);
    Arrays.fill(kinds, 0x80, 0x100, HIGH);
    for (char plain : "0123456789+-.eE,; \t".toCharArray()) {
      kinds[plain] = PLAIN;
    }
    kinds['\n'] = LINE_END;
    kinds['\r'] = LINE_END;
    kinds['"'] = QUOTE;
    kinds[0] = ZERO;
    return kinds;
  }

  static Lines open(Path file, TableRules rules) throws IOException {
    return new Lines(file, rules, Utf8Input.open(file, rules.encoding()));
  }

  /**
   * Goes to the next line.
   *
   * @return whether there is one
   * @throws InputException if it is no text
   */
  boolean advance() throws IOException {
    skipLineFeed();
    from = next;
    if (from == filled && !refill()) {
      return false;
    }
    number++;
    quotes = 0;
    ascii = true;
    last = -1;
    int i = from;
    while (true) {
      i = endOrBufferEnd(i);
      if (i < filled) {
        afterReturn = buffer[i] == '\r';
        next = i + 1;
        break;
      }
      int length = i - from;
      boolean more = refill();
      i = from + length;
      if (!more) {
        next = i;
        break;
      }
    }
    to = i;
    return true;
  }

  /** Of CR LF the first half has ended a line already. */
  private void skipLineFeed() throws IOException {
    if (afterReturn) {
      afterReturn = false;
      from = next;
      if ((next < filled || refill()) && buffer[from] == '\n') {
        next = from + 1;
      } else {
        next = from;
      }
    }
  }

  /** Where the line ends, or what is read of it; on the way notes what it is made of. */
  private int endOrBufferEnd(int start) {
    byte[] bytes = buffer;
    int end = filled;
    for (int i = start; i < end; i++) {
      byte kind = KINDS[bytes[i] & 0xff];
      if (kind == PLAIN) {
        continue;
      }
      if (kind == LINE_END) {
        return i;
      }
      last = i - from;
      if (kind == QUOTE) {
        quotes++;
      } else if (kind == HIGH) {
        ascii = false;
      } else if (kind == ZERO) {
        throw TextProblem.binary(file, number, bytes, end);
      }
    }
    return end;
  }

  /** The number of the line, from 1. */
  long number() {
    return number;
  }

  /** How many double quotes it has. */
  int quotes() {
    return quotes;
  }

  /** How many bytes the line has. */
  int length() {
    return to - from;
  }

  /**
   * @throws InputException if the line has signs that only programs read
   */
  void requireText() {
    for (int i = from; i < to; i++) {
      if (buffer[i] >= 0 && buffer[i] < ' ' && buffer[i] != '\t') {
        throw TextProblem.binary(file, number, buffer, filled);
      }
    }
  }

  boolean startsWith(char character) {
    return from < to && buffer[from] == character;
  }

  /** Whether nothing but blanks and tabs is in it. */
  boolean isBlank() {
    for (int i = from; i < to; i++) {
      if (!isBlank(buffer[i])) {
        return ascii ? false : text().isBlank();
      }
    }
    return true;
  }

  /** The line without its end. */
  String text() {
    return text(from, to);
  }

  /** What stands before the first separator; the whole line where there is none. */
  String before(char separator) {
    int end = from;
    while (end < to && buffer[end] != separator) {
      end++;
    }
    return text(from, end);
  }

  /** What stands before the last fields that blanks part; empty where there are not so many. */
  String beforeLast(int fields) {
    int end = withoutBlanks(to);
    for (int field = 0; field < fields; field++) {
      while (end > from && !isBlank(buffer[end - 1])) {
        end--;
      }
      end = withoutBlanks(end);
    }
    int start = from;
    while (start < end && isBlank(buffer[start])) {
      start++;
    }
    return text(start, end);
  }

  private int withoutBlanks(int end) {
    int last = end;
    while (last > from && isBlank(buffer[last - 1])) {
      last--;
    }
    return last;
  }

  private static boolean isBlank(byte b) {
    return b == ' ' || b == '\t';
  }

  /**
   * Whether, after the first separator, there is nothing but what numbers and separators are made
   * of.
   */
  boolean isPlain(char separator) {
    int i = from;
    while (i < to && buffer[i] != separator) {
      i++;
    }
    return last < i - from;
  }

  private String text(int start, int end) {
    if (ascii) {
      return new String(buffer, start, end - start, StandardCharsets.ISO_8859_1);
    }
    try {
      return StandardCharsets.UTF_8
          .newDecoder()
          .decode(ByteBuffer.wrap(buffer, start, end - start))
          .toString();
    } catch (CharacterCodingException e) {
      throw TextProblem.notUtf8(file, number, Arrays.copyOfRange(buffer, from, to));
    }
  }

  /** Reads on behind the line that has begun, which then starts at {@link #from}. */
  private boolean refill() throws IOException {
    int begun = filled - from;
    if (begun >= LONGEST) {
      throw InputException.in(
          file,
          "line %,d is longer than %,d bytes. A table with a line a row is expected"
              .formatted(number + 1, LONGEST));
    }
    byte[] target = begun == buffer.length ? new byte[2 * begun] : buffer;
    System.arraycopy(buffer, from, target, 0, begun);
    buffer = target;
    from = 0;
    filled = begun;
    int count;
    try {
      count = stream.read(buffer, filled, buffer.length - filled);
    } catch (CharacterCodingException e) {
      String name = rules.encoding().map(Object::toString).orElse("UTF-16");
      throw TextProblem.notIn(file, name, e);
    }
    filled += Math.max(0, count);
    return count > 0;
  }

  @Override
  public void close() throws IOException {
    stream.close();
  }
}
