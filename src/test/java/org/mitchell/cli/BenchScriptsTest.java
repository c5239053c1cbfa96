package org.mitchell.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * src/bench/reproduce.sh makes the figures of README and docs again: without being run for hours.
 */
class BenchScriptsTest {
  private static final Path BENCH = Path.of("src/bench");
  private static final Path REPRODUCE = BENCH.resolve("reproduce.sh");

  /** What other scripts import or call, what compares two versions, what is called by hand. */
  private static final Set<String> NO_FIGURES =
      Set.of("measured.py", "same_bytes.py", "embed.py", "reproduce.sh");

  private static final Pattern OPTION = Pattern.compile("(?<![\\w-])--[a-z][a-z-]*");
  private static final Pattern SCRIPT = Pattern.compile("src/bench/(\\w+\\.(?:py|sh))");
  private static final Pattern OWN = Pattern.compile("add_argument\\(['\"](--[a-z-]+)");
  private static final Pattern TEST = Pattern.compile("-Dtest=([\\w,]+)");

  /** A misspelt one that is to be refused; reproduce.sh's, git's, setpriv's, pip's. */
  private static final Set<String> OF_OTHERS =
      Set.of(
          "--subjct",
          "--show-toplevel",
          "--reuid",
          "--clear-groups",
          "--help",
          "--list",
          "--platform",
          "--only-binary",
          "--no-deps");

  private static Set<String> found(Pattern pattern, String text) {
    return pattern
        .matcher(text)
        .results()
        .map(result -> result.groupCount() > 0 ? result.group(1) : result.group())
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private static List<Path> scripts() throws IOException {
    try (Stream<Path> files = Files.list(BENCH)) {
      return files.filter(file -> file.toString().matches(".*\\.(py|sh)")).sorted().toList();
    }
  }

  private static Set<String> ofPeers() throws IOException {
    var options = new TreeSet<String>();
    try (Stream<Path> peers = Files.list(BENCH.resolve("peers"))) {
      for (Path peer : peers.toList()) {
        options.addAll(found(OWN, Files.readString(peer)));
      }
    }
    return options;
  }

  @Test
  void everyScriptThatMeasuresIsCalledAndIsThere() throws IOException {
    Set<String> called = found(SCRIPT, Files.readString(REPRODUCE));
    called.removeAll(NO_FIGURES);
    assertThat(called)
        .containsExactlyElementsOf(
            scripts().stream()
                .map(file -> file.getFileName().toString())
                .filter(name -> !NO_FIGURES.contains(name))
                .toList());
  }

  @Test
  void testsThatAreCalledAreThere() throws IOException {
    Set<String> classes;
    try (Stream<Path> files = Files.walk(Path.of("src/test/java"))) {
      classes =
          files
              .map(file -> file.getFileName().toString().replaceFirst("\\.java$", ""))
              .collect(Collectors.toSet());
    }
    for (String tests : found(TEST, Files.readString(REPRODUCE))) {
      assertThat(classes).contains(tests.split(","));
    }
  }

  /** Their own options, and those of this program: one that is renamed there fails here. */
  @Test
  void optionsThatScriptsGiveAreThoseOfTheProgram() throws IOException {
    Set<String> program = found(OPTION, Ran.mitchell("completion").succeeds().out());
    program.addAll(ofPeers());
    program.addAll(OF_OTHERS);
    var unknown = new TreeMap<String, Set<String>>();
    for (Path script : scripts()) {
      String text = Files.readString(script);
      Set<String> options = found(OPTION, text);
      options.removeAll(found(OWN, text));
      options.removeAll(program);
      if (!options.isEmpty()) {
        unknown.put(script.getFileName().toString(), options);
      }
    }
    assertThat(unknown).isEmpty();
  }
}
