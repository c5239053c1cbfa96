package org.mitchell.figures.brain;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.mitchell.fmri.Affine;

/** A ball of voxels is looked through; its silhouette must be a circle, not a staircase. */
class SilhouetteTest {
  private static final int SIZE = 24;
  private static final double EDGE = 4;
  private static final double RADIUS = 32;
  private static final double MIDDLE = (SIZE - 1) / 2.0 * EDGE;

  /** So fine that a voxel is eight dots wide. */
  private static final int DOTS = 8 * SIZE;

  private static final double DOT = EDGE * SIZE / DOTS;

  @Test
  void theBorderOfABallIsACircleFinerThanItsVoxels() {
    Volume ball = ball();
    Silhouette seen = seen(ball);
    double farthest = 0;
    double stairs = 0;
    for (int i = 0; i < DOTS * DOTS; i++) {
      double distance = fromMiddle(i);
      if (seen.line(i, 1) > 0.5) {
        farthest = Math.max(farthest, Math.abs(distance - RADIUS));
      }
      if (edge(ball, i)) {
        stairs = Math.max(stairs, Math.abs(distance - RADIUS));
      }
    }
    assertThat(stairs).as("of the voxels themselves, mm").isGreaterThan(EDGE / 2);
    assertThat(farthest).as("of the silhouette, mm").isPositive().isLessThan(EDGE / 4);
  }

  @Test
  void whatIsInsideIsCoveredAndAsDeepAsTheBall() {
    Silhouette seen = seen(ball());
    for (int i = 0; i < DOTS * DOTS; i++) {
      double distance = fromMiddle(i);
      if (distance < RADIUS - EDGE) {
        assertThat(seen.covered(i)).isEqualTo(1);
      }
      if (distance > RADIUS + EDGE) {
        assertThat(seen.covered(i)).isZero();
        assertThat(seen.line(i, 1)).isZero();
      }
    }
    int middle = DOTS / 2 * DOTS + DOTS / 2;
    assertThat(seen.depths()[middle]).isBetween((float) (2 * RADIUS - 4), (float) (2 * RADIUS + 4));
  }

  private static Silhouette seen(Volume ball) {
    double end = MIDDLE + EDGE * SIZE / 2;
    double start = MIDDLE - EDGE * SIZE / 2;
    return Silhouette.of(Silhouette.smooth(ball), plane(), start, end);
  }

  private static Plane plane() {
    double start = MIDDLE - EDGE * SIZE / 2;
    double end = MIDDLE + EDGE * SIZE / 2;
    var box = new Extent(new double[] {start, start, start}, new double[] {end, end, end});
    return Plane.of(View.AXIAL, 0, box, false, DOTS, DOTS);
  }

  /** How far a dot is from the middle of the picture, in mm. */
  private static double fromMiddle(int dot) {
    double across = (dot % DOTS + 0.5 - DOTS / 2.0) * DOT;
    double down = (dot / DOTS + 0.5 - DOTS / 2.0) * DOT;
    return Math.hypot(across, down);
  }

  /** Whether the slice through the middle has its border at the left of a dot. */
  private static boolean edge(Volume ball, int dot) {
    return dot % DOTS > 0 && inside(ball, dot) != inside(ball, dot - 1);
  }

  private static boolean inside(Volume ball, int dot) {
    double x = (dot % DOTS + 0.5) * DOT - EDGE / 2;
    double y = (dot / DOTS + 0.5) * DOT - EDGE / 2;
    return !Float.isNaN(ball.nearest(x, y, MIDDLE));
  }

  private static Volume ball() {
    var values = new float[SIZE * SIZE * SIZE];
    for (int i = 0; i < values.length; i++) {
      double x = i % SIZE * EDGE - MIDDLE;
      double y = i / SIZE % SIZE * EDGE - MIDDLE;
      double z = i / SIZE / SIZE * EDGE - MIDDLE;
      values[i] = x * x + y * y + z * z <= RADIUS * RADIUS ? 1 : Float.NaN;
    }
    var affine = Affine.of(new double[][] {{EDGE, 0, 0, 0}, {0, EDGE, 0, 0}, {0, 0, EDGE, 0}});
    return new Volume(new int[] {SIZE, SIZE, SIZE}, affine, values);
  }
}
