package org.mitchell.files;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/**
 * Numbers that need not be in memory all the time: written once to a temporary file, and read back
 * from several threads. The file goes when this is closed or the program ends.
 */
public final class SetAside implements AutoCloseable {
  private final TemporaryFolder folder;
  private final FileChannel channel;
  private long end;

  private SetAside(TemporaryFolder folder, FileChannel channel) {
    this.folder = folder;
    this.channel = channel;
  }

  /** Where some numbers are: rows of equal lengths. */
  public record Place(long position, int rows, int columns) {}

  /** Makes a file in the folder of temporary files. */
  public static SetAside of(String name) throws IOException {
    Path temporary = Path.of(System.getProperty("java.io.tmpdir"));
    TemporaryFolder folder = TemporaryFolder.in(temporary, name);
    FileChannel channel =
        FileChannel.open(
            folder.path().resolve("numbers"),
            StandardOpenOption.CREATE_NEW,
            StandardOpenOption.READ,
            StandardOpenOption.WRITE);
    return new SetAside(folder, channel);
  }

  /**
   * Adds numbers, from one thread at a time.
   *
   * @param rows of equal lengths, at least one
   */
  public Place add(double[][] rows) {
    var place = new Place(end, rows.length, rows[0].length);
    ByteBuffer bytes = row(place);
    try {
      for (double[] row : rows) {
        bytes.clear();
        bytes.asDoubleBuffer().put(row);
        while (bytes.hasRemaining()) {
          end += channel.write(bytes, end);
        }
      }
    } catch (IOException e) {
      throw failed(folder.path(), "written", FileTrouble.reason(e));
    }
    return place;
  }

  /** Fills rows with the numbers of a place. */
  public void read(Place place, double[][] rows) {
    ByteBuffer bytes = row(place);
    long position = place.position;
    try {
      for (double[] row : rows) {
        bytes.clear();
        while (bytes.hasRemaining()) {
          int read = channel.read(bytes, position);
          if (read < 0) {
            throw new IOException("it has been cut short");
          }
          position += read;
        }
        bytes.flip().asDoubleBuffer().get(row);
      }
    } catch (IOException e) {
      throw failed(folder.path(), "read", FileTrouble.reason(e));
    }
  }

  @Override
  public void close() throws IOException {
    channel.close();
    folder.close();
  }

  private static ByteBuffer row(Place place) {
    return ByteBuffer.allocate(Math.multiplyExact(Double.BYTES, place.columns));
  }

  static InputException failed(Path folder, String what, String reason) {
    return new InputException(
        "%s: temporary numbers cannot be %s (%s). Name a folder with space: JAVA_TOOL_OPTIONS=-Djava.io.tmpdir=FOLDER"
            .formatted(folder, what, reason));
  }
}
