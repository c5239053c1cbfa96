package org.mitchell.files;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.FloatBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileChannel.MapMode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/**
 * Rows of numbers in a temporary file that is mapped into memory: the system has in memory what is
 * looked at, as long as there is room, and none of it is in Java's heap. The file loses its name as
 * soon as it is open, where the system allows that, and its room is given back when Java has
 * collected all of its rows.
 */
public final class MappedRows implements AutoCloseable {
  /** Bytes that are mapped together: few maps, for the system counts them. */
  private static final long TOGETHER = 1 << 28;

  private final TemporaryFolder folder;
  private final FileChannel channel;
  private final int length;
  private long toCome;
  private FloatBuffer piece = FloatBuffer.allocate(0);
  private long begin;
  private int used;

  private MappedRows(TemporaryFolder folder, FileChannel channel, long rows, int length) {
    this.folder = folder;
    this.channel = channel;
    this.toCome = rows;
    this.length = length;
  }

  /**
   * Makes a file in the folder of temporary files.
   *
   * @param rows that are to come
   * @param length of each row
   * @throws InputException if it cannot be made, or the disk has less room
   */
  public static MappedRows of(String name, long rows, int length) {
    Path temporary = Path.of(System.getProperty("java.io.tmpdir"));
    try {
      // Making the folder removes what dead runs have left, which may be the room that is needed.
      TemporaryFolder folder = TemporaryFolder.in(temporary, name);
      try {
        requireRoom(folder.path(), Float.BYTES * rows * length);
        Path file = folder.path().resolve("numbers");
        FileChannel channel =
            FileChannel.open(
                file,
                StandardOpenOption.CREATE_NEW,
                StandardOpenOption.READ,
                StandardOpenOption.WRITE);
        removeName(file);
        return new MappedRows(folder, channel, rows, length);
      } catch (IOException | RuntimeException e) {
        folder.close();
        throw e;
      }
    } catch (IOException e) {
      throw SetAside.failed(temporary, "written", FileTrouble.reason(e));
    }
  }

  /** A file that has no name is gone with its process, whatever ends that. */
  private static void removeName(Path file) {
    try {
      Files.delete(file);
    } catch (IOException e) {
      // A system that keeps the names of files in use: the folder's end or the next run removes it.
    }
  }

  private static void requireRoom(Path folder, long bytes) throws IOException {
    if (room(folder) < bytes) {
      System.gc(); // files of rows that nobody has any more take room until they are collected
    }
    long room = room(folder);
    if (room < bytes) {
      throw SetAside.failed(
          folder,
          "written",
          "%,d MB, where there is room for %,d MB".formatted(bytes >> 20, room >> 20));
    }
  }

  private static long room(Path folder) throws IOException {
    return Files.getFileStore(folder).getUsableSpace();
  }

  /**
   * Adds a row, from one thread at a time.
   *
   * @return where it is from now on
   */
  public FloatBuffer add(float[] row) {
    try {
      if (piece.capacity() - used < length) {
        begin += (long) Float.BYTES * piece.capacity();
        // No longer than what comes: some systems give a file all the room that is mapped.
        long most = Math.max(1, TOGETHER / Float.BYTES / Math.max(1, length));
        long rows = Math.max(1, Math.min(most, toCome));
        long bytes = Math.multiplyExact(Float.BYTES, rows * length);
        piece = channel.map(MapMode.READ_WRITE, begin, bytes).order(order()).asFloatBuffer();
        used = 0;
      }
      // Not through the map: a full disk is an error here, and the end of the process there.
      ByteBuffer bytes =
          ByteBuffer.allocate(Math.multiplyExact(Float.BYTES, length)).order(order());
      bytes.asFloatBuffer().put(row);
      long position = begin + (long) Float.BYTES * used;
      while (bytes.hasRemaining()) {
        position += channel.write(bytes, position);
      }
    } catch (IOException e) {
      throw SetAside.failed(folder.path(), "written", FileTrouble.reason(e));
    }
    FloatBuffer added = piece.slice(used, length);
    used += length;
    toCome--;
    return added;
  }

  private static ByteOrder order() {
    return ByteOrder.nativeOrder();
  }

  /** No row comes any more; those that came may be read and changed all the same. */
  @Override
  public void close() {
    try {
      channel.close();
      folder.close();
    } catch (IOException e) {
      // A system that keeps the names of files in use: the folder stays locked to the end of the
      // process, and the next run that makes one removes it.
    }
  }
}
