package org.mitchell.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.mitchell.testing.SharedData;

/**
 * The README is true: its commands, typed from top to bottom in one folder, succeed and print what
 * it shows. Beside the folder lies {@code ../shared}, as beside a checkout.
 */
@Tag("external")
class ReadmeTest {
  private static final Path README = Path.of("README.md");
  private static final Path DOCS = Path.of("docs");

  /** Commands that are not run, by how they begin, and why. */
  private static final Map<String, String> NOT_RUN =
      Map.of("mvn verify", "these tests are a part of it");

  /** What may differ from run to run, and what stands for it. */
  private static final Map<String, String> VARIES = new LinkedHashMap<>();

  static {
    VARIES.put("http://127\\.0\\.0\\.1:\\d+/[0-9a-f]{32}/", "URL");
    VARIES.put("\\d+\\.\\d MB", "SIZE");
    VARIES.put("(in|about) \\d+(\\.\\d)? s\\b", "TIME");
  }

  @TempDir private Path folder;

  /** A folder in which {@code ./mitchell} starts the classes under test. */
  private Path checkout() throws IOException {
    Path shared = SharedData.file("mitchell2008").toRealPath().getParent().getParent();
    Files.createSymbolicLink(folder.resolve("shared"), shared);
    Path checkout = Files.createDirectory(folder.resolve("checkout"));
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
    return checkout;
  }

  private static String withoutWhatVaries(String printed) {
    String same = printed.replaceAll("\\A\n+|\n+\\z", ""); // empty lines around it
    for (var varies : VARIES.entrySet()) {
      same = same.replaceAll(varies.getKey(), varies.getValue());
    }
    return same;
  }

  @Test
  void itsCommandsPrintWhatItShows() throws Exception {
    Path checkout = checkout();
    var soft = new SoftAssertions();
    var assignments = new StringBuilder();
    int shown = 0;
    for (MarkdownCommands.Step step : MarkdownCommands.of(README)) {
      if (NOT_RUN.keySet().stream().anyMatch(step.command()::startsWith)) {
        continue;
      }
      if (step.isAssignment()) {
        assignments.append(step.command()).append('\n');
        continue;
      }
      Ran ran =
          step.command().startsWith("./mitchell view")
              ? view(checkout, step.command())
              : Programs.bash(Map.of(), checkout, "-c", assignments + step.command());
      soft.assertThat(ran.status()).as("%s%n%s%s", step, ran.out(), ran.err()).isZero();
      if (step.printed().isPresent()) {
        shown++;
        soft.assertThat(withoutWhatVaries(ran.out()))
            .as("%s", step)
            .isEqualTo(withoutWhatVaries(step.printed().get()));
      }
    }
    soft.assertThat(shown).as("outputs that the README shows").isGreaterThanOrEqualTo(5);
    soft.assertAll();
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

  @Test
  void everyCommandOfTheDocumentationParses() throws Exception {
    var steps = new ArrayList<MarkdownCommands.Step>();
    var pages = new ArrayList<>(List.of(README));
    try (Stream<Path> docs = Files.list(DOCS)) {
      docs.filter(page -> page.toString().endsWith(".md")).sorted().forEach(pages::add);
    }
    for (Path page : pages) {
      steps.addAll(MarkdownCommands.of(page));
      MarkdownCommands.inText(page).forEach(steps::add);
    }
    List<MarkdownCommands.Step> typed =
        steps.stream().filter(step -> step.command().startsWith("./mitchell ")).toList();
    assertThat(typed).hasSizeGreaterThan(40);
    var soft = new SoftAssertions();
    for (MarkdownCommands.Step step : typed) {
      String[] words = words(step.command());
      soft.assertThatCode(() -> Mitchell.commandLine().parseArgs(words))
          .as("%s", step)
          .doesNotThrowAnyException();
    }
    soft.assertAll();
  }

  /** As a shell splits them, variables being words of their own. */
  private static String[] words(String command) throws Exception {
    Ran split =
        Programs.bash(
            Map.of("MAP", "MAP", "MESH", "MESH"),
            Path.of("").toAbsolutePath(),
            "-fc",
            "printf '%s\\n' " + command.substring("./mitchell ".length()));
    return split.succeeds().out().lines().toArray(String[]::new);
  }
}
