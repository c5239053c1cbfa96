package org.mitchell.files;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
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

  /** Numbers of processes come again, and threads have such numbers too. */
  @Test
  void whatAKilledProcessLeftGoesThoughAnotherHasItsNumberNow()
      throws IOException, InterruptedException {
    Process another = new ProcessBuilder("sleep", "600").start();
    try {
      Path old = write(".words-%d-1f/run".formatted(another.pid()));
      Path young = write(".words-%d-2f/run".formatted(another.pid()));
      FileTime before = FileTime.from(Instant.now().minusSeconds(60));
      Files.setLastModifiedTime(old.getParent(), before);
      TemporaryFolder.in(folder, "words").close();
      assertThat(old.getParent()).doesNotExist();
      assertThat(young).exists();
    } finally {
      another.destroyForcibly().waitFor();
    }
  }

  private Path write(String name) throws IOException {
    Path file = folder.resolve(name);
    Files.createDirectories(file.getParent());
    return Files.writeString(file, "abc");
  }
}
