package org.mitchell.maps.atlas;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.mitchell.files.InputException;
import org.mitchell.fmri.VoxelGrid;

/** The region of every voxel column of a grid. Immutable. */
public final class AtlasRegions {
  /** The name of label 0 where the table of names has none, as in CMU's data. */
  public static final String NOT_LABELLED = "Not_labelled";

  /** An error does not list more labels than these. */
  private static final int MOST_LISTED = 10;

  private final RegionNames names;
  private final int[] labels;

  private AtlasRegions(RegionNames names, int[] labels) {
    this.names = names;
    this.labels = labels;
  }

  /**
   * Looks up the centre of every voxel column in an atlas of the same space.
   *
   * @throws InputException if no column lies in a region, or the label of one has no name
   */
  public static AtlasRegions of(Atlas atlas, VoxelGrid grid) {
    int[] labels = labels(atlas, grid);
    requireNames(atlas.file(), atlas.names(), labels);
    return new AtlasRegions(atlas.names(), labels);
  }

  /**
   * The label of the atlas at the centre of every voxel column; 0 for no region.
   *
   * @throws InputException if no column lies in a region
   */
  public static int[] labels(Atlas atlas, VoxelGrid grid) {
    var labels = new int[grid.columns()];
    for (int column = 0; column < labels.length; column++) {
      double[] mm = grid.mm(column);
      labels[column] = atlas.labelAt(mm[0], mm[1], mm[2]);
    }
    requireSome(
        atlas.file(),
        labels,
        "none of the %,d voxels lies in a region of this atlas. Its image spans %s mm, the voxels %s mm. Give an atlas in the voxels' space (%s)"
            .formatted(labels.length, atlas.box(), MmBox.of(grid), grid.space().label()));
    return labels;
  }

  /**
   * @param labels of the columns, 0 for none
   * @param none what is wrong where no column has a label
   */
  static AtlasRegions of(Path file, RegionNames names, int[] labels, String none) {
    requireSome(file, labels, none);
    requireNames(file, names, labels);
    return new AtlasRegions(names, labels);
  }

  private static void requireSome(Path file, int[] labels, String none) {
    if (IntStream.of(labels).allMatch(label -> label == 0)) {
      throw InputException.in(file, none);
    }
  }

  /** The label of a voxel column; 0 for no region. */
  public int label(int column) {
    return labels[column];
  }

  /**
   * The name of a voxel column's region; {@link #NOT_LABELLED} or the table's own word for none.
   */
  public String name(int column) {
    return names.of(labels[column]).orElse(NOT_LABELLED);
  }

  /**
   * The regions that have a voxel of the grid, in the order of the table of names. Label 0 is no
   * region.
   */
  public List<Region> regions() {
    var regions = new ArrayList<Region>();
    for (int label : names.labels()) {
      int[] columns = IntStream.range(0, labels.length).filter(c -> labels[c] == label).toArray();
      if (label != 0 && columns.length > 0) {
        regions.add(new Region(label, names.of(label).orElseThrow(), columns));
      }
    }
    return regions;
  }

  private static void requireNames(Path file, RegionNames names, int[] labels) {
    var voxelsOfNameless = new TreeMap<Integer, Integer>();
    for (int label : labels) {
      if (label != 0 && names.of(label).isEmpty()) {
        voxelsOfNameless.merge(label, 1, Integer::sum);
      }
    }
    if (!voxelsOfNameless.isEmpty()) {
      String listed =
          voxelsOfNameless.keySet().stream()
              .limit(MOST_LISTED)
              .map(String::valueOf)
              .collect(Collectors.joining(", "));
      int more = voxelsOfNameless.size() - MOST_LISTED;
      throw InputException.in(
          names.file(),
          "no name for label%s %s%s of %s, where %,d of the %,d voxels lie. Add a line with number and name for each, or take the table that belongs to the atlas"
              .formatted(
                  voxelsOfNameless.size() == 1 ? "" : "s",
                  listed,
                  more > 0 ? " and " + more + " more" : "",
                  file.getFileName(),
                  voxelsOfNameless.values().stream().mapToInt(n -> n).sum(),
                  labels.length));
    }
  }
}
