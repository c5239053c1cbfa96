package org.mitchell.inference;

import java.util.List;
import org.mitchell.fmri.CommonVoxels;

/** A map of several participants, and what it is for their null maps of the same number. */
abstract class MapsOfParticipants implements NullMaps {
  final CommonVoxels grid;
  final NullsOfParticipants participants;

  /**
   * @param participants in the order of the grid's
   * @throws IllegalArgumentException if they have different numbers of null maps
   */
  MapsOfParticipants(CommonVoxels grid, List<? extends NullMaps> participants) {
    this.grid = grid;
    this.participants = NullsOfParticipants.of(participants);
  }

  @Override
  public final int voxels() {
    return grid.voxels();
  }

  @Override
  public final int size() {
    return participants.size();
  }

  @Override
  public final int together() {
    return participants.together();
  }
}
