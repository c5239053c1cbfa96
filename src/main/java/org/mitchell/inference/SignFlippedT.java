package org.mitchell.inference;

import java.util.Arrays;
import org.apache.commons.math3.random.RandomGenerator;
import org.mitchell.evaluation.groups.SignFlips;
import org.mitchell.jobs.Workers;
import org.mitchell.random.RandomStreams;
import org.mitchell.random.RandomStreams.Purpose;

/**
 * Student's t over participants at every voxel, or another {@link GroupStatistic}, and what it is
 * when participants' departures from chance change their signs: one pattern of signs for all
 * voxels, so that what voxels have in common stays (Nichols and Holmes 2002). It speaks of other
 * participants with the same words, and so finds whatever participants share in these; see {@link
 * LargerOfTwo}.
 */
public final class SignFlippedT implements NullMaps {
  private static final int BLOCK = 1024;

  private final double[][] departures;
  private final int[] numbers;
  private final double[] squares;
  private final boolean[][] patterns;
  private final GroupStatistic statistic;

  private SignFlippedT(double[][] departures, GroupStatistic statistic, boolean[][] patterns) {
    this.departures = departures;
    this.statistic = statistic;
    this.patterns = patterns;
    int voxels = departures[0].length;
    this.numbers = new int[voxels];
    this.squares = new double[voxels];
    for (double[] own : departures) {
      for (int v = 0; v < voxels; v++) {
        boolean defined = !Double.isNaN(own[v]);
        numbers[v] += defined ? 1 : 0;
        squares[v] += defined ? own[v] * own[v] : 0;
      }
    }
  }

  /**
   * @param departures of each participant's map from what chance gives it, participants x voxels;
   *     NaN where a participant has no value. Not copied
   * @param sampled how many patterns of signs are drawn where there are too many for all
   */
  public static SignFlippedT of(double[][] departures, int sampled, RandomStreams streams) {
    return of(departures, GroupStatistic.T, sampled, streams);
  }

  /**
   * As above, with another statistic in the place of t.
   *
   * @param statistic on the voxels of the departures
   */
  static SignFlippedT of(
      double[][] departures, GroupStatistic statistic, int sampled, RandomStreams streams) {
    int participants = departures.length;
    if (participants < 2) {
      throw new IllegalArgumentException("t over participants needs two or more");
    }
    return new SignFlippedT(
        departures,
        statistic,
        participants <= SignFlips.MOST_EXACT
            ? allPatterns(participants)
            : drawnPatterns(participants, sampled, streams));
  }

  /** Whether all patterns of signs there are take part. */
  public boolean exact() {
    return departures.length <= SignFlips.MOST_EXACT;
  }

  @Override
  public int voxels() {
    return numbers.length;
  }

  @Override
  public int size() {
    return patterns.length;
  }

  @Override
  public double[] observed() {
    var map = new double[voxels()];
    compute(new boolean[departures.length], map, 0, map.length);
    return map;
  }

  @Override
  public void draw(int first, double[][] maps, Workers workers) {
    if (statistic.needsWholeMaps()) {
      workers.forEach(maps.length, m -> compute(patterns[first + m], maps[m], 0, voxels()));
      return;
    }
    workers.forEach(
        (voxels() + BLOCK - 1) / BLOCK,
        b -> {
          int from = b * BLOCK;
          int to = Math.min(voxels(), from + BLOCK);
          for (int m = 0; m < maps.length; m++) {
            compute(patterns[first + m], maps[m], from, to);
          }
        });
  }

  private void compute(boolean[] flipped, double[] map, int from, int to) {
    Arrays.fill(map, from, to, 0);
    for (int k = 0; k < flipped.length; k++) {
      double[] own = departures[k];
      double sign = flipped[k] ? -1 : 1;
      for (int v = from; v < to; v++) {
        map[v] += Double.isNaN(own[v]) ? 0 : sign * own[v];
      }
    }
    statistic.ofSums(map, squares, numbers, from, to);
  }

  /** All patterns but the observed one, in which nothing is flipped. */
  private static boolean[][] allPatterns(int participants) {
    var patterns = new boolean[(1 << participants) - 1][participants];
    for (int p = 0; p < patterns.length; p++) {
      for (int k = 0; k < participants; k++) {
        patterns[p][k] = (p + 1 >> k & 1) == 1;
      }
    }
    return patterns;
  }

  private static boolean[][] drawnPatterns(int participants, int count, RandomStreams streams) {
    var patterns = new boolean[count][participants];
    for (int p = 0; p < count; p++) {
      RandomGenerator random = streams.stream(Purpose.SIGN_FLIP, p, 0);
      for (int k = 0; k < participants; k++) {
        patterns[p][k] = random.nextBoolean();
      }
    }
    return patterns;
  }
}
