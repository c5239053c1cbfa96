package org.mitchell.cli;

import java.util.Optional;
import org.mitchell.cli.options.CommonOptions;
import picocli.CommandLine.IExecutionStrategy;
import picocli.CommandLine.ParseResult;

/**
 * Runs a command, and gives up the places that it took to write in, however it ends.
 *
 * @param strategy runs it
 */
record InItsPlaces(IExecutionStrategy strategy) implements IExecutionStrategy {
  @Override
  public int execute(ParseResult parsed) {
    try {
      return strategy.execute(parsed);
    } finally {
      options(parsed).ifPresent(CommonOptions::giveUpPlaces);
    }
  }

  private static Optional<CommonOptions> options(ParseResult parsed) {
    ParseResult called = parsed;
    while (called.hasSubcommand()) {
      called = called.subcommand();
    }
    return CommonOptions.of(called.commandSpec());
  }
}
