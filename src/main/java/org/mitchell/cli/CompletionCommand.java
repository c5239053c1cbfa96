package org.mitchell.cli;

import picocli.AutoComplete;
import picocli.CommandLine.Command;

/** {@code mitchell completion}: the script that lets bash and zsh complete commands and options. */
@Command(
    name = "completion",
    description = "Print a script with which bash and zsh complete commands and options.",
    mixinStandardHelpOptions = true)
final class CompletionCommand implements Runnable {
  @Override
  public void run() {
    System.out.print(AutoComplete.bash("mitchell", Mitchell.commandLine()));
  }
}
