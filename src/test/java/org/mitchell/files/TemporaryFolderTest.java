package org.mitchell.files;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TemporaryFolderTest {
  @TempDir private Path folder;

  @Test
  void aFolderGoesWithAllThatIsInItWhenItIsClosed() throws IOException {
    try (var temporary = TemporaryFolder.in(folder, "words")) {
      Files.writeString(temporary.path().resolve("run"), "abc");
      assertThat(folder).isDirectoryContaining(path -> path.equals(temporary.path()));
    }
    assertThat(folder).isEmptyDirectory();
  }

  @Test
  void whatAKilledProcessLeftGoesAndNothingElse() throws IOException, InterruptedException {
    var ended = new ProcessBuilder("true").start();
    ended.waitFor();
    long alive = ProcessHandle.current().pid();
    Path dead = write(".words-%d-1f/run".formatted(ended.pid()));
    Path living = write(".words-%d-1f/run".formatted(alive));
    Path others = write(".other-%d-1f/run".formatted(ended.pid()));
    Path users = write(".words-mine/run");

    TemporaryFolder.in(folder, "words").close();

    assertThat(dead.getParent()).doesNotExist();
    assertThat(living).exists();
    assertThat(others).exists();
    assertThat(users).exists();
  }

  private Path write(String name) throws IOException {
    Path file = folder.resolve(name);
    Files.createDirectories(file.getParent());
    return Files.writeString(file, "abc");
  }
}
