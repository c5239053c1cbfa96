package org.mitchell.figures.brain;

/** The values of a map at the vertices of a mesh. */
final class SurfaceSampling {
  /** Points from the white to the pial surface, both included. */
  static final int DEPTHS = 5;

  private SurfaceSampling() {}

  /**
   * The value of the voxel that each vertex lies in.
   *
   * @param points x, y, z in mm, one vertex after the other
   */
  static float[] nearest(Volume map, double[] points) {
    var values = new float[points.length / 3];
    for (int v = 0; v < values.length; v++) {
      values[v] = map.nearest(points[3 * v], points[3 * v + 1], points[3 * v + 2]);
    }
    return values;
  }

  /**
   * The mean over points at equal distances from the white to the pial surface, each with the value
   * of the voxel that it lies in; those without a value do not count.
   */
  static float[] ribbon(Volume map, double[] white, double[] pial) {
    var values = new float[pial.length / 3];
    for (int v = 0; v < values.length; v++) {
      double sum = 0;
      int count = 0;
      for (int depth = 0; depth < DEPTHS; depth++) {
        double part = (double) depth / (DEPTHS - 1);
        int at = 3 * v;
        float value =
            map.nearest(
                between(white[at], pial[at], part),
                between(white[at + 1], pial[at + 1], part),
                between(white[at + 2], pial[at + 2], part));
        sum += Float.isNaN(value) ? 0 : value;
        count += Float.isNaN(value) ? 0 : 1;
      }
      values[v] = count == 0 ? Float.NaN : (float) (sum / count);
    }
    return values;
  }

  private static double between(double white, double pial, double part) {
    return white + part * (pial - white);
  }
}
