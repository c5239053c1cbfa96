package org.mitchell.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.assertj.core.api.SoftAssertions;
import org.mitchell.testing.SharedData;

/**
 * A folder in which pages are followed: {@code ./mitchell} starts the classes under test, {@code
 * examples} are there, and beside it lies {@code ../shared}, as beside a checkout.
 *
 * @param folder where commands are typed
 */
record Checkout(Path folder) {
  /** What may differ from run to run, and what stands for it. */
  private static final Map<String, String> VARIES = new LinkedHashMap<>();

  static {
    VARIES.put("http://127\\.0\\.0\\.1:\\d+/[0-9a-f]{32}/", "URL");
    VARIES.put("\\d+\\.\\d MB", "SIZE");
    VARIES.put("(in|about) \\d+(\\.\\d)? s\\b", "TIME");
  }

  /** A new one in a folder that is there. */
  static Checkout in(Path folder) throws IOException {
    Path shared = SharedData.file("mitchell2008").toRealPath().getParent().getParent();
    Files.createSymbolicLink(folder.resolve("shared"), shared);
    Path checkout = Files.createDirectory(folder.resolve("checkout"));
    Files.createSymbolicLink(checkout.resolve("examples"), Path.of("examples").toAbsolutePath());
    Path launcher =
        Files.writeString(
            checkout.resolve("mitchell"),
            """
            #!/usr/bin/env bash
            exec '%s' -XX:+UseSerialGC -Dmitchell.command="$0" -Dmitchell.terminal=false -cp '%s' %s "$@"
            """
                .formatted(
                    Programs.thisJava().resolve("bin/java"),
                    Stream.of(Programs.classPath().split(File.pathSeparator))
                        .map(part -> Path.of(part).toAbsolutePath().toString())
                        .reduce((a, b) -> a + File.pathSeparator + b)
                        .orElseThrow(),
                    Mitchell.class.getName()));
    assertThat(launcher.toFile().setExecutable(true)).isTrue();
    return new Checkout(checkout);
  }

  private static String withoutWhatVaries(String printed) {
    String same = printed.replaceAll("\\A\n+|\n+\\z", ""); // empty lines around it
    for (var varies : VARIES.entrySet()) {
      same = same.replaceAll(varies.getKey(), varies.getValue());
    }
    return same;
  }

  /**
   * Types commands in their order. Each is to succeed, and to print what the page shows.
   *
   * @return of how many the page shows what they print
   */
  int type(List<MarkdownCommands.Step> steps, SoftAssertions soft) throws Exception {
    var assignments = new StringBuilder();
    int shown = 0;
    for (MarkdownCommands.Step step : steps) {
      if (step.isAssignment()) {
        assignments.append(step.command()).append('\n');
        continue;
      }
      Ran ran =
          step.command().startsWith("./mitchell view")
              ? view(folder, step.command())
              : Programs.bash(Map.of(), folder, "-c", assignments + step.command());
      soft.assertThat(ran.status()).as("%s%n%s%s", step, ran.out(), ran.err()).isZero();
      if (step.printed().isPresent()) {
        shown++;
        soft.assertThat(withoutWhatVaries(ran.out()))
            .as("%s", step)
            .isEqualTo(withoutWhatVaries(step.printed().get()));
      }
    }
    return shown;
  }

  /** Started, and stopped when it has printed its URL. */
  private static Ran view(Path checkout, String command) throws Exception {
    Path errors = Files.createTempFile("view", ".txt");
    Process process =
        new ProcessBuilder("bash", "-c", "exec " + command + " --no-browser")
            .directory(checkout.toFile())
            .redirectError(errors.toFile())
            .start();
    try (BufferedReader out = process.inputReader(StandardCharsets.UTF_8)) {
      String url = out.readLine();
      return new Ran(url == null ? 1 : 0, url + "\n", Files.readString(errors));
    } finally {
      process.destroy();
      if (!process.waitFor(20, TimeUnit.SECONDS)) {
        process.destroyForcibly();
      }
      Files.delete(errors);
    }
  }
}
