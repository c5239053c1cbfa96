package org.mitchell.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.mitchell.cli.text.Console;
import org.mitchell.words.NearestWords;
import picocli.CommandLine;
import picocli.CommandLine.IParameterExceptionHandler;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/**
 * Says what was wrong with the words that were typed. What nobody knows comes first, with what may
 * have been meant: where an option is misspelt the right one is missing too, and to hear of that
 * would not help.
 */
final class WrongUsage implements IParameterExceptionHandler {
  private static final int MOST_SUGGESTIONS = 3;

  @Override
  public int handleParseException(ParameterException error, String[] typed) {
    CommandLine command = error.getCommandLine();
    if (error.getMessage().startsWith("Missing required subcommand")) {
      command.usage(command.getErr());
      return Mitchell.USAGE;
    }
    Console.note("mitchell: " + unknown(error).orElseGet(error::getMessage));
    Console.note("Usage: " + command.getCommandSpec().qualifiedName() + " --help");
    return Mitchell.USAGE;
  }

  /** What was typed and is neither an option nor a command nor anything that they take. */
  private static Optional<String> unknown(ParameterException error) {
    CommandLine command = error.getCommandLine();
    List<String> words =
        error instanceof UnmatchedArgumentException unmatched
            ? unmatched.getUnmatched()
            : command.getUnmatchedArguments();
    if (error.getMessage().startsWith("Unknown subcommand")) { // asked of the command help
      return Optional.of(unknownWord(command, error.getValue()));
    }
    boolean group = !command.getSubcommands().isEmpty();
    return words.stream()
        .filter(word -> word.startsWith("-") != group)
        .findFirst()
        .or(() -> words.stream().findFirst())
        .map(
            word ->
                word.startsWith("-") ? unknownOption(command, word) : unknownWord(command, word));
  }

  private static String unknownOption(CommandLine command, String typed) {
    String name = typed.split("=", 2)[0];
    List<String> names =
        command.getCommandSpec().optionsMap().keySet().stream()
            .filter(option -> option.startsWith("--"))
            .toList();
    String bare = name.replaceFirst("^-+", "");
    List<String> near =
        NearestWords.nearest(
                bare, names.stream().map(n -> n.substring(2)).toList(), MOST_SUGGESTIONS)
            .stream()
            .map(n -> "--" + n)
            .toList();
    List<String> begun =
        bare.length() < 2
            ? List.of()
            : names.stream().filter(n -> n.startsWith("--" + bare)).toList();
    return "%s: there is no such option%s"
        .formatted(name, meant(Stream.concat(near.stream(), begun.stream()).toList()));
  }

  private static String unknownWord(CommandLine command, String typed) {
    if (command.getSubcommands().isEmpty()) {
      return "'%s' is more than this command takes".formatted(typed);
    }
    var own = new ArrayList<>(command.getSubcommands().keySet());
    List<String> near = NearestWords.nearest(typed, own, MOST_SUGGESTIONS);
    return "'%s': there is no such command%s"
        .formatted(
            typed,
            meant(
                Stream.concat(
                        near.stream().map(name -> called(command.getSubcommands().get(name))),
                        elsewhere(command, typed))
                    .toList()));
  }

  /** Commands of that name in other places, such as {@code figure slices} for {@code slices}. */
  private static Stream<String> elsewhere(CommandLine command, String typed) {
    CommandLine root = Mitchell.commandLine(); // of which this one may have been made alone
    String asked = called(command);
    return Stream.concat(Stream.of(root), root.getSubcommands().values().stream())
        .filter(group -> !called(group).equals(asked))
        .flatMap(group -> group.getSubcommands().values().stream())
        .filter(other -> other.getCommandName().equals(typed))
        .map(WrongUsage::called);
  }

  private static String called(CommandLine command) {
    return command.getCommandSpec().qualifiedName();
  }

  private static String meant(List<String> suggestions) {
    List<String> different = suggestions.stream().distinct().limit(MOST_SUGGESTIONS).toList();
    return different.isEmpty() ? "" : ". Did you mean: " + String.join(" or ", different) + "?";
  }
}
