package org.mitchell.cli.vectors;

import picocli.CommandLine.Command;

/** {@code mitchell vectors}: words as vectors. */
@Command(
    name = "vectors",
    description = "Train word vectors from texts.",
    synopsisSubcommandLabel = "COMMAND",
    mixinStandardHelpOptions = true,
    subcommands = {VectorsTrainCommand.class})
public final class VectorsCommand {}
