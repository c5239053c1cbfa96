package org.mitchell.inference;

import java.util.List;
import org.mitchell.fmri.CommonGrid;
import org.mitchell.jobs.Workers;

/**
 * The mean map of several participants, and the mean of their null maps of the same number: one
 * relabelling of the words for all participants.
 */
public final class MeanOfParticipants implements NullMaps {
  private final CommonGrid grid;
  private final NullsOfParticipants participants;

  /**
   * @param participants in the order of the grid's
   * @throws IllegalArgumentException if they have different numbers of null maps
   */
  public MeanOfParticipants(CommonGrid grid, List<? extends NullMaps> participants) {
    this.grid = grid;
    this.participants = NullsOfParticipants.of(participants);
  }

  @Override
  public int voxels() {
    return grid.voxels();
  }

  @Override
  public int size() {
    return participants.size();
  }

  @Override
  public int together() {
    return participants.together();
  }

  @Override
  public double[] observed() {
    return grid.mean(participants.observed());
  }

  @Override
  public void draw(int first, double[][] maps, Workers workers) {
    var own = new double[participants.count()][][];
    for (int k = 0; k < own.length; k++) {
      own[k] = participants.draw(k, first, maps.length, workers);
    }
    workers.forEach(
        maps.length,
        m -> {
          var ofMap = new double[own.length][];
          for (int k = 0; k < own.length; k++) {
            ofMap[k] = own[k][m];
          }
          double[] mean = grid.mean(List.of(ofMap));
          System.arraycopy(mean, 0, maps[m], 0, mean.length);
        });
  }
}
