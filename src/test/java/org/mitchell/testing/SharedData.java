package org.mitchell.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Real data that lie beside a checkout and are never part of it. Where they are missing a test is
 * skipped, except in CI ({@code CI=true}), where that is a failure.
 */
public final class SharedData {
  private static final Path ROOT = Path.of("../shared/data");

  private SharedData() {}

  /** A file or folder, named from {@code ../shared/data} on. */
  public static Path file(String name) {
    Path file = ROOT.resolve(name);
    if ("true".equals(System.getenv("CI"))) {
      assertThat(file).as("needed in CI").exists();
    }
    assumeTrue(Files.exists(file), file + " is not here: test skipped");
    return file;
  }
}
