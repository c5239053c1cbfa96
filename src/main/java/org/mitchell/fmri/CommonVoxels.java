package org.mitchell.fmri;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.mitchell.files.InputException;

/**
 * The voxels that several participants have in common: of one box, or of the same surfaces, those
 * that enough of them have.
 */
public final class CommonVoxels {
  private final PartOfWhole places;
  private final int[][] columnOf;
  private final int[] participants;
  private final int voxelsOfAny;
  private final boolean matched;

  private CommonVoxels(
      PartOfWhole places, int[][] columnOf, int[] participants, int voxelsOfAny, boolean matched) {
    this.places = places;
    this.columnOf = columnOf;
    this.participants = participants;
    this.voxelsOfAny = voxelsOfAny;
    this.matched = matched;
  }

  /**
   * @param subjects the participants' labels, for messages
   * @param own places of the participants
   * @param atLeast how many participants must have a voxel
   * @throws InputException if two lie in different wholes, or no voxel is shared by so many
   */
  public static CommonVoxels of(
      List<String> subjects, List<? extends PartOfWhole> given, int atLeast) {
    Optional<List<Grayordinates>> matched = MatchedGrayordinates.of(given);
    List<? extends PartOfWhole> own = matched.isPresent() ? matched.get() : given;
    PartOfWhole first = own.get(0);
    for (int k = 1; k < own.size(); k++) {
      first.requireSameWhole(subjects.get(0), subjects.get(k), own.get(k));
    }
    var counts = new int[first.wholeSize()];
    for (PartOfWhole part : own) {
      for (int column = 0; column < part.columns(); column++) {
        counts[part.placeInWhole(column)]++;
      }
    }
    var shared = new boolean[counts.length];
    int any = 0;
    for (int index = 0; index < counts.length; index++) {
      shared[index] = counts[index] >= atLeast;
      any += counts[index] > 0 ? 1 : 0;
    }
    PartOfWhole places = first.ofWhole(shared);
    if (places.columns() == 0) {
      throw new InputException(
          "no voxel is shared by %d of the participants %s: their brains lie apart on the grid"
              .formatted(atLeast, String.join(", ", subjects)));
    }
    var participants = new int[places.columns()];
    Arrays.setAll(participants, v -> counts[places.placeInWhole(v)]);
    int[][] columnOf = own.stream().map(part -> columns(places, part)).toArray(int[][]::new);
    return new CommonVoxels(places, columnOf, participants, any, matched.isPresent());
  }

  /** The shared voxels, a column each, in the order of the whole. */
  public PartOfWhole places() {
    return places;
  }

  public int voxels() {
    return places.columns();
  }

  /** How many participants have a voxel, a number a shared voxel. A copy. */
  public int[] participants() {
    return participants.clone();
  }

  /** How many participants have the voxel that the fewest have. */
  public int fewest() {
    return Arrays.stream(participants).min().orElseThrow();
  }

  /** Whether their files list other grayordinates, which were matched by structure and place. */
  public boolean isMatched() {
    return matched;
  }

  /** How many voxels at least one participant has. */
  public int voxelsOfAny() {
    return voxelsOfAny;
  }

  /**
   * The columns of a participant's own grid, a shared voxel each; -1 where it has no such voxel. A
   * copy.
   */
  public int[] columns(int participant) {
    return columnOf[participant].clone();
  }

  /**
   * A participant's map on the shared voxels; NaN where it has no voxel or no value.
   *
   * @param participant its number
   * @param map a value a voxel column of its own
   */
  public double[] shared(int participant, double[] map) {
    int[] columns = columnOf[participant];
    var values = new double[columns.length];
    Arrays.setAll(values, v -> columns[v] < 0 ? Double.NaN : map[columns[v]]);
    return values;
  }

  /**
   * The mean over the participants that have a value, on the shared voxels; NaN where none has.
   *
   * @param maps of all participants, each on its own columns
   */
  public double[] mean(List<double[]> maps) {
    Sums sums = sums();
    for (int k = 0; k < columnOf.length; k++) {
      sums.add(k, maps.get(k));
    }
    return sums.means();
  }

  /** A mean over participants whose maps come one after another. */
  public Sums sums() {
    return new Sums();
  }

  /** Sums over the participants so far, on the shared voxels. */
  public final class Sums {
    private final double[] sums = new double[voxels()];
    private final int[] numbers = new int[voxels()];

    /** As {@link #shared}; voxels without a value do not count. */
    public void add(int participant, double[] map) {
      int[] columns = columnOf[participant];
      for (int v = 0; v < sums.length; v++) {
        int column = columns[v];
        if (column >= 0 && !Double.isNaN(map[column])) {
          sums[v] += map[column];
          numbers[v]++;
        }
      }
    }

    /** The mean over the participants that have a value; NaN where none has. */
    public double[] means() {
      var means = new double[sums.length];
      Arrays.setAll(means, v -> sums[v] / numbers[v]);
      return means;
    }
  }

  private static int[] columns(PartOfWhole shared, PartOfWhole own) {
    var columnAt = new int[own.wholeSize()];
    Arrays.fill(columnAt, -1);
    for (int column = 0; column < own.columns(); column++) {
      columnAt[own.placeInWhole(column)] = column;
    }
    var columns = new int[shared.columns()];
    Arrays.setAll(columns, v -> columnAt[shared.placeInWhole(v)]);
    return columns;
  }
}
