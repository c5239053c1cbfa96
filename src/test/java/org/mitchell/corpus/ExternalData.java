package org.mitchell.corpus;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Assumptions;

/** Data that is not part of the project: missing, it skips a test; in CI it fails it. */
final class ExternalData {
  private ExternalData() {}

  static Path file(String name) {
    Path file = Path.of("../shared/data").resolve(name);
    boolean there = Files.exists(file);
    if (!there && "true".equals(System.getenv("CI"))) {
      Assertions.fail(file + " is missing and must not be in CI");
    }
    Assumptions.assumeTrue(there, file + " is missing: this test needs it");
    return file;
  }
}
