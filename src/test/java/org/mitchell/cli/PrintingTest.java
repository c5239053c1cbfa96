package org.mitchell.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.mitchell.cli.text.Printable;
import tools.jackson.databind.json.JsonMapper;

/** What reaches a terminal, and what happens where it does not arrive. */
class PrintingTest {
  /** A new window title, a CSI in C1, a delete, an override of direction. */
  private static final String HOSTILE = "a\u001b]0;owned\u0007\u009b31m\u007f\u202ebc";

  /** What a table may hold too. */
  private static final String CELL = "a\u202eb\u2066c";

  private static final String SHOWN = "a\\u202eb\\u2066c";

  @TempDir private Path folder;

  private static void isHarmless(String printed) {
    assertThat(printed.codePoints().filter(c -> c != '\n' && c != '\t'))
        .noneMatch(Character::isISOControl)
        .noneMatch(c -> c >= 0x2028 && c <= 0x202e || c >= 0x2066 && c <= 0x2069);
  }

  private Path table() throws IOException {
    return Files.writeString(
        folder.resolve("features.csv"), "word,see,eat\n" + CELL + ",1,2\ndog,2,1\n");
  }

  @Test
  void controlCharactersOfCellsAreShownAndNotObeyed() throws IOException {
    Ran missing = Ran.mitchell("features", "show", "dgo", "--features", table()).failsWith(1);
    isHarmless(missing.err());

    Ran built =
        Ran.mitchell("features", "show", CELL, "--features", folder.resolve("features.csv"));
    isHarmless(built.out());
    isHarmless(built.err());
    assertThat(built.out() + built.err()).contains(SHOWN);
  }

  @Test
  void thoseOfNamesAndPathsToo() {
    isHarmless(Ran.mitchell("fit", "--subject", "P1", "--data", folder + HOSTILE + "\r").err());
    isHarmless(Ran.mitchell("fit", "--subject", HOSTILE).err());
    isHarmless(Ran.mitchell("fit", "--sub" + HOSTILE, "P1").err());
    isHarmless(Ran.mitchell(HOSTILE).err());
    isHarmless(Ran.mitchell("help", HOSTILE).err());
    isHarmless(Ran.mitchell("fit", "--subject", "P1", "--threads", HOSTILE).err());
    isHarmless(Ran.mitchell("fit", "--subject", "P1", "--debug", "--data", HOSTILE).err());
  }

  @Test
  void jsonOnATerminalIsHarmlessAndMeansTheSame() throws IOException {
    Ran ran = Ran.mitchell("features", "show", CELL, "--features", table(), "--json");
    isHarmless(ran.out());
    // Marks that nobody sees are no part of a word.
    assertThat(ran.succeeds().json().path("word").asString()).isEqualTo("abc");
  }

  @Test
  void lettersOfAllScriptsStay() {
    String words = "Bär, 犬, कुत्ता, כלב, e\u0301, \ud83d\udc15";
    assertThat(Printable.line(words)).isEqualTo(words);
    assertThat(Printable.lines("{\n\t\"a\": 1\n}\n")).isEqualTo("{\n\t\"a\": 1\n}\n");
    assertThat(JsonMapper.shared().readTree(Printable.lines("{\"a\": \"\u202e\"}")).toString())
        .isEqualTo("{\"a\":\"\u202e\"}");
  }

  private Ran shell(String script) throws Exception {
    String java =
        "'%s' -cp '%s' %s"
            .formatted(
                Programs.thisJava().resolve("bin/java"),
                Programs.classPath(),
                Mitchell.class.getName());
    return Programs.bash(Map.of(), folder, "-c", script.replace("MITCHELL", java));
  }

  @Tag("external")
  @ParameterizedTest
  @ValueSource(strings = {"corpus list --json", "corpus list", "--help", "--version"})
  void aResultThatCannotBeWrittenIsNoSuccess(String command) throws Exception {
    Ran ran = shell("MITCHELL " + command + " >/dev/full");
    assertThat(ran.status()).isEqualTo(1);
    assertThat(ran.err()).startsWith("mitchell: standard output could not be written: ");
    assertThat(ran.err().lines()).hasSize(1);
  }

  @Tag("external")
  @Test
  void whoReadsAndGoesAwayHearsNothing() throws Exception {
    Ran ran = shell("MITCHELL corpus list | true; exit ${PIPESTATUS[0]}");
    assertThat(ran.status()).as("128 + SIGPIPE").isEqualTo(141);
    assertThat(ran.err()).isEmpty();
  }
}
