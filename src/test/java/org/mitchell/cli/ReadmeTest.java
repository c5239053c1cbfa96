package org.mitchell.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The README and the pages that it leads to are true: their commands, typed from top to bottom and
 * page after page in one folder, succeed and print what is shown. Beside the folder lies {@code
 * ../shared}, as beside a checkout.
 */
@Tag("external")
class ReadmeTest {
  private static final Path README = Path.of("README.md");
  private static final Path DOCS = Path.of("docs");

  /** In the order in which a reader follows them; each goes on from those before it. */
  private static final List<Path> FOLLOWED =
      List.of(
          README,
          DOCS.resolve("first-steps.md"),
          DOCS.resolve("pictures.md"),
          DOCS.resolve("report-and-view.md"),
          DOCS.resolve("texts-and-vectors.md"),
          DOCS.resolve("files.md"));

  /** Commands that are not run, by how they begin, and why. */
  private static final Map<String, String> NOT_RUN =
      Map.of("mvn verify", "these tests are a part of it");

  /** What the launcher does itself: InstallTest. */
  private static final String OF_THE_LAUNCHER = "\\./mitchell (un)?install .*";

  @TempDir private Path folder;

  @Test
  void theirCommandsPrintWhatTheyShow() throws Exception {
    var steps = new ArrayList<MarkdownCommands.Step>();
    for (Path page : FOLLOWED) {
      MarkdownCommands.of(page).stream()
          .filter(step -> NOT_RUN.keySet().stream().noneMatch(step.command()::startsWith))
          .forEach(steps::add);
    }
    var soft = new SoftAssertions();
    int shown = Checkout.in(folder).type(steps, soft);
    soft.assertThat(shown).as("outputs that the pages show").isGreaterThanOrEqualTo(5);
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
        steps.stream()
            .filter(step -> step.command().startsWith("./mitchell "))
            .filter(step -> !step.command().matches(OF_THE_LAUNCHER))
            .toList();
    assertThat(typed).hasSizeGreaterThan(40);
    var soft = new SoftAssertions();
    String assignments =
        steps.stream()
            .filter(MarkdownCommands.Step::isAssignment)
            .map(step -> step.command() + "\n")
            .collect(Collectors.joining());
    for (MarkdownCommands.Step step : typed) {
      String[] words = words(assignments, step.command());
      soft.assertThatCode(() -> Mitchell.commandLine().parseArgs(words))
          .as("%s", step)
          .doesNotThrowAnyException();
    }
    soft.assertAll();
  }

  /** As a shell splits them. */
  private static String[] words(String assignments, String command) throws Exception {
    Ran split =
        Programs.bash(
            Map.of(),
            Path.of("").toAbsolutePath(),
            "-fc",
            assignments + "printf '%s\\n' " + command.substring("./mitchell ".length()));
    return split.succeeds().out().lines().toArray(String[]::new);
  }
}
