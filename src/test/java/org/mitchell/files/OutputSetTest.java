package org.mitchell.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.stream.IntStream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

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
  void whatIsNoOrdinaryFileIsNotReplaced() throws Exception {
    Path pipe = folder.resolve("pipe");
    assertThat(new ProcessBuilder("mkfifo", pipe.toString()).inheritIO().start().waitFor())
        .isZero();
    for (ThrowingCallable writing :
        List.<ThrowingCallable>of(
            () -> OutputSet.writeOne(pipe, stream -> stream.write(1)),
            () -> OutputSet.requireWritable(pipe))) {
      assertThatThrownBy(writing)
          .isInstanceOf(IOException.class)
          .hasMessageStartingWith(pipe + ": this is no ordinary file");
    }
    assertThat(Files.readAttributes(pipe, BasicFileAttributes.class).isOther()).isTrue();
    assertThat(names()).containsExactly("pipe");
  }

  @Test
  void tryingWhetherAFileCanBeWrittenLeavesItAsItIs() throws IOException {
    Path file = Files.writeString(folder.resolve("a.txt"), "old");
    OutputSet.requireWritable(file);
    OutputSet.requireWritable(folder.resolve("b.txt"));
    assertThat(file).hasContent("old");
    assertThat(names()).containsExactly("a.txt");
  }

  @Test
  void aFileIsNoFolderToWriteIn() throws IOException {
    Path file = Files.createFile(folder.resolve("file"));
    assertThatThrownBy(() -> OutputSet.writeOne(file.resolve("a.txt"), stream -> stream.write(1)))
        .isInstanceOf(IOException.class)
        .hasMessage(
            "%s: cannot be written: %s is a file, not a folder. Choose another folder with --out",
            file, file);
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
            out + ": cannot be written: no permission. Choose another folder with --out");
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
