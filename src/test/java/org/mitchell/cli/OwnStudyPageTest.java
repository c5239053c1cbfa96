package org.mitchell.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The small studies of docs/your-own-study.md print what the page shows. */
class OwnStudyPageTest {
  private static final Path PAGE = Path.of("docs/your-own-study.md");

  @TempDir private Path folder;

  @Test
  void theSmallStudiesPrintWhatThePageShows() throws Exception {
    copy(Path.of("testdata/images"));
    copy(Path.of("testdata/surfaces"));
    List<MarkdownCommands.Step> steps =
        MarkdownCommands.of(PAGE).stream().filter(step -> step.command().contains("own/")).toList();
    assertThat(steps).hasSize(8);
    for (MarkdownCommands.Step step : steps) {
      String command = step.command().replaceFirst("^\\./mitchell ", "").replaceAll(" +", " ");
      Ran ran = Programs.inFolder(folder, List.of(command)).succeeds();
      if (step.printed().isPresent()) {
        assertThat(trimmed(ran.out()))
            .as("%s", step)
            .isEqualTo(trimmed(step.printed().get().replace("./mitchell ", "mitchell ")));
      }
    }
  }

  private void copy(Path studies) throws IOException {
    try (Stream<Path> files = Files.walk(studies)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        Path copy = folder.resolve(file.toString());
        Files.createDirectories(copy.getParent());
        Files.copy(file, copy);
      }
    }
  }

  private static String trimmed(String printed) {
    return printed.replaceAll("\\A\n+|\n+\\z", "");
  }
}
