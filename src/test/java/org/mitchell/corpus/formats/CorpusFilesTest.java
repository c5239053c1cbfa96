package org.mitchell.corpus.formats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.mitchell.corpus.CountedInput;
import org.mitchell.files.InputException;
import org.mitchell.jobs.Workers;

class CorpusFilesTest {
  @TempDir Path folder;

  @Test
  void aFolderIsItsVisibleFilesSortedAndEachCountsOnce() throws IOException {
    Path late = write("b/late.txt");
    Path early = write("a/early.txt");
    write(".hidden/secret.txt");
    write("a/.DS_Store");

    assertThat(CorpusFiles.under(List.of(late, folder, early)))
        .extracting(CorpusFile::file)
        .containsExactly(late, early);
  }

  @Test
  void whatIsMissingOrEmptyIsNamed() {
    Path missing = folder.resolve("nowhere");

    assertThatThrownBy(() -> CorpusFiles.under(List.of(missing)))
        .isInstanceOf(InputException.class)
        .hasMessageContaining("nowhere: there is no such file or folder");
    assertThatThrownBy(() -> CorpusFiles.under(List.of(folder)))
        .isInstanceOf(InputException.class)
        .hasMessageContaining("holds no files");
  }

  @Test
  void aLinkThatLeadsBackIsNamed() throws IOException {
    write("a/text.txt");
    Files.createSymbolicLink(folder.resolve("a/loop"), folder);

    assertThatThrownBy(() -> CorpusFiles.under(List.of(folder)))
        .isInstanceOf(InputException.class)
        .hasMessageContaining("loop: this link leads back");
  }

  @Test
  void fingerprintsAreOfTheStoredBytes() throws IOException {
    Path file = write("abc.txt");
    try (var workers = new Workers(2)) {
      // SHA-256 of "abc": FIPS 180-2, appendix B.1
      assertThat(CorpusFiles.fingerprints(List.of(new CorpusFile(file)), workers))
          .containsExactly(
              new CountedInput(
                  file.toString(),
                  3,
                  "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"));
    }
  }

  private Path write(String name) throws IOException {
    Path file = folder.resolve(name);
    Files.createDirectories(file.getParent());
    return Files.writeString(file, "abc");
  }
}
