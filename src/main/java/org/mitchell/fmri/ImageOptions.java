package org.mitchell.fmri;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * How images that the user made become responses: images of trials from any program, and what was
 * shown in each.
 *
 * @param images files of one form and of one grid; their images are counted through, file by file
 * @param labels what was shown
 * @param brain which voxels are taken
 * @param scale a factor for all values, as 1/300 for images that were stored as integers
 * @param centre trials whose mean is taken off each voxel; without it those of a run, where the
 *     labels have runs
 * @param zscore trials whose standard deviation becomes 1 at each voxel
 * @param space what the images' space is called, in place of what their header says
 */
public record ImageOptions(
    List<Path> images,
    Labels labels,
    Brain brain,
    double scale,
    Optional<Within> centre,
    Within zscore,
    Optional<Space> space) {
  public ImageOptions {
    images = List.copyOf(images);
  }

  /** Which trials belong together. */
  public enum Within {
    RUN,
    SESSION,
    NONE
  }

  /**
   * What was shown in each image.
   *
   * @param table a row an image, or an {@code SPM.mat}; nothing where the images say it themselves
   * @param column of the table that has the words; without it one of a usual name
   * @param expression the part of a label that is the word: its first group, or all that it matches
   * @param words table of what labels call a stimulus, and its word; others keep their names
   */
  public record Labels(
      Optional<Path> table,
      Optional<String> column,
      Optional<String> expression,
      Optional<Path> words) {
    /** A table as it is. */
    public static Labels of(Path table) {
      return new Labels(Optional.of(table), Optional.empty(), Optional.empty(), Optional.empty());
    }
  }

  /**
   * Which voxels are taken.
   *
   * @param mask which are brain; without it those that are finite and not constant
   * @param parcels an atlas of which voxels must have a label
   * @param nearest whether a mask or atlas of another grid is looked up at the nearest voxel, in
   *     place of being refused
   */
  public record Brain(Optional<Path> mask, Optional<Parcels> parcels, boolean nearest) {
    /** All that vary. */
    public static final Brain WHOLE = new Brain(Optional.empty(), Optional.empty(), false);

    /** Those of a mask. */
    public static Brain of(Path mask) {
      return new Brain(Optional.of(mask), Optional.empty(), false);
    }

    /** The mask alone. */
    public Brain withoutParcels() {
      return new Brain(mask, Optional.empty(), nearest);
    }

    /** The parcels alone. */
    public Brain withoutMask() {
      return new Brain(Optional.empty(), parcels, nearest);
    }
  }

  /**
   * A parcellation.
   *
   * @param atlas an image of labels
   * @param mode what the columns are
   */
  public record Parcels(Path atlas, Mode mode) {
    /** What becomes a column. */
    public enum Mode {
      /** The mean of a parcel's voxels. */
      MEAN,
      /** Every voxel of any parcel. */
      VOXELS
    }
  }

  /** All files that have a part. */
  public List<Path> files() {
    var files = new ArrayList<>(images);
    labels.table.ifPresent(files::add);
    labels.words.ifPresent(files::add);
    brain.mask.ifPresent(files::add);
    brain.parcels.map(Parcels::atlas).ifPresent(files::add);
    return files;
  }

  /** The same in a space of another name. */
  ImageOptions in(Space other) {
    return new ImageOptions(images, labels, brain, scale, centre, zscore, Optional.of(other));
  }

  /** The same with all files in another folder, under their names. */
  ImageOptions in(Path folder) {
    UnaryOperator<Path> moved = file -> folder.resolve(file.getFileName());
    return new ImageOptions(
        images.stream().map(moved).toList(),
        new Labels(
            labels.table.map(moved), labels.column, labels.expression, labels.words.map(moved)),
        new Brain(
            brain.mask.map(moved),
            brain.parcels.map(parcels -> new Parcels(moved.apply(parcels.atlas), parcels.mode)),
            brain.nearest),
        scale,
        centre,
        zscore,
        space);
  }
}
