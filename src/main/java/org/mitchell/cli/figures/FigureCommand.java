package org.mitchell.cli.figures;

import picocli.CommandLine.Command;

/** {@code mitchell figure}: pictures of brains. */
@Command(
    name = "figure",
    description =
        "Draw a map (slices, glass brain, cortical surface), a model, accuracies, shares of"
            + " variance, attention, or words (PNG, SVG, PDF).",
    synopsisSubcommandLabel = "COMMAND",
    mixinStandardHelpOptions = true,
    subcommands = {
      FigureSlicesCommand.class,
      FigureGlassCommand.class,
      FigureSurfaceCommand.class,
      FigureSignaturesCommand.class,
      FigureScatterCommand.class,
      FigureAccuracyCommand.class,
      FigureSharesCommand.class,
      FigureSimilarityCommand.class,
      FigureWordsCommand.class,
      FigureAttentionCommand.class
    })
public final class FigureCommand {}
