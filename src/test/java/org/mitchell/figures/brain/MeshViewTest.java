package org.mitchell.figures.brain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.mitchell.figures.brain.SurfaceView.Camera;
import org.mitchell.gifti.Hemisphere;
import org.mitchell.gifti.SurfaceMesh;

class MeshViewTest {
  private static final MeshView.Frame FRAME = new MeshView.Frame(-10, 10, 20, 20);

  /**
   * A small triangle at (x, y, z), large enough for a dot or two.
   *
   * @param view where it is to be seen: the half of the picture
   */
  @ParameterizedTest
  @CsvSource({
    "LATERAL, LEFT, 0, 5, 5, left, upper",
    "LATERAL, RIGHT, 0, 5, 5, right, upper",
    "MEDIAL, LEFT, 0, 5, -5, right, lower",
    "MEDIAL, RIGHT, 0, 5, -5, left, lower",
    "DORSAL, LEFT, -5, 5, 0, left, upper",
    "DORSAL, RIGHT, 5, -5, 0, right, lower",
    "VENTRAL, LEFT, -5, 5, 0, right, upper",
    "VENTRAL, RIGHT, 5, -5, 0, left, lower"
  })
  void whatLiesInFrontIsWhereTheLettersSay(
      SurfaceView view, Hemisphere side, double x, double y, double z, String half, String part) {
    double[] points = {x - 1, y - 1, z - 1, x + 1, y + 1, z - 1, x + 1, y - 1, z + 1};
    var seen = new MeshView(mesh(points, 0, 1, 2), view.camera(side), FRAME, 40, 40);

    int hits = 0;
    for (int dot = 0; dot < 1_600; dot++) {
      if (seen.hits(dot)) {
        hits++;
        assertThat(dot % 40 < 20).isEqualTo(half.equals("left"));
        assertThat(dot / 40 < 20).isEqualTo(part.equals("upper"));
      }
    }
    assertThat(hits).isPositive();
    Caption caption = view.caption(side);
    boolean fromTheSide = view == SurfaceView.LATERAL || view == SurfaceView.MEDIAL;
    String expected = fromTheSide ? "A" : x < 0 ? "L" : "R";
    assertThat(half.equals("left") ? caption.left() : caption.right()).isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource({"FROM_LEFT, 0", "FROM_RIGHT, 3"})
  void theNearerTriangleHidesTheOther(Camera camera, int first) {
    double[] points = {-2, -9, -9, -2, 9, -9, -2, 0, 9, 2, -9, -9, 2, 9, -9, 2, 0, 9};
    for (int[] order : new int[][] {{0, 1, 2, 3, 4, 5}, {3, 4, 5, 0, 1, 2}}) {
      var seen = new MeshView(mesh(points, order), camera, FRAME, 40, 40);

      int middle = 25 * 40 + 20;
      assertThat(seen.hits(middle)).isTrue();
      assertThat(seen.vertex(middle, 0)).isEqualTo(first);
      assertThat(seen.hits(0)).isFalse();
    }
  }

  @Test
  void weightsTellThePlaceInTheTriangle() {
    double[] points = {0, -10, -10, 0, 10, -10, 0, -10, 10};
    var seen = new MeshView(mesh(points, 0, 1, 2), Camera.FROM_RIGHT, FRAME, 100, 100);

    // The dot at row 89, column 20: y = -10 + 20.5 / 5, z = 10 - 89.5 / 5.
    int dot = 89 * 100 + 20;
    assertThat(seen.weight(dot, 1)).isCloseTo(20.5 / 100, within(1e-6));
    assertThat(seen.weight(dot, 2)).isCloseTo(10.5 / 100, within(1e-6));
    assertThat(seen.weight(dot, 0)).isCloseTo(69.0 / 100, within(1e-6));
  }

  private static SurfaceMesh mesh(double[] points, int... triangles) {
    return new SurfaceMesh(points, triangles, Optional.empty(), List.of());
  }
}
