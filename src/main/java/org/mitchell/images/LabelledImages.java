package org.mitchell.images;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.mitchell.files.InputException;
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
    Optional<Columns> brain =
        mask.isPresent() ? Optional.of(Columns.of(brain(place))) : Optional.empty();
    List<TrialImage> trials = trials(rows, brain);
    Columns used = brain.orElseGet(() -> Columns.varying(trials));
    if (used.count() == 0) {
      throw InputException.in(images.get(0), "no voxel is finite and not constant");
    }
    int box = Arrays.stream(place.dims()).reduce(1, Math::multiplyExact);
    if (brain.isEmpty()) {
      notes.add(
          "no mask was given: %,d of %,d voxels are used, those that are finite and not constant"
              .formatted(used.count(), box));
      trials.replaceAll(used::of);
    }
    normalisation.apply(trials);
    Space named = space.orElseGet(place::space);
    VoxelGrid grid = VoxelGrid.ofMask(place.dims(), place.affine(), named, used.mask(box));
    return TrialResponses.of(participant, "", trials, Optional.of(grid), notes);
  }

  private List<VolumePlace> places(VolumePlace first) throws IOException {
    var places = new ArrayList<VolumePlace>();
    for (Path file : images) {
      VolumePlace place = VolumePlace.read(file).stated();
      place.requireSameGrid(first);
      places.add(place);
    }
    return places;
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
    brain.place().stated().requireSameGrid(place);
    return brain.inside();
  }

  private List<TrialImage> trials(List<TrialLabel> rows, Optional<Columns> columns)
      throws IOException {
    var trials = new ArrayList<TrialImage>();
    int[] row = {0};
    for (Path file : images) {
      VolumeSeries.read(
          file,
          (volume, values) -> {
            TrialLabel label = rows.get(row[0]++);
            if (label.include()) {
              trials.add(trial(label, columns.map(c -> c.of(values)).orElse(values)));
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
}
