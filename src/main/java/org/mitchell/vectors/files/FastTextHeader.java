package org.mitchell.vectors.files;

import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Path;
import org.mitchell.files.InputException;

/**
 * What stands before the dictionary of fastText's binary model.
 *
 * @param versioned whether it begins with a number of its version; the oldest do not
 * @param size numbers of a vector
 * @param buckets rows for pieces of words
 * @param shortest letters of a piece, and {@code longest}; 0 for none
 * @param words in the dictionary; labels are none
 * @param entries of the dictionary, labels among them
 * @param pruned how many rows for pieces are left, for a model that was made smaller; else -1
 */
record FastTextHeader(
    boolean versioned,
    int size,
    int buckets,
    int shortest,
    int longest,
    int words,
    int entries,
    long pruned) {
  private static final int MAGIC = 793_712_314;
  private static final int OLDER_VERSION = 11;
  private static final int NEWEST_VERSION = 12;

  /** Bytes of the arguments: twelve whole numbers and a double. */
  private static final int ARGUMENTS = 12 * Integer.BYTES + Double.BYTES;

  private static final int COUNTS = 3 * Integer.BYTES + Long.BYTES;
  private static final int SUPERVISED = 3;
  private static final int LARGEST_SIZE = 1 << 16;

  /** Letters of a piece; fastText's own default is 6. */
  private static final int LONGEST_PIECE = 100;

  /** Whether a file begins so: with the magic number, or as the oldest with plausible arguments. */
  static boolean begins(byte[] head) {
    if (head.length < ARGUMENTS + COUNTS) {
      return false;
    }
    ByteBuffer bytes = ByteBuffer.wrap(head).order(ByteOrder.LITTLE_ENDIAN);
    return bytes.getInt(0) == MAGIC || isOldest(bytes);
  }

  /** All of size, window, epochs, word n-grams, loss, kind of model, lengths and rate fit. */
  private static boolean isOldest(ByteBuffer bytes) {
    double threshold = bytes.getDouble(12 * Integer.BYTES);
    return isIn(bytes.getInt(0), 1, LARGEST_SIZE)
        && isIn(bytes.getInt(4), 1, 10_000)
        && isIn(bytes.getInt(8), 1, 1_000_000)
        && isIn(bytes.getInt(20), 1, 100)
        && isIn(bytes.getInt(24), 1, 4)
        && isIn(bytes.getInt(28), 1, SUPERVISED)
        && isIn(bytes.getInt(32), 0, Integer.MAX_VALUE)
        && isIn(bytes.getInt(36), 0, LONGEST_PIECE)
        && isIn(bytes.getInt(40), 0, LONGEST_PIECE)
        && threshold >= 0
        && threshold <= 1;
  }

  private static boolean isIn(int number, int least, int most) {
    return number >= least && number <= most;
  }

  /** Reads the beginning of a model; the buffer then stands at the dictionary. */
  static FastTextHeader read(Path file, ByteBuffer head) {
    ByteBuffer bytes = head.order(ByteOrder.LITTLE_ENDIAN);
    try {
      boolean versioned = bytes.getInt(0) == MAGIC;
      int version = versioned ? bytes.getInt(4) : OLDER_VERSION;
      if (version < OLDER_VERSION || version > NEWEST_VERSION) {
        throw InputException.in(
            file,
            "got a fastText model of version %d where %d or %d is expected. Write its vectors as text (.vec)"
                .formatted(version, OLDER_VERSION, NEWEST_VERSION));
      }
      bytes.position(versioned ? 2 * Integer.BYTES : 0);
      var arguments = new int[12];
      for (int a = 0; a < arguments.length; a++) {
        arguments[a] = bytes.getInt();
      }
      bytes.getDouble();
      int entries = bytes.getInt();
      int words = bytes.getInt();
      bytes.getInt(); // labels
      bytes.getLong(); // tokens of the text
      long pruned = versioned ? bytes.getLong() : -1;
      boolean wholeWords = arguments[7] == SUPERVISED && version == OLDER_VERSION;
      return new FastTextHeader(
              versioned,
              arguments[0],
              arguments[8],
              arguments[9],
              wholeWords ? 0 : arguments[10],
              words,
              entries,
              pruned)
          .checked(file);
    } catch (BufferUnderflowException e) {
      throw InputException.in(
          file, "the file is cut short: it ends inside the first numbers of a fastText model", e);
    }
  }

  private FastTextHeader checked(Path file) {
    if (!isIn(size, 1, LARGEST_SIZE)
        || words < 0
        || entries < words
        || buckets < 0
        || (long) words + buckets > Integer.MAX_VALUE) {
      throw InputException.in(
          file,
          "damaged: this fastText model says %,d numbers a vector, %,d words of %,d entries and %,d rows for their pieces. Download or save it again"
              .formatted(size, words, entries, buckets));
    }
    if (!isIn(shortest, 0, LONGEST_PIECE) || !isIn(longest, 0, LONGEST_PIECE)) {
      throw InputException.in(
          file,
          "damaged: this fastText model says pieces of %,d to %,d letters where 0 to %d are expected. Download or save it again"
              .formatted(shortest, longest, LONGEST_PIECE));
    }
    return this;
  }

  /** Bytes before the dictionary. */
  int length() {
    return ARGUMENTS + COUNTS + (versioned ? 2 * Integer.BYTES + Long.BYTES : 0);
  }
}
