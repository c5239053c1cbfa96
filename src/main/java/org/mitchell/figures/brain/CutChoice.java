package org.mitchell.figures.brain;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.mitchell.files.InputException;

/** Which cuts through a brain are shown. */
public sealed interface CutChoice {
  /** Cuts at equal distances, through the middle of voxels where the voxels lie along the axes. */
  record Evenly(int count) implements CutChoice {}

  /** Cuts at these places, in mm. */
  record At(List<Double> places) implements CutChoice {
    public At {
      places = List.copyOf(places);
    }
  }

  /** One cut, through the voxel of the largest absolute value. */
  record Peak() implements CutChoice {}

  /**
   * The cuts through a map.
   *
   * @throws InputException if a place is outside the brain
   */
  default List<Cut> of(View view, BrainMap map) {
    int axis = view.through();
    Extent brain = map.brain().extent();
    if (this instanceof Evenly evenly) {
      return evenly(evenly.count(), view, map.brain(), brain);
    }
    if (this instanceof Peak) {
      return List.of(new Cut(view, peak(map.values())[axis]));
    }
    var cuts = new ArrayList<Cut>();
    for (double place : ((At) this).places()) {
      if (place < brain.low()[axis] || place > brain.high()[axis]) {
        throw new InputException(
            "--cuts: %s is outside the brain, which is at %s"
                .formatted(new Cut(view, place).label(), brain.inWords()));
      }
      cuts.add(new Cut(view, place));
    }
    return cuts;
  }

  private static List<Cut> evenly(int count, View view, Volume brain, Extent extent) {
    double low = extent.low()[view.through()];
    double step = (extent.high()[view.through()] - low) / (count + 1);
    return IntStream.rangeClosed(1, count)
        .mapToDouble(i -> onGrid(low + i * step, view.through(), brain))
        .distinct()
        .mapToObj(place -> new Cut(view, place))
        .toList();
  }

  /** The nearest plane of voxel centres; a whole number of mm where voxels lie askew. */
  private static double onGrid(double mm, int axis, Volume brain) {
    double[] row = brain.affine().matrix()[axis];
    double[] steps = Arrays.stream(row, 0, 3).filter(step -> step != 0).toArray();
    if (steps.length != 1) {
      return Math.rint(mm);
    }
    return row[3] + Math.rint((mm - row[3]) / steps[0]) * steps[0];
  }

  private static double[] peak(Volume values) {
    int peak = -1;
    float largest = -1;
    for (int i = 0; i < values.values().length; i++) {
      if (Math.abs(values.values()[i]) > largest) {
        peak = i;
        largest = Math.abs(values.values()[i]);
      }
    }
    return values.centre(peak);
  }
}
