package org.mitchell.cli.norms;

import picocli.CommandLine.Command;

/** {@code mitchell norms}: what vectors know of words. */
@Command(
    name = "norms",
    description =
        "Predict people's ratings of words (concreteness, taste, ...) from word vectors, and fill"
            + " in what nobody rated.",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    subcommands = {NormsFitCommand.class, NormsPredictCommand.class, NormsCompareCommand.class})
public final class NormsCommand {}
