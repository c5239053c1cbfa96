package org.mitchell.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Programs outside this process. Where one is missing the test is skipped, except in CI (CI=true),
 * where it fails.
 */
public final class Programs {
  private static final String PYTHON = System.getenv().getOrDefault("MITCHELL_PYTHON", "python3");

  private Programs() {}

  public static Path thisJava() {
    return Path.of(System.getProperty("java.home"));
  }

  /**
   * A JDK newer than the running one: the one that MITCHELL_JDK_NEWER names, else the newest beside
   * it.
   */
  static Path newerJava() throws IOException {
    Optional<Path> named = Optional.ofNullable(System.getenv("MITCHELL_JDK_NEWER")).map(Path::of);
    Path home = named.or(Programs::newestBeside).orElse(Path.of("none"));
    require("a newer JDK (MITCHELL_JDK_NEWER)", Files.isExecutable(home.resolve("bin/java")));
    return home;
  }

  /** The classes of the product and of what it needs, as for {@code -cp}. */
  public static String classPath() {
    return System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
  }

  /** The command line in a Java of its own. */
  public static Ran java(Path home, List<String> javaOptions, Object... words) throws Exception {
    var command = new ArrayList<>(List.of(home.resolve("bin/java").toString(), "-cp", classPath()));
    command.addAll(javaOptions);
    command.add(Mitchell.class.getName());
    Arrays.stream(words).map(Object::toString).forEach(command::add);
    return run(Map.of(), Path.of("").toAbsolutePath(), command);
  }

  /** Commands one after another, blanks between their words, in a Java whose folder this is. */
  static Ran inFolder(Path folder, List<String> commands) throws Exception {
    Path lines = Files.createTempFile("commands", ".txt");
    try {
      Files.write(lines, commands.stream().map(command -> command.replace(' ', '\t')).toList());
      return run(
          Map.of(),
          folder,
          lines,
          List.of(
              thisJava().resolve("bin/java").toString(),
              "-cp",
              classPath(),
              CommandLines.class.getName()));
    } finally {
      Files.delete(lines);
    }
  }

  /**
   * Runs a Python script, or {@code -c} and its text, warnings of what it does itself being errors.
   */
  public static Ran python(Path folder, Object... words) throws Exception {
    require(
        "python with nibabel and scipy (MITCHELL_PYTHON)",
        works(List.of(PYTHON, "-c", "import nibabel, scipy.io")));
    var command = new ArrayList<>(List.of(PYTHON));
    Arrays.stream(words).map(Object::toString).forEach(command::add);
    return run(Map.of(), folder, command);
  }

  public static Ran niftiTool(Object... words) throws Exception {
    require("nifti_tool (Debian's nifti-bin)", works(List.of("nifti_tool", "-ver")));
    var command = new ArrayList<>(List.of("nifti_tool"));
    Arrays.stream(words).map(Object::toString).forEach(command::add);
    return run(Map.of(), Path.of("").toAbsolutePath(), command);
  }

  public static Ran wbCommand(Object... words) throws Exception {
    require("wb_command (Debian's connectome-workbench)", works(List.of("wb_command", "-version")));
    var command = new ArrayList<>(List.of("wb_command"));
    Arrays.stream(words).map(Object::toString).forEach(command::add);
    return run(Map.of(), Path.of("").toAbsolutePath(), command);
  }

  public static Ran bash(Map<String, String> environment, Path folder, Object... words)
      throws Exception {
    require("bash", works(List.of("bash", "--version")));
    var command = new ArrayList<>(List.of("bash"));
    Arrays.stream(words).map(Object::toString).forEach(command::add);
    return run(environment, folder, command);
  }

  private static Ran run(Map<String, String> environment, Path folder, List<String> command)
      throws Exception {
    Path nothing = Files.createTempFile("stdin", ".txt");
    try {
      return run(environment, folder, nothing, command);
    } finally {
      Files.delete(nothing);
    }
  }

  private static Ran run(
      Map<String, String> environment, Path folder, Path input, List<String> command)
      throws Exception {
    Path out = Files.createTempFile("stdout", ".txt");
    Path err = Files.createTempFile("stderr", ".txt");
    try {
      var builder = new ProcessBuilder(command).directory(folder.toFile());
      builder.environment().putAll(environment);
      Process process =
          builder
              .redirectInput(input.toFile())
              .redirectOutput(out.toFile())
              .redirectError(err.toFile())
              .start();
      int status = process.waitFor();
      return new Ran(status, text(out), text(err));
    } finally {
      Files.delete(out);
      Files.delete(err);
    }
  }

  private static String text(Path file) throws IOException {
    return new String(Files.readAllBytes(file), StandardCharsets.UTF_8);
  }

  private static boolean works(List<String> command) throws Exception {
    try {
      return run(Map.of(), Path.of("").toAbsolutePath(), command).status() == 0;
    } catch (IOException e) {
      return false;
    }
  }

  private static void require(String name, boolean there) {
    if ("true".equals(System.getenv("CI"))) {
      assertThat(there).as("%s is needed in CI", name).isTrue();
    }
    assumeTrue(there, name + " is missing: test skipped");
  }

  private static Optional<Path> newestBeside() {
    try (Stream<Path> beside = Files.list(Path.of("/usr/lib/jvm"))) {
      return beside
          .filter(home -> version(home) > Runtime.version().feature())
          .max(Comparator.comparing(Programs::version));
    } catch (IOException e) {
      return Optional.empty();
    }
  }

  private static int version(Path home) {
    try (Stream<String> lines = Files.lines(home.resolve("release"))) {
      return lines
          .filter(line -> line.startsWith("JAVA_VERSION="))
          .mapToInt(
              line -> Runtime.Version.parse(line.replaceAll(".*=\"([0-9.]+).*", "$1")).feature())
          .findFirst()
          .orElse(0);
    } catch (IOException | IllegalArgumentException e) {
      return 0;
    }
  }
}
