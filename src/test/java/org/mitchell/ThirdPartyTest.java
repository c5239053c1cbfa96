package org.mitchell;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Whatever is on the class path is named with its licence, or serves the tests alone. */
class ThirdPartyTest {
  private static final Pattern ONLY_FOR_TESTS =
      Pattern.compile(
          "junit-.*|apiguardian-api|opentest4j|assertj-core|byte-buddy|archunit.*|extjwnl"
              + "|concurrentlinkedhashmap-lru|english-pos-dict|morfologik-.*|playwright|driver|gson"
              + "|error_prone_annotations|dequeutilites|surefire-.*");

  private static List<String> libraries() {
    String classPath =
        System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
    return Stream.of(classPath.split(File.pathSeparator))
        .map(entry -> Path.of(entry).getFileName().toString())
        .filter(name -> name.endsWith(".jar"))
        .map(name -> name.replaceFirst("-\\d[^/]*\\.jar$", ""))
        .filter(name -> !ONLY_FOR_TESTS.matcher(name).matches())
        .distinct()
        .toList();
  }

  @Test
  void everyLibraryOfTheProgramIsNamedWithItsLicence() throws IOException {
    String notices = Files.readString(Path.of("NOTICE"));
    List<String> libraries = libraries();
    assertThat(libraries).contains("picocli", "jackson-databind", "stax2-api");
    assertThat(libraries)
        .allSatisfy(
            name -> assertThat(notices).containsPattern("\\b" + Pattern.quote(name) + "\\b"));
  }
}
