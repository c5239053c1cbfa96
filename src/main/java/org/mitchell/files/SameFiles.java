package org.mitchell.files;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;

/** Files that should be of different things, and have the same bytes. */
public final class SameFiles {
  private SameFiles() {}

  /**
   * What tells most files apart: images of one size begin with the same air.
   *
   * @param size of the file, bytes
   * @param middle some bytes from its middle
   */
  private record Middle(long size, ByteBuffer middle) {
    private static final int LENGTH = 4096;

    static Middle of(Path file) throws IOException {
      try (var open = new RandomAccessFile(file.toFile(), "r")) {
        long size = open.length();
        var bytes = new byte[(int) Math.min(LENGTH, size - size / 2)];
        open.seek(size / 2);
        open.readFully(bytes);
        return new Middle(size, ByteBuffer.wrap(bytes));
      }
    }
  }

  /**
   * Looks at all bytes of files alone that are alike in size and in the middle.
   *
   * @throws InputException if two of the files have the same bytes, or one is named twice
   */
  public static void refuse(List<Path> files) throws IOException {
    var alike = new HashMap<Middle, List<Path>>();
    for (Path file : files) {
      if (Files.isRegularFile(file)) {
        List<Path> former = alike.computeIfAbsent(Middle.of(file), middle -> new ArrayList<>());
        for (Path one : former) {
          requireDifferent(one, file);
        }
        former.add(file);
      }
    }
  }

  private static void requireDifferent(Path one, Path other) throws IOException {
    if (Files.mismatch(one, other) < 0) {
      throw InputException.in(
          other,
          "the same bytes as %s: the same images would count twice. Give each once".formatted(one));
    }
  }
}
