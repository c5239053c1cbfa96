package org.mitchell.figures.brain;

import java.awt.Color;
import java.util.Arrays;
import org.mitchell.figures.Theme;
import org.mitchell.gifti.SurfaceMesh;

/** Colour and light of a cortical surface. */
final class SurfaceShading {
  /** Dots are made of so many finer ones in each direction, for smooth edges. */
  static final int FINER = 2;

  /** What is left of a colour where the surface turns away; colours that mean values keep more. */
  private static final double DIMMEST_GREY = 0.35;

  private static final double DIMMEST_VALUE = 0.7;

  /** The part of depths beyond which sulci are no darker. */
  private static final double DEEP = 0.95;

  private static final Color LIGHT_GYRUS = new Color(0xe2, 0xe2, 0xe4);
  private static final Color LIGHT_SULCUS = new Color(0xa2, 0xa2, 0xa6);
  private static final Color DARK_GYRUS = new Color(0xa8, 0xa8, 0xac);
  private static final Color DARK_SULCUS = new Color(0x5e, 0x5e, 0x62);

  /**
   * Of vertices without data: darker than any sulcus, so that nobody takes them for a low value.
   */
  private static final Color LIGHT_ABSENT = new Color(0x78, 0x78, 0x7c);

  private static final Color DARK_ABSENT = new Color(0x38, 0x38, 0x3c);

  private final CorticalSurface surface;
  private final SurfaceView.Camera camera;
  private final ValueColours colours;
  private final Color gyrus;
  private final Color sulcus;
  private final Color absent;
  private final double[] normals;
  private final double deepest;

  SurfaceShading(
      CorticalSurface surface, SurfaceView.Camera camera, ValueColours colours, Theme theme) {
    this.surface = surface;
    this.camera = camera;
    this.colours = colours;
    gyrus = theme == Theme.LIGHT ? LIGHT_GYRUS : DARK_GYRUS;
    sulcus = theme == Theme.LIGHT ? LIGHT_SULCUS : DARK_SULCUS;
    absent = theme == Theme.LIGHT ? LIGHT_ABSENT : DARK_ABSENT;
    normals = normals(surface.drawn());
    deepest = surface.depths().map(SurfaceShading::deepest).orElse(1.0);
  }

  Color colour(MeshView seen, int dot) {
    double value = value(seen, dot);
    double light = light(seen, dot);
    if (Double.isNaN(value)) {
      return dimmed(absent, DIMMEST_VALUE + (1 - DIMMEST_VALUE) * light);
    }
    return colours.shows(value)
        ? dimmed(colours.colour(value), DIMMEST_VALUE + (1 - DIMMEST_VALUE) * light)
        : dimmed(grey(seen, dot), DIMMEST_GREY + (1 - DIMMEST_GREY) * light);
  }

  /**
   * Between the triangle's vertices in proportion; where one of them has no value, that of the
   * vertex that counts most.
   */
  private double value(MeshView seen, int dot) {
    double value = 0;
    int most = 0;
    for (int corner = 0; corner < 3; corner++) {
      value += seen.weight(dot, corner) * surface.values()[seen.vertex(dot, corner)];
      most = seen.weight(dot, corner) > seen.weight(dot, most) ? corner : most;
    }
    return Double.isNaN(value) ? surface.values()[seen.vertex(dot, most)] : value;
  }

  private Color grey(MeshView seen, int dot) {
    if (surface.depths().isEmpty()) {
      return gyrus;
    }
    double depth = 0;
    for (int corner = 0; corner < 3; corner++) {
      depth += seen.weight(dot, corner) * surface.depths().get()[seen.vertex(dot, corner)];
    }
    double place = Double.isNaN(depth) ? 0 : (1 + depth / deepest) / 2;
    return Dots.blend(gyrus, sulcus, Math.max(0, Math.min(1, place)));
  }

  /** From 1 where the surface faces the one who looks to 0 where it turns away. */
  private double light(MeshView seen, int dot) {
    var normal = new double[3];
    for (int corner = 0; corner < 3; corner++) {
      int at = 3 * seen.vertex(dot, corner);
      for (int axis = 0; axis < 3; axis++) {
        normal[axis] += seen.weight(dot, corner) * normals[at + axis];
      }
    }
    double length = Math.hypot(Math.hypot(normal[0], normal[1]), normal[2]);
    return length == 0 ? 1 : Math.abs(camera.near(normal, 0)) / length;
  }

  /** Of every vertex: the mean of its triangles' normals, the larger triangle counting more. */
  private static double[] normals(SurfaceMesh mesh) {
    int[] triangles = mesh.triangles();
    var normals = new double[mesh.points().length];
    for (int t = 0; t < triangles.length; t += 3) {
      for (int axis = 0; axis < 3; axis++) {
        double along = mesh.normal(t / 3, axis);
        for (int corner = t; corner < t + 3; corner++) {
          normals[3 * triangles[corner] + axis] += along;
        }
      }
    }
    for (int at = 0; at < normals.length; at += 3) {
      double length = Math.hypot(Math.hypot(normals[at], normals[at + 1]), normals[at + 2]);
      for (int axis = 0; axis < 3 && length > 0; axis++) {
        normals[at + axis] /= length;
      }
    }
    return normals;
  }

  private static double deepest(double[] depths) {
    double[] sizes =
        Arrays.stream(depths).filter(Double::isFinite).map(Math::abs).sorted().toArray();
    double deepest = sizes.length == 0 ? 0 : sizes[(int) (DEEP * (sizes.length - 1))];
    return deepest > 0 ? deepest : 1;
  }

  private static Color dimmed(Color colour, double part) {
    return Dots.blend(Color.BLACK, colour, part);
  }
}
