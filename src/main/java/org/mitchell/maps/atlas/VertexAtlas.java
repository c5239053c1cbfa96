package org.mitchell.maps.atlas;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.mitchell.cifti.BrainModel;
import org.mitchell.cifti.BrainModels;
import org.mitchell.cifti.CiftiFile;
import org.mitchell.files.InputException;
import org.mitchell.files.Remedy;
import org.mitchell.fmri.Affine;
import org.mitchell.fmri.Grayordinates;
import org.mitchell.fmri.VoxelPlaces;
import org.mitchell.gifti.Hemisphere;
import org.mitchell.gifti.VertexMaps;
import org.mitchell.maps.grayordinates.GrayordinateMaps;
import org.mitchell.maps.grayordinates.HemispherePair;
import org.mitchell.text.Counted;

/**
 * Labels of the vertices of surfaces, and of voxels of structures below: a {@code .dlabel.nii}, or
 * a {@code .label.gii} or {@code .annot} a hemisphere, with their names. Immutable.
 */
public final class VertexAtlas implements RegionAtlas {
  /** Twice the next power of ten is a number of Java still. */
  private static final int HIGHEST_SHARED = 99_999_999;

  private static final String ANNOT = ".annot";

  private final Path file;
  private final List<Path> files;
  private final Map<String, int[]> labelsOfVertices;
  private final Optional<LabelledBox> voxels;
  private final RegionNames names;

  private VertexAtlas(
      Path file,
      List<Path> files,
      Map<String, int[]> labelsOfVertices,
      Optional<LabelledBox> voxels,
      RegionNames names) {
    this.file = file;
    this.files = List.copyOf(files);
    this.labelsOfVertices = labelsOfVertices;
    this.voxels = voxels;
    this.names = names;
  }

  /** A hemisphere's labels, 0 for none, and what its file calls them. */
  private record Half(Path file, int[] labels, Map<Integer, String> names) {
    /** The labels of its regions, each once. */
    Set<Integer> regions() {
      return IntStream.of(labels).filter(label -> label != 0).boxed().collect(Collectors.toSet());
    }
  }

  /** Whether a file is of this kind. */
  public static boolean isOne(Path file) throws IOException {
    return isAnnot(file) || GrayordinateMaps.form(file).isPresent();
  }

  private static boolean isAnnot(Path file) {
    return file.getFileName().toString().toLowerCase(Locale.ROOT).endsWith(ANNOT);
  }

  /**
   * Reads an atlas; of two hemispheres the other's file is looked for beside the one.
   *
   * <p>Label 0 is no region. Where both hemispheres have regions of the same numbers, those of the
   * right one are counted from the next power of ten, and get the names of their sides where the
   * names are the same, too: FreeSurfer's labels are of one hemisphere each.
   *
   * @param names what the numbers are called; as the files say without
   * @throws InputException if a file is damaged or has several maps, or no names are known
   */
  public static VertexAtlas read(Path file, Optional<Path> names) throws IOException {
    if (!isAnnot(file) && CiftiFile.isOne(file)) {
      return ofMatrix(file, names);
    }
    var halves = new LinkedHashMap<Hemisphere, Half>();
    Optional<Path> other = HemispherePair.named(file).filter(Files::exists);
    for (Path one : Stream.concat(Stream.of(file), other.stream()).toList()) {
      add(one, halves);
    }
    return names.isPresent() ? numbered(file, halves, names.get()) : named(file, halves);
  }

  private static void add(Path file, Map<Hemisphere, Half> halves) throws IOException {
    Hemisphere side;
    Half half;
    if (isAnnot(file)) {
      Annotation read = Annotation.read(file);
      side =
          Hemisphere.named(file)
              .orElseThrow(
                  () ->
                      InputException.in(
                          file, "its name does not say which hemisphere it is of: lh or rh"));
      half = new Half(file, read.labels(), read.names());
    } else {
      VertexMaps read = VertexMaps.read(file);
      side = read.hemisphere();
      half = new Half(file, labels(file, read.maps()), read.names());
    }
    halves.putIfAbsent(side, half);
  }

  /** With a table for both hemispheres, numbers are what they are. */
  private static VertexAtlas numbered(Path file, Map<Hemisphere, Half> halves, Path names)
      throws IOException {
    var labels = new HashMap<String, int[]>();
    halves.forEach((side, half) -> labels.put(structure(side), half.labels));
    var files = new ArrayList<>(halves.values().stream().map(Half::file).toList());
    files.add(names);
    return new VertexAtlas(file, files, labels, Optional.empty(), RegionNames.read(names));
  }

  private static VertexAtlas named(Path file, Map<Hemisphere, Half> halves) {
    var labels = new HashMap<String, int[]>();
    var names = new LinkedHashMap<Integer, String>();
    int step = shared(halves) ? step(halves) : 0;
    for (Hemisphere side : Hemisphere.values()) {
      Half half = halves.get(side);
      if (half != null) {
        int more = side == Hemisphere.RIGHT ? step : 0;
        labels.put(
            structure(side),
            IntStream.of(half.labels).map(label -> label == 0 ? 0 : label + more).toArray());
        ofRegions(half.names)
            .forEach(
                (label, name) -> {
                  boolean alike =
                      halves.values().stream().allMatch(h -> name.equals(h.names.get(label)));
                  names.put(label + more, step > 0 && alike ? side.inWords() + " " + name : name);
                });
      }
    }
    return new VertexAtlas(
        file,
        halves.values().stream().map(Half::file).toList(),
        labels,
        Optional.empty(),
        requireNames(file, names));
  }

  /** Whether both hemispheres have regions of the same numbers. */
  private static boolean shared(Map<Hemisphere, Half> halves) {
    return halves.size() == 2
        && !Collections.disjoint(
            halves.get(Hemisphere.LEFT).regions(), halves.get(Hemisphere.RIGHT).regions());
  }

  private static int step(Map<Hemisphere, Half> halves) {
    int highest =
        halves.values().stream()
            .flatMap(half -> half.names.keySet().stream())
            .mapToInt(label -> label)
            .max()
            .orElse(0);
    if (highest > HIGHEST_SHARED) {
      throw InputException.in(
          halves.get(Hemisphere.LEFT).file,
          "a region has the number %,d where numbers up to %,d are expected: both hemispheres have regions of the same numbers, and those of the right one are counted on"
              .formatted(highest, HIGHEST_SHARED),
          Remedy.NAMES_OF_BOTH);
    }
    int step = 10;
    while (step <= highest) {
      step *= 10;
    }
    return step;
  }

  private static VertexAtlas ofMatrix(Path file, Optional<Path> names) throws IOException {
    CiftiFile read = CiftiFile.read(file);
    int[] all = labels(file, read.maps());
    var labels = new HashMap<String, int[]>();
    Optional<LabelledBox> box = read.models().volume().map(LabelledBox::of);
    int first = 0;
    for (BrainModel model : read.models().models()) {
      if (model.isSurface()) {
        int[] own = labels.computeIfAbsent(model.structure(), s -> new int[model.vertices()]);
        for (int n = 0; n < model.count(); n++) {
          own[model.places()[n]] = all[first + n];
        }
      } else {
        box.orElseThrow().put(model, all, first);
      }
      first += model.count();
    }
    var files = new ArrayList<>(List.of(file));
    names.ifPresent(files::add);
    RegionNames table =
        names.isPresent()
            ? RegionNames.read(names.get())
            : requireNames(file, ofRegions(read.regions()));
    return new VertexAtlas(file, files, labels, box, table);
  }

  /** Without what label 0 is called: "???" and the like. */
  private static Map<Integer, String> ofRegions(Map<Integer, String> names) {
    var regions = new LinkedHashMap<>(names);
    regions.remove(0);
    return regions;
  }

  private static RegionNames requireNames(Path file, Map<Integer, String> names) {
    if (names.isEmpty()) {
      throw InputException.in(
          file,
          "no table of labels, so that regions have no names. Give a file of labels (.label.gii,"
              + " .dlabel.nii), or a table of the names");
    }
    return RegionNames.of(file, names);
  }

  private static int[] labels(Path file, float[][] maps) {
    if (maps.length != 1) {
      throw InputException.in(
          file, "%s where an atlas has one. Choose one".formatted(Counted.of(maps.length, "map")));
    }
    var labels = new int[maps[0].length];
    for (int v = 0; v < labels.length; v++) {
      float value = Float.isNaN(maps[0][v]) ? 0 : maps[0][v];
      labels[v] = Math.round(value);
      if (labels[v] != value) {
        throw InputException.in(
            file,
            "place %,d, counted from 0, has the value %s where the whole number of a label is expected"
                .formatted(v, value));
      }
    }
    return labels;
  }

  private static String structure(Hemisphere side) {
    return side == Hemisphere.LEFT ? BrainModel.LEFT : BrainModel.RIGHT;
  }

  @Override
  public Path file() {
    return file;
  }

  @Override
  public List<Path> files() {
    return files;
  }

  @Override
  public List<String> cautions() {
    return List.of();
  }

  /** Vertices are found by structure and number, voxels by their place in mm. */
  @Override
  public AtlasRegions regions(VoxelPlaces places) {
    if (!(places instanceof Grayordinates own)) {
      throw InputException.in(
          file,
          "labels of vertices, where the images are of %s. Give a NIfTI image of labels"
              .formatted(places.inWords()));
    }
    own.models().models().forEach(this::requireVertices);
    Optional<Affine> affine = own.models().volume().map(BrainModels.Box::affine).map(Affine::of);
    var labels = new int[own.columns()];
    for (int column = 0; column < labels.length; column++) {
      Grayordinates.Place place = own.place(column);
      labels[column] =
          place.model().isSurface()
              ? labelOf(place)
              : voxels.map(box -> box.label(place.mm(affine.orElseThrow()))).orElse(0);
    }
    return AtlasRegions.of(
        this.file,
        names,
        labels,
        "none of the %,d vertices and voxels has a label".formatted(labels.length));
  }

  private int labelOf(Grayordinates.Place place) {
    int[] own = labelsOfVertices.get(place.model().structure());
    return own == null ? 0 : own[place.vertex()];
  }

  private void requireVertices(BrainModel model) {
    int[] own = labelsOfVertices.get(model.structure());
    if (model.isSurface() && own != null && own.length != model.vertices()) {
      throw InputException.in(
          file,
          "%s of %s where the images have %,d. Give the atlas on the images' mesh"
              .formatted(Counted.of(own.length, "vertex"), model.name(), model.vertices()));
    }
  }
}
