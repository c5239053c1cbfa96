package org.mitchell.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** {@code ./mitchell install} in a checkout whose launcher starts the classes under test. */
@Tag("external")
class InstallTest {
  private static final Path SCRIPT = Path.of("src/packaging/install.sh");

  @TempDir private Path folder;

  private Path checkout() throws IOException {
    Path checkout = Checkout.in(folder).folder();
    Path script = checkout.resolve(SCRIPT);
    Files.createDirectories(script.getParent());
    Files.createDirectories(checkout.resolve("src/main"));
    Files.copy(SCRIPT, script);
    return checkout;
  }

  private static Ran install(Path checkout, Object... words) throws Exception {
    Object[] all = Stream.concat(Stream.of("src/packaging/install.sh"), Stream.of(words)).toArray();
    return Programs.bash(Map.of(), checkout, all);
  }

  private static List<String> filesIn(Path prefix) throws IOException {
    try (Stream<Path> files = Files.walk(prefix)) {
      return files
          .filter(file -> !Files.isDirectory(file))
          .map(file -> prefix.relativize(file).toString())
          .sorted()
          .toList();
    }
  }

  @Test
  void whatIsInstalledIsTakenAwayAgainAndNothingElse() throws Exception {
    Path checkout = checkout();
    Path prefix = Files.createDirectories(folder.resolve("a prefix"));
    Files.createDirectories(prefix.resolve("bin"));
    Files.writeString(prefix.resolve("bin/other"), "of another program");
    install(checkout, "install", "--no-man", "--prefix", prefix).succeeds();
    assertThat(filesIn(prefix))
        .containsExactly(
            "bin/mitchell",
            "bin/other",
            "share/bash-completion/completions/mitchell",
            "share/fish/vendor_completions.d/mitchell.fish",
            "share/mitchell/installed",
            "share/zsh/site-functions/_mitchell");
    Ran version =
        Programs.bash(Map.of(), folder, "-c", "'" + prefix + "/bin/mitchell' --version").succeeds();
    assertThat(version.out()).startsWith("mitchell ");
    install(checkout, "install", "--no-man", "--prefix", prefix).succeeds(); // again
    install(checkout, "uninstall", "--prefix", prefix).succeeds();
    assertThat(filesIn(prefix)).containsExactly("bin/other");
    assertThat(install(checkout, "uninstall", "--prefix", prefix).status()).isEqualTo(1);
  }

  @Test
  void aFileOfAnotherProgramIsNotOverwritten() throws Exception {
    Path checkout = checkout();
    Path prefix = folder.resolve("prefix");
    Files.createDirectories(prefix.resolve("bin"));
    Files.writeString(prefix.resolve("bin/mitchell"), "of another program");
    Ran ran = install(checkout, "install", "--no-man", "--prefix", prefix);
    assertThat(ran.status()).isEqualTo(1);
    assertThat(ran.err()).contains("bin/mitchell: is there already");
    assertThat(filesIn(prefix)).containsExactly("bin/mitchell");
    assertThat(install(checkout, "install", "--prefx=x").status()).isEqualTo(2);
  }

  @Test
  void nothingIsTakenAwayWhereNothingIsAndNoFolderIsMade() throws Exception {
    Path checkout = checkout();
    Path prefix = folder.resolve("prefix");
    Ran nothing = install(checkout, "uninstall", "--prefix", prefix);
    assertThat(nothing.status()).isEqualTo(1);
    assertThat(nothing.err()).contains("nothing was installed here");
    assertThat(prefix).doesNotExist();
  }

  @Test
  void aRefusedInstallationLeavesNoFolder() throws Exception {
    Path checkout = checkout();
    Files.writeString(checkout.resolve("mitchell"), "#!/bin/sh\nexit 1\n");
    Path prefix = folder.resolve("new/prefix");
    assertThat(install(checkout, "install", "--no-man", "--prefix", prefix).status()).isNotZero();
    assertThat(folder.resolve("new")).doesNotExist();
  }

  /** A shell that looks for folders elsewhere finds this one all the same. */
  @Test
  void aRelativePrefixIsBelowTheFolderOfTheCommand() throws Exception {
    Path checkout = checkout();
    Files.createDirectories(folder.resolve("elsewhere/here"));
    Object[] words = {SCRIPT, "install", "--no-man", "--prefix", "here"};
    Programs.bash(Map.of("CDPATH", folder.resolve("elsewhere").toString()), checkout, words)
        .succeeds();
    assertThat(filesIn(checkout.resolve("here"))).contains("bin/mitchell");
    assertThat(filesIn(folder.resolve("elsewhere"))).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"install", "uninstall"})
  void aPrefixIsAFolderAndNoOption(String what) throws Exception {
    Path checkout = checkout();
    for (List<String> words : List.of(List.of("--prefix="), List.of("--prefix", "--no-man"))) {
      Ran ran = install(checkout, Stream.concat(Stream.of(what), words.stream()).toArray());
      assertThat(ran.status()).isEqualTo(2);
      assertThat(ran.err()).contains("--prefix: a folder is expected");
    }
    assertThat(checkout.resolve("--no-man")).doesNotExist();
  }

  @Test
  void fishIsOfferedTheOptionsOfACommandAndTheirWords() {
    String script = Ran.mitchell("completion", "--shell", "fish").succeeds().out();
    assertThat(script.lines())
        .anyMatch(line -> line.startsWith("complete -c mitchell -n '__mitchell_at' -f -a fit -d"))
        .anyMatch(
            line ->
                line.startsWith(
                    "complete -c mitchell -n '__mitchell_in fit' -l preset -x -a 'paper strict'"))
        .anyMatch(
            line ->
                line.startsWith("complete -c mitchell -n '__mitchell_at corpus' -f -a count -d"))
        .anyMatch(line -> line.contains("-a help -d 'Display help information"))
        .noneMatch(line -> line.contains("%%") || line.contains("%n"));
  }

  @Test
  void theScriptForPythonReadsWhatAFitLeft() throws Exception {
    Path table = Path.of("examples/own-table");
    Path out = folder.resolve("out");
    Ran.mitchell(
            "fit",
            "--subject",
            "me",
            "--data",
            table.resolve("responses.csv").toString(),
            "--coords",
            table.resolve("coordinates.csv").toString(),
            "--features",
            table.resolve("ratings.csv").toString(),
            "--ridge",
            "1",
            "--out",
            out.toString())
        .succeeds();
    Ran ran =
        Programs.python(Path.of("").toAbsolutePath(), "examples/read_outputs.py", out, "me")
            .succeeds();
    List<String> shown = ran.out().lines().skip(1).toList();
    assertThat(shown).hasSize(2);
    assertThat(Files.readString(Path.of("docs/python-and-r.md"))).contains(shown);
  }
}
