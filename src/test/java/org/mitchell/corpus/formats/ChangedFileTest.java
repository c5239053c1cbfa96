package org.mitchell.corpus.formats;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileTime;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.mitchell.corpus.CorpusInput;
import org.mitchell.files.InputException;

/** A file that is not the one any more that it was when the counting began. */
class ChangedFileTest {
  private static final FileTime BEFORE = FileTime.fromMillis(1_700_000_000_000L);

  @TempDir private Path folder;
  private CorpusFile file;
  private CorpusInput before;

  @BeforeEach
  void write() throws IOException {
    Path path = Files.writeString(folder.resolve("text"), "The cow ate celery.");
    Files.setLastModifiedTime(path, BEFORE);
    file = new CorpusFile(path);
    before = file.identity(false);
  }

  @Test
  void theSameFileIsTheSame() {
    assertThatCode(() -> file.requireSame(before)).doesNotThrowAnyException();
  }

  @Test
  void aFileThatShrankIsToldWithTheByteWhereItEnds() throws IOException {
    Files.writeString(file.file(), "The cow");

    assertThatThrownBy(() -> file.requireSame(before))
        .isInstanceOf(InputException.class)
        .hasMessageStartingWith(file.name() + ": from byte 7 on: the file changed")
        .hasMessageContaining("7 bytes now where it had 19");
  }

  @Test
  void aFileThatGrewIsToldWithTheByteWhereItEnded() throws IOException {
    Files.writeString(file.file(), " More.", StandardOpenOption.APPEND);

    assertThatThrownBy(() -> file.requireSame(before))
        .isInstanceOf(InputException.class)
        .hasMessageContaining("from byte 19 on")
        .hasMessageContaining("25 bytes now where it had 19");
  }

  @Test
  void aFileWrittenAnewIsAnotherOneThoughItIsAsLong() throws IOException {
    Files.writeString(file.file(), "The dog ate celery.");

    assertThatThrownBy(() -> file.requireSame(before))
        .isInstanceOf(InputException.class)
        .hasMessageContaining("written anew");
  }

  @Test
  void aFileThatIsGoneHasNoBytes() throws IOException {
    Files.delete(file.file());

    assertThatThrownBy(() -> file.requireSame(before))
        .isInstanceOf(InputException.class)
        .hasMessageContaining("0 bytes now where it had 19");
  }
}
