package org.mitchell.inference;

import java.util.Arrays;
import java.util.List;
import org.mitchell.fmri.CommonVoxels;
import org.mitchell.jobs.Workers;

/**
 * Student's t over participants at every voxel, and what it is when the words exchange their
 * features, in the same way for all participants: what participants share in the words stays
 * shared. As in the observed map, each participant's r counts from the mean of its own null maps.
 */
public final class RelabelledT extends MapsOfParticipants {
  private final double[][] chance;
  private final double[] observed;
  private final GroupStatistic statistic;

  /**
   * @param participants in the order of the grid's
   * @param chance the mean of each participant's null maps, on its own grid. Not copied
   * @param observed t of what participants depart from chance by. Not copied
   * @throws IllegalArgumentException if participants have different numbers of null maps
   */
  public RelabelledT(
      CommonVoxels grid,
      List<? extends NullMaps> participants,
      double[][] chance,
      double[] observed) {
    this(grid, participants, chance, observed, GroupStatistic.T);
  }

  /**
   * As above, with another statistic in the place of t.
   *
   * @param statistic on the voxels of the grid
   */
  RelabelledT(
      CommonVoxels grid,
      List<? extends NullMaps> participants,
      double[][] chance,
      double[] observed,
      GroupStatistic statistic) {
    super(grid, participants);
    this.statistic = statistic;
    this.chance = chance;
    this.observed = observed;
  }

  @Override
  public double[] observed() {
    return observed.clone();
  }

  @Override
  public void draw(int first, double[][] maps, Workers workers) {
    var squares = new double[maps.length][voxels()];
    var numbers = new int[maps.length][voxels()];
    for (double[] map : maps) {
      Arrays.fill(map, 0);
    }
    for (int k = 0; k < participants.count(); k++) {
      int participant = k;
      double[][] own = participants.draw(k, first, maps.length, workers);
      workers.forEach(maps.length, m -> add(participant, own[m], maps[m], squares[m], numbers[m]));
    }
    workers.forEach(
        maps.length, m -> statistic.ofSums(maps[m], squares[m], numbers[m], 0, maps[m].length));
  }

  /** Adds a participant's departures and their squares. */
  private void add(int participant, double[] own, double[] sums, double[] squares, int[] numbers) {
    for (int v = 0; v < own.length; v++) {
      own[v] -= chance[participant][v];
    }
    double[] departures = grid.shared(participant, own);
    for (int v = 0; v < departures.length; v++) {
      if (!Double.isNaN(departures[v])) {
        sums[v] += departures[v];
        squares[v] += departures[v] * departures[v];
        numbers[v]++;
      }
    }
  }
}
