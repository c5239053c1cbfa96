package org.mitchell.cli.options;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.mitchell.cli.text.Console;
import org.mitchell.cli.text.Remedies;
import org.mitchell.cli.text.TerminalProgress;
import org.mitchell.files.Json;
import org.mitchell.files.OutputSet;
import org.mitchell.files.Remedy;
import org.mitchell.jobs.Progress;
import org.mitchell.jobs.Workers;
import org.mitchell.provenance.TypedCommand;
import org.mitchell.study.InputRecords;
import org.mitchell.study.Listener;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Options that every command has. */
public final class CommonOptions implements Listener {
  @Option(
      names = "--threads",
      paramLabel = "N",
      description = "threads to use (default: all processors)")
  private int threads = Runtime.getRuntime().availableProcessors();

  @Option(
      names = "--json",
      description = "print one JSON object on standard output, and nothing else there")
  private boolean json;

  @Option(names = "--quiet", description = "print errors only")
  private boolean quiet;

  /**
   * Looked for among the words that were typed, by what prints errors, which has no command at
   * hand.
   */
  @Option(names = "--debug", description = "print a stack trace with an error")
  private boolean debug;

  @Spec(Spec.Target.MIXEE)
  private CommandSpec command;

  private final InputRecords inputs = new InputRecords();
  private final RunPlaces places = new RunPlaces(this::typed);

  /** What was said to the user; threads may say something too. */
  private final List<String> messages = Collections.synchronizedList(new ArrayList<>());

  private boolean tableOnStream;

  /**
   * Where a table goes into a pipe or onto standard output, what is for people goes to standard
   * error.
   */
  public void tableGoesTo(Path out) throws IOException {
    tableOnStream = OutputSet.isStream(out);
  }

  /** Where the command writes. */
  public RunPlaces places() {
    return places;
  }

  /** Those of a command, where it has any. */
  public static Optional<CommonOptions> of(CommandSpec spec) {
    return spec.mixins().values().stream()
        .map(CommandSpec::userObject)
        .filter(CommonOptions.class::isInstance)
        .map(CommonOptions.class::cast)
        .findFirst();
  }

  /** Other runs may write there now. */
  public void giveUpPlaces() {
    try {
      places.close();
    } catch (IOException e) {
      note("a lock could not be removed: " + e.getMessage());
    }
  }

  /**
   * The command as it was typed, for the provenance of what it makes; see {@link
   * CommandWords#meaningful}.
   */
  public List<String> commandWords() {
    return CommandWords.meaningful(typedWords());
  }

  private String typed() {
    return TypedCommand.forFiles(typedWords()).toString();
  }

  private List<String> typedWords() {
    return command.root().commandLine().getParseResult().originalArgs();
  }

  /** What is known of the files that the command read. */
  @Override
  public InputRecords inputs() {
    return inputs;
  }

  /** An error that does not end the command, where nothing else is printed. */
  public void errorWhenQuiet(String message) {
    if (quiet) {
      Console.note("mitchell: " + Remedies.inOptions(message));
    }
  }

  /** Whether one JSON object is asked for. */
  public boolean printsJson() {
    return json;
  }

  /** Whether errors alone are to be printed. */
  public boolean isQuiet() {
    return quiet;
  }

  public Workers workers() {
    if (threads < 1) {
      throw new UsageException(
          "--threads: got " + threads + " where a number from 1 up is expected");
    }
    return new Workers(threads);
  }

  @Override
  public Progress progress() {
    return quiet ? Progress.NONE : TerminalProgress.ofStandardError();
  }

  /**
   * For the user to read while the command works: standard error, so that standard output holds
   * results alone.
   */
  @Override
  public void note(String message) {
    String said = Remedies.inOptions(message);
    messages.add(said);
    if (!quiet) {
      Console.note(said);
    }
  }

  @Override
  public void note(String message, Remedy remedy) {
    note("%s (%s)".formatted(message, Remedies.options(remedy)));
  }

  /** A line of the result for people; not with {@code --json}. */
  public void print(String line) {
    if (quiet) {
      return;
    }
    if (tableOnStream) {
      Console.note(line);
    } else if (!json) {
      Console.print(line);
    }
  }

  /**
   * What a command found: lines for people with the files that were written, or the figures.
   *
   * @param figures what {@code --json} prints
   */
  public void printFound(List<String> lines, List<Path> files, Record figures) {
    lines.forEach(this::print);
    print("");
    files.forEach(file -> print("  " + file));
    printJson(figures);
  }

  /** As the other, of a result that says how it is written. */
  public void printJson(Record result) {
    if (json) {
      printJson(Json.keys(result));
    }
  }

  /** The result for programs, where they asked for it. */
  public void printJson(Map<String, ?> result) {
    if (json) {
      Console.printJson(result);
    }
  }

  /** The result for programs, with what was said to people before. */
  public void printJsonWithMessages(Map<String, ?> result) {
    if (json) {
      var all = new LinkedHashMap<String, Object>(result);
      all.put("messages", List.copyOf(messages));
      Console.printJson(all);
    }
  }
}
