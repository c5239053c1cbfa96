package org.mitchell.maps.clusters;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.mitchell.cifti.BrainModel;
import org.mitchell.fmri.Grayordinates;
import org.mitchell.gifti.SurfaceMesh;
import org.mitchell.maps.grayordinates.CorticalMeshes;

/**
 * Vertices of meshes, of which those touch that a triangle's edge joins, and the voxels of
 * structures below, which touch in their box whatever structure they are of.
 */
public final class CortexNeighbourhood extends Neighbourhood {
  private final Grayordinates places;
  private final Contacts contacts;

  /** Millimetres of every column, x, y, z one after the other. */
  private final double[] mm;

  /** mm2 of every column that is a vertex, NaN of voxels. */
  private final double[] areas;

  private final Optional<Voxels> voxels;

  /** The columns that are voxels, ascending, in a box of their own. */
  private record Voxels(int[] columns, BoxNeighbourhood box) {}

  private CortexNeighbourhood(Grayordinates places, CorticalMeshes meshes, Contiguity contiguity) {
    this.places = places;
    mm = new double[3 * places.columns()];
    areas = new double[places.columns()];
    Arrays.fill(areas, Double.NaN);
    var columnOf = new int[places.wholeSize()];
    Arrays.fill(columnOf, -1);
    for (int column = 0; column < places.columns(); column++) {
      columnOf[places.placeInWhole(column)] = column;
    }
    var pairs = new ArrayList<long[]>();
    int first = 0;
    for (BrainModel model : places.models().models()) {
      if (model.isSurface()) {
        pairs.add(surface(model, first, columnOf, meshes.of(model)));
      }
      first += model.count();
    }
    voxels = places.belowSurfaces().map(own -> voxels(own, contiguity));
    voxels.ifPresent(own -> pairs.add(pairs(own)));
    contacts =
        Contacts.ofPairs(areas.length, pairs.stream().flatMapToLong(Arrays::stream).toArray());
  }

  /**
   * @param contiguity of the voxels
   * @throws org.mitchell.files.InputException if a hemisphere has no mesh, or one of another number
   *     of vertices
   */
  public static CortexNeighbourhood of(
      Grayordinates places, CorticalMeshes meshes, Contiguity contiguity) {
    return new CortexNeighbourhood(places, meshes, contiguity);
  }

  /**
   * Fills in places and areas of a surface's columns: of a vertex a third of its triangles' areas.
   *
   * @param first number of the model's first grayordinate
   * @return the pairs of columns that edges join
   */
  private long[] surface(BrainModel model, int first, int[] columnOf, SurfaceMesh mesh) {
    var columnOfVertex = new int[model.vertices()];
    Arrays.fill(columnOfVertex, -1);
    for (int n = 0; n < model.count(); n++) {
      int column = columnOf[first + n];
      int vertex = model.places()[n];
      columnOfVertex[vertex] = column;
      if (column >= 0) {
        areas[column] = 0;
        System.arraycopy(mesh.points(), 3 * vertex, mm, 3 * column, 3);
      }
    }
    int[] corners = mesh.triangles();
    var pairs = new long[2 * corners.length];
    int count = 0;
    for (int c = 0; c < corners.length; c++) {
      int next = c % 3 == 2 ? c - 2 : c + 1;
      int column = columnOfVertex[corners[c]];
      int other = columnOfVertex[corners[next]];
      if (column >= 0) {
        areas[column] += mesh.area(c / 3) / 3;
        if (other >= 0 && other != column) {
          pairs[count++] = Contacts.pair(column, other);
          pairs[count++] = Contacts.pair(other, column);
        }
      }
    }
    return Arrays.copyOf(pairs, count);
  }

  private Voxels voxels(Grayordinates.Voxels own, Contiguity contiguity) {
    int[] columns = own.columns();
    for (int n = 0; n < columns.length; n++) {
      System.arraycopy(own.grid().mm(n), 0, mm, 3 * columns[n], 3);
    }
    return new Voxels(columns, BoxNeighbourhood.of(own.grid(), contiguity));
  }

  private static long[] pairs(Voxels voxels) {
    Contacts own = voxels.box.contacts();
    return IntStream.range(0, own.columns())
        .boxed()
        .flatMapToLong(
            c ->
                Arrays.stream(own.of(c))
                    .mapToLong(o -> Contacts.pair(voxels.columns[c], voxels.columns[o])))
        .toArray();
  }

  @Override
  public Grayordinates places() {
    return places;
  }

  @Override
  public boolean hasVoxels() {
    return voxels.isPresent();
  }

  @Override
  Contacts contacts() {
    return contacts;
  }

  @Override
  int[] order() {
    return IntStream.range(0, areas.length).toArray();
  }

  @Override
  public Extent extent(Cluster cluster) {
    if (Double.isNaN(areas[cluster.columns()[0]])) {
      return voxels.orElseThrow().box.extent(cluster);
    }
    double area = Arrays.stream(cluster.columns()).mapToDouble(c -> areas[c]).sum();
    return new Extent(Unit.MM2, area, area);
  }

  @Override
  Map<Integer, List<Peak>> peaks(float[] statistic, int[] labels) {
    var peaks =
        new HashMap<>(new VertexPeaks(contacts, statistic, labels, mm).peaksOfLabels(areas));
    voxels.ifPresent(own -> peaks.putAll(peaks(own, statistic, labels)));
    return peaks;
  }

  private static Map<Integer, List<Peak>> peaks(Voxels own, float[] statistic, int[] labels) {
    var values = new float[own.columns.length];
    var numbers = new int[values.length];
    for (int n = 0; n < values.length; n++) {
      values[n] = statistic[own.columns[n]];
      numbers[n] = labels[own.columns[n]];
    }
    var peaks = own.box.peaks(values, numbers);
    peaks.replaceAll(
        (label, all) -> all.stream().map(peak -> peak.at(own.columns[peak.column()])).toList());
    return peaks;
  }
}
