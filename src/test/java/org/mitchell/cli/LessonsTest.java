package org.mitchell.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The lessons' commands, typed in their order in one folder; the same in both languages. */
@Tag("external")
class LessonsTest {
  private static final Path LESSONS = Path.of("docs/lessons");
  private static final Path IN_JAPANESE = LESSONS.resolve("ja");

  @TempDir private Path folder;

  private static List<Path> pages(Path folder) throws IOException {
    try (Stream<Path> pages = Files.list(folder)) {
      return pages.filter(page -> page.toString().endsWith(".md")).sorted().toList();
    }
  }

  @Test
  void theirCommandsPrintWhatTheyShow() throws Exception {
    var steps = new ArrayList<MarkdownCommands.Step>();
    for (Path page : pages(LESSONS)) {
      steps.addAll(MarkdownCommands.of(page));
    }
    var soft = new SoftAssertions();
    int shown = Checkout.in(folder).type(steps, soft);
    soft.assertThat(steps).hasSizeGreaterThan(20);
    soft.assertThat(shown).isGreaterThanOrEqualTo(2);
    soft.assertAll();
  }

  @Test
  void bothLanguagesHaveTheSameLessons() throws Exception {
    List<Path> english = pages(LESSONS);
    assertThat(pages(IN_JAPANESE))
        .containsExactlyElementsOf(
            english.stream().map(page -> IN_JAPANESE.resolve(page.getFileName())).toList());
    for (Path page : english) {
      assertThat(typed(IN_JAPANESE.resolve(page.getFileName())))
          .as("commands of %s", page.getFileName())
          .isEqualTo(typed(page));
    }
  }

  private static List<String> typed(Path page) throws IOException {
    return MarkdownCommands.of(page).stream()
        .map(step -> step.command() + step.printed().map(printed -> "\n" + printed).orElse(""))
        .toList();
  }
}
