package org.mitchell.cli;

import picocli.CommandLine.Command;

/** {@code mitchell figure}: pictures of brains. */
@Command(
    name = "figure",
    description = "Draw a map: slices, a glass brain, or the cortical surface (PNG, SVG).",
    synopsisSubcommandLabel = "COMMAND",
    mixinStandardHelpOptions = true,
    subcommands = {
      FigureSlicesCommand.class,
      FigureGlassCommand.class,
      FigureSurfaceCommand.class,
      FigureSignaturesCommand.class,
      FigureWordsCommand.class
    })
final class FigureCommand {}
