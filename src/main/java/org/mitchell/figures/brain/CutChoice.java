package org.mitchell.figures.brain;

import java.util.ArrayList;
import java.util.List;
import org.mitchell.files.InputException;
import org.mitchell.files.Remedy;

/** Which cuts through a brain are shown. */
public sealed interface CutChoice {
  /** Cuts at equal distances. */
  record Evenly(int count) implements CutChoice {}

  /** Cuts at these places, in mm. */
  record At(List<Double> places) implements CutChoice {
    public At {
      places = List.copyOf(places);
    }
  }

  /** One cut, through the voxel whose value says most. */
  record Peak() implements CutChoice {}

  /**
   * The cuts through a map.
   *
   * @param kind which of its values say most
   * @throws InputException if a place is outside the brain
   */
  default List<Cut> of(View view, BrainMap map, ValueKind kind) {
    int axis = view.through();
    Extent brain = map.brain().extent();
    if (this instanceof Evenly evenly) {
      return EvenCuts.of(evenly.count(), axis, map.brain()).in(view);
    }
    if (this instanceof Peak) {
      return List.of(new Cut(view, peak(map.values(), kind)[axis]));
    }
    var cuts = new ArrayList<Cut>();
    for (double place : ((At) this).places()) {
      if (place < brain.low()[axis] || place > brain.high()[axis]) {
        throw new InputException(
            "the cut at %s is outside the brain, which is at %s"
                .formatted(new Cut(view, place).label(), brain.inWords()),
            Remedy.OTHER_CUTS);
      }
      cuts.add(new Cut(view, place));
    }
    return cuts;
  }

  /**
   * Where a map's value says most, in mm.
   *
   * @param kind which of its values say most
   */
  static double[] peak(BrainMap map, ValueKind kind) {
    return peak(map.values(), kind);
  }

  private static double[] peak(Volume values, ValueKind kind) {
    int peak = -1;
    double strongest = Double.NEGATIVE_INFINITY;
    for (int i = 0; i < values.values().length; i++) {
      double strength = kind.strength(values.values()[i]);
      if (strength > strongest) {
        peak = i;
        strongest = strength;
      }
    }
    return values.centre(peak);
  }
}
