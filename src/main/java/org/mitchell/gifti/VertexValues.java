package org.mitchell.gifti;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.mitchell.files.InputException;
import org.mitchell.text.Counted;

/** A value at every vertex of a mesh, such as sulcal depth, from a GIFTI file. */
public final class VertexValues {
  private VertexValues() {}

  /**
   * Reads the first array of one number a vertex.
   *
   * @param vertices how many the mesh has
   * @throws InputException if the file is damaged, or has no such array
   */
  public static double[] read(Path file, int vertices) throws IOException {
    List<GiftiArray> columns =
        GiftiReader.read(file).stream().filter(GiftiArray::isColumn).toList();
    if (columns.isEmpty()) {
      throw InputException.in(
          file,
          "no values of vertices. Give a file of one number a vertex: sulc, curv, .shape.gii");
    }
    double[] values = columns.get(0).values();
    if (values.length != vertices) {
      throw InputException.in(
          file,
          "%s where the mesh has %s. Give the file that belongs to the mesh"
              .formatted(Counted.of(values.length, "value"), Counted.of(vertices, "vertex")));
    }
    return values;
  }
}
