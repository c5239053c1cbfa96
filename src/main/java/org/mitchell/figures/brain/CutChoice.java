package org.mitchell.figures.brain;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.mitchell.files.InputException;

/** Which cuts through a brain are shown. */
public sealed interface CutChoice {
  /** Voxels of so many mm are cut through their middle. */
  double LARGE = 4;

  /** Cuts at equal distances. */
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

  /**
   * Equal steps around the middle of the brain: whole mm, or whole voxels where these are large, so
   * that each cut is through the middle of voxels.
   */
  private static List<Cut> evenly(int count, View view, Volume brain, Extent extent) {
    int axis = view.through();
    double[] grid = grid(brain.affine().matrix()[axis]);
    double low = (extent.low()[axis] - grid[0]) / grid[1];
    double high = (extent.high()[axis] - grid[0]) / grid[1];
    long lowest = (long) Math.floor(low) + 1;
    long highest = (long) Math.ceil(high) - 1;
    if (lowest > highest) {
      return List.of(new Cut(view, extent.middle(axis)));
    }
    int cuts = (int) Math.min(count, highest - lowest + 1);
    long room = highest - lowest;
    long usual = Math.max(1, Math.round((high - low) / (cuts + 1)));
    long step = cuts == 1 ? 0 : Math.min(usual, room / (cuts - 1));
    long middle = Math.round((low + high - (cuts - 1) * step) / 2);
    long first = Math.max(lowest, Math.min(highest - (cuts - 1) * step, middle));
    return IntStream.range(0, cuts)
        .mapToObj(i -> new Cut(view, grid[0] + (first + i * step) * grid[1]))
        .toList();
  }

  /** A plane of voxel centres and the distance to the next; of small or tilted ones, whole mm. */
  private static double[] grid(double[] row) {
    double[] steps = Arrays.stream(row, 0, 3).filter(step -> step != 0).map(Math::abs).toArray();
    boolean large = steps.length == 1 && steps[0] >= LARGE;
    return large ? new double[] {row[3], steps[0]} : new double[] {0, 1};
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
