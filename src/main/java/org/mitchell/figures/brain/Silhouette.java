package org.mitchell.figures.brain;

/**
 * The shape of a brain that is looked through, finer than its voxels: the level half of its mask,
 * smoothed and interpolated between voxels, is its border, as marching squares would draw it.
 *
 * @param inside of every dot, how far it is within the border, in dots; negative outside
 * @param depths how much of the way through the dot is brain, in mm
 */
record Silhouette(float[] inside, float[] depths) {
  /** Sd of the Gaussian filter in voxels; steps of a voxel vanish, and shapes of two stay. */
  private static final double SD = 0.8;

  /** No filter is narrower than this, mm. */
  private static final double LEAST_MM = 1.2;

  private static final int REACH = 3;

  /** Where the border is. */
  private static final float LEVEL = 0.5f;

  /** Steps are this part of the shortest edge of a voxel. */
  private static final double STEP = 0.5;

  /**
   * A mask of 1 and NaN as a field from 0 to 1 that falls smoothly over its border.
   *
   * @param brain NaN outside the brain
   */
  static Volume smooth(Volume brain) {
    int[] dims = brain.dims();
    int[] wide = {dims[0] + 2 * REACH, dims[1] + 2 * REACH, dims[2] + 2 * REACH};
    var field = new float[wide[0] * wide[1] * wide[2]];
    for (int index = 0; index < brain.values().length; index++) {
      int i = index % dims[0] + REACH;
      int j = index / dims[0] % dims[1] + REACH;
      int k = index / dims[0] / dims[1] + REACH;
      field[i + wide[0] * (j + wide[1] * k)] = Float.isNaN(brain.values()[index]) ? 0 : 1;
    }
    double sd = Math.min(REACH / 2.0, Math.max(SD, LEAST_MM / brain.shortestEdge()));
    int stride = 1;
    for (int axis = 0; axis < 3; axis++) {
      field = filtered(field, stride, wide[axis], sd);
      stride *= wide[axis];
    }
    return new Volume(wide, brain.affine().shifted(-REACH), field);
  }

  private static float[] filtered(float[] from, int stride, int length, double sd) {
    var kernel = new double[2 * REACH + 1];
    double sum = 0;
    for (int t = -REACH; t <= REACH; t++) {
      kernel[t + REACH] = Math.exp(-t * t / (2 * sd * sd));
      sum += kernel[t + REACH];
    }
    var to = new float[from.length];
    for (int index = 0; index < from.length; index++) {
      int place = index / stride % length;
      double value = 0;
      for (int t = Math.max(-REACH, -place); t <= Math.min(REACH, length - 1 - place); t++) {
        value += kernel[t + REACH] * from[index + t * stride];
      }
      to[index] = (float) (value / sum);
    }
    return to;
  }

  /**
   * Looks through a smooth brain from plane to plane.
   *
   * @param smooth of {@link #smooth}
   * @param from where the way begins along the axis looked through, in mm
   * @param to where it ends
   */
  static Silhouette of(Volume smooth, Plane dots, double from, double to) {
    int steps = Math.max(1, (int) Math.ceil((to - from) / (STEP * smooth.shortestEdge())));
    double step = (to - from) / steps;
    var highest = new float[dots.rows() * dots.columns()];
    var depths = new float[highest.length];
    for (int s = 0; s < steps; s++) {
      float[] met = dots.at(from + (s + 0.5) * step).sample(smooth::linear);
      for (int i = 0; i < met.length; i++) {
        float tissue = Float.isNaN(met[i]) ? 0 : met[i];
        highest[i] = Math.max(highest[i], tissue);
        depths[i] += (float) (step * tissue);
      }
    }
    return new Silhouette(distances(highest, dots.columns(), dots.rows()), depths);
  }

  /** The height above the level by the slope: to first order the distance from the border. */
  private static float[] distances(float[] field, int columns, int rows) {
    var distances = new float[field.length];
    for (int i = 0; i < field.length; i++) {
      int column = i % columns;
      int row = i / columns;
      float across = field[column < columns - 1 ? i + 1 : i] - field[column > 0 ? i - 1 : i];
      float down = field[row < rows - 1 ? i + columns : i] - field[row > 0 ? i - columns : i];
      double slope = Math.max(1e-3, Math.hypot(across, down) / 2);
      distances[i] = (float) ((field[i] - LEVEL) / slope);
    }
    return distances;
  }

  /** How much of a dot is within the border, from 0 to 1. */
  double covered(int dot) {
    return Math.max(0, Math.min(1, inside[dot] + 0.5));
  }

  /** How much of a dot is covered by a line along the border. */
  double line(int dot, double thickness) {
    return Math.max(0, Math.min(1, thickness / 2 + 0.5 - Math.abs(inside[dot])));
  }
}
