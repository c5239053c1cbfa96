package org.mitchell.figures.brain;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.mitchell.files.InputException;
import org.mitchell.fmri.Grayordinates;
import org.mitchell.fmri.Grayordinates.Form;
import org.mitchell.gifti.Hemisphere;
import org.mitchell.gifti.SurfaceMesh;
import org.mitchell.maps.grayordinates.GrayordinateMaps;
import org.mitchell.maps.grayordinates.HemispherePair;
import org.mitchell.nifti.NiftiXform;
import org.mitchell.text.Counted;

/** A map of vertices, from a CIFTI file or a GIFTI file a hemisphere. */
public final class VertexMap implements ShownMap {
  private static final Set<String> P_VALUES = Set.of("p", "fdr", "fwer", "tfce");

  private final Path file;
  private final Map<Hemisphere, float[]> halves;
  private final Map<Hemisphere, boolean[]> zeros;
  private final float[] all;
  private final MapLabels labels;
  private final List<String> cautions;

  private VertexMap(
      Path file,
      Map<Hemisphere, float[]> halves,
      Map<Hemisphere, boolean[]> zeros,
      MapLabels labels,
      List<String> cautions) {
    this.file = file;
    this.halves = halves;
    this.zeros = zeros;
    this.all = new float[halves.values().stream().mapToInt(half -> half.length).sum()];
    int at = 0;
    for (float[] half : halves.values()) {
      System.arraycopy(half, 0, all, at, half.length);
      at += half.length;
    }
    this.labels = labels;
    this.cautions = List.copyOf(cautions);
  }

  /** Whether a file is such a map. */
  public static boolean isOne(Path file) throws IOException {
    return GrayordinateMaps.form(file).isPresent();
  }

  /**
   * Reads a map; of two hemispheres the other's file is looked for beside the one.
   *
   * @param volume the number, from 1, or the name of a map, for files of several
   * @param mask the vertices above zero are those with values; without a mask {@link MedialWall}
   *     tells whether zeros are none, as soon as the meshes are known
   * @throws InputException if a file is damaged, there is no such map, or no vertex has a value
   */
  public static VertexMap read(Path file, Optional<String> volume, Optional<Path> mask)
      throws IOException {
    Form form = GrayordinateMaps.form(file).orElseThrow();
    var files = new ArrayList<Path>(List.of(file));
    if (form == Form.GIFTI) {
      HemispherePair.named(file).filter(Files::exists).ifPresent(files::add);
    }
    GrayordinateMaps maps = GrayordinateMaps.read(form, files);
    var beside = new BesideMap(file, sidecar(file), maps.values().length);
    int number = beside.number(volume);
    if (mask.isPresent()) {
      float[] brain = GrayordinateMaps.one(mask.get(), form, maps.models(), "a mask");
      for (int v = 0; v < brain.length; v++) {
        maps.values()[number][v] = brain[v] > 0 ? maps.values()[number][v] : Float.NaN;
      }
    }
    boolean zerosAreValues =
        mask.isPresent() || beside.says().outsideBrain().filter("NaN"::equals).isPresent();
    var map =
        new VertexMap(
            file,
            maps.halves(number),
            zerosAreValues ? Map.of() : zeros(maps),
            labels(file, beside, number),
            maps.cautions());
    if (map.highest() < map.lowest()) {
      throw InputException.in(
          file, "no vertex of a hemisphere has a value: there is nothing to show");
    }
    return map;
  }

  /** Of hemispheres whose vertices all have numbers: which are zero in all maps of the file. */
  private static Map<Hemisphere, boolean[]> zeros(GrayordinateMaps maps) {
    var zeros = new EnumMap<Hemisphere, boolean[]>(Hemisphere.class);
    for (int number = 0; number < maps.values().length; number++) {
      maps.halves(number)
          .forEach(
              (side, values) -> {
                boolean[] zero = zeros.computeIfAbsent(side, s -> filled(values.length));
                for (int v = 0; v < values.length; v++) {
                  zero[v] &= values[v] == 0;
                }
                if (hasNan(values)) {
                  Arrays.fill(zero, false);
                }
              });
    }
    return zeros;
  }

  private static boolean hasNan(float[] values) {
    for (float value : values) {
      if (Float.isNaN(value)) {
        return true;
      }
    }
    return false;
  }

  private static boolean[] filled(int length) {
    var filled = new boolean[length];
    Arrays.fill(filled, true);
    return filled;
  }

  /**
   * A map of a participant's columns.
   *
   * @param values one a column
   */
  public static VertexMap of(Grayordinates places, float[] values, MapLabels labels) {
    float[][] all = {places.spread(values, Float.NaN)};
    var maps =
        new GrayordinateMaps(
            Path.of(labels.file()), places.form(), places.models(), false, all, List.of());
    return new VertexMap(maps.file(), maps.halves(0), Map.of(), labels, List.of());
  }

  private static MapLabels labels(Path file, BesideMap beside, int number) throws IOException {
    String title = BesideMap.said(beside.says().description());
    String statistic = BesideMap.said(beside.says().statistic());
    String space = BesideMap.said(beside.says().space());
    return new MapLabels(
        file.getFileName().toString(),
        BesideMap.said(beside.says().subject()),
        title.isEmpty() ? file.getFileName().toString() : title,
        statistic.isEmpty() ? "value" : statistic,
        P_VALUES.contains(statistic) ? MapLabels.Kind.P : MapLabels.Kind.OTHER,
        beside.volume(number),
        space.isEmpty() ? "those of the mesh" : space,
        NiftiXform.ALIGNED_ANAT,
        beside.says().simulated().orElse(false),
        beside.settings());
  }

  /** The map without zeros of hemispheres whose medial wall they are. */
  public VertexMap on(List<CorticalSurface> surfaces) {
    var masked = new EnumMap<Hemisphere, float[]>(halves);
    var said = new ArrayList<>(cautions);
    for (CorticalSurface surface : surfaces) {
      Hemisphere side = surface.hemisphere();
      int without = surface.covered();
      for (float value : halves.get(side)) {
        without -= Float.isNaN(value) ? 0 : 1;
      }
      if (without < 0) {
        said.add(
            "%s of the %s hemisphere, zero and in one patch, are taken to have no data"
                .formatted(Counted.of(-without, "vertex"), side.inWords()));
      }
      masked.put(side, surface.values());
    }
    return new VertexMap(file, masked, Map.of(), labels, said);
  }

  /** Two hemispheres have one JSON, whose name says none. */
  private static Path sidecar(Path map) {
    String stem =
        map.getFileName()
            .toString()
            .replaceFirst("(?i)(\\.(func|shape))?\\.gii(\\.gz)?$|(\\.[a-z]+)?\\.nii$", "");
    Path own = map.resolveSibling(stem + ".json");
    return Files.exists(own)
        ? own
        : map.resolveSibling(stem.replaceFirst("_hemi-[LR]", "") + ".json");
  }

  /**
   * The values of a hemisphere, one a vertex.
   *
   * @throws InputException if the map has none of it
   */
  float[] of(Hemisphere side) {
    float[] values = halves.get(side);
    if (values == null) {
      throw InputException.in(
          file,
          "no values of the %s hemisphere, whose mesh is given. Give the mesh of the other alone"
              .formatted(side.inWords()));
    }
    return values;
  }

  /** Those that the map has values of, the left one first. */
  List<Hemisphere> hemispheres() {
    return List.copyOf(halves.keySet());
  }

  /** The values of a hemisphere on its mesh: where the medial wall is zero, NaN. */
  float[] on(Hemisphere side, SurfaceMesh mesh) {
    float[] values = of(side);
    boolean[] zero = zeros.get(side);
    if (zero == null || !MedialWall.isMadeOf(zero, mesh)) {
      return values;
    }
    float[] without = values.clone();
    for (int v = 0; v < without.length; v++) {
      without[v] = zero[v] ? Float.NaN : without[v];
    }
    return without;
  }

  @Override
  public float[] all() {
    return all;
  }

  @Override
  public MapLabels labels() {
    return labels;
  }

  @Override
  public List<String> cautions() {
    return cautions;
  }
}
