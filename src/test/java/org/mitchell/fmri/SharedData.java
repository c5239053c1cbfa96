package org.mitchell.fmri;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;

/** Real data beside the project. Where they are missing the test is skipped, except in CI (CI=true), where it fails. */
final class SharedData {
  private static final Path ROOT = Path.of("../shared/data");

  private SharedData() {}

  static Path file(String name) {
    Path file = ROOT.resolve(name);
    if ("true".equals(System.getenv("CI"))) {
      assertThat(file).as("needed in CI").exists();
    }
    assumeTrue(Files.exists(file), file + " is not here: test skipped");
    return file;
  }
}
