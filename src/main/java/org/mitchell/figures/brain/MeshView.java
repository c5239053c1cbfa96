package org.mitchell.figures.brain;

import java.util.Arrays;
import org.mitchell.gifti.SurfaceMesh;

/**
 * What is seen of a mesh, dot by dot: the triangle nearest to the one who looks, and where in it.
 */
final class MeshView {
  private final SurfaceMesh mesh;
  private final SurfaceView.Camera camera;
  private final int columns;
  private final int rows;
  private final int[] triangles;
  private final float[] depths;

  /** Weights of the triangle's first two vertices at each dot. */
  private final float[] first;

  private final float[] second;

  /**
   * Looks at a mesh.
   *
   * @param frame what part of the picture's plane is seen
   */
  MeshView(SurfaceMesh mesh, SurfaceView.Camera camera, Frame frame, int columns, int rows) {
    this.mesh = mesh;
    this.camera = camera;
    this.columns = columns;
    this.rows = rows;
    triangles = new int[columns * rows];
    Arrays.fill(triangles, -1);
    depths = new float[columns * rows];
    Arrays.fill(depths, Float.NEGATIVE_INFINITY);
    first = new float[columns * rows];
    second = new float[columns * rows];
    for (int t = 0; t < mesh.triangles().length / 3; t++) {
      draw(t, frame);
    }
  }

  /**
   * What is seen, in mm of the picture's plane.
   *
   * @param left mm at the left edge
   * @param top mm at the upper edge
   */
  record Frame(double left, double top, double width, double height) {
    /** The whole mesh and a margin. */
    static Frame of(SurfaceMesh mesh, SurfaceView.Camera camera, double margin) {
      double left = Double.MAX_VALUE;
      double right = -Double.MAX_VALUE;
      double bottom = Double.MAX_VALUE;
      double top = -Double.MAX_VALUE;
      for (int at = 0; at < mesh.points().length; at += 3) {
        left = Math.min(left, camera.across(mesh.points(), at));
        right = Math.max(right, camera.across(mesh.points(), at));
        bottom = Math.min(bottom, camera.up(mesh.points(), at));
        top = Math.max(top, camera.up(mesh.points(), at));
      }
      return new Frame(
          left - margin, top + margin, right - left + 2 * margin, top - bottom + 2 * margin);
    }
  }

  /** Whether a dot shows the mesh. */
  boolean hits(int dot) {
    return triangles[dot] >= 0;
  }

  /** The vertex of the dot's triangle, 0 to 2. */
  int vertex(int dot, int corner) {
    return mesh.triangles()[3 * triangles[dot] + corner];
  }

  /** How much a corner of the dot's triangle counts there; the three sum to 1. */
  double weight(int dot, int corner) {
    return switch (corner) {
      case 0 -> first[dot];
      case 1 -> second[dot];
      default -> 1 - first[dot] - second[dot];
    };
  }

  private void draw(int triangle, Frame frame) {
    double[] x = new double[3];
    double[] y = new double[3];
    double[] z = new double[3];
    for (int corner = 0; corner < 3; corner++) {
      int at = 3 * mesh.triangles()[3 * triangle + corner];
      x[corner] = (camera.across(mesh.points(), at) - frame.left()) / frame.width() * columns;
      y[corner] = (frame.top() - camera.up(mesh.points(), at)) / frame.height() * rows;
      z[corner] = camera.near(mesh.points(), at);
    }
    double area = (x[1] - x[0]) * (y[2] - y[0]) - (x[2] - x[0]) * (y[1] - y[0]);
    if (area == 0) {
      return;
    }
    for (int row = start(y); row <= end(y, rows); row++) {
      for (int column = start(x); column <= end(x, columns); column++) {
        double px = column + 0.5;
        double py = row + 0.5;
        double a = ((x[1] - px) * (y[2] - py) - (x[2] - px) * (y[1] - py)) / area;
        double b = ((x[2] - px) * (y[0] - py) - (x[0] - px) * (y[2] - py)) / area;
        double c = 1 - a - b;
        float depth = (float) (a * z[0] + b * z[1] + c * z[2]);
        int dot = row * columns + column;
        if (a >= 0 && b >= 0 && c >= 0 && depth > depths[dot]) {
          depths[dot] = depth;
          triangles[dot] = triangle;
          first[dot] = (float) a;
          second[dot] = (float) b;
        }
      }
    }
  }

  private static int start(double[] corners) {
    return Math.max(0, (int) Math.floor(Math.min(corners[0], Math.min(corners[1], corners[2]))));
  }

  private static int end(double[] corners, int count) {
    double last = Math.max(corners[0], Math.max(corners[1], corners[2]));
    return Math.min(count - 1, (int) Math.ceil(last));
  }
}
