package org.mitchell.cli.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.mitchell.files.InputException;
import org.mitchell.files.Remedy;

/** What helps: options on the command line, plain words elsewhere, as in the browser. */
class RemediesTest {
  private static final Path SOURCES = Path.of("src/main/java/org/mitchell");

  /** The command line, and the report, which says what to type next. */
  private static final List<String> NAME_OPTIONS = List.of("cli", "report");

  /** Options of other programs: Spark's, optimum's, FreeSurfer's. */
  private static final List<String> OF_OTHER_PROGRAMS =
      List.of("SparkSubmission", "SparkInstallation", "EncoderFiles", "SurfaceMesh");

  private static final Pattern STRING_WITH_OPTION =
      Pattern.compile("\"(?:[^\"\\\\]|\\\\.)*--[a-z](?:[^\"\\\\]|\\\\.)*\"");

  @Test
  void noOtherRoomNamesOptionsOfTheCommandLine() throws IOException {
    var found = new ArrayList<String>();
    try (Stream<Path> files = Files.walk(SOURCES)) {
      for (Path file : files.filter(one -> one.toString().endsWith(".java")).toList()) {
        String room = SOURCES.relativize(file).getName(0).toString();
        String name = file.getFileName().toString().replace(".java", "");
        if (!NAME_OPTIONS.contains(room) && !OF_OTHER_PROGRAMS.contains(name)) {
          Files.readAllLines(file).stream()
              .filter(line -> STRING_WITH_OPTION.matcher(line).find())
              .forEach(line -> found.add(SOURCES.relativize(file) + ": " + line.strip()));
        }
      }
    }
    assertThat(found).isEmpty();
  }

  @ParameterizedTest
  @EnumSource(Remedy.class)
  void theLibraryNamesNoOptionAndTheCommandLineDoes(Remedy remedy) {
    String words = words(remedy);
    assertThat(words).doesNotContain("--").doesNotEndWith(".");
    String said = Remedies.inOptions("voxels.tsv: line 3: got nan. " + words);
    assertThat(said).startsWith("voxels.tsv: line 3: got nan. ").contains("--").doesNotEndWith(".");
    assertThat(Remedies.inOptions(said)).as("said in options already").isEqualTo(said);
  }

  @ParameterizedTest
  @EnumSource(Remedy.class)
  void wordsAreKnownWithinOtherSentencesAndInBrackets(Remedy remedy) {
    String said = Remedies.inOptions("Got nan. " + words(remedy)).substring("Got nan. ".length());
    assertThat(Remedies.inOptions("here. %s; or else".formatted(words(remedy))))
        .isEqualTo("here. %s; or else".formatted(said));
    assertThat(Remedies.inOptions("left out (%s)".formatted(words(remedy))))
        .isEqualTo("left out (%s)".formatted(said));
  }

  @ParameterizedTest
  @EnumSource(Remedy.class)
  void wordsOfOneAreNotTakenForThoseOfAnother(Remedy remedy) {
    if (!remedy.pattern().contains("%")) {
      assertThat(Remedies.inOptions(remedy.words())).isEqualTo(Remedies.options(remedy));
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"UTF-16", "$1 \\ %s"})
  void whatIsNamedStandsAsItIs(String named) {
    assertThat(Remedies.inOptions("line 1: " + Remedy.LIKELY_ENCODING.words(named)))
        .isEqualTo(
            "line 1: It looks like %1$s: --encoding %1$s reads it so, or save it as UTF-8"
                .formatted(named));
  }

  @Test
  void anErrorHasTheWordsOfWhatHelps() {
    var error = new InputException("voxels.tsv: got none", Remedy.COORDINATES);
    assertThat(error).hasMessage("voxels.tsv: got none. Fit with a file of coordinates");
    assertThat(Remedies.inOptions(error.getMessage()))
        .isEqualTo("voxels.tsv: got none. Fit with --coords FILE");
  }

  private static String words(Remedy remedy) {
    return remedy.words("one", "two");
  }
}
