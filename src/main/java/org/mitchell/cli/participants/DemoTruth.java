package org.mitchell.cli.participants;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import org.mitchell.fmri.VoxelGrid;
import org.mitchell.inference.VoxelwiseResult;
import org.mitchell.simulation.SimulatedParticipant;

/**
 * How what was found agrees with what was planted.
 *
 * @param clusters of voxels that count
 * @param voxels that count
 * @param right those of them that have planted signal
 * @param planted how many voxels have any
 */
record DemoTruth(int clusters, int voxels, int right, int planted) {
  /**
   * @param found a map of p-values of the participant, on its grid in any order of columns
   */
  static DemoTruth of(VoxelwiseResult found, SimulatedParticipant participant) {
    VoxelGrid planted = participant.simulation().grid();
    var signal = new boolean[planted.boxSize()];
    for (int v = 0; v < planted.columns(); v++) {
      signal[planted.linearIndex(v)] = participant.truth().hasSignal(v);
    }
    VoxelGrid grid = found.grid().orElseThrow();
    int voxels = 0;
    int right = 0;
    for (int v = 0; v < grid.columns(); v++) {
      boolean counts = found.values()[v] <= found.threshold();
      voxels += counts ? 1 : 0;
      right += counts && signal[grid.linearIndex(v)] ? 1 : 0;
    }
    return new DemoTruth(
        found.clusters().orElseThrow().list().size(),
        voxels,
        right,
        participant.truth().signalVoxels());
  }

  Map<String, Object> json(Path truth) {
    var json = new LinkedHashMap<String, Object>();
    json.put("clusters", clusters);
    json.put("voxels", voxels);
    json.put("voxelsWithPlantedSignal", right);
    json.put("plantedVoxels", planted);
    json.put("truth", truth.toString());
    return json;
  }
}
