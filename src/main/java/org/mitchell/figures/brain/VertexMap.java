package org.mitchell.figures.brain;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.mitchell.files.InputException;
import org.mitchell.fmri.Grayordinates.Form;
import org.mitchell.gifti.Hemisphere;
import org.mitchell.maps.grayordinates.GrayordinateMaps;
import org.mitchell.maps.grayordinates.HemispherePair;
import org.mitchell.nifti.NiftiXform;

/** A map of vertices, from a CIFTI file or a GIFTI file a hemisphere. */
public final class VertexMap implements ShownMap {
  private static final Set<String> P_VALUES = Set.of("p", "fdr", "fwer", "tfce");

  private final Path file;
  private final Map<Hemisphere, float[]> halves;
  private final float[] all;
  private final MapLabels labels;
  private final List<String> cautions;

  private VertexMap(
      Path file, Map<Hemisphere, float[]> halves, MapLabels labels, List<String> cautions) {
    this.file = file;
    this.halves = halves;
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
   * @throws InputException if a file is damaged, there is no such map, or no vertex has a value
   */
  public static VertexMap read(Path file, Optional<String> volume) throws IOException {
    Form form = GrayordinateMaps.form(file).orElseThrow();
    var files = new ArrayList<Path>(List.of(file));
    if (form == Form.GIFTI) {
      HemispherePair.named(file).filter(Files::exists).ifPresent(files::add);
    }
    GrayordinateMaps maps = GrayordinateMaps.read(form, files);
    var beside = new BesideMap(file, sidecar(file), maps.values().length);
    int number = beside.number(volume);
    Map<Hemisphere, float[]> halves = maps.halves(number);
    var map = new VertexMap(file, halves, labels(file, beside, number), maps.cautions());
    if (map.highest() < map.lowest()) {
      throw InputException.in(
          file, "no vertex of a hemisphere has a value: there is nothing to show");
    }
    return map;
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
