package org.mitchell.fmri;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * How images that the user made become responses: NIfTI volumes, as coefficients of trials from any
 * program, and a table that says what was shown in each.
 *
 * @param images 3-D or 4-D files on one grid; their volumes are counted through, file by file
 * @param labels a row a volume
 * @param mask which voxels are brain; without it those that are finite and not constant
 * @param column of the labels that has the words; without it one of a usual name
 * @param expression the part of a cell that is the word: its first group, or all that it matches
 * @param scale a factor for all values, as 1/300 for images that were stored as integers
 * @param centre trials whose mean is taken off each voxel; without it those of a run, where the
 *     labels have runs
 * @param zscore trials whose standard deviation becomes 1 at each voxel
 * @param space what the images' space is called, in place of what their header says
 */
public record ImageOptions(
    List<Path> images,
    Path labels,
    Optional<Path> mask,
    Optional<String> column,
    Optional<String> expression,
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

  /** All files that have a part. */
  public List<Path> files() {
    var files = new ArrayList<>(images);
    files.add(labels);
    mask.ifPresent(files::add);
    return files;
  }

  /** The same in a space of another name. */
  ImageOptions in(Space other) {
    return new ImageOptions(
        images, labels, mask, column, expression, scale, centre, zscore, Optional.of(other));
  }

  /** The same with all files in another folder, under their names. */
  ImageOptions in(Path folder) {
    return new ImageOptions(
        images.stream().map(file -> folder.resolve(file.getFileName())).toList(),
        folder.resolve(labels.getFileName()),
        mask.map(file -> folder.resolve(file.getFileName())),
        column,
        expression,
        scale,
        centre,
        zscore,
        space);
  }
}
