package org.mitchell.fmri;

import java.nio.charset.Charset;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * How a participant's file is to be read.
 *
 * @param dropNan leave out the voxels that have a NaN or infinite value in any trial, where that
 *     would be an error
 * @param coordinates a table of voxel coordinates, one row a voxel column, for files that have none
 * @param placement where the grid lies, in place of CMU's formula
 * @param encoding of tables of text that are not UTF-8; without it they are refused
 * @param images how images of trials become responses; nothing for files that say all themselves
 * @param task BIDS's label of what the participant did, where somebody says it
 */
public record ReadOptions(
    boolean dropNan,
    Optional<Path> coordinates,
    Optional<GridPlacement> placement,
    Optional<Charset> encoding,
    Optional<ImageOptions> images,
    Optional<String> task) {
  /** Files as they are: NaN is an error, the grid is CMU's. */
  public static final ReadOptions DEFAULT =
      new ReadOptions(false, Optional.empty(), Optional.empty());

  /** As above, with tables in UTF-8. */
  public ReadOptions(
      boolean dropNan, Optional<Path> coordinates, Optional<GridPlacement> placement) {
    this(dropNan, coordinates, placement, Optional.empty(), Optional.empty(), Optional.empty());
  }

  /** The same with another place of the grid. */
  public ReadOptions at(GridPlacement place) {
    return new ReadOptions(dropNan, coordinates, Optional.of(place), encoding, images, task);
  }

  /** The same for images of trials. */
  public ReadOptions with(ImageOptions imageOptions) {
    return new ReadOptions(
        dropNan, coordinates, placement, encoding, Optional.of(imageOptions), task);
  }

  /** The same of a task. */
  public ReadOptions ofTask(Optional<String> label) {
    return new ReadOptions(dropNan, coordinates, placement, encoding, images, label);
  }

  /**
   * The files that the responses are in.
   *
   * @param file the participant's; of labelled images the first
   */
  public List<Path> files(Path file) {
    return images.map(ImageOptions::files).orElse(List.of(file));
  }

  /** The same in a space of another name, for images of trials. */
  public ReadOptions in(Space space) {
    return new ReadOptions(
        dropNan, coordinates, placement, encoding, images.map(options -> options.in(space)), task);
  }

  /** The same with the files of images in another folder, under their names. */
  public ReadOptions in(Path folder) {
    return new ReadOptions(
        dropNan, coordinates, placement, encoding, images.map(options -> options.in(folder)), task);
  }
}
