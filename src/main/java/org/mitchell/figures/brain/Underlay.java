package org.mitchell.figures.brain;

import java.awt.Color;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.List;
import org.mitchell.files.InputException;

/** An anatomical image in grey, on which values are shown. */
public final class Underlay {
  /** Of the brightest and the darkest, which would take the greys from the others. */
  private static final double EXTREMES = 0.01;

  /** Darker than this part of the range is air, where it reaches the edge of the picture. */
  private static final double AIR = 0.12;

  private static final int SAMPLE = 200_000;
  private static final int DARKEST = 18;
  private static final int BRIGHTEST = 232;

  private final String name;
  private final Volume volume;
  private final float dark;
  private final float bright;
  private final List<String> cautions;

  private Underlay(String name, Volume volume, float dark, float bright, List<String> cautions) {
    this.name = name;
    this.volume = volume;
    this.dark = dark;
    this.bright = bright;
    this.cautions = List.copyOf(cautions);
  }

  /**
   * Reads a 3-D image that lies where a map does.
   *
   * @throws InputException if it has one value only, or no voxel of the map's brain is inside it
   */
  public static Underlay read(Path file, BrainMap map) throws IOException {
    BrainMapReader.Companion read = BrainMapReader.beside(map, file);
    Volume volume = read.volume();
    float[] sorted = sample(volume.values());
    if (sorted.length == 0 || sorted[0] == sorted[sorted.length - 1]) {
      throw InputException.in(
          file, "an image of one value only, where an anatomy such as a T1 is expected");
    }
    requireMeeting(file, volume, map);
    int last = sorted.length - 1;
    float low = sorted[(int) (EXTREMES * last)];
    float high = sorted[(int) ((1 - EXTREMES) * last)];
    boolean narrow = low == high;
    return new Underlay(
        file.getFileName().toString(),
        volume,
        narrow ? sorted[0] : low,
        narrow ? sorted[last] : high,
        read.cautions());
  }

  /**
   * @throws InputException if no voxel of the map's brain lies inside the image
   */
  static void requireMeeting(Path file, Volume volume, BrainMap map) {
    if (!meets(volume, map.brain())) {
      throw InputException.in(
          file,
          "does not lie where the map does: it covers %s, the map %s. Are both in the same space?"
              .formatted(grid(volume).extent().inWords(), map.brain().extent().inWords()));
    }
  }

  String name() {
    return name;
  }

  /** What must be known of where it lies. */
  public List<String> cautions() {
    return cautions;
  }

  /** Where there is more than air. */
  Extent extent() {
    return volume.extentAbove(dark + (float) AIR * (bright - dark));
  }

  /** The greys on a plane, from 0 to 1; NaN in the air around the head. */
  float[] greys(Plane plane) {
    float[] greys = plane.sample(volume::linear);
    for (int i = 0; i < greys.length; i++) {
      float grey = (greys[i] - dark) / (bright - dark);
      greys[i] = Math.max(0, Math.min(1, grey));
    }
    clearAir(greys, plane.columns(), plane.rows());
    return greys;
  }

  static Color colour(float grey) {
    int level = Math.round(DARKEST + grey * (BRIGHTEST - DARKEST));
    return new Color(level, level, level);
  }

  /** Makes NaN what is dark and can be reached from the edges through the dark. */
  private static void clearAir(float[] greys, int columns, int rows) {
    var reached = new ArrayDeque<Integer>();
    for (int row = 0; row < rows; row++) {
      boolean edge = row == 0 || row == rows - 1;
      for (int column = 0; column < columns; column += edge || columns == 1 ? 1 : columns - 1) {
        clear(greys, row * columns + column, reached);
      }
    }
    while (!reached.isEmpty()) {
      int index = reached.pop();
      int column = index % columns;
      if (column > 0) {
        clear(greys, index - 1, reached);
      }
      if (column < columns - 1) {
        clear(greys, index + 1, reached);
      }
      if (index >= columns) {
        clear(greys, index - columns, reached);
      }
      if (index < greys.length - columns) {
        clear(greys, index + columns, reached);
      }
    }
  }

  private static void clear(float[] greys, int index, ArrayDeque<Integer> reached) {
    if (greys[index] < AIR) {
      greys[index] = Float.NaN;
      reached.push(index);
    }
  }

  /** Some of the values other than zero, in order. */
  private static float[] sample(float[] values) {
    int step = Math.max(1, values.length / SAMPLE);
    var sample = new float[values.length / step + 1];
    int count = 0;
    for (int i = 0; i < values.length; i += step) {
      if (!Float.isNaN(values[i]) && values[i] != 0) {
        sample[count++] = values[i];
      }
    }
    float[] sorted = Arrays.copyOf(sample, count);
    Arrays.sort(sorted);
    return sorted;
  }

  private static boolean meets(Volume volume, Volume brain) {
    for (int index = 0; index < brain.values().length; index++) {
      if (!Float.isNaN(brain.values()[index])) {
        double[] mm = brain.centre(index);
        if (volume.indexAt(mm[0], mm[1], mm[2]) >= 0) {
          return true;
        }
      }
    }
    return false;
  }

  /** The whole grid, whatever its values. */
  private static Volume grid(Volume volume) {
    return new Volume(volume.dims(), volume.affine(), new float[volume.values().length]);
  }
}
