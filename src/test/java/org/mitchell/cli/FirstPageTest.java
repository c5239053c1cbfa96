package org.mitchell.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.mitchell.provenance.TypedCommand;
import picocli.CommandLine.Help.Ansi;

/** The first page of help, which is a text, against the commands, which are not asked for it. */
class FirstPageTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "mitchell",
        "./mitchell",
        "/home/some one/mitchell",
        "/home/someone/with/a/folder/for/brains/mitchell"
      })
  void thePageIsWhatTheCommandsSayOfThemselves(String typed) {
    System.setProperty("mitchell.command", typed);
    try {
      var commandLine = Mitchell.commandLine();
      for (Ansi colours : List.of(Ansi.OFF, Ansi.ON)) {
        assertThat(FirstPage.text(TypedCommand.program(), colours))
            .as("first-page.txt, where the program is %s", typed)
            .isEqualTo(commandLine.getUsageMessage(colours));
      }
    } finally {
      System.clearProperty("mitchell.command");
    }
  }

  @Test
  void everyCommandIsMadeByItsName() {
    var commandLine = Mitchell.commandLine();
    assertThat(commandLine.getSubcommands().keySet()).containsExactlyElementsOf(Commands.NAMES);
  }

  @Test
  void onlyTheCommandThatIsCalledIsMade() {
    for (String name : Commands.NAMES) {
      assertThat(Commands.called(name, "--help"))
          .isEqualTo(name.equals("help") ? Commands.NAMES : List.of(name));
    }
    assertThat(Commands.called("ft", "--subject")).isEqualTo(Commands.NAMES);
    assertThat(Commands.called("--debug", "fit")).isEqualTo(Commands.NAMES);
  }

  @Test
  void toAskIsDoneAndToCallNothingIsWrongUsage() {
    String page = Ran.mitchell("--help").succeeds().out();
    assertThat(page).startsWith("Usage: mitchell [-hV] COMMAND\n");
    assertThat(Ran.mitchell("-h").succeeds().out()).isEqualTo(page);
    assertThat(Ran.mitchell("help").succeeds().out()).isEqualTo(page);
    Ran nothing = Ran.mitchell();
    assertThat(nothing.status()).isEqualTo(2);
    assertThat(nothing.err()).isEqualTo(page);
    assertThat(nothing.out()).isEmpty();
  }

  @Test
  void eachSummaryOnThePageIsAWholeSentence() {
    var summaries = new ArrayList<String>();
    boolean commands = false;
    for (String line : FirstPage.text("mitchell", Ansi.OFF).split("\n")) {
      if (commands && line.matches("  [a-z]+ +[A-Z].*")) {
        summaries.add(line);
      } else if (commands && line.startsWith("   ")) {
        summaries.add(summaries.remove(summaries.size() - 1) + " " + line.strip());
      }
      commands = line.equals("Commands:") || commands && !line.isEmpty();
    }
    assertThat(summaries).hasSameSizeAs(Commands.NAMES).allMatch(text -> text.endsWith("."));
    for (String summary : summaries) {
      String name = summary.strip().split(" ")[0];
      var page = Mitchell.commandLine().getSubcommands().get(name).getUsageMessage(Ansi.OFF);
      String whole = page.replaceAll("\\s+", " ");
      assertThat(whole)
          .contains(summary.substring(2 + name.length()).strip().replaceAll(" +", " "));
    }
  }
}
