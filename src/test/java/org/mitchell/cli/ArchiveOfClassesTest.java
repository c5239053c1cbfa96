package org.mitchell.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.jar.JarOutputStream;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The archive of classes with which the launcher halves the time of a start. */
@Tag("external")
class ArchiveOfClassesTest {
  @TempDir private Path folder;

  @Test
  void theClassesOfACommandCanBeArchived() throws Exception {
    Path archive = folder.resolve("classes.jsa");
    Process process =
        new ProcessBuilder(
                Programs.thisJava().resolve("bin/java").toString(),
                "-XX:ArchiveClassesAtExit=" + archive,
                "-XX:ErrorFile=" + folder.resolve("error.log"),
                "-cp",
                jars(),
                Mitchell.class.getName(),
                "features",
                "build",
                "--help")
            .redirectErrorStream(true)
            .redirectOutput(folder.resolve("printed.txt").toFile())
            .start();
    assertThat(process.waitFor()).as(Files.readString(folder.resolve("printed.txt"))).isZero();
    assertThat(Files.size(archive)).isPositive();
  }

  /** The class path with a jar in the place of each folder, which cannot be archived. */
  private String jars() throws IOException {
    var jars = new StringBuilder();
    for (String entry : List.of(Programs.classPath().split(File.pathSeparator))) {
      Path path = Path.of(entry);
      Path jar = Files.isDirectory(path) ? jar(path, jars.length()) : path;
      jars.append(jars.isEmpty() ? "" : File.pathSeparator).append(jar);
    }
    return jars.toString();
  }

  private Path jar(Path classes, int number) throws IOException {
    Path file = folder.resolve("classes-" + number + ".jar");
    try (var jar = new JarOutputStream(Files.newOutputStream(file));
        Stream<Path> paths = Files.walk(classes)) {
      for (Path path : paths.filter(Files::isRegularFile).sorted().toList()) {
        jar.putNextEntry(new ZipEntry(classes.relativize(path).toString().replace('\\', '/')));
        Files.copy(path, jar);
      }
    }
    return file;
  }
}
