package org.mitchell.cli.vectors;

import picocli.CommandLine.Command;

/** {@code mitchell vectors}: words as vectors. */
@Command(
    name = "vectors",
    description = "Train word vectors from texts, read those of others, and ask them questions.",
    synopsisSubcommandLabel = "COMMAND",
    mixinStandardHelpOptions = true,
    subcommands = {
      VectorsTrainCommand.class,
      NeighboursCommand.class,
      AnalogyCommand.class,
      SimilarityCommand.class,
      OddOneOutCommand.class,
      ProjectCommand.class,
      BenchmarkCommand.class,
      ListCommand.class,
      ConvertCommand.class
    })
public final class VectorsCommand {}
