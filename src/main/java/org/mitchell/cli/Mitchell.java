package org.mitchell.cli;

import java.io.PrintWriter;
import java.util.List;
import java.util.Locale;
import org.mitchell.provenance.BuildInfo;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.IVersionProvider;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/** The command {@code mitchell}. */
@Command(
    name = "mitchell",
    description =
        "Brain-encoding analysis of fMRI after Mitchell et al. (Science, 2008): predicts the"
            + " brain's response to a noun from the words it occurs with.",
    synopsisSubcommandLabel = "COMMAND",
    footer = {
      "",
      "Start here:  mitchell demo",
      "With data:   mitchell fit --subject P1 --data FOLDER --features FILE",
      "             mitchell predict celery --subject P1"
    },
    mixinStandardHelpOptions = true,
    subcommands = {
      FitCommand.class,
      PredictCommand.class,
      IdentifyCommand.class,
      EvaluateCommand.class,
      CompareCommand.class,
      MapCommand.class,
      RegionsCommand.class,
      ReportCommand.class,
      ViewCommand.class,
      FigureCommand.class,
      FeaturesCommand.class,
      CorpusCommand.class,
      SimulateCommand.class,
      PowerCommand.class,
      DataCommand.class,
      DemoCommand.class,
      CompletionCommand.class,
      CommandLine.HelpCommand.class
    })
public final class Mitchell {
  /** Exit status of a command that was called wrongly. */
  static final int USAGE = 2;

  private Mitchell() {}

  /**
   * Runs a command and ends the process with its exit status: 0 done, 1 could not be done, 2 wrong
   * usage.
   */
  public static void main(String[] args) {
    // Numbers look the same everywhere: what is printed gets pasted into papers and other commands.
    Locale.setDefault(Locale.Category.FORMAT, Locale.ROOT);
    // Pictures are drawn into files; no window is ever opened.
    System.setProperty("java.awt.headless", "true");
    System.exit(run(args));
  }

  /** Runs a command and returns its exit status. */
  static int run(String... args) {
    try {
      return commandLine().execute(args);
    } catch (OutOfMemoryError e) {
      System.err.println(
          "mitchell: not enough memory (%,d MB are allowed). Give Java more: JAVA_TOOL_OPTIONS=-Xmx8g"
              .formatted(Runtime.getRuntime().maxMemory() >> 20));
      return 1;
    }
  }

  static CommandLine commandLine() {
    var commandLine = new CommandLine(new Mitchell());
    giveVersion(commandLine);
    OptionValues.check(commandLine);
    commandLine.setExecutionExceptionHandler(new ErrorMessages());
    commandLine.setParameterExceptionHandler(Mitchell::wrongUsage);
    return commandLine;
  }

  /** Every command tells the version when asked. */
  private static void giveVersion(CommandLine commandLine) {
    commandLine.getCommandSpec().versionProvider(new Version());
    commandLine.getSubcommands().values().forEach(Mitchell::giveVersion);
  }

  private static int wrongUsage(ParameterException error, String[] args) {
    CommandLine commandLine = error.getCommandLine();
    PrintWriter err = commandLine.getErr();
    boolean onlyIncomplete = error.getMessage().startsWith("Missing required subcommand");
    if (onlyIncomplete) {
      commandLine.usage(err);
      return USAGE;
    }
    err.println("mitchell: " + error.getMessage() + suggestion(error));
    err.println("Usage: " + commandLine.getCommandSpec().qualifiedName() + " --help");
    return USAGE;
  }

  private static String suggestion(ParameterException error) {
    List<String> near =
        error instanceof UnmatchedArgumentException unmatched
            ? unmatched.getSuggestions()
            : List.of();
    return near.isEmpty() ? "" : ". Did you mean: " + String.join(" or ", near) + "?";
  }

  /** Version and git commit. */
  static final class Version implements IVersionProvider {
    @Override
    public String[] getVersion() {
      BuildInfo build = BuildInfo.current();
      return new String[] {"mitchell " + build.version() + " (commit " + build.commit() + ")"};
    }
  }
}
