package org.mitchell.gifti;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.mitchell.files.InputException;
import org.mitchell.text.Counted;

/**
 * Maps of one hemisphere: the arrays of a {@code .func.gii}, {@code .shape.gii} or {@code
 * .label.gii}, each with a value a vertex.
 *
 * @param hemisphere as the file says, or its name where it does not
 * @param labels whether the values are labels of regions
 * @param maps maps x vertices. Not copied
 * @param names what labels are called, in the order of the file's table
 * @param caution what the user should know of the hemisphere
 */
public record VertexMaps(
    Path file,
    Hemisphere hemisphere,
    boolean labels,
    float[][] maps,
    Map<Integer, String> names,
    Optional<String> caution) {
  /**
   * @throws InputException if the file is damaged, has no array of one number a vertex, has arrays
   *     of other lengths, or does not say which hemisphere it is of
   */
  public static VertexMaps read(Path file) throws IOException {
    GiftiReader.Content content = GiftiReader.content(file);
    List<GiftiArray> arrays = content.arrays().stream().filter(array -> !array.isOfMesh()).toList();
    if (arrays.isEmpty()) {
      throw InputException.in(
          file,
          "no array of one value a vertex. Give a file of values, .func.gii or .shape.gii, and not"
              + " the mesh they lie on");
    }
    int vertices = arrays.get(0).dims()[0];
    var maps = new ArrayList<float[]>();
    for (int a = 0; a < arrays.size(); a++) {
      int[] dims = arrays.get(a).dims();
      if (dims.length > 2 || dims[0] != vertices) {
        throw InputException.in(
            file,
            "array %d (counted from 0) has shape %s where %s are expected, as in array 0"
                .formatted(a, arrays.get(a).shape(), Counted.of(vertices, "vertex")));
      }
      addColumns(arrays.get(a), maps);
    }
    Optional<Hemisphere> said = said(arrays.get(0));
    Optional<Hemisphere> named = Hemisphere.named(file);
    return new VertexMaps(
        file,
        hemisphere(file, said, named),
        arrays.stream().anyMatch(GiftiArray::isOfLabels),
        maps.toArray(float[][]::new),
        content.labels(),
        said.isPresent() && named.isPresent() && !said.equals(named)
            ? Optional.of(
                "%s: its name says the %s hemisphere and its AnatomicalStructurePrimary, which is taken, the %s one"
                    .formatted(file, named.get().inWords(), said.get().inWords()))
            : Optional.empty());
  }

  /** How many vertices the hemisphere's mesh has. */
  public int vertices() {
    return maps[0].length;
  }

  /** A matrix has a map a column. */
  private static void addColumns(GiftiArray array, List<float[]> maps) {
    int columns = array.dims().length == 1 ? 1 : array.dims()[1];
    for (int column = 0; column < columns; column++) {
      var map = new float[array.dims()[0]];
      for (int vertex = 0; vertex < map.length; vertex++) {
        map[vertex] = (float) array.values()[vertex * columns + column];
      }
      maps.add(map);
    }
  }

  private static Optional<Hemisphere> said(GiftiArray first) {
    return Hemisphere.of(first.metadata().getOrDefault(Hemisphere.STRUCTURE, ""));
  }

  private static Hemisphere hemisphere(
      Path file, Optional<Hemisphere> said, Optional<Hemisphere> named) {
    return said.or(() -> named)
        .orElseThrow(
            () ->
                InputException.in(
                    file,
                    "neither the file (AnatomicalStructurePrimary) nor its name (hemi-L, lh, .L.) says which hemisphere it is of. Name it so, or: wb_command -set-structure %s CORTEX_LEFT"
                        .formatted(file.getFileName())));
  }
}
