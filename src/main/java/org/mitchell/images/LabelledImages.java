package org.mitchell.images;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import org.mitchell.files.InputException;
import org.mitchell.fmri.Affine;
import org.mitchell.fmri.Responses;
import org.mitchell.fmri.Space;
import org.mitchell.fmri.VoxelGrid;
import org.mitchell.maps.volumes.BrainMask;
import org.mitchell.maps.volumes.VolumePlace;
import org.mitchell.maps.volumes.VolumeSeries;

/**
 * Images that the user made, as coefficients of trials from any program: NIfTI volumes, and a table
 * that says what was shown in each.
 *
 * @param images 3-D or 4-D files on one grid; their volumes are counted through, file by file
 * @param labels a row a volume
 * @param options how the labels are read
 * @param mask which voxels are brain; without it those that are finite and not constant
 * @param scale a factor for all values, as 1/300 for images that were stored as integers
 * @param normalisation within runs or sessions
 * @param space a label in place of the images' own
 */
public record LabelledImages(
    List<Path> images,
    Path labels,
    LabelOptions options,
    Optional<Path> mask,
    double scale,
    Normalisation normalisation,
    Optional<Space> space) {
  /** Places nearer than this are one, in mm. */
  private static final double SAME_MM = 1e-3;

  public LabelledImages {
    images = List.copyOf(images);
  }

  /**
   * Reads the participant. A volume is held at a time, and of each the voxels of the mask.
   *
   * @throws InputException if a file is damaged, grids differ, or there is not a row for each
   *     volume
   */
  public Responses read(String participant) throws IOException {
    var notes = new ArrayList<String>();
    List<TrialLabel> rows = LabelTable.read(labels, options, notes::add);
    VolumePlace place = VolumePlace.read(images.get(0)).stated();
    place.cautions().forEach(caution -> notes.add(place.file() + ": " + caution));
    List<VolumePlace> places = places(place);
    requireRows(places, rows);
    Optional<boolean[]> brain = mask.isPresent() ? Optional.of(brain(place)) : Optional.empty();
    List<TrialImage> trials = trials(rows, brain.map(LabelledImages::columns));
    boolean[] used = brain.orElseGet(() -> new boolean[0]);
    if (brain.isEmpty()) {
      used = varying(trials);
      notes.add(
          "no mask was given: %,d of %,d voxels are used, those that are finite and not constant"
              .formatted(count(used), used.length));
      int[] columns = columns(used);
      trials.replaceAll(
          t -> new TrialImage(t.stimulus(), t.session(), t.run(), gathered(t.values(), columns)));
    }
    if (count(used) == 0) {
      throw InputException.in(images.get(0), "no voxel is finite and not constant");
    }
    normalisation.apply(trials);
    Space named = space.orElseGet(place::space);
    VoxelGrid grid = VoxelGrid.ofMask(place.dims(), place.affine(), named, used);
    return TrialResponses.of(participant, "", trials, Optional.of(grid), notes);
  }

  private List<VolumePlace> places(VolumePlace first) throws IOException {
    var places = new ArrayList<VolumePlace>();
    for (Path file : images) {
      VolumePlace place = VolumePlace.read(file).stated();
      requireSameGrid(first, place);
      places.add(place);
    }
    return places;
  }

  private static void requireSameGrid(VolumePlace one, VolumePlace other) {
    if (!Arrays.equals(one.dims(), other.dims())) {
      throw InputException.in(
          other.file(),
          "%s voxels where %s has %s. Images and masks of one participant are expected on one grid; nothing is resampled"
              .formatted(
                  Arrays.toString(other.dims()), one.file(), Arrays.toString(one.dims())));
    }
    if (farthest(one.affine(), other.affine()) > SAME_MM) {
      throw InputException.in(
          other.file(),
          "its affine is %s where that of %s is %s. Images and masks of one participant are expected on one grid; nothing is resampled"
              .formatted(other.affine(), one.file(), one.affine()));
    }
  }

  private static double farthest(Affine one, Affine other) {
    double[][] a = one.matrix();
    double[][] b = other.matrix();
    double farthest = 0;
    for (int row = 0; row < 3; row++) {
      for (int column = 0; column < 4; column++) {
        farthest = Math.max(farthest, Math.abs(a[row][column] - b[row][column]));
      }
    }
    return farthest;
  }

  private void requireRows(List<VolumePlace> places, List<TrialLabel> rows) {
    int volumes = places.stream().mapToInt(VolumePlace::volumes).sum();
    if (rows.size() != volumes) {
      throw InputException.in(
          labels,
          "%,d rows of labels where %s %,d volume%s: a row a volume is expected"
              .formatted(
                  rows.size(),
                  images.size() == 1
                      ? images.get(0) + " has"
                      : "the %,d images have".formatted(images.size()),
                  volumes,
                  volumes == 1 ? "" : "s"));
    }
    if (rows.stream().noneMatch(TrialLabel::include)) {
      throw InputException.in(labels, "no volume is to be used: include is 0 in every row");
    }
  }

  private boolean[] brain(VolumePlace place) throws IOException {
    BrainMask brain = BrainMask.read(mask.orElseThrow());
    requireSameGrid(place, brain.place().stated());
    return brain.inside();
  }

  private List<TrialImage> trials(List<TrialLabel> rows, Optional<int[]> columns)
      throws IOException {
    var trials = new ArrayList<TrialImage>();
    int[] row = {0};
    for (Path file : images) {
      VolumeSeries.read(
          file,
          (volume, values) -> {
            TrialLabel label = rows.get(row[0]++);
            if (label.include()) {
              trials.add(trial(label, columns.map(c -> gathered(values, c)).orElse(values)));
            }
          });
    }
    return trials;
  }

  private TrialImage trial(TrialLabel label, float[] values) {
    if (scale != 1) {
      for (int v = 0; v < values.length; v++) {
        values[v] = (float) (values[v] * scale);
      }
    }
    return new TrialImage(label.stimulus(), label.session(), label.run(), values);
  }

  private static boolean[] varying(List<TrialImage> trials) {
    var used = new BitSet();
    float[] first = trials.get(0).values();
    for (int v = 0; v < first.length; v++) {
      boolean finite = true;
      boolean constant = true;
      for (TrialImage trial : trials) {
        finite &= Float.isFinite(trial.values()[v]);
        constant &= trial.values()[v] == first[v];
      }
      used.set(v, finite && !constant);
    }
    var brain = new boolean[first.length];
    for (int v = 0; v < brain.length; v++) {
      brain[v] = used.get(v);
    }
    return brain;
  }

  private static int count(boolean[] brain) {
    return columns(brain).length;
  }

  private static int[] columns(boolean[] brain) {
    var columns = new int[brain.length];
    int count = 0;
    for (int v = 0; v < brain.length; v++) {
      if (brain[v]) {
        columns[count++] = v;
      }
    }
    return Arrays.copyOf(columns, count);
  }

  private static float[] gathered(float[] values, int[] columns) {
    var gathered = new float[columns.length];
    for (int c = 0; c < columns.length; c++) {
      gathered[c] = values[columns[c]];
    }
    return gathered;
  }
}
