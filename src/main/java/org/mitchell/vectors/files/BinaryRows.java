package org.mitchell.vectors.files;

import java.io.IOException;
import java.io.InputStream;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import org.mitchell.files.InputException;
import org.mitchell.files.InputFiles;

/**
 * The rows of word2vec's binary files: word, space, numbers as float32 (little-endian), and mostly
 * a newline.
 */
final class BinaryRows {
  private static final VarHandle FLOATS =
      MethodHandles.byteArrayViewVarHandle(float[].class, ByteOrder.LITTLE_ENDIAN);

  private static final int BUFFER = 1 << 20;

  /** Longer ones are no words, but the numbers of a file of another size. */
  private static final int LONGEST_WORD = 1 << 14;

  private final VectorFile file;
  private final Oddities oddities;
  private final WantedWords wanted;
  private final RowConsumer consumer;
  private final double[] values;
  private final byte[] buffer;
  private InputStream stream;
  private int at;
  private int filled;
  private long before;

  BinaryRows(VectorFile file, ReadingRules rules, WantedWords wanted, RowConsumer consumer) {
    this.file = file;
    this.oddities = new Oddities(file, rules);
    this.wanted = wanted;
    this.consumer = consumer;
    this.values = new double[file.size()];
    this.buffer = new byte[Math.max(BUFFER, 2 * (Float.BYTES * file.size() + LONGEST_WORD))];
  }

  /** Reads all rows; returns how many there are. */
  long scan() throws IOException {
    long rows = 0;
    try (InputStream opened = InputFiles.open(file.path())) {
      stream = opened;
      fill(1);
      at = find('\n') + 1;
      while (rows < file.promised().orElse(0) && row(rows + 1)) {
        rows++;
      }
      if (rows == file.promised().orElse(0)) {
        skipNewlines();
        if (fill(1)) {
          file.requirePromised(rows + 1, oddities);
        }
      }
    }
    oddities.tell();
    return rows;
  }

  /** Reads one row; false where the file ends before it is whole, and that is allowed. */
  private boolean row(long row) throws IOException {
    skipNewlines();
    if (!fill(1)) {
      oddities.cut(
          "line 1 promises %,d words, and there are %,d (%,d bytes)"
              .formatted(file.promised().orElse(0), row - 1, before + at));
      return false;
    }
    int space = find(' ');
    if (space < 0 && filled - at > LONGEST_WORD) {
      throw InputException.in(
          file.path(),
          "word %,d (byte %,d): no space where a word of at most %,d bytes is expected to end: these are no vectors of %,d numbers"
              .formatted(row, before + at, LONGEST_WORD, file.size()));
    }
    int length = space - at;
    if (space < 0 || !fill(length + 1 + Float.BYTES * file.size())) {
      oddities.cut(
          "word %,d of %,d: the file ends inside it, at byte %,d"
              .formatted(row, file.promised().orElse(0), before + filled));
      return false;
    }
    take(row, length);
    at += length + 1 + Float.BYTES * file.size();
    return true;
  }

  private void skipNewlines() throws IOException {
    while (fill(1) && buffer[at] == '\n') {
      at++;
    }
  }

  private void take(long row, int length) {
    if (length == 0) {
      oddities.damaged(row, "got an empty text where a word is expected");
    } else if (buffer[at] == '<' || wanted.mayHave(buffer, at, at + length)) {
      oddities
          .word(buffer, at, at + length, row)
          .filter(wanted::has)
          .ifPresent(word -> values(word, row, at + length + 1));
    }
  }

  private void values(String word, long row, int from) {
    for (int d = 0; d < values.length; d++) {
      float value = (float) FLOATS.get(buffer, from + Float.BYTES * d);
      if (!Float.isFinite(value)) {
        oddities.damaged(
            row,
            "%s where number %,d of the vector of '%s' is expected".formatted(value, d + 1, word));
        return;
      }
      values[d] = value;
    }
    consumer.accept(word, row, values);
  }

  /** The place of a byte near {@link #at}; negative where there is none. */
  private int find(char wantedByte) throws IOException {
    fill(LONGEST_WORD + 1);
    for (int i = at; i < filled && i - at <= LONGEST_WORD; i++) {
      if (buffer[i] == wantedByte) {
        return i;
      }
    }
    return -1;
  }

  /** Whether so many bytes can be read from {@link #at} on; then they are in the buffer. */
  private boolean fill(int count) throws IOException {
    if (filled - at >= count) {
      return true;
    }
    System.arraycopy(buffer, at, buffer, 0, filled - at);
    before += at;
    filled -= at;
    at = 0;
    filled += stream.readNBytes(buffer, filled, buffer.length - filled);
    return filled >= count;
  }
}
