package org.mitchell.figures.brain;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.mitchell.figures.Drawing;
import org.mitchell.fmri.VoxelGrid;

/**
 * Images of one brain that were never in a file, side by side in the same slice and the same
 * colours: a value a voxel column each.
 *
 * @param images what is shown, from left to right
 * @param grid where the voxel columns lie
 * @param cut the slice
 * @param labels what is written about all of them
 * @param underlay the anatomy; nothing for the brain's outline
 */
public record ColumnImages(
    List<Image> images,
    VoxelGrid grid,
    Cut cut,
    MapLabels labels,
    Optional<Underlay> underlay,
    PictureStyle style) {

  /**
   * One image.
   *
   * @param caption what is written below it
   * @param values a value a voxel column. Not copied
   */
  public record Image(String caption, float[] values) {}

  public ColumnImages {
    images = List.copyOf(images);
    if (images.isEmpty()) {
      throw new IllegalArgumentException("a picture of no image");
    }
  }

  /**
   * The same images on an anatomy.
   *
   * @throws org.mitchell.files.InputException if it does not lie where the brain does
   */
  public ColumnImages over(Path anatomy) throws IOException {
    Underlay read = Underlay.read(anatomy, map(images.get(0).values));
    return new ColumnImages(images, grid, cut, labels, Optional.of(read), style);
  }

  /** Lays the picture out; its colours end at the largest absolute value of the slice. */
  public Drawing drawing() {
    List<BrainMap> maps = images.stream().map(image -> map(image.values)).toList();
    double end = maps.stream().mapToDouble(this::largestOfSlice).max().orElseThrow();
    ValueColours colours =
        ValueColours.of(
            maps.get(0),
            style.theme(),
            0,
            false,
            end > 0 ? OptionalDouble.of(end) : OptionalDouble.empty());
    var tiles = new ArrayList<Tile>();
    for (int i = 0; i < maps.size(); i++) {
      var slices =
          new SlicesPicture(
              maps.get(i),
              colours,
              List.of(cut),
              Convention.NEUROLOGICAL,
              underlay,
              Optional.empty(),
              style);
      Tile tile = slices.tileWithoutPeak(cut, slices.box());
      Caption caption = Caption.of(cut.view(), false, images.get(i).caption);
      tiles.add(new Tile(tile.across(), tile.up(), caption, tile.painter()));
    }
    return new Sheet(
            style, colours.bar(style.unit(), style.theme()), List.of(tiles), notes(maps, colours))
        .drawing();
  }

  private Notes notes(List<BrainMap> maps, ValueColours colours) {
    var notes = new Notes(maps.get(0), colours, new Shown(0, 0), "voxel");
    notes.add("slice %s mm, %s", cut.label(), labels.space());
    notes.add(cut.view().across() == 0, Convention.NEUROLOGICAL.inWords());
    return notes;
  }

  private BrainMap map(float[] columns) {
    var values = new float[grid.boxSize()];
    var brain = new float[grid.boxSize()];
    Arrays.fill(values, Float.NaN);
    Arrays.fill(brain, Float.NaN);
    for (int column = 0; column < columns.length; column++) {
      values[grid.linearIndex(column)] = columns[column];
      brain[grid.linearIndex(column)] = 1;
    }
    return new BrainMap(
        new Volume(grid.dims(), grid.affine(), values),
        new Volume(grid.dims(), grid.affine(), brain),
        labels);
  }

  /** The largest absolute value of the voxels that the slice goes through. */
  private double largestOfSlice(BrainMap map) {
    Volume values = map.values();
    double half = values.halfVoxel()[cut.view().through()];
    double largest = 0;
    for (int index = 0; index < values.values().length; index++) {
      float value = values.values()[index];
      boolean cutThrough =
          Math.abs(values.centre(index)[cut.view().through()] - cut.place()) <= half;
      largest = cutThrough && !Float.isNaN(value) ? Math.max(largest, Math.abs(value)) : largest;
    }
    return largest;
  }
}
