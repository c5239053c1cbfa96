package org.mitchell.nifti;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * Other people's programs. Where one is missing the test is skipped, except in CI (CI=true), where
 * it fails.
 */
final class Programs {
  private static final String PYTHON = System.getenv().getOrDefault("MITCHELL_PYTHON", "python3");

  private Programs() {}

  /**
   * Runs a Python script that may use nibabel and numpy, warnings being errors, and returns what it
   * prints.
   */
  static String python(String script, String... arguments)
      throws IOException, InterruptedException {
    require(
        "python with nibabel (MITCHELL_PYTHON)", List.of(PYTHON, "-c", "import nibabel, numpy"));
    // Imports of the libraries may warn, reading may not; error_level 1 turns nibabel's notes on
    // headers into errors.
    String strict =
        "import json, os, sys, warnings\nimport numpy as np\nimport nibabel as nib\n"
            + "warnings.simplefilter('error')\nnib.imageglobals.error_level = 1\n"
            + script;
    var command = new ArrayList<>(List.of(PYTHON, "-c", strict));
    command.addAll(List.of(arguments));
    var result = run(command);
    assertThat(result.status()).as(result.output()).isZero();
    return result.output();
  }

  /** Runs nifti_tool and returns what it prints, complaints included. */
  static String niftiTool(String... arguments) throws IOException, InterruptedException {
    require("nifti_tool (Debian's nifti-bin)", List.of("nifti_tool", "-ver"));
    var command = new ArrayList<>(List.of("nifti_tool"));
    command.addAll(List.of(arguments));
    return run(command).output();
  }

  private record Result(int status, String output) {}

  private static void require(String name, List<String> probe) throws InterruptedException {
    boolean there;
    try {
      there = run(probe).status() == 0;
    } catch (IOException e) {
      there = false;
    }
    if ("true".equals(System.getenv("CI"))) {
      assertThat(there).as("%s is needed in CI", name).isTrue();
    }
    assumeTrue(there, name + " is not installed: test skipped");
  }

  private static Result run(List<String> command) throws IOException, InterruptedException {
    var process = new ProcessBuilder(command).redirectErrorStream(true).start();
    process.getOutputStream().close();
    String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    return new Result(process.waitFor(), output);
  }
}
