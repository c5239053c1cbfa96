package org.mitchell.cli.pages;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.mitchell.cli.Mitchell;
import org.mitchell.cli.Programs;
import org.mitchell.cli.Ran;
import org.mitchell.cli.RunningView;
import org.mitchell.cli.SmallBrains;

/** How {@code view} starts: who is shown, and how the browser learns where. */
class ViewStartTest {
  @TempDir private Path folder;

  /** A table of responses to the words of the brains, without coordinates. */
  private static Path table(Path file) throws IOException {
    var rows = new StringBuilder();
    for (int word = 0; word < 12; word++) {
      rows.append("word%02d".formatted(word));
      for (int v = 0; v < 6; v++) {
        rows.append(' ').append(Math.sin(word * 7 + v * v * 3));
      }
      rows.append('\n');
    }
    return Files.writeString(file, rows);
  }

  @Test
  void aParticipantWithoutCoordinatesIsLeftOutAndTheOthersAreShown() throws Exception {
    var brains = new SmallBrains(folder);
    brains.simulate("sim1", .5);
    Path fits = brains.fit("sim1");
    Object[] fit = {
      "fit",
      "--subject",
      "T",
      "--data",
      table(folder.resolve("T.txt")),
      "--features",
      brains.features(),
      "--out",
      fits
    };
    Ran.mitchell(fit).succeeds();
    try (var view = RunningView.start("--model", fits)) {
      var state = view.get("state");
      String text = new String(state.body(), StandardCharsets.UTF_8);
      assertThat(text).contains("\"subject\" : \"sim1\"").doesNotContain("\"subject\" : \"T\"");
    }
    assertThat(Ran.mitchell("view", "--subject", "T", "--model", fits).failsWith(1).err())
        .contains("T have no coordinates", "--coords");
  }

  @Test
  @Tag("external")
  void theTokenIsNoArgumentOfTheBrowser() throws Exception {
    var brains = new SmallBrains(folder);
    brains.simulate("sim1", .5);
    Path fits = brains.fit("sim1");
    Path seen = folder.resolve("seen");
    Path opener =
        Files.writeString(
            folder.resolve("xdg-open"),
            """
            #!/bin/sh
            { printf '%%s\\n' "$*"; cat "$1"; } >'%1$s.new'
            mv '%1$s.new' '%1$s'
            """
                .formatted(seen));
    assertThat(opener.toFile().setExecutable(true)).isTrue();
    var builder =
        new ProcessBuilder(
            Programs.thisJava().resolve("bin/java").toString(),
            "-cp",
            Programs.classPath(),
            Mitchell.class.getName(),
            "view",
            "--model",
            fits.toString());
    builder
        .environment()
        .merge("PATH", folder.toString(), (path, own) -> own + File.pathSeparator + path);
    Process process = builder.redirectError(ProcessBuilder.Redirect.DISCARD).start();
    try {
      String url = new BufferedReader(process.inputReader(StandardCharsets.UTF_8)).readLine();
      while (process.isAlive() && !Files.exists(seen)) {
        TimeUnit.MILLISECONDS.sleep(20);
      }
      List<String> lines = Files.readAllLines(seen);
      String token = url.replaceFirst("http://127\\.0\\.0\\.1:\\d+/([0-9a-f]{32})/", "$1");
      assertThat(lines.get(0)).doesNotContain(token).endsWith("open.html");
      assertThat(String.join("\n", lines.subList(1, lines.size()))).contains("url=" + url);
      Path page = Path.of(lines.get(0));
      assertThat(Files.getPosixFilePermissions(page.getParent()))
          .isEqualTo(PosixFilePermissions.fromString("rwx------"));
      process.destroy();
      process.waitFor();
      assertThat(page.getParent()).doesNotExist();
    } finally {
      process.destroyForcibly();
    }
  }
}
