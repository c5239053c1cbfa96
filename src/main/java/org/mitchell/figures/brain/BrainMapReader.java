package org.mitchell.figures.brain;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.mitchell.files.InputException;
import org.mitchell.files.Remedy;
import org.mitchell.maps.grayordinates.GrayordinateMaps;
import org.mitchell.maps.volumes.BrainMask;
import org.mitchell.maps.volumes.VolumeImage;
import org.mitchell.maps.volumes.VolumePlace;

/** Reads what is to be shown from NIfTI files. */
public final class BrainMapReader {
  private BrainMapReader() {}

  /**
   * Reads a map. The brain is where the mask is above zero. Without a mask it is where the map has
   * a value: {@link OutsideBrain} tells which voxels have none.
   *
   * @param volume the number, from 1, or the name of a volume, for files of several
   * @throws InputException if there is no such volume, no value in the brain, or the mask says
   *     where it lies and the map does not, or the reverse
   */
  public static BrainMap read(Path file, Optional<String> volume, Optional<Path> mask)
      throws IOException {
    requireNoTable(file);
    requireVoxels(file);
    VolumeImage image = VolumeImage.read(file);
    var description = new MapDescription(image.place());
    int number = description.number(volume);
    MapLabels labels = description.labels(number);
    Volume stored = volume(image, number);
    Optional<BrainMask> given =
        mask.isPresent() ? Optional.of(BrainMask.read(mask.get())) : Optional.empty();
    if (given.isPresent()) {
      requireAsStated(given.get().place(), stored, labels);
    }
    var outside = new OutsideBrain(stored, labels.kind(), description.saysNanOutside());
    Volume values = given.isPresent() ? outside.withoutNonValues() : outside.removed();
    Optional<Volume> brain = given.map(BrainMapReader::volume);
    Volume shown = brain.isPresent() ? inside(values, brain.get()) : values;
    if (shown.count() == 0) {
      throw InputException.in(
          file,
          mask.isPresent()
              ? "no value lies inside the mask %s. Are both in the same space?"
                  .formatted(mask.get())
              : "no voxel has a value: all are NaN or zero. There is nothing to show");
    }
    var cautions = new ArrayList<String>(image.place().cautions());
    given.ifPresent(
        read -> read.place().cautions().forEach(c -> cautions.add(mask.get() + ": " + c)));
    cautions.addAll(outside.cautions());
    return new BrainMap(shown, brain.orElse(shown), labels, cautions);
  }

  private static void requireNoTable(Path file) {
    if (file.toString().matches("(?i).*\\.(tsv|csv|txt)(\\.gz)?")) {
      throw InputException.in(
          file, "a table, whose voxels have no place in space", Remedy.COORDINATES_GIVE_IMAGES);
    }
  }

  private static void requireVoxels(Path file) throws IOException {
    boolean mesh = file.toString().matches("(?i).*\\.surf\\.gii(\\.gz)?");
    if (!mesh && GrayordinateMaps.form(file).isPresent()) {
      throw InputException.in(
          file,
          "values of vertices of surfaces, where voxels are drawn. Draw them on their mesh (figure"
              + " surface)");
    }
  }

  /** An image to be drawn with a map, and what must be known of its place. */
  record Companion(Volume volume, List<String> cautions) {}

  /**
   * A 3-D image for an underlay or labels; NaN where a value is not finite.
   *
   * @throws InputException if it has several volumes, or says where it lies and the map does not,
   *     or the reverse
   */
  static Companion beside(BrainMap map, Path file) throws IOException {
    VolumeImage image = VolumeImage.read(file).single("a 3-D one is expected. Choose one volume");
    requireAsStated(image.place(), map.values(), map.labels());
    return new Companion(finite(volume(image, 0)), image.place().cautions());
  }

  /** As {@link #beside}: 1 where an image is above zero, NaN elsewhere. */
  static Companion maskBeside(BrainMap map, Path file) throws IOException {
    BrainMask mask = BrainMask.read(file);
    requireAsStated(mask.place(), map.values(), map.labels());
    return new Companion(volume(mask), mask.place().cautions());
  }

  /**
   * A guess of where one image lies, laid on another whose place is known, may be mirrored. Two
   * guesses fit each other where the grids do.
   */
  private static void requireAsStated(VolumePlace place, Volume map, MapLabels labels) {
    if (labels.oriented()) {
      place.stated();
      return;
    }
    boolean same =
        !place.isStated()
            && Arrays.equals(place.dims(), map.dims())
            && place.affine().equals(map.affine());
    if (!same) {
      throw InputException.in(
          place.file(),
          "the NIfTI header of the map %s does not say where it lies, so that this image cannot be laid on it. Write the affine that you know to be right into the map"
              .formatted(labels.file()));
    }
  }

  private static Volume volume(BrainMask mask) {
    var values = new float[mask.inside().length];
    for (int i = 0; i < values.length; i++) {
      values[i] = mask.inside()[i] ? 1 : Float.NaN;
    }
    return new Volume(mask.place().dims(), mask.place().affine(), values);
  }

  private static Volume volume(VolumeImage image, int number) {
    try {
      return new Volume(image.place().dims(), image.place().affine(), image.floats(number));
    } catch (ArithmeticException e) {
      throw InputException.in(
          image.file(),
          "%s voxels are more than can be drawn".formatted(Arrays.toString(image.image().dims())),
          e);
    }
  }

  private static Volume finite(Volume volume) {
    float[] values = volume.values();
    for (int i = 0; i < values.length; i++) {
      values[i] = Float.isFinite(values[i]) ? values[i] : Float.NaN;
    }
    return volume;
  }

  /** The values whose voxels have their centre in the mask. */
  private static Volume inside(Volume volume, Volume mask) {
    float[] values = volume.values().clone();
    for (int i = 0; i < values.length; i++) {
      double[] mm = volume.centre(i);
      values[i] = Float.isNaN(mask.nearest(mm[0], mm[1], mm[2])) ? Float.NaN : values[i];
    }
    return new Volume(volume.dims(), volume.affine(), values);
  }
}
