package org.mitchell.cli;

import java.util.Locale;
import org.mitchell.cli.corpus.CorpusCommand;
import org.mitchell.cli.evaluation.CompareCommand;
import org.mitchell.cli.evaluation.EvaluateCommand;
import org.mitchell.cli.evaluation.PowerCommand;
import org.mitchell.cli.features.FeaturesCommand;
import org.mitchell.cli.figures.FigureCommand;
import org.mitchell.cli.maps.MapCommand;
import org.mitchell.cli.maps.RegionsCommand;
import org.mitchell.cli.options.OptionValues;
import org.mitchell.cli.pages.ReportCommand;
import org.mitchell.cli.pages.ViewCommand;
import org.mitchell.cli.participants.DataCommand;
import org.mitchell.cli.participants.DemoCommand;
import org.mitchell.cli.participants.FitCommand;
import org.mitchell.cli.participants.IdentifyCommand;
import org.mitchell.cli.participants.PredictCommand;
import org.mitchell.cli.participants.SimulateCommand;
import org.mitchell.cli.text.Console;
import org.mitchell.cli.vectors.VectorsCommand;
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
      VectorsCommand.class,
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
    StandardOutput.install();
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

  private static int status(String... args) {
    if (LocaleCheck.lostLetters()) {
      Console.note(
          "mitchell: the command has letters that Java cannot read in this locale, which has ASCII"
              + " alone. Choose another, as in LC_ALL=C.UTF-8 "
              + TypedCommand.mitchell("--help"));
      return USAGE;
    }
    var outOfMemory = new OutOfMemory();
    try {
      return commandLine(outOfMemory).execute(args);
    } catch (OutOfMemoryError e) {
      outOfMemory.print(System.err);
      return 1;
    }
  }

  public static CommandLine commandLine() {
    return commandLine(new OutOfMemory());
  }

  private static CommandLine commandLine(OutOfMemory outOfMemory) {
    var commandLine = new CommandLine(new Mitchell());
    commandLine.setCommandName(TypedCommand.program());
    giveVersion(commandLine);
    Examples.addTo(commandLine);
    HelpLayout.of(commandLine);
    OptionValues.check(commandLine);
    commandLine.setExecutionExceptionHandler(new ErrorMessages(outOfMemory));
    commandLine.setParameterExceptionHandler(new WrongUsage());
    return commandLine;
  }

  /** Every command tells the version when asked. */
  private static void giveVersion(CommandLine commandLine) {
    commandLine.getCommandSpec().versionProvider(new Version());
    commandLine.getSubcommands().values().forEach(Mitchell::giveVersion);
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
