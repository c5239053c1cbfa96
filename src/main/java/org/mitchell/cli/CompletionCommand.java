package org.mitchell.cli;

import picocli.AutoComplete;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code mitchell completion}: the script that lets a shell complete commands and options. */
@Command(
    name = "completion",
    description = "Print a script with which bash, zsh or fish complete commands and options.",
    mixinStandardHelpOptions = true)
final class CompletionCommand implements Runnable {
  /** Shells; bash and zsh read the same script. */
  enum Shell {
    BASH,
    ZSH,
    FISH
  }

  @Option(
      names = "--shell",
      paramLabel = "SHELL",
      defaultValue = "bash",
      description =
          "${COMPLETION-CANDIDATES}; bash and zsh read the same script (default: ${DEFAULT-VALUE})")
  private Shell shell;

  @Override
  public void run() {
    System.out.print(
        shell == Shell.FISH
            ? FishCompletion.script("mitchell", Mitchell.model())
            : AutoComplete.bash("mitchell", Mitchell.commandLine()));
  }
}
