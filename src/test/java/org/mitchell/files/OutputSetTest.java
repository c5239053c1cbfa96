package org.mitchell.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OutputSetTest {
  @TempDir Path folder;

  @Test
  void nothingHasItsNameBeforeTheCommit() throws IOException {
    Path map = folder.resolve("map.nii.gz");
    Path sidecar = folder.resolve("map.json");
    Files.writeString(sidecar, "old");
    try (var outputs = new OutputSet()) {
      outputs.write(map, stream -> stream.write(new byte[100_000]));
      outputs.writeText(sidecar, "new");
      assertThat(map).doesNotExist();
      assertThat(sidecar).hasContent("old");
      assertThat(outputs.commit()).containsExactly(map, sidecar);
    }
    assertThat(map).hasSize(100_000);
    assertThat(sidecar).hasContent("new");
    assertThat(names()).containsExactly("map.json", "map.nii.gz");
  }

  @Test
  void withoutACommitNothingIsLeftAndTheOldFileStays() throws IOException {
    Path file = folder.resolve("a.txt");
    Files.writeString(file, "old");
    try (var outputs = new OutputSet()) {
      outputs.writeText(file, "new");
      outputs.writeText(folder.resolve("b.txt"), "new");
      assertThat(names()).hasSize(3);
    }
    assertThat(names()).containsExactly("a.txt");
    assertThat(file).hasContent("old");
  }

  @Test
  void aFullDiskLeavesTheOldFileAndNothingElse() throws IOException {
    Path file = folder.resolve("a.bin");
    Files.writeString(file, "old");
    assertThatThrownBy(
            () ->
                OutputSet.writeOne(
                    file,
                    stream -> {
                      stream.write(new byte[200_000]);
                      throw new IOException("No space left on device");
                    }))
        .isInstanceOf(IOException.class)
        .hasMessage(file + ": could not be written: No space left on device");
    assertThat(names()).containsExactly("a.bin");
    assertThat(file).hasContent("old");
  }

  @Test
  void aContentThatFailsTakesNoPartInTheCommit() throws IOException {
    Path good = folder.resolve("good.txt");
    Path bad = folder.resolve("bad.txt");
    Files.writeString(bad, "old");
    try (var outputs = new OutputSet()) {
      outputs.writeText(good, "good");
      assertThatThrownBy(
              () ->
                  outputs.write(
                      bad,
                      stream -> {
                        stream.write('x');
                        throw new InputException("no such word");
                      }))
          .isInstanceOf(InputException.class)
          .hasMessage("no such word");
      assertThat(outputs.commit()).containsExactly(good);
    }
    assertThat(names()).containsExactly("bad.txt", "good.txt");
    assertThat(bad).hasContent("old");
  }

  @Test
  void ofTwoContentsOfOneFileTheLastCounts() throws IOException {
    Path file = folder.resolve("a.txt");
    try (var outputs = new OutputSet()) {
      outputs.writeText(file, "first");
      outputs.writeText(folder.resolve("x/../a.txt"), "second");
      outputs.commit();
    }
    assertThat(names()).contains("a.txt").noneMatch(name -> name.endsWith(".tmp"));
    assertThat(file).hasContent("second");
  }

  @Test
  void foldersAreMade() throws IOException {
    Path file = folder.resolve("sub-P1/func/map.json");
    OutputSet.writeOne(file, stream -> stream.write("{}".getBytes(StandardCharsets.UTF_8)));
    assertThat(file).hasContent("{}");
  }

  @Test
  void severalThreadsMayWrite() throws IOException {
    List<Path> files = IntStream.range(0, 40).mapToObj(i -> folder.resolve("f" + i)).toList();
    try (var outputs = new OutputSet()) {
      files.parallelStream()
          .forEach(
              file -> {
                try {
                  outputs.writeText(file, file.getFileName().toString());
                } catch (IOException e) {
                  throw new IllegalStateException(e);
                }
              });
      assertThat(outputs.commit()).containsExactlyInAnyOrderElementsOf(files);
    }
    assertThat(names()).hasSize(40);
    assertThat(folder.resolve("f17")).hasContent("f17");
  }

  @Test
  void aFolderIsNoFileToWrite() throws IOException {
    Path file = Files.createDirectory(folder.resolve("taken"));
    assertThatThrownBy(() -> OutputSet.writeOne(file, stream -> stream.write(1)))
        .isInstanceOf(IOException.class)
        .hasMessage(file + ": this is a folder where a file is to be written. Choose another name");
    assertThat(names()).containsExactly("taken");
  }

  /** As root a device such as /dev/null would be gone otherwise. */
  @Test
  void aPipeIsWrittenIntoAndStaysAPipe() throws Exception {
    Path pipe = pipe("pipe");
    OutputSet.requireWritable(pipe);
    CompletableFuture<String> read =
        CompletableFuture.supplyAsync(
            () -> {
              try {
                return Files.readString(pipe);
              } catch (IOException e) {
                throw new UncheckedIOException(e);
              }
            });
    OutputSet.writeOne(pipe, stream -> stream.write("whole".getBytes(StandardCharsets.UTF_8)));
    assertThat(read.get()).isEqualTo("whole");
    assertThat(Files.readAttributes(pipe, BasicFileAttributes.class).isOther()).isTrue();
    assertThat(names()).containsExactly("pipe");
  }

  @Test
  void aTableForAPipeHasNoJsonBesideIt() throws Exception {
    Path pipe = pipe("table.tsv");
    assertThat(OutputSet.isStream(pipe)).isTrue();
    try (var outputs = new OutputSet()) {
      outputs.writeTable(pipe, stream -> stream.write('x'), "{}");
    }
    assertThat(names()).containsExactly("table.tsv");
  }

  private Path pipe(String name) throws Exception {
    Path pipe = folder.resolve(name);
    assertThat(new ProcessBuilder("mkfifo", pipe.toString()).inheritIO().start().waitFor())
        .isZero();
    return pipe;
  }

  @Test
  @Tag("external")
  void standardOutputIsWrittenToAndNotReplaced() throws Exception {
    var result =
        ForkedJava.withSmallFiles(64, folder.resolve("classes"), "write", "/dev/stdout", "3");
    assertThat(result.status()).isZero();
    assertThat(result.output()).startsWith("\0\0\0").contains("written");
    assertThat(Path.of("/dev/stdout")).isSymbolicLink();
  }

  @Test
  void aLinkStaysALinkAndItsFileIsReplaced() throws IOException {
    Path kept = Files.createDirectory(folder.resolve("kept"));
    Path file = Files.writeString(kept.resolve("a.txt"), "old");
    Path link = Files.createSymbolicLink(folder.resolve("link"), Path.of("kept/a.txt"));
    Path second = Files.createSymbolicLink(folder.resolve("second"), link);
    OutputSet.writeOne(second, stream -> stream.write('x'));
    assertThat(file).hasContent("x");
    assertThat(link).isSymbolicLink();
    assertThat(second).isSymbolicLink();
    assertThat(names()).containsExactly("kept", "link", "second");
  }

  @Test
  void aLinkToAFileThatIsNotThereYetMakesIt() throws IOException {
    Path link = Files.createSymbolicLink(folder.resolve("link"), Path.of("new.txt"));
    OutputSet.writeOne(link, stream -> stream.write('x'));
    assertThat(folder.resolve("new.txt")).hasContent("x");
    assertThat(link).isSymbolicLink();
  }

  @Test
  void linksThatLeadBackAreNamed() throws IOException {
    Path one = Files.createSymbolicLink(folder.resolve("one"), Path.of("two"));
    Files.createSymbolicLink(folder.resolve("two"), Path.of("one"));
    assertThatThrownBy(() -> OutputSet.writeOne(one, stream -> stream.write('x')))
        .isInstanceOf(IOException.class)
        .hasMessageStartingWith(one + ": this link leads back to itself");
  }

  @Test
  void whatAKilledRunLeftGoesWithTheNextAndNothingElse() throws Exception {
    Process gone = new ProcessBuilder("true").start();
    gone.waitFor();
    Path file = folder.resolve("a.txt");
    Path left = Files.createFile(folder.resolve(".a.txt." + gone.pid() + ".1f.tmp"));
    Path ofTheLiving =
        Files.createFile(folder.resolve(".a.txt." + ProcessHandle.current().pid() + ".1f.tmp"));
    Path ofAnother = Files.createFile(folder.resolve(".b.txt." + gone.pid() + ".1f.tmp"));
    Path users = Files.createFile(folder.resolve(".a.txt.notes.tmp"));
    OutputSet.writeOne(file, stream -> stream.write('x'));
    assertThat(left).doesNotExist();
    assertThat(List.of(file, ofTheLiving, ofAnother, users)).allMatch(Files::exists);
  }

  @Test
  void whatAKilledRunLeftGoesThoughAnotherHasItsNumberNow() throws Exception {
    Process another = new ProcessBuilder("sleep", "600").start();
    try {
      Path left = Files.createFile(folder.resolve(".a.txt." + another.pid() + ".1f.tmp"));
      Path young = Files.createFile(folder.resolve(".a.txt." + another.pid() + ".2f.tmp"));
      Files.setLastModifiedTime(left, FileTime.from(Instant.now().minusSeconds(60)));
      OutputSet.writeOne(folder.resolve("a.txt"), stream -> stream.write('x'));
      assertThat(left).doesNotExist();
      assertThat(young).exists();
    } finally {
      another.destroyForcibly().waitFor();
    }
  }

  @Test
  void theSha256IsKnownBeforeTheCommit() throws IOException {
    Path file = folder.resolve("a.txt");
    try (var outputs = new OutputSet()) {
      outputs.writeText(file, "abc");
      // FIPS 180-2, appendix B.1.
      assertThat(outputs.sha256(file))
          .isEqualTo("ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
    }
  }

  /** Windows lets nobody read bytes that are locked, not even for their SHA-256. */
  @Test
  void whatIsLockedOfAFileIsNoneOfItsContent() throws IOException {
    try (var outputs = new OutputSet()) {
      outputs.writeText(folder.resolve("a.txt"), "abc");
      try (FileChannel again =
          FileChannel.open(folder.resolve(names().get(0)), StandardOpenOption.WRITE)) {
        assertThat(again.tryLock(0, 1L << 39, false)).isNotNull();
        assertThatThrownBy(again::tryLock).isInstanceOf(OverlappingFileLockException.class);
      }
    }
  }

  @Test
  void tryingWhetherAFileCanBeWrittenLeavesItAsItIs() throws IOException {
    Path file = Files.writeString(folder.resolve("a.txt"), "old");
    OutputSet.requireWritable(file);
    OutputSet.requireWritable(folder.resolve("b.txt"));
    assertThat(file).hasContent("old");
    assertThat(names()).containsExactly("a.txt");
  }

  @ParameterizedTest
  @ValueSource(strings = {"a", "\u00e9", "\u8a9e"})
  void aNameAsLongAsTheFileSystemAllowsIsWritten(String letter) throws IOException {
    int bytes = letter.getBytes(StandardCharsets.UTF_8).length;
    String most = letter.repeat(255 / bytes);
    for (int shorter : List.of(0, 1, 19, 20, 30)) {
      Path file = folder.resolve(most.substring(shorter));
      try (var lock = RunLock.ofFile(file, "predict").orElseThrow()) {
        assertThat(lock).isNotNull();
        OutputSet.requireWritable(file);
        OutputSet.writeOne(file, stream -> stream.write(1));
      }
      assertThat(names()).containsExactly(file.getFileName().toString());
      Files.delete(file);
    }
  }

  @Test
  void namesWithTheSameBeginningHaveTheirOwnLocks() throws IOException {
    String begins = "a".repeat(250);
    try (var one = RunLock.ofFile(folder.resolve(begins + "1"), "predict").orElseThrow();
        var other = RunLock.ofFile(folder.resolve(begins + "2"), "predict").orElseThrow()) {
      assertThat(one).isNotSameAs(other);
    }
    assertThat(names()).isEmpty();
  }

  @Test
  void aLongerNameIsRefusedBeforeTheWorkAndAShorterOneAdvised() {
    Path file = folder.resolve("a".repeat(256));
    assertThatThrownBy(() -> RunLock.ofFile(file, "predict"))
        .isInstanceOf(IOException.class)
        .hasMessageStartingWith("%s: no file can have this name here: ", file)
        .hasMessageEndingWith(". Choose a shorter name");
    assertThatThrownBy(() -> OutputSet.requireWritable(file))
        .hasMessageEndingWith(". Choose a shorter name");
  }

  @Test
  void aFileIsNoFolderToWriteIn() throws IOException {
    Path file = Files.createFile(folder.resolve("file"));
    assertThatThrownBy(() -> OutputSet.writeOne(file.resolve("a.txt"), stream -> stream.write(1)))
        .isInstanceOf(IOException.class)
        .hasMessage(
            "%s: cannot be written: %s is a file, not a folder. Choose another folder", file, file);
  }

  @Test
  void aLinkToNothingIsNoFolderToWriteIn() throws IOException {
    Path link = Files.createSymbolicLink(folder.resolve("link"), Path.of("nowhere"));
    assertThatThrownBy(() -> OutputSet.requireWritable(link.resolve("a.txt")))
        .isInstanceOf(IOException.class)
        .hasMessage(
            "%s: cannot be written: %s is a link to nothing. Choose another folder", link, link);
  }

  @Test
  void aDeviceIsNoFolderToWriteIn() {
    assertThatThrownBy(() -> OutputSet.requireWritable(Path.of("/dev/null/a.txt")))
        .isInstanceOf(IOException.class)
        .hasMessage(
            "/dev/null/a.txt: cannot be written: there is no such pipe or device. Choose another"
                + " name");
  }

  @Test
  @Tag("external")
  void aFolderWithoutPermissionIsNamed() throws Exception {
    Path out = Files.createDirectory(folder.resolve("out"));
    open(folder);
    Files.setPosixFilePermissions(out, PosixFilePermissions.fromString("r-xr-xr-x"));
    var result =
        ForkedJava.asNobody(
            folder.resolve("classes"), "write", out.resolve("a.bin").toString(), "10");
    assertThat(result.output())
        .isEqualToIgnoringNewLines(
            out + ": cannot be written: no permission. Choose another folder");
    assertThat(result.status()).isEqualTo(1);
    assertThat(out).isEmptyDirectory();
  }

  @Test
  @Tag("external")
  void aDiskThatRefusesMoreBytesLeavesNoHalfFile() throws Exception {
    Path out = Files.createDirectory(folder.resolve("out"));
    Path file = out.resolve("a.bin");
    Files.writeString(file, "old");
    var tooMuch =
        ForkedJava.withSmallFiles(8, folder.resolve("classes"), "write", file.toString(), "100000");
    assertThat(tooMuch.output())
        .isEqualToIgnoringNewLines(file + ": could not be written: File too large");
    assertThat(tooMuch.status()).isEqualTo(1);
    assertThat(file).hasContent("old");
    assertThat(out).isDirectoryNotContaining("glob:**.tmp");
    var little =
        ForkedJava.withSmallFiles(8, folder.resolve("again"), "write", file.toString(), "5000");
    assertThat(little.output()).isEqualToIgnoringNewLines("written");
    assertThat(file).hasSize(5000);
  }

  private static void open(Path folder) throws IOException {
    Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxr-xr-x"));
  }

  private List<String> names() throws IOException {
    try (var files = Files.list(folder)) {
      return files.map(file -> file.getFileName().toString()).sorted().toList();
    }
  }
}
