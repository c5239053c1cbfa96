package org.mitchell.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * Other people's readers. Where they are missing the test is skipped, except in CI (CI=true), where
 * it fails.
 */
public final class Python {
  private static final String PYTHON = System.getenv().getOrDefault("MITCHELL_PYTHON", "python3");

  private Python() {}

  /**
   * Runs a script that may use numpy and scipy, and returns what it prints; it fails by asserting.
   */
  public static String run(String script, Object... arguments)
      throws IOException, InterruptedException {
    require();
    var command = new ArrayList<>(List.of(PYTHON, "-c", script));
    for (Object argument : arguments) {
      command.add(argument.toString());
    }
    var result = execute(command);
    assertThat(result.status()).as(result.output()).isZero();
    return result.output();
  }

  private record Result(int status, String output) {}

  private static void require() throws InterruptedException {
    boolean there;
    try {
      there = execute(List.of(PYTHON, "-c", "import numpy, scipy.io")).status() == 0;
    } catch (IOException e) {
      there = false;
    }
    if ("true".equals(System.getenv("CI"))) {
      assertThat(there).as("python with scipy (MITCHELL_PYTHON) is needed in CI").isTrue();
    }
    assumeTrue(there, "python with scipy (MITCHELL_PYTHON) is not installed: test skipped");
  }

  private static Result execute(List<String> command) throws IOException, InterruptedException {
    var process = new ProcessBuilder(command).redirectErrorStream(true).start();
    process.getOutputStream().close();
    String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    return new Result(process.waitFor(), output);
  }
}
