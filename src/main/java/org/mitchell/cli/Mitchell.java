package org.mitchell.cli;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.mitchell.cli.options.OptionValues;
import org.mitchell.cli.participants.CheckCommand;
import org.mitchell.cli.text.Console;
import org.mitchell.jobs.OutOfMemory;
import org.mitchell.provenance.BuildInfo;
import org.mitchell.provenance.TypedCommand;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.IVersionProvider;

/** The command {@code mitchell}. */
@Command(
    name = "mitchell",
    description =
        "Brain-encoding analysis of fMRI after Mitchell et al. (Science, 2008): predicts the"
            + " brain's response to a noun from the words it occurs with.",
    synopsisSubcommandLabel = "COMMAND",
    footer = {
      "",
      "Start here:  ${COMMAND-NAME} demo",
      "With data:   ${COMMAND-NAME} fit --subject P1 --data FOLDER --features FILE",
      "             ${COMMAND-NAME} predict celery --subject P1"
    },
    mixinStandardHelpOptions = true)
public final class Mitchell {
  /** Exit status of a command that was called wrongly. */
  static final int USAGE = 2;

  private Mitchell() {}

  /**
   * Runs a command and ends the process with its exit status: 0 done, 1 could not be done, 2 wrong
   * usage.
   */
  public static void main(String[] got) {
    String[] args = WindowsWords.typed(got);
    // Numbers look the same everywhere: what is printed gets pasted into papers and other commands.
    Locale.setDefault(Locale.Category.FORMAT, Locale.ROOT);
    // Pictures are drawn into files; no window is ever opened.
    System.setProperty("java.awt.headless", "true");
    StandardOutput.install();
    if (FirstPage.isAskedFor(args)) {
      System.exit(run(args)); // with nothing more than a page of text needs
    }
    var outOfMemory = new OutOfMemory();
    Thread.setDefaultUncaughtExceptionHandler(
        (thread, error) -> {
          if (OutOfMemory.isCauseOf(error)) {
            outOfMemory.print(System.err);
          } else {
            Console.note("mitchell: " + ErrorMessages.ofTheProgram(error));
          }
        });
    System.exit(run(args));
  }

  /** Runs a command and returns its exit status. */
  static int run(String... args) {
    return StandardOutput.statusAfter(status(args));
  }

  /** As {@link #run}, for a command that is one step of another. */
  static int again(String... words) {
    return status(words);
  }

  private static int status(String... typed) {
    String[] args = BidsCommand.isMeant(typed) ? BidsCommand.named(typed) : typed;
    if (LocaleCheck.lostLetters()) {
      Console.note(
          "mitchell: the command has letters that Java cannot read in this locale, which has ASCII"
              + " alone. Choose another, as in LC_ALL=C.UTF-8 "
              + TypedCommand.mitchell("--help"));
      return USAGE;
    }
    if (FirstPage.isAskedFor(args)) {
      return FirstPage.print(args);
    }
    var outOfMemory = new OutOfMemory();
    try {
      return commandLine(Commands.called(args), outOfMemory).execute(args);
    } catch (OutOfMemoryError e) {
      outOfMemory.print(System.err);
      return 1;
    }
  }

  /** With all commands. */
  public static CommandLine commandLine() {
    return commandLine(Commands.NAMES, new OutOfMemory());
  }

  /** All commands without the layout of their help, for pages that lay out what is in it. */
  public static CommandLine model() {
    return described(Commands.NAMES);
  }

  private static CommandLine commandLine(List<String> commands, OutOfMemory outOfMemory) {
    CommandLine commandLine = described(commands);
    HelpLayout.of(commandLine);
    commandLine.setExecutionStrategy(new InItsPlaces(commandLine.getExecutionStrategy()));
    commandLine.setExecutionExceptionHandler(new ErrorMessages(outOfMemory));
    commandLine.setParameterExceptionHandler(new WrongUsage());
    return commandLine;
  }

  private static CommandLine described(List<String> commands) {
    var commandLine = new CommandLine(new Mitchell());
    commands.forEach(name -> commandLine.addSubcommand(Commands.make(name)));
    commandLine.setCommandName(TypedCommand.program());
    giveVersion(commandLine);
    Optional.ofNullable(commandLine.getSubcommands().get("check"))
        .ifPresent(check -> CheckCommand.needNoSubject(check.getCommandSpec()));
    Optional.ofNullable(commandLine.getSubcommands().get("bids"))
        .ifPresent(bids -> BidsCommand.giveOptionsOfFits(bids.getCommandSpec()));
    Examples.addTo(commandLine);
    OptionValues.check(commandLine);
    return commandLine;
  }

  /** Every command tells the version when asked. */
  private static void giveVersion(CommandLine commandLine) {
    commandLine.getCommandSpec().versionProvider(new Version());
    commandLine.getSubcommands().values().forEach(Mitchell::giveVersion);
  }

  /** Version and git commit. */
  static String version() {
    BuildInfo build = BuildInfo.current();
    return "mitchell " + build.version() + " (commit " + build.commit() + ")";
  }

  /** As picocli asks for it. */
  static final class Version implements IVersionProvider {
    @Override
    public String[] getVersion() {
      return new String[] {version()};
    }
  }
}
