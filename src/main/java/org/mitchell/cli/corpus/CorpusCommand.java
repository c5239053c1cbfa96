package org.mitchell.cli.corpus;

import picocli.CommandLine.Command;

/** {@code mitchell corpus}: counting words in texts. */
@Command(
    name = "corpus",
    description = "Count how often nouns and verbs occur together in texts.",
    synopsisSubcommandLabel = "COMMAND",
    mixinStandardHelpOptions = true,
    subcommands = {
      CorpusCountCommand.class,
      CorpusVocabularyCommand.class,
      CorpusListCommand.class
    })
public final class CorpusCommand {}
