package org.mitchell.matlab;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;
import org.mitchell.files.InputException;

/**
 * A MATLAB v5 file (also v6 and v7), whose wanted variables have been read to their end.
 *
 * <p>A variable that is not compressed stays in the file and is looked at there; a compressed one
 * is inflated once, never beyond the bytes that come out.
 */
final class Mat5File implements MatFile {
  private static final int HEADER = 128;
  private static final int TAG = 8;
  private static final int MATRIX = 14;
  private static final int COMPRESSED = 15;

  /**
   * Enough to see a variable's name: flags, 32 dimensions and a name of 63 letters take 240 bytes.
   */
  private static final int GLANCE = 512;

  /** Numbers mostly take about half their space; other sizes cost a copy. */
  private static final int USUAL_INFLATION = 4;

  private final Path file;
  private final FileChannel channel;
  private final ByteOrder order;
  private final Map<String, MatValue> variables = new HashMap<>();

  private Mat5File(Path file, FileChannel channel) throws IOException {
    this.file = file;
    this.channel = channel;
    if (channel.size() < HEADER) {
      throw damaged(channel.size(), "the file ends where a header of 128 bytes is expected", null);
    }
    this.order = order();
  }

  /**
   * @param wanted names of variables; the others are passed over
   * @throws InputException if the file is damaged anywhere before its end
   */
  static Mat5File open(Path file, Set<String> wanted) throws IOException {
    try (FileChannel channel = FileChannel.open(file)) {
      var mat = new Mat5File(file, channel);
      mat.read(wanted);
      return mat;
    }
  }

  @Override
  public Optional<MatValue> variable(String name) {
    return Optional.ofNullable(variables.get(name));
  }

  @Override
  public void close() {}

  private void read(Set<String> wanted) throws IOException {
    long length;
    for (long at = HEADER; at < channel.size(); at += TAG + length) {
      long left = channel.size() - at - TAG;
      ByteBuffer tag = map(at, Math.min(TAG, TAG + left)).order(order);
      length = left < 0 ? 0 : Integer.toUnsignedLong(tag.getInt(4));
      if (left < 0 || length > left) {
        throw damaged(
            at,
            "an element of %,d bytes where %,d are left".formatted(length, Math.max(0, left)),
            null);
      }
      try {
        readElement(tag.getInt(0), at, length, wanted);
      } catch (MatDamage e) {
        throw damaged(at, "the variable here cannot be read (" + e.getMessage() + ")", e);
      } catch (DataFormatException e) {
        throw damaged(at, "the variable here cannot be inflated", e);
      }
    }
  }

  private void readElement(int type, long at, long length, Set<String> wanted)
      throws IOException, DataFormatException {
    if (type != MATRIX && type != COMPRESSED) {
      throw new MatDamage("element type " + type + " where an array (14 or 15) is expected");
    }
    if (length > Integer.MAX_VALUE - TAG) {
      throw new MatDamage("an element of %,d bytes where 2 GB are the most".formatted(length));
    }
    boolean compressed = type == COMPRESSED;
    ByteBuffer stored = compressed ? map(at + TAG, length) : map(at, TAG + length).order(order);
    ByteBuffer start = compressed ? inflate(stored.duplicate(), GLANCE, false) : stored;
    String name = Mat5Arrays.nameOf(start);
    if (wanted.contains(name)) {
      long size = TAG + Integer.toUnsignedLong(start.getInt(4));
      if (compressed) {
        requireRoom(size);
      }
      ByteBuffer bytes = compressed ? inflate(stored, (int) size, true) : stored;
      variables.putIfAbsent(name, Mat5Arrays.read(bytes, (int) size));
    }
  }

  /**
   * The first bytes that come out, at most {@code most}.
   *
   * @param whole the compressed data must end with the last of the bytes, and their checksum be
   *     right
   */
  private ByteBuffer inflate(ByteBuffer stored, int most, boolean whole)
      throws DataFormatException {
    var inflater = new Inflater();
    try {
      inflater.setInput(stored);
      byte[] bytes =
          new byte[(int) Math.min(most, TAG + USUAL_INFLATION * (long) stored.capacity())];
      int filled = 0;
      for (int n = 1; n > 0; filled += n) {
        if (filled == bytes.length && filled < most) {
          bytes = Arrays.copyOf(bytes, (int) Math.min(most, 2L * bytes.length));
        }
        n = inflater.inflate(bytes, filled, bytes.length - filled);
      }
      if (whole && (inflater.inflate(new byte[1]) > 0 || !inflater.finished())) {
        throw new MatDamage("the compressed data should end after %,d bytes".formatted(most));
      }
      return ByteBuffer.wrap(bytes, 0, filled).slice().order(order);
    } finally {
      inflater.end();
    }
  }

  private ByteOrder order() throws IOException {
    ByteBuffer header = map(0, HEADER);
    String mark = "" + (char) header.get(126) + (char) header.get(127);
    return switch (mark) {
      case "IM" -> ByteOrder.LITTLE_ENDIAN;
      case "MI" -> ByteOrder.BIG_ENDIAN;
      default -> throw damaged(126, "no byte order: 'IM' or 'MI' is expected", null);
    };
  }

  private ByteBuffer map(long at, long length) throws IOException {
    return channel.map(FileChannel.MapMode.READ_ONLY, at, length);
  }

  /** What was inflated stays in memory beside the numbers that are made of it. */
  private void requireRoom(long size) {
    long memory = Runtime.getRuntime().maxMemory();
    if (size > Integer.MAX_VALUE - TAG) {
      throw InputException.in(
          file,
          "got a variable of %,d MB where up to 2,047 MB are expected. Save it with -v7.3"
              .formatted(size >> 20));
    }
    if (size + size / 2 > memory) {
      throw InputException.in(
          file,
          "a variable of %,d MB takes %,d MB of memory where Java may use %,d MB. Give Java more: JAVA_TOOL_OPTIONS=-Xmx%dg"
              .formatted(size >> 20, size + size / 2 >> 20, memory >> 20, (2 * size >> 30) + 1));
    }
  }

  private InputException damaged(long at, String problem, Exception cause) {
    return InputException.in(
        file,
        "damaged or cut short: byte %,d: %s. Download or save the file again"
            .formatted(at, problem),
        cause);
  }
}
