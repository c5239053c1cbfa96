package org.mitchell.spark;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;

/** Where a test's cluster works; it stays, with all the logs, until the next run of the test. */
final class ClusterFolder {
  private ClusterFolder() {}

  /** The folder of this name, emptied. */
  static Path empty(String name) throws IOException {
    Path folder = SparkCluster.BUILT.resolve("cluster").resolve(name);
    if (Files.exists(folder)) {
      try (var old = Files.walk(folder)) {
        for (Path path : old.sorted(Comparator.reverseOrder()).toList()) {
          Files.delete(path);
        }
      }
    }
    return Files.createDirectories(folder);
  }
}
