package org.mitchell.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;

/** Data that lie beside the project and are no part of it. Where they are missing a test is skipped, in CI it fails. */
final class SharedData {
  private static final Path FOLDER = Path.of("../shared/data");

  private SharedData() {}

  static Path file(String name) {
    Path file = FOLDER.resolve(name);
    if ("true".equals(System.getenv("CI"))) {
      assertThat(file).as("data beside the project are needed in CI").exists();
    }
    assumeTrue(Files.exists(file), file + " is not here: test skipped");
    return file;
  }
}
