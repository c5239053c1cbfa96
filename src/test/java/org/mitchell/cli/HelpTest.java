package org.mitchell.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine;

/** The help of every command. */
class HelpTest {
  private static final Set<String> WITH_CHANCE =
      Set.of(
          "vectors train",
          "vectors benchmark",
          "norms fit",
          "norms predict",
          "norms compare",
          "evaluate",
          "compare",
          "similarity",
          "leak",
          "across",
          "map",
          "regions",
          "simulate",
          "power",
          "demo");

  private static Stream<CommandLine> all(CommandLine command) {
    return Stream.concat(
        Stream.of(command), command.getSubcommands().values().stream().flatMap(HelpTest::all));
  }

  /** By the words that name them, {@code mitchell} first. */
  static Stream<String> commands() {
    return all(Mitchell.commandLine()).map(c -> c.getCommandSpec().qualifiedName());
  }

  private static CommandLine command(String name) {
    return all(Mitchell.commandLine())
        .filter(c -> c.getCommandSpec().qualifiedName().equals(name))
        .findFirst()
        .orElseThrow();
  }

  private static String help(CommandLine command, int width) {
    command.setUsageHelpWidth(width);
    return command.getUsageMessage(CommandLine.Help.Ansi.OFF);
  }

  /** Whether a line goes on with what the one before it says. */
  private static boolean goesOn(String before, String line) {
    boolean text = !before.startsWith(" ") && !line.startsWith(" ") && !before.contains(":  ");
    boolean besideAName =
        (before.startsWith(" ".repeat(10)) || before.strip().contains("  "))
            && line.startsWith(" ".repeat(10));
    boolean command = line.strip().startsWith("mitchell ");
    boolean ended = before.endsWith(".") && Character.isUpperCase(line.charAt(0));
    return (text || besideAName) && !ended && !command;
  }

  @ParameterizedTest
  @MethodSource("commands")
  void linesAreAsLongAsTheWidthAllows(String name) {
    for (int width : new int[] {80, 120}) {
      String help = help(command(name), width);
      String[] lines = help.substring(help.indexOf("Usage:")).split("\n");
      assertThat(lines).allMatch(line -> line.length() <= width);
      int first = 1;
      while (lines[first].startsWith(" ")) {
        first++; // the synopsis
      }
      for (int i = first; i + 1 < lines.length; i++) {
        if (!lines[i].isBlank() && !lines[i + 1].isBlank() && goesOn(lines[i], lines[i + 1])) {
          int together = lines[i].length() + 1 + lines[i + 1].strip().split(" ")[0].length();
          assertThat(together)
              .as("in %d columns '%s' ends where '%s' has room", width, lines[i], lines[i + 1])
              .isGreaterThanOrEqualTo(width);
        }
      }
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {80, 120})
  void wordsAreNotBroken(int width) {
    assertThat(help(command("mitchell corpus count"), width))
        .contains("spark://HOST:7077", "spark.executor.memory=2g", "article.body");
    assertThat(help(command("mitchell figure surface"), width)).contains("(.gii", ".gii.gz)");
    assertThat(help(command("mitchell map"), width)).contains(".08,", ".001,");
  }

  @ParameterizedTest
  @MethodSource("commands")
  void everyCommandHasAnExampleThatParses(String name) {
    if (name.equals("mitchell")) {
      return;
    }
    List<String> lines = help(command(name), 80).lines().toList();
    int at = lines.indexOf("Example:");
    List<String> examples = at < 0 ? List.of() : lines.subList(at + 1, lines.size());
    assertThat(examples).as("examples of %s", name).isNotEmpty();
    for (String example : examples) {
      assertThat(example).startsWith("  mitchell ").startsWith("  " + name.split(" ", 3)[0]);
      Mitchell.commandLine()
          .parseArgs(
              Pattern.compile("\"[^\"]*\"|'[^']*'|\\S+")
                  .matcher(example)
                  .results()
                  .skip(1)
                  .map(word -> word.group().replaceAll("[\"']", ""))
                  .filter(word -> !word.startsWith(">"))
                  .toArray(String[]::new));
    }
  }

  @ParameterizedTest
  @MethodSource("commands")
  void aSeedIsWhereChanceIs(String name) {
    boolean has = command(name).getCommandSpec().optionsMap().containsKey("--seed");
    assertThat(has).isEqualTo(WITH_CHANCE.contains(name.replace("mitchell ", "")));
  }

  @Test
  void everySummaryIsAWholeSentence() {
    for (CommandLine command : Mitchell.commandLine().getSubcommands().values()) {
      String summary = command.getCommandSpec().usageMessage().description()[0];
      assertThat(summary).as(command.getCommandName()).endsWith(Character.toString('.' + 0x100));
    }
    String first = help(Mitchell.commandLine(), 80);
    assertThat(first.lines().filter(line -> line.matches("  [a-z]+ +[A-Z].*")))
        .hasSameSizeAs(Commands.NAMES);
  }
}
