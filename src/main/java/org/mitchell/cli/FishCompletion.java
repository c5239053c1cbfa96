package org.mitchell.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import picocli.CommandLine;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;

/** The script that lets fish complete commands and options; for bash and zsh picocli has one. */
final class FishCompletion {
  /**
   * Where on the line options and commands are offered: behind the words of their command, told
   * from options by their first character.
   */
  private static final String FUNCTIONS =
      """
      function __mitchell_words
          for word in (commandline -opc)[2..-1]
              string match -q -- '-*' $word; and break
              echo $word
          end
      end
      function __mitchell_in
          set -l typed (__mitchell_words)
          test (count $typed) -ge (count $argv); or return 1
          test (count $argv) -eq 0; and return 0
          test "$typed[1..$(count $argv)]" = "$argv"
      end
      function __mitchell_at
          test (count (__mitchell_words)) -eq (count $argv); and __mitchell_in $argv
      end
      """;

  private final String program;
  private final StringBuilder script = new StringBuilder();

  private FishCompletion(String program) {
    this.program = program;
  }

  /** For a program with all its commands. */
  static String script(String program, CommandLine commands) {
    var completion = new FishCompletion(program);
    completion.script.append("# ").append(program).append(": completion for fish\n");
    completion.script.append(FUNCTIONS);
    completion.add(List.of(), commands);
    return completion.script.toString();
  }

  private void add(List<String> words, CommandLine command) {
    String path = words.stream().map(word -> " " + word).collect(Collectors.joining());
    for (OptionSpec option : command.getCommandSpec().options()) {
      if (!option.hidden()) {
        addOption("__mitchell_in" + path, option);
      }
    }
    command
        .getSubcommands()
        .forEach(
            (name, below) -> {
              CommandSpec spec = below.getCommandSpec();
              line("__mitchell_at" + path)
                  .append(" -f -a ")
                  .append(name)
                  .append(described(about(spec)));
              var further = new ArrayList<>(words);
              further.add(name);
              add(further, below);
            });
  }

  private StringBuilder line(String condition) {
    return script
        .append("\ncomplete -c ")
        .append(program)
        .append(" -n '")
        .append(condition)
        .append('\'');
  }

  private void addOption(String condition, OptionSpec option) {
    line(condition);
    for (String name : option.names()) {
      script.append(
          name.startsWith("--") ? " -l " + name.substring(2) : " -s " + name.substring(1));
    }
    if (option.arity().max() > 0) {
      if (option.completionCandidates() == null) {
        script.append(" -r"); // a file, or anything
      } else {
        script.append(" -x -a ").append(quoted(String.join(" ", option.completionCandidates())));
      }
    }
    script.append(described(option.description()));
  }

  /** What a command does: picocli's help has that above its usage. */
  private static String[] about(CommandSpec spec) {
    String[] header = spec.usageMessage().header();
    return header.length > 0 ? header : spec.usageMessage().description();
  }

  /** A description, which stands beside what is offered. */
  private static String described(String[] description) {
    String text =
        Ansi.OFF
            .string(String.join(" ", description))
            .replace("%n", " ")
            .replace("%%", "%")
            .replaceAll("\\s+", " ")
            .strip();
    return " -d " + quoted(text);
  }

  private static String quoted(String text) {
    return "'" + text.replace("\\", "\\\\").replace("'", "\\'") + "'";
  }
}
