package org.mitchell.corpus.formats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.mitchell.corpus.CorpusInput;
import org.mitchell.files.InputException;

class CorpusFilesTest {
  @TempDir Path folder;
  private final List<String> passedOver = new ArrayList<>();

  @Test
  void aFolderIsItsVisibleFilesSortedAndEachCountsOnce() throws IOException {
    Path late = write("b/late.txt");
    Path early = write("a/early.txt");
    write(".hidden/secret.txt");
    write("a/.DS_Store");

    assertThat(under(late.toString(), folder.toString(), early.toString()))
        .containsExactly(late, early);
  }

  @Test
  void whatIsMissingOrEmptyIsNamed() {
    Path missing = folder.resolve("nowhere");

    assertThatThrownBy(() -> under(missing.toString()))
        .isInstanceOf(InputException.class)
        .hasMessageContaining("nowhere: there is no such file or folder");
    assertThatThrownBy(() -> under(folder.toString()))
        .isInstanceOf(InputException.class)
        .hasMessageContaining("holds no files");
  }

  @Test
  void aLinkThatLeadsBackIsPassedOverAndSaid() throws IOException {
    Path text = write("a/text.txt");
    Files.createSymbolicLink(folder.resolve("a/loop"), folder);

    for (String path : List.of(folder.toString(), folder + "/**.txt", folder + "/a/**/*.txt")) {
      passedOver.clear();
      assertThat(under(path)).as(path).contains(text).allMatch(CorpusFilesTest::isText);
      assertThat(passedOver)
          .as(path)
          .hasSize(1)
          .allMatch(said -> said.endsWith(": this link leads back to a folder above it"));
    }
  }

  private static boolean isText(Path file) {
    return file.getFileName().toString().equals("text.txt");
  }

  @Test
  void aFolderThatMustNotBeReadIsPassedOverAndSaid() throws IOException {
    Path text = write("text.txt");
    Path locked = write("lost+found/text.txt").getParent();
    assertThat(locked.toFile().setReadable(false)).isTrue();
    boolean readAnyway = Files.isReadable(locked); // by the user root
    try {
      for (String path : List.of(folder.toString(), folder + "/**.txt", folder + "/{*,*/*}.txt")) {
        passedOver.clear();
        assertThat(under(path)).as(path).hasSize(readAnyway ? 2 : 1).contains(text);
        assertThat(passedOver).as(path).hasSize(readAnyway ? 0 : 1);
      }
    } finally {
      assertThat(locked.toFile().setReadable(true)).isTrue();
    }
  }

  @Test
  void aPatternWithoutTwoStarsLooksIntoTheFoldersItNamesAndNoOther() throws IOException {
    Path here = write("here.txt");
    Path below = write("a/below.txt");
    write("a/b/deep.txt");
    write("a.txt/inside.md");
    Files.createSymbolicLink(folder.resolve("a/loop"), folder);

    assertThat(under(folder + "/*.txt")).containsExactly(here);
    assertThat(under(folder + "/a/*.txt")).containsExactly(below);
    assertThat(under(folder + "/?/*.txt")).containsExactly(below);
    assertThat(under(folder + "/a/loop/*/below.txt")).hasSize(1);
    assertThat(passedOver).isEmpty();
  }

  @Test
  void aPatternIsTheFilesThatMatchIt() throws IOException {
    Path one = write("shards/a-1.gz");
    Path two = write("shards/a-2.gz");
    write("shards/b-1.gz");
    write("shards/.a-0.gz");
    Path deep = write("shards/deep/a-3.gz");

    assertThat(under(folder + "/shards/a-*.gz")).containsExactly(one, two);
    assertThat(under(folder + "/**/a-[13].gz")).containsExactly(one, deep);
    assertThat(under(folder + "/shards/{a,b}-1.gz")).hasSize(2);
    assertThatThrownBy(() -> under(folder + "/shards/c-*.gz"))
        .isInstanceOf(InputException.class)
        .hasMessageContaining("c-*.gz: no file matches this pattern");
  }

  @Test
  void aFileOfThePatternsNameIsItself() throws IOException {
    Path starred = write("what[1].txt");
    write("what1.txt");

    assertThat(under(starred.toString())).containsExactly(starred);
  }

  @Test
  void aLinkThatLeadsNowhereIsNamed() throws IOException {
    write("texts/a.txt");
    Files.createSymbolicLink(folder.resolve("texts/b.txt"), folder.resolve("gone"));

    for (String path : List.of("/texts", "/texts/*.txt")) {
      assertThatThrownBy(() -> under(folder + path))
          .isInstanceOf(InputException.class)
          .hasMessageContaining("b.txt: this link leads nowhere");
    }
    assertThat(under(folder + "/texts/a*")).hasSize(1);
  }

  /** As an unset variable of a shell gives it. */
  @Test
  void nothingIsNotTheFolderOneIsIn() {
    assertThatThrownBy(() -> under(""))
        .isInstanceOf(InputException.class)
        .hasMessageContaining("got '' where a file, a folder or a pattern is expected");
  }

  @Test
  void aPatternThatIsNoneIsSaid() throws IOException {
    write("a[b.txt");

    for (String pattern : List.of("/{a,b", "/a[c.txt", "/[z-a]")) {
      assertThatThrownBy(() -> under(folder + pattern))
          .isInstanceOf(InputException.class)
          .hasMessageContaining(pattern + ": this is no pattern (")
          .hasMessageContaining("no file has this name");
    }
    assertThat(under(folder + "/a[b.txt")).as("a file of this name").hasSize(1);
  }

  private List<Path> under(String... paths) throws IOException {
    return CorpusFiles.under(
            List.of(paths), (folder, reason) -> passedOver.add(folder + ": " + reason))
        .stream()
        .map(CorpusFile::file)
        .toList();
  }

  @Test
  void aSmallFileIsHashedWhole() throws IOException {
    var identity = new CorpusFile(write("abc.txt")).identity(false);

    // SHA-256 of "abc": FIPS 180-2, appendix B.1
    assertThat(identity.sha256())
        .isEqualTo("ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
    assertThat(identity.hashed()).isEqualTo(CorpusInput.ALL);
    assertThat(identity.bytes()).isEqualTo(3);
  }

  @Test
  void ofALargeFileTheEndsAreHashedUnlessAllIsWanted() throws IOException {
    byte[] content = new byte[(1 << 21) + 7];
    Path file = Files.write(folder.resolve("large"), content);
    var before = new CorpusFile(file).identity(false);
    String whole = new CorpusFile(file).identity(true).sha256();

    content[(1 << 20) + 3] = 1; // neither in the first nor in the last MiB
    Files.write(file, content);
    assertThat(new CorpusFile(file).identity(false).sha256()).isEqualTo(before.sha256());
    assertThat(new CorpusFile(file).identity(true).sha256()).isNotEqualTo(whole);
    content[content.length - 1] = 1;
    Files.write(file, content);
    assertThat(new CorpusFile(file).identity(false).sha256()).isNotEqualTo(before.sha256());
    assertThat(before.hashed()).isEqualTo(CorpusInput.ENDS);
  }

  private Path write(String name) throws IOException {
    Path file = folder.resolve(name);
    Files.createDirectories(file.getParent());
    return Files.writeString(file, "abc");
  }
}
