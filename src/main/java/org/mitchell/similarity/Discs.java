package org.mitchell.similarity;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.mitchell.cifti.BrainModel;
import org.mitchell.fmri.Grayordinates;
import org.mitchell.maps.grayordinates.CorticalMeshes;
import org.mitchell.maps.grayordinates.GeodesicDiscs;

/**
 * The grayordinates about each: of a vertex those of its hemisphere within some millimetres along
 * the mesh, of a voxel the voxels within as many, whatever structure they are of.
 */
public final class Discs implements Surroundings {
  private final Grayordinates places;
  private final Map<String, Surface> surfaces = new HashMap<>();
  private final Optional<Below> below;
  private final double radius;

  /** A hemisphere with the column of every vertex, -1 for none. */
  private record Surface(GeodesicDiscs discs, int[] columnOf) {
    /** Of the vertices that have one, ascending. */
    int[] columns(Set<Integer> vertices) {
      return vertices.stream()
          .mapToInt(vertex -> columnOf[vertex])
          .filter(column -> column >= 0)
          .sorted()
          .toArray();
    }
  }

  /** The columns that are voxels, and the number of each among them. */
  private record Below(int[] columns, Map<Integer, Integer> numbers, Spheres spheres) {}

  /**
   * @param radius in mm
   * @throws org.mitchell.files.InputException if a hemisphere has no mesh, or one of another number
   *     of vertices
   */
  public Discs(Grayordinates places, CorticalMeshes meshes, double radius) {
    this.places = places;
    this.radius = radius;
    for (BrainModel model : places.models().models()) {
      if (model.isSurface()) {
        var columnOf = new int[model.vertices()];
        Arrays.fill(columnOf, -1);
        surfaces.put(
            model.structure(), new Surface(GeodesicDiscs.of(model, meshes, radius), columnOf));
      }
    }
    for (int column = 0; column < places.columns(); column++) {
      Grayordinates.Place place = places.place(column);
      if (place.model().isSurface()) {
        surfaces.get(place.model().structure()).columnOf[place.vertex()] = column;
      }
    }
    below = places.belowSurfaces().map(this::below);
  }

  private Below below(Grayordinates.Voxels voxels) {
    int[] columns = voxels.columns();
    var numbers = new HashMap<Integer, Integer>();
    for (int n = 0; n < columns.length; n++) {
      numbers.put(columns[n], n);
    }
    return new Below(columns, numbers, new Spheres(voxels.grid(), radius));
  }

  @Override
  public int[] about(int column) {
    Grayordinates.Place place = places.place(column);
    if (place.model().isSurface()) {
      Surface surface = surfaces.get(place.model().structure());
      return surface.columns(surface.discs.about(place.vertex()).keySet());
    }
    Below voxels = below.orElseThrow();
    int[] numbers = voxels.spheres.about(voxels.numbers.get(column));
    return Arrays.stream(numbers).map(n -> voxels.columns[n]).sorted().toArray();
  }

  /**
   * How large the discs are.
   *
   * @param vertices of the middle disc, those with data
   * @param fewest of the smallest
   * @param most of the largest
   * @param rings of neighbours that hold the middle disc
   */
  public record Size(int vertices, int fewest, int most, int rings) {}

  /** Nothing where no column is a vertex. */
  public Optional<Size> size() {
    var sizes = IntStream.builder();
    var rings = IntStream.builder();
    for (int column = 0; column < places.columns(); column++) {
      Grayordinates.Place place = places.place(column);
      if (place.model().isSurface()) {
        Surface surface = surfaces.get(place.model().structure());
        Set<Integer> disc = surface.discs.about(place.vertex()).keySet();
        sizes.add(surface.columns(disc).length);
        rings.add(surface.discs.rings(place.vertex(), disc));
      }
    }
    int[] all = sizes.build().sorted().toArray();
    if (all.length == 0) {
      return Optional.empty();
    }
    int middle = all.length / 2;
    return Optional.of(
        new Size(
            all[middle], all[0], all[all.length - 1], rings.build().sorted().toArray()[middle]));
  }
}
