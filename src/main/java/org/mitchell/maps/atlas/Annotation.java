package org.mitchell.maps.atlas;

import java.io.ByteArrayInputStream;
import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import org.mitchell.files.InputException;
import org.mitchell.files.InputFiles;

/**
 * FreeSurfer's {@code .annot}: a colour a vertex, and a table of colours and names. A label is its
 * place in the table; vertices whose colour is not there have none.
 *
 * @param labels of the vertices, 0 for none
 * @param names of the labels in the order of the table
 */
record Annotation(int[] labels, Map<Integer, String> names) {
  private static final int MOST_VERTICES = 10_000_000;
  private static final int MOST_ENTRIES = 100_000;
  private static final int LONGEST_NAME = 10_000;

  /** The version of tables whose entries say their places. */
  private static final int NUMBERED = -2;

  /**
   * @throws InputException if the file is damaged or has no table
   */
  static Annotation read(Path file) throws IOException {
    try (var stream = InputFiles.open(file)) {
      // Read whole, so that an end that comes too early is told from a disk that fails.
      var data = new DataInputStream(new ByteArrayInputStream(stream.readAllBytes()));
      return read(file, data);
    } catch (EOFException e) {
      throw InputException.in(
          file, "ends early, or is no .annot of FreeSurfer. Copy the file again", e);
    }
  }

  private static Annotation read(Path file, DataInputStream data) throws IOException {
    int vertices = within(file, data.readInt(), MOST_VERTICES, "vertices");
    if (data.available() < 8L * vertices) {
      throw new EOFException();
    }
    var colours = new int[vertices];
    for (int n = 0; n < vertices; n++) {
      int vertex = data.readInt();
      if (vertex < 0 || vertex >= vertices) {
        throw InputException.in(
            file, "vertex %d where there are %,d, counted from 0".formatted(vertex, vertices));
      }
      colours[vertex] = data.readInt();
    }
    if (data.available() == 0 || data.readInt() == 0) {
      throw InputException.in(
          file, "no table of colours and names. Write the annotation again with one");
    }
    var names = new LinkedHashMap<Integer, String>();
    var labelOf = new HashMap<Integer, Integer>();
    table(file, data, names, labelOf);
    return new Annotation(
        Arrays.stream(colours).map(colour -> labelOf.getOrDefault(colour, 0)).toArray(), names);
  }

  private static void table(
      Path file, DataInputStream data, Map<Integer, String> names, Map<Integer, Integer> labelOf)
      throws IOException {
    int version = data.readInt();
    boolean numbered = version == NUMBERED;
    if (version <= 0 && !numbered) {
      throw InputException.in(
          file, "a table of version %d where 1 or 2 is expected".formatted(-version));
    }
    if (numbered) {
      data.readInt();
    }
    text(file, data); // the name of the file that the table is from
    int entries =
        within(file, numbered ? data.readInt() : version, MOST_ENTRIES, "entries of the table");
    for (int n = 0; n < entries; n++) {
      int label = numbered ? data.readInt() : n;
      names.put(label, text(file, data));
      int colour = data.readInt() | data.readInt() << 8 | data.readInt() << 16;
      data.readInt(); // transparency, which is no part of a vertex's colour
      labelOf.putIfAbsent(colour, label);
    }
  }

  private static String text(Path file, DataInputStream data) throws IOException {
    int length = within(file, data.readInt(), LONGEST_NAME, "letters of a name");
    byte[] bytes = data.readNBytes(length);
    if (bytes.length < length) {
      throw new EOFException();
    }
    return new String(bytes, StandardCharsets.UTF_8).replace("\0", "").strip();
  }

  private static int within(Path file, int count, int most, String what) {
    if (count < 0 || count > most) {
      throw InputException.in(
          file,
          "%d %s where 0 to %,d are read: damaged, or no .annot of FreeSurfer"
              .formatted(count, what, most));
    }
    return count;
  }
}
