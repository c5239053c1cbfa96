package org.mitchell.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

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

  @TempDir private Path folder;

  @Test
  void itsCommandsPrintWhatItShows() throws Exception {
    List<MarkdownCommands.Step> steps =
        MarkdownCommands.of(README).stream()
            .filter(step -> NOT_RUN.keySet().stream().noneMatch(step.command()::startsWith))
            .toList();
    var soft = new SoftAssertions();
    int shown = Checkout.in(folder).type(steps, soft);
    soft.assertThat(shown).as("outputs that the README shows").isGreaterThanOrEqualTo(5);
    soft.assertAll();
  }

  @Test
  void everyCommandOfTheDocumentationParses() throws Exception {
    var steps = new ArrayList<MarkdownCommands.Step>();
    var pages = new ArrayList<>(List.of(README, Path.of("README.ja.md")));
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
