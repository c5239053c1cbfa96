package org.mitchell.derivatives;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.mitchell.derivatives.contents.MapSidecar;
import org.mitchell.files.OutputSet;
import org.mitchell.fmri.VoxelGrid;
import org.mitchell.jobs.Workers;
import org.mitchell.maps.StatMap;
import org.mitchell.provenance.Provenance;

/**
 * Writes what a perfect analysis of a simulated participant would find beside the maps of the fit,
 * so that they can be looked at side by side.
 */
public final class TruthWriter {
  /** What the map's values are, in its JSON. */
  public static final String STATISTIC = "planted";

  private TruthWriter() {}

  /**
   * Writes the map.
   *
   * @param fit of the participant, whose options and study the JSON repeats
   * @param planted signal to noise of every voxel, 0 where nothing is planted
   * @param grid where the voxels of the truth lie
   * @param commandLine what the JSON says made it
   * @return the map
   */
  public static Path write(
      SavedFit fit, double[] planted, VoxelGrid grid, Path root, List<String> commandLine)
      throws IOException {
    var sidecar =
        new Sidecar(
            fit.subject(),
            fit.study(),
            true,
            Optional.of(grid),
            fit.options(),
            Provenance.of(commandLine, List.of(), Map.of()));
    String description =
        "Planted signal to noise: sd over words of the planted response by sd of a trial's noise";
    try (var outputs = new OutputSet();
        var workers = new Workers(1)) {
      var maps =
          new VoxelFiles(
              outputs,
              BidsName.of(root, fit.subject(), fit.task(), Optional.of(grid.space().label())),
              sidecar);
      Path file =
          maps.add(
                  "_stat-" + STATISTIC,
                  StatMap.of(STATISTIC, description, planted).unsigned(),
                  MapSidecar.Details.NONE)
              .get(0);
      maps.writeAll(workers);
      outputs.commit();
      return file;
    }
  }
}
