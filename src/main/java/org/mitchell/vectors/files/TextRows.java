package org.mitchell.vectors.files;

import java.io.IOException;
import java.io.InputStream;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.mitchell.files.InputException;
import org.mitchell.files.InputFiles;
import org.mitchell.text.Counted;

/**
 * The rows of vectors written as text: a word, and its numbers after it, one space before each. As
 * words may have spaces in them, the last numbers count.
 *
 * <p>Lines of other words are not taken apart: their ends and spaces are found eight bytes at a
 * time.
 */
final class TextRows {
  private static final VarHandle LONGS =
      MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);

  private static final long LOW_BITS = 0x7f7f7f7f7f7f7f7fL;
  private static final long NEWLINES = 0x0a0a0a0a0a0a0a0aL;
  private static final long SPACES = 0x2020202020202020L;
  private static final int LONGEST = 1 << 28;
  private static final byte[] ENGLISH = "/c/en/".getBytes(StandardCharsets.US_ASCII);

  private final VectorFile file;
  private final Oddities oddities;
  private final WantedWords wanted;
  private final RowConsumer consumer;
  private final double[] values;
  private byte[] buffer = new byte[1 << 20];
  private int filled;
  private boolean ended;

  /** The line that is looked at: its first byte, and behind its last. */
  private int from;

  private int to;
  private int spaces;
  private long line;
  private long rows;

  TextRows(VectorFile file, ReadingRules rules, WantedWords wanted, RowConsumer consumer) {
    this.file = file;
    this.oddities = new Oddities(file, rules);
    this.wanted = wanted;
    this.consumer = consumer;
    this.values = new double[file.size()];
  }

  /** Reads all rows; returns how many there are, with those that are wanted by nobody. */
  long scan() throws IOException {
    try (InputStream stream = InputFiles.open(file.path())) {
      skipByteOrderMark(stream);
      while (advance(stream)) {
        line++;
        if (line > 1 || file.promised().isEmpty()) {
          row();
        }
      }
    }
    oddities.tell();
    file.requirePromised(rows, oddities);
    return rows;
  }

  private void skipByteOrderMark(InputStream stream) throws IOException {
    refill(stream);
    boolean mark =
        filled > 2
            && buffer[0] == (byte) 0xef
            && buffer[1] == (byte) 0xbb
            && buffer[2] == (byte) 0xbf;
    to = mark ? 2 : -1; // as if a line had ended there
  }

  /** Goes to the next line; false where there is none. */
  private boolean advance(InputStream stream) throws IOException {
    from = to + 1;
    int at = from;
    spaces = 0;
    while (true) {
      at = endOrBufferEnd(at);
      if (at < filled || ended) {
        to = at;
        return at < filled || from < filled;
      }
      int length = at - from;
      refill(stream);
      at = from + length;
    }
  }

  /** Where the line ends, or what is read of it; counts its spaces on the way. */
  private int endOrBufferEnd(int start) {
    byte[] bytes = buffer;
    int i = start;
    int count = 0;
    for (int last = filled - Long.BYTES; i <= last; i += Long.BYTES) {
      long word = (long) LONGS.get(bytes, i);
      long newlines = zeros(word ^ NEWLINES);
      long blanks = zeros(word ^ SPACES);
      if (newlines != 0) {
        spaces += count + Long.bitCount(blanks & ((newlines & -newlines) - 1));
        return i + (Long.numberOfTrailingZeros(newlines) >>> 3);
      }
      count += Long.bitCount(blanks);
    }
    for (; i < filled && bytes[i] != '\n'; i++) {
      count += bytes[i] == ' ' ? 1 : 0;
    }
    spaces += count;
    return i;
  }

  /** The highest bit of each byte that is zero. */
  private static long zeros(long bytes) {
    return ~((bytes & LOW_BITS) + LOW_BITS | bytes | LOW_BITS);
  }

  /** Reads on; what is begun of a line then stands at {@link #from}. */
  private void refill(InputStream stream) throws IOException {
    int begun = Math.max(0, filled - from);
    if (begun >= LONGEST) {
      throw InputException.in(
          file.path(),
          "line %,d is longer than %,d bytes. A line a word is expected"
              .formatted(line + 1, LONGEST));
    }
    byte[] target = begun == buffer.length ? new byte[2 * begun] : buffer;
    System.arraycopy(buffer, from, target, 0, begun);
    buffer = target;
    from = 0;
    int count = stream.readNBytes(buffer, begun, buffer.length - begun);
    filled = begun + count;
    ended = filled < buffer.length;
  }

  private void row() {
    int end = to;
    if (end > from && buffer[end - 1] == '\r') {
      end--;
    }
    if (end > from && buffer[end - 1] == ' ') {
      end--;
      spaces--;
    }
    if (end == from) {
      return;
    }
    rows++;
    int last = end;
    int size = file.size();
    if (spaces < size) {
      tooFew(end);
      return;
    }
    int wordEnd = spaces == size ? after(from, ' ', end) : beforeLast(end, size);
    if (spaces > size && numbersBefore(wordEnd) > 0) {
      oddities.damaged(
          line,
          "got %s where %,d are expected"
              .formatted(Counted.of(size + numbersBefore(wordEnd), "number"), size));
      return;
    }
    int wordStart = from + prefix(wordEnd);
    if (wordStart == wordEnd) {
      oddities.damaged(line, "got an empty text where a word is expected");
    } else if (wanted.mayHave(buffer, wordStart, wordEnd)) {
      oddities
          .word(buffer, wordStart, wordEnd, line)
          .filter(wanted::has)
          .ifPresent(word -> take(word, wordEnd, last));
    } else if (buffer[from] == '<') {
      oddities.word(buffer, wordStart, wordEnd, line); // which may be no word
    }
  }

  private void tooFew(int end) {
    String got =
        "got %s where %,d are expected"
            .formatted(Counted.of(Math.max(0, spaces), "number"), file.size());
    if (to == filled && ended && end == to) {
      oddities.cut("line %,d: %s, and no line end".formatted(line, got));
      rows--;
    } else {
      oddities.damaged(line, got);
    }
  }

  /** Names of ConceptNet are words of English without what stands before them. */
  private int prefix(int wordEnd) {
    boolean english =
        file.format() == VectorFormat.NUMBERBATCH
            && wordEnd - from > ENGLISH.length
            && Arrays.equals(buffer, from, from + ENGLISH.length, ENGLISH, 0, ENGLISH.length);
    return english ? ENGLISH.length : 0;
  }

  /**
   * How many numbers with a fraction stand right before the vector: words may have spaces in them,
   * but end with no such number.
   */
  private int numbersBefore(int wordEnd) {
    int count = 0;
    int end = wordEnd;
    while (true) {
      int start = end;
      boolean point = false;
      while (start > from && buffer[start - 1] != ' ') {
        start--;
        point |= buffer[start] == '.';
      }
      if (start == from || !point || Double.isNaN(Decimals.parse(buffer, start, end))) {
        return count;
      }
      count++;
      end = start - 1;
    }
  }

  private void take(String word, int wordEnd, int end) {
    int at = wordEnd + 1;
    for (int d = 0; d < values.length; d++) {
      int next = after(at, ' ', end);
      values[d] = Decimals.parse(buffer, at, next);
      if (Double.isNaN(values[d])) {
        oddities.damaged(
            line,
            "'%s' where number %,d of the vector of '%s' is expected"
                .formatted(new String(buffer, at, next - at, StandardCharsets.UTF_8), d + 1, word));
        return;
      }
      at = next + 1;
    }
    consumer.accept(word, line, values);
  }

  /** The first place of a byte, or the end. */
  private int after(int start, char wantedByte, int end) {
    int i = start;
    while (i < end && buffer[i] != wantedByte) {
      i++;
    }
    return i;
  }

  /** The place of the space before the last fields. */
  private int beforeLast(int end, int fields) {
    int i = end;
    for (int field = 0; field < fields; field++) {
      i--;
      while (buffer[i] != ' ') {
        i--;
      }
    }
    return i;
  }
}
