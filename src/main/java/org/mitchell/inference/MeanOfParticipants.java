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
  private final List<NullMaps> participants;

  /**
   * @param participants in the order of the grid's
   * @throws IllegalArgumentException if they have different numbers of null maps
   */
  public MeanOfParticipants(CommonGrid grid, List<? extends NullMaps> participants) {
    this.grid = grid;
    this.participants = List.copyOf(participants);
    if (participants.stream().mapToInt(NullMaps::size).distinct().count() != 1) {
      throw new IllegalArgumentException("participants with different numbers of null maps");
    }
  }

  @Override
  public int voxels() {
    return grid.voxels();
  }

  @Override
  public int size() {
    return participants.get(0).size();
  }

  @Override
  public int together() {
    return participants.stream().mapToInt(NullMaps::together).min().orElseThrow();
  }

  @Override
  public double[] observed() {
    return grid.mean(participants.stream().map(NullMaps::observed).toList());
  }

  @Override
  public void draw(int first, double[][] maps, Workers workers) {
    var own = new double[participants.size()][maps.length][];
    for (int k = 0; k < own.length; k++) {
      for (int m = 0; m < maps.length; m++) {
        own[k][m] = new double[participants.get(k).voxels()];
      }
      participants.get(k).draw(first, own[k], workers);
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
