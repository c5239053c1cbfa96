package org.mitchell.maps.grayordinates;

import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.Set;
import org.mitchell.cifti.BrainModel;
import org.mitchell.gifti.SurfaceMesh;

/**
 * The vertices of a mesh within some millimetres of each, along the cortex: the shortest way over
 * the mesh's edges (Dijkstra 1959, Numerische Mathematik 1:269-271). Ways also lead over vertices
 * that images do not have.
 */
public final class GeodesicDiscs {
  private final double radius;

  /** Of every vertex, where its edges begin in the arrays behind; one more at the end. */
  private final int[] first;

  private final int[] others;
  private final double[] lengths;

  private GeodesicDiscs(SurfaceMesh mesh, double radius) {
    this.radius = radius;
    int[] corners = mesh.triangles();
    var pairs = new long[2 * corners.length];
    for (int c = 0; c < corners.length; c++) {
      int vertex = corners[c];
      int next = corners[c % 3 == 2 ? c - 2 : c + 1];
      pairs[2 * c] = (long) vertex << Integer.SIZE | next;
      pairs[2 * c + 1] = (long) next << Integer.SIZE | vertex;
    }
    // An edge is of two triangles, and counts once.
    pairs = Arrays.stream(pairs).sorted().distinct().toArray();
    first = new int[mesh.vertices() + 1];
    others = new int[pairs.length];
    lengths = new double[pairs.length];
    for (int e = 0; e < pairs.length; e++) {
      int vertex = (int) (pairs[e] >> Integer.SIZE);
      first[vertex + 1]++;
      others[e] = (int) pairs[e];
      lengths[e] = length(mesh.points(), 3 * vertex, 3 * others[e]);
    }
    Arrays.parallelPrefix(first, Integer::sum);
  }

  /**
   * @param model a surface
   * @param radius in mm
   * @throws org.mitchell.files.InputException if it has no mesh, or one of another number of
   *     vertices
   */
  public static GeodesicDiscs of(BrainModel model, CorticalMeshes meshes, double radius) {
    return new GeodesicDiscs(meshes.of(model), radius);
  }

  private static double length(double[] points, int a, int b) {
    return Math.hypot(
        Math.hypot(points[a] - points[b], points[a + 1] - points[b + 1]),
        points[a + 2] - points[b + 2]);
  }

  /** A vertex that a way leads to; the nearest is looked at first. */
  private record Reached(int vertex, double mm) implements Comparable<Reached> {
    @Override
    public int compareTo(Reached other) {
      return Double.compare(mm, other.mm);
    }
  }

  /** Millimetres to the vertices within the radius of one, itself among them. */
  public Map<Integer, Double> about(int vertex) {
    var nearest = new HashMap<Integer, Double>(Map.of(vertex, 0.0));
    var next = new PriorityQueue<Reached>();
    next.add(new Reached(vertex, 0));
    while (!next.isEmpty()) {
      Reached at = next.remove();
      if (at.mm > nearest.get(at.vertex)) {
        continue;
      }
      for (int e = first[at.vertex]; e < first[at.vertex + 1]; e++) {
        double mm = at.mm + lengths[e];
        if (mm <= radius && mm < nearest.getOrDefault(others[e], Double.POSITIVE_INFINITY)) {
          nearest.put(others[e], mm);
          next.add(new Reached(others[e], mm));
        }
      }
    }
    return nearest;
  }

  /** How many rings of neighbours about a vertex hold all of its disc; 0 for itself alone. */
  public int rings(int vertex, Set<Integer> disc) {
    var missing = new HashSet<>(disc);
    Set<Integer> ring = Set.of(vertex);
    var seen = new HashSet<>(ring);
    missing.remove(vertex);
    int rings = 0;
    while (!missing.isEmpty()) {
      var further = new HashSet<Integer>();
      for (int inner : ring) {
        for (int e = first[inner]; e < first[inner + 1]; e++) {
          if (seen.add(others[e])) {
            further.add(others[e]);
          }
        }
      }
      missing.removeAll(further);
      ring = further;
      rings++;
    }
    return rings;
  }
}
