package org.mitchell.maps.grayordinates;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.mitchell.cifti.BrainModel;
import org.mitchell.cifti.BrainModels;
import org.mitchell.cifti.CiftiFile;
import org.mitchell.files.InputException;
import org.mitchell.fmri.Grayordinates.Form;
import org.mitchell.gifti.Hemisphere;
import org.mitchell.gifti.VertexMaps;
import org.mitchell.text.Counted;

/**
 * Maps of grayordinates, from files of one form.
 *
 * @param file the first of them
 * @param models what the grayordinates are
 * @param labels whether the values of any file are labels of regions
 * @param values maps x grayordinates. Not copied
 * @param cautions what the user should know of the files
 */
public record GrayordinateMaps(
    Path file,
    Form form,
    BrainModels models,
    boolean labels,
    float[][] values,
    List<String> cautions) {
  /** What files with maps of vertices end in. */
  private static final String GIFTI = ".gii";

  /** The form of a file; nothing where it is none of these. */
  public static Optional<Form> form(Path file) throws IOException {
    String name = file.getFileName().toString().toLowerCase(Locale.ROOT);
    if (name.endsWith(GIFTI) || name.endsWith(GIFTI + ".gz")) {
      return Optional.of(Form.GIFTI);
    }
    return CiftiFile.isOne(file) ? Optional.of(Form.CIFTI) : Optional.empty();
  }

  /**
   * Reads files, the maps of one after those of the other; of two hemispheres each has files of its
   * own.
   *
   * @throws InputException if a file is damaged, files are of other grayordinates, or one
   *     hemisphere has more maps than the other
   */
  public static GrayordinateMaps read(Form form, List<Path> files) throws IOException {
    return switch (form) {
      case GIFTI -> ofHemispheres(files);
      case CIFTI -> ofMatrices(files);
    };
  }

  /**
   * The one map of a file; of two hemispheres the other's is looked for beside it.
   *
   * @param other the grayordinates that it is to be of
   * @param what it is, as in "a mask"
   * @throws InputException if it has several maps, or is of other grayordinates
   */
  public static float[] one(Path file, Form form, BrainModels other, String what)
      throws IOException {
    if (!form(file).equals(Optional.of(form))) {
      throw InputException.in(
          file,
          "%s of another form than the images: %s is expected"
              .formatted(what, form == Form.GIFTI ? "GIFTI (.func.gii)" : "CIFTI (.dscalar.nii)"));
    }
    boolean pair = form == Form.GIFTI && other.models().size() == 2;
    GrayordinateMaps read =
        read(form, pair ? List.of(file, HemispherePair.other(file)) : List.of(file));
    read.requireSame(other);
    if (read.values.length != 1) {
      throw InputException.in(
          file,
          "%s where %s has one. Choose one".formatted(Counted.of(read.values.length, "map"), what));
    }
    return read.values[0];
  }

  /**
   * That these are the grayordinates of others.
   *
   * @throws InputException if not
   */
  public void requireSame(BrainModels other) {
    if (!models.isSame(other)) {
      throw InputException.in(
          file,
          models.inWords().equals(other.inWords())
              ? "other vertices or voxels than expected, though as many (%s). Bring all files to one mapping"
                  .formatted(models.inWords())
              : "%s where %s are expected. Bring all files to one mapping"
                  .formatted(models.inWords(), other.inWords()));
    }
  }

  /**
   * The values of a map at all vertices of each hemisphere; NaN where there is none.
   *
   * @param map its number, from 0
   */
  public Map<Hemisphere, float[]> halves(int map) {
    var halves = new EnumMap<Hemisphere, float[]>(Hemisphere.class);
    int first = 0;
    for (BrainModel model : models.models()) {
      Optional<Hemisphere> side = GrayordinateImages.hemisphereOf(model);
      if (side.isPresent() && model.isSurface()) {
        var ofVertices = new float[model.vertices()];
        Arrays.fill(ofVertices, Float.NaN);
        for (int n = 0; n < model.count(); n++) {
          float value = values[map][first + n];
          ofVertices[model.places()[n]] = Float.isFinite(value) ? value : Float.NaN;
        }
        halves.put(side.get(), ofVertices);
      }
      first += model.count();
    }
    return halves;
  }

  private static GrayordinateMaps ofMatrices(List<Path> files) throws IOException {
    CiftiFile first = CiftiFile.read(files.get(0));
    var values = new ArrayList<float[]>(List.of(first.maps()));
    boolean labels = first.labels();
    for (Path file : files.subList(1, files.size())) {
      CiftiFile more = CiftiFile.read(file);
      new GrayordinateMaps(file, Form.CIFTI, more.models(), more.labels(), more.maps(), List.of())
          .requireSame(first.models());
      values.addAll(List.of(more.maps()));
      labels |= more.labels();
    }
    return new GrayordinateMaps(
        files.get(0),
        Form.CIFTI,
        first.models(),
        labels,
        values.toArray(float[][]::new),
        List.of());
  }

  private static GrayordinateMaps ofHemispheres(List<Path> files) throws IOException {
    var halves = new EnumMap<Hemisphere, List<VertexMaps>>(Hemisphere.class);
    for (Path file : files) {
      VertexMaps half = VertexMaps.read(file);
      halves.computeIfAbsent(half.hemisphere(), h -> new ArrayList<>()).add(half);
    }
    var models = new ArrayList<BrainModel>();
    var values = new ArrayList<float[]>();
    for (Map.Entry<Hemisphere, List<VertexMaps>> half : halves.entrySet()) {
      List<float[]> own = concatenated(half.getValue());
      join(values, own, files, halves);
      models.add(
          BrainModel.ofSurface(
              half.getKey() == Hemisphere.LEFT ? BrainModel.LEFT : BrainModel.RIGHT,
              own.get(0).length));
    }
    return new GrayordinateMaps(
        files.get(0),
        Form.GIFTI,
        new BrainModels(models, Optional.empty()),
        halves.values().stream().flatMap(List::stream).anyMatch(VertexMaps::labels),
        values.toArray(float[][]::new),
        halves.values().stream()
            .flatMap(List::stream)
            .flatMap(half -> half.caution().stream())
            .toList());
  }

  private static List<float[]> concatenated(List<VertexMaps> files) {
    var maps = new ArrayList<float[]>();
    int vertices = files.get(0).vertices();
    for (VertexMaps file : files) {
      if (file.vertices() != vertices) {
        throw InputException.in(
            file.file(),
            "%s where %s has %,d. One mesh is expected"
                .formatted(Counted.of(file.vertices(), "vertex"), files.get(0).file(), vertices));
      }
      maps.addAll(List.of(file.maps()));
    }
    return maps;
  }

  /** Puts the right hemisphere's values behind the left one's. */
  private static void join(
      List<float[]> values,
      List<float[]> more,
      List<Path> files,
      Map<Hemisphere, List<VertexMaps>> halves) {
    if (values.isEmpty()) {
      values.addAll(more);
      return;
    }
    if (values.size() != more.size()) {
      throw InputException.in(
          halves.get(Hemisphere.RIGHT).get(0).file(),
          "%s where the left hemisphere has %,d (%s given): as many are expected"
              .formatted(
                  Counted.of(more.size(), "map"), values.size(), Counted.of(files.size(), "file")));
    }
    for (int map = 0; map < more.size(); map++) {
      float[] left = values.get(map);
      float[] right = more.get(map);
      var both = new float[left.length + right.length];
      System.arraycopy(left, 0, both, 0, left.length);
      System.arraycopy(right, 0, both, left.length, right.length);
      values.set(map, both);
    }
  }
}
