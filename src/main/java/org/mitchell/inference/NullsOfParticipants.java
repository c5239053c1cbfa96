package org.mitchell.inference;

import java.util.List;
import org.mitchell.jobs.Workers;

/** Participants' null maps, those of a number being one relabelling of the words for all. */
record NullsOfParticipants(List<NullMaps> participants) {
  /**
   * @throws IllegalArgumentException if they have different numbers of null maps
   */
  NullsOfParticipants {
    participants = List.copyOf(participants);
    if (participants.stream().mapToInt(NullMaps::size).distinct().count() != 1) {
      throw new IllegalArgumentException("participants with different numbers of null maps");
    }
  }

  static NullsOfParticipants of(List<? extends NullMaps> participants) {
    return new NullsOfParticipants(List.copyOf(participants));
  }

  int count() {
    return participants.size();
  }

  /** How many null maps each has. */
  int size() {
    return participants.get(0).size();
  }

  /** As {@link NullMaps#together}, for the one who can take the fewest. */
  int together() {
    return participants.stream().mapToInt(NullMaps::together).min().orElseThrow();
  }

  /** The observed map of each, on its own grid. */
  List<double[]> observed() {
    return participants.stream().map(NullMaps::observed).toList();
  }

  /** Null maps of one participant, maps x the voxels of its own grid. */
  double[][] draw(int participant, int first, int maps, Workers workers) {
    NullMaps own = participants.get(participant);
    var drawn = new double[maps][own.voxels()];
    own.draw(first, drawn, workers);
    return drawn;
  }
}
