package org.mitchell.derivatives;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.mitchell.files.Json;
import org.mitchell.files.OutputSet;
import org.mitchell.provenance.Provenance;

/**
 * What was measured of some participants, with where it came from.
 *
 * @param task that participants did; nothing for the paper's
 * @param simulated whether a participant is simulated
 * @param sources the files of responses
 * @param provenance what made the files
 */
public record Measured<R>(
    R result, Optional<String> task, boolean simulated, List<Path> sources, Provenance provenance) {
  /**
   * Writes a table and its figures, with the description of the folder that they are in.
   *
   * @param root that folder; made if need be
   * @param figures what the JSON says
   * @return the files
   * @throws IOException if the folder cannot be written; nothing is then left under a final name
   */
  List<Path> write(Path root, Path table, OutputSet.Content rows, Path json, Object figures)
      throws IOException {
    try (var outputs = new OutputSet()) {
      outputs.write(table, rows);
      outputs.writeText(json, Json.text(figures));
      outputs.writeText(
          DatasetDescription.file(root), DatasetDescription.text(root, sources, simulated));
      return outputs.commit();
    }
  }
}
