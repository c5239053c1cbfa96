package org.mitchell.report;

import java.io.IOException;
import java.nio.file.Path;
import org.mitchell.derivatives.contents.ClusterSidecar;

/**
 * The clusters of a map.
 *
 * @param owner the participant, or participants, it is of
 * @param statistic of the map, as names of files have it
 * @param about what its JSON says
 */
record ClusterFile(String owner, String statistic, ClusterSidecar about) {
  private static final String END = "_desc-clusters.json";
  private static final String STATISTIC = "_stat-";

  static boolean isOne(Path file) {
    String name = file.getFileName().toString();
    return name.endsWith(END) && name.contains(STATISTIC);
  }

  static ClusterFile read(Path file) throws IOException {
    String name = file.getFileName().toString();
    String statistic =
        name.substring(
            name.lastIndexOf(STATISTIC) + STATISTIC.length(), name.length() - END.length());
    ClusterSidecar sidecar = ClusterSidecar.read(file);
    return new ClusterFile(sidecar.about().owner(), statistic, sidecar);
  }
}
