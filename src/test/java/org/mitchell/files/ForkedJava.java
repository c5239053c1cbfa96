package org.mitchell.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Runs {@link FileTasks} in a Java of its own, under limits that the test's process cannot give
 * itself. Where a program for that is missing the test is skipped, except in CI (CI=true), where it
 * fails.
 */
final class ForkedJava {
  private static final String JAVA =
      Path.of(System.getProperty("java.home"), "bin", "java").toString();
  private static final List<String> AS_NOBODY =
      List.of("setpriv", "--reuid=65534", "--regid=65534", "--clear-groups");

  private ForkedJava() {}

  record Result(int status, String output) {}

  /** With files of at most {@code kilobytes}: writing more fails as on a full disk. */
  static Result withSmallFiles(int kilobytes, Path classes, String... arguments) throws Exception {
    return java(
        List.of("bash", "-c", "ulimit -f " + kilobytes + "; exec \"$@\"", "bash"),
        classes,
        arguments);
  }

  /** As somebody whom permissions hold back, which they do not do to root. */
  static Result asNobody(Path classes, String... arguments) throws Exception {
    boolean root = "root".equals(System.getProperty("user.name"));
    return java(root ? AS_NOBODY : List.of(), classes, arguments);
  }

  private static Result java(List<String> prefix, Path classes, String... arguments)
      throws Exception {
    copyClasses(classes);
    var command = new ArrayList<>(prefix);
    // The performance counters would be a file above the limit.
    command.addAll(List.of(JAVA, "-XX:-UsePerfData", "-Xmx64m", "-cp", classes.toString()));
    var probe = new ArrayList<>(command);
    probe.add("-version");
    require(prefix, probe);
    command.add(FileTasks.class.getName());
    command.addAll(List.of(arguments));
    return run(command);
  }

  /** The build's folder may be closed to others. */
  private static void copyClasses(Path target) throws IOException, URISyntaxException {
    for (Class<?> origin : List.of(OutputSet.class, FileTasks.class)) {
      Path from = Path.of(origin.getProtectionDomain().getCodeSource().getLocation().toURI());
      Path folder = Files.createDirectories(target.resolve("org/mitchell/files"));
      try (var files = Files.list(from.resolve("org/mitchell/files"))) {
        for (Path file : files.toList()) {
          Files.copy(file, folder.resolve(file.getFileName().toString()));
        }
      }
    }
  }

  private static void require(List<String> prefix, List<String> probe) throws InterruptedException {
    boolean works;
    try {
      works = run(probe).status() == 0;
    } catch (IOException e) {
      works = false;
    }
    if ("true".equals(System.getenv("CI"))) {
      assertThat(works).as("%s is needed in CI", prefix).isTrue();
    }
    assumeTrue(works, "java does not run under " + prefix + ": test skipped");
  }

  private static Result run(List<String> command) throws IOException, InterruptedException {
    var process = new ProcessBuilder(command).redirectErrorStream(true).start();
    process.getOutputStream().close();
    String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    return new Result(process.waitFor(), output);
  }
}
