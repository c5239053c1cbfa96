package org.mitchell.gifti;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.mitchell.files.InputException;

/**
 * A surface of triangles. The arrays are not copied: do not change them.
 *
 * @param points x, y, z of each vertex in mm, one vertex after the other
 * @param triangles three 0-based vertices each, one triangle after the other
 * @param hemisphere what the file says of it, where it says so
 * @param cautions what the file says of other places of its points
 */
public record SurfaceMesh(
    double[] points, int[] triangles, Optional<Hemisphere> hemisphere, List<String> cautions) {
  private static final String CENTRE = "VolGeomC_";

  /** A shift below this is rounding, in mm. */
  private static final double LEAST_SHIFT = 1e-3;

  public SurfaceMesh {
    cautions = List.copyOf(cautions);
  }

  /**
   * Reads the points and triangles of a GIFTI file. Points that lie in another space than the
   * wanted one are moved, where the file has the transform into it; other transforms are told.
   *
   * @param space the name that GIFTI has for the space wanted, such as {@code NIFTI_XFORM_MNI_152};
   *     empty for none
   * @throws InputException if the file is damaged or has no mesh
   */
  public static SurfaceMesh read(Path file, String space) throws IOException {
    List<GiftiArray> arrays = GiftiReader.read(file);
    GiftiArray points = only(file, arrays, GiftiArray.POINTS, "points");
    GiftiArray triangles = only(file, arrays, GiftiArray.TRIANGLES, "triangles");
    var cautions = new ArrayList<String>();
    double[] placed = placed(points, space, cautions);
    requireFinite(file, placed);
    shift(points.metadata()).ifPresent(cautions::add);
    String side = points.metadata().getOrDefault(Hemisphere.STRUCTURE, "");
    return new SurfaceMesh(
        placed, vertices(file, triangles, points.dims()[0]), Hemisphere.of(side), cautions);
  }

  /** The points in the wanted space, as far as the file leads there. */
  private static double[] placed(GiftiArray points, String space, List<String> cautions) {
    List<CoordinateTransform> moving =
        points.transforms().stream()
            .filter(transform -> !transform.isIdentity() && !transform.from().equals(space))
            .toList();
    Optional<CoordinateTransform> wanted =
        space.isEmpty()
            ? Optional.empty()
            : moving.stream().filter(transform -> transform.to().equals(space)).findFirst();
    if (wanted.isPresent()) {
      cautions.add(
          "the points are moved by the file's transform from %s".formatted(wanted.get().inWords()));
      return wanted.get().applied(points.values());
    }
    for (CoordinateTransform transform : moving) {
      cautions.add(
          "the file's transform from %s is not applied: the points are taken as they stand"
              .formatted(transform.inWords()));
    }
    return points.values();
  }

  /**
   * FreeSurfer's surfaces are measured from the middle of their volume, which lies elsewhere in the
   * scanner's space. Programs that have moved the points may leave the note in the file, so that
   * only the user can tell.
   */
  private static Optional<String> shift(Map<String, String> metadata) {
    var centre = new ArrayList<String>();
    boolean shifted = false;
    for (String axis : List.of("R", "A", "S")) {
      String text = metadata.getOrDefault(CENTRE + axis, "0").strip();
      try {
        shifted |= Math.abs(Double.parseDouble(text)) > LEAST_SHIFT;
      } catch (NumberFormatException e) {
        return Optional.of("VolGeomC_%s is '%s' where a number is expected".formatted(axis, text));
      }
      centre.add(text.matches(".*\\..*") ? text.replaceFirst("\\.?0+$", "") : text);
    }
    return shifted
        ? Optional.of(
            "FreeSurfer's centre c_ras is (%s) mm, and the points are taken as they stand: if they were never moved by it, they lie that far from the scanner's space (mris_convert --to-scanner moves them)"
                .formatted(String.join(", ", centre)))
        : Optional.empty();
  }

  /** How many points there are. */
  public int vertices() {
    return points.length / 3;
  }

  /** What a triangle's normal is along an axis; as a vector it is twice the area long, in mm2. */
  public double normal(int triangle, int axis) {
    int a = 3 * triangles[3 * triangle];
    int b = 3 * triangles[3 * triangle + 1];
    int c = 3 * triangles[3 * triangle + 2];
    int y = (axis + 1) % 3;
    int z = (axis + 2) % 3;
    return (points[b + y] - points[a + y]) * (points[c + z] - points[a + z])
        - (points[b + z] - points[a + z]) * (points[c + y] - points[a + y]);
  }

  /** The area of a triangle, in mm2. */
  public double area(int triangle) {
    double square = 0;
    for (int axis = 0; axis < 3; axis++) {
      double cross = normal(triangle, axis);
      square += cross * cross;
    }
    return Math.sqrt(square) / 2;
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
}
