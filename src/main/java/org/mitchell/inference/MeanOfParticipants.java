package org.mitchell.inference;

import java.util.Arrays;
import java.util.List;
import org.mitchell.fmri.CommonVoxels;
import org.mitchell.jobs.Workers;

/**
 * The mean map of several participants, and the mean of their null maps of the same number: one
 * relabelling of the words for all participants.
 */
public final class MeanOfParticipants extends MapsOfParticipants {
  /**
   * @param participants in the order of the grid's
   * @throws IllegalArgumentException if they have different numbers of null maps
   */
  public MeanOfParticipants(CommonVoxels grid, List<? extends NullMaps> participants) {
    super(grid, participants);
  }

  @Override
  public double[] observed() {
    return grid.mean(participants.observed());
  }

  @Override
  public void draw(int first, double[][] maps, Workers workers) {
    var sums = new CommonVoxels.Sums[maps.length];
    Arrays.setAll(sums, m -> grid.sums());
    for (int k = 0; k < participants.count(); k++) {
      int participant = k;
      double[][] own = participants.draw(k, first, maps.length, workers);
      workers.forEach(maps.length, m -> sums[m].add(participant, own[m]));
    }
    workers.forEach(
        maps.length, m -> System.arraycopy(sums[m].means(), 0, maps[m], 0, grid.voxels()));
  }
}
