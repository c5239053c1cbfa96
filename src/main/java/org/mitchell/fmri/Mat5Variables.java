package org.mitchell.fmri;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;
import org.mitchell.files.InputException;
import us.hebi.matlab.mat.format.Mat5;
import us.hebi.matlab.mat.types.Array;
import us.hebi.matlab.mat.types.MatFile;
import us.hebi.matlab.mat.types.Source;
import us.hebi.matlab.mat.types.Sources;

/**
 * Reads variables of a MATLAB v5 file, after making sure that everything they claim to hold is
 * there.
 *
 * <p>The library that parses the arrays makes room for whatever number a file states. Each variable
 * is therefore inflated here, never beyond the bytes that come out, and {@link Mat5Check} walks
 * through it first.
 */
final class Mat5Variables {
  private static final int HEADER = 128;
  private static final int TAG = 8;
  private static final int MATRIX = 14;
  private static final int COMPRESSED = 15;

  /**
   * Enough to see a variable's name: flags, 32 dimensions and a name of 63 letters take 240 bytes.
   */
  private static final int GLANCE = 512;

  /** A variable is in memory as it was inflated, parsed, and as the responses it becomes. */
  private static final int COPIES = 3;

  private final Path file;
  private final FileChannel channel;
  private final byte[] header;
  private final ByteOrder order;

  private Mat5Variables(Path file, FileChannel channel) throws IOException {
    this.file = file;
    this.channel = channel;
    if (channel.size() < HEADER) {
      throw damaged(channel.size(), "the file ends where a header of 128 bytes is expected", null);
    }
    this.header = new byte[HEADER];
    map(0, HEADER).get(header);
    this.order = order();
    // Where MATLAB keeps its objects: an offset that is wrong once the variable stands alone, and
    // not needed.
    Arrays.fill(header, 116, 124, (byte) 0);
  }

  /**
   * @param wanted names of variables; the others are passed over
   * @return those of the wanted variables that the file has
   * @throws InputException if the file is damaged anywhere before its end
   */
  static Map<String, Array> read(Path file, Set<String> wanted) throws IOException {
    try (FileChannel channel = FileChannel.open(file)) {
      return new Mat5Variables(file, channel).read(wanted);
    }
  }

  private Map<String, Array> read(Set<String> wanted) throws IOException {
    var variables = new HashMap<String, Array>();
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
        readElement(tag.getInt(0), at, length, wanted, variables);
      } catch (DataFormatException | IllegalStateException e) {
        throw damaged(at, "the variable here cannot be read (" + reason(e) + ")", e);
      }
    }
    return variables;
  }

  private void readElement(
      int type, long at, long length, Set<String> wanted, Map<String, Array> variables)
      throws IOException, DataFormatException {
    if (type != MATRIX && type != COMPRESSED) {
      throw new IllegalStateException(
          "element type " + type + " where an array (14 or 15) is expected");
    }
    if (length > Integer.MAX_VALUE - TAG) {
      throw new IllegalStateException(
          "an element of %,d bytes where 2 GB are the most".formatted(length));
    }
    boolean compressed = type == COMPRESSED;
    ByteBuffer stored = compressed ? map(at + TAG, length) : map(at, TAG + length);
    ByteBuffer start =
        withoutHeader(
            compressed ? inflate(stored.duplicate(), GLANCE, false) : copy(stored, GLANCE));
    if (wanted.contains(Mat5Check.nameOf(start))) {
      long size = TAG + Integer.toUnsignedLong(start.getInt(4));
      requireRoom(size);
      byte[] bytes = compressed ? inflate(stored, (int) size, true) : copy(stored, (int) size);
      Mat5Check.variable(withoutHeader(bytes), (int) size);
      MatFile.Entry entry = parse(bytes);
      variables.putIfAbsent(entry.getName(), entry.getValue());
    }
  }

  /**
   * The file's header and then the first bytes of an element: those that are there, at most {@code
   * most}.
   */
  private byte[] copy(ByteBuffer stored, int most) {
    int length = Math.min(most, stored.capacity());
    byte[] bytes = Arrays.copyOf(header, HEADER + length);
    stored.get(0, bytes, HEADER, length);
    return bytes;
  }

  /**
   * As {@link #copy}, inflating.
   *
   * @param whole the compressed data must end with the last of the bytes, and their checksum be
   *     right
   */
  private byte[] inflate(ByteBuffer stored, int most, boolean whole) throws DataFormatException {
    var inflater = new Inflater();
    try {
      inflater.setInput(stored);
      byte[] bytes = Arrays.copyOf(header, HEADER + Math.min(most, TAG + stored.remaining()));
      int filled = HEADER;
      for (int n = 1; n > 0; filled += n) {
        if (filled == bytes.length) {
          bytes = Arrays.copyOf(bytes, (int) Math.min(HEADER + (long) most, 2L * bytes.length));
        }
        n = inflater.inflate(bytes, filled, bytes.length - filled);
      }
      if (whole && (inflater.inflate(new byte[1]) > 0 || !inflater.finished())) {
        throw new IllegalStateException(
            "the compressed data should end after %,d bytes".formatted(most));
      }
      return Arrays.copyOf(bytes, filled);
    } finally {
      inflater.end();
    }
  }

  private ByteBuffer withoutHeader(byte[] bytes) {
    return ByteBuffer.wrap(bytes).position(HEADER).slice().order(order);
  }

  /**
   * The library takes a file: the header with one variable behind it. Its complaints tell damage.
   */
  private static MatFile.Entry parse(byte[] bytes) {
    try (Source source = Sources.wrap(bytes)) {
      return Mat5.newReader(source)
          .disableSubsystemProcessing()
          .readMat()
          .getEntries()
          .iterator()
          .next();
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  private ByteOrder order() {
    String mark = "" + (char) header[126] + (char) header[127];
    return switch (mark) {
      case "IM" -> ByteOrder.LITTLE_ENDIAN;
      case "MI" -> ByteOrder.BIG_ENDIAN;
      default -> throw damaged(126, "no byte order: 'IM' or 'MI' is expected", null);
    };
  }

  private ByteBuffer map(long at, long length) throws IOException {
    return channel.map(FileChannel.MapMode.READ_ONLY, at, length);
  }

  private void requireRoom(long size) {
    long memory = Runtime.getRuntime().maxMemory();
    if (COPIES * size > memory || size > Integer.MAX_VALUE - HEADER) {
      throw InputException.in(
          file,
          "a variable of %,d MB does not fit into the %,d MB that Java may use (java -Xmx), or it is above 2,047 MB"
              .formatted(size >> 20, memory >> 20));
    }
  }

  private static String reason(Exception e) {
    Throwable root = e;
    while (root.getCause() != null) {
      root = root.getCause();
    }
    return root.getMessage() == null ? root.getClass().getSimpleName() : root.getMessage();
  }

  private InputException damaged(long at, String problem, Exception cause) {
    return InputException.in(
        file,
        "damaged or cut short: byte %,d: %s. Download or save the file again"
            .formatted(at, problem),
        cause);
  }
}
