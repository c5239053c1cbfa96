package org.mitchell.gifti;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.mitchell.files.InputException;

/**
 * A surface of triangles. The arrays are not copied: do not change them.
 *
 * @param points x, y, z of each vertex in mm, one vertex after the other
 * @param triangles three 0-based vertices each, one triangle after the other
 * @param hemisphere what the file says of it, where it says so
 */
public record SurfaceMesh(double[] points, int[] triangles, Optional<Hemisphere> hemisphere) {
  private static final String SIDE = "AnatomicalStructurePrimary";

  /**
   * Reads the points and triangles of a GIFTI file.
   *
   * @throws InputException if the file is damaged or has no mesh
   */
  public static SurfaceMesh read(Path file) throws IOException {
    List<GiftiArray> arrays = GiftiReader.read(file);
    GiftiArray points = only(file, arrays, GiftiArray.POINTS, "points");
    GiftiArray triangles = only(file, arrays, GiftiArray.TRIANGLES, "triangles");
    requireFinite(file, points.values());
    String side = points.metadata().getOrDefault(SIDE, "");
    return new SurfaceMesh(
        points.values(), vertices(file, triangles, points.dims()[0]), hemisphere(side));
  }

  /** How many points there are. */
  public int vertices() {
    return points.length / 3;
  }

  private static GiftiArray only(
      Path file, List<GiftiArray> arrays, String intent, String content) {
    List<GiftiArray> found = arrays.stream().filter(a -> a.intent().equals(intent)).toList();
    if (found.size() != 1) {
      throw InputException.in(
          file,
          "%d arrays of %s (%s) where a mesh has one. Give a surface: pial, white or inflated, .surf.gii"
              .formatted(found.size(), content, intent));
    }
    if (!found.get(0).hasTriples()) {
      throw InputException.in(
          file,
          "%s of shape %s where rows of three are expected"
              .formatted(content, found.get(0).shape()));
    }
    return found.get(0);
  }

  private static void requireFinite(Path file, double[] points) {
    for (int i = 0; i < points.length; i++) {
      if (!Double.isFinite(points[i])) {
        throw InputException.in(
            file,
            "vertex %,d (counted from 0) is at %s mm where a number is expected"
                .formatted(i / 3, points[i]));
      }
    }
  }

  private static int[] vertices(Path file, GiftiArray triangles, int count) {
    var vertices = new int[triangles.values().length];
    for (int i = 0; i < vertices.length; i++) {
      double vertex = triangles.values()[i];
      if (!(vertex >= 0 && vertex < count) || vertex != Math.rint(vertex)) {
        throw InputException.in(
            file,
            "triangle %,d (counted from 0) has vertex %s where there are %,d, counted from 0"
                .formatted(i / 3, vertex, count));
      }
      vertices[i] = (int) vertex;
    }
    return vertices;
  }

  private static Optional<Hemisphere> hemisphere(String structure) {
    return switch (structure) {
      case "CortexLeft" -> Optional.of(Hemisphere.LEFT);
      case "CortexRight" -> Optional.of(Hemisphere.RIGHT);
      default -> Optional.empty();
    };
  }
}
