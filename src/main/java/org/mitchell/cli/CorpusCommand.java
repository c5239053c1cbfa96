package org.mitchell.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.mitchell.corpus.CorpusTotals;
import org.mitchell.corpus.CountsFile;
import org.mitchell.files.Json;
import org.mitchell.jobs.Workers;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code mitchell corpus}: counting words in texts. */
@Command(
    name = "corpus",
    description = "Count how often nouns and verbs occur together in texts.",
    synopsisSubcommandLabel = "COMMAND",
    mixinStandardHelpOptions = true,
    subcommands = {CorpusCommand.Count.class, CorpusListCommand.class})
final class CorpusCommand {
  @Command(
      name = "count",
      description = "Write raw counts: a table noun, verb, count, with a JSON of what made it.",
      mixinStandardHelpOptions = true,
      sortOptions = false)
  static final class Count implements Callable<Integer> {
    @Mixin private CountingOptions counting;

    @Option(
        names = "--out",
        required = true,
        paramLabel = "FILE",
        description = "the table to write (.tsv)")
    private Path out;

    @Mixin private CommonOptions common;

    @Override
    public Integer call() throws IOException {
      if (counting.corpus().isEmpty()) {
        throw new UsageException("--corpus: text files or folders are needed");
      }
      try (Workers workers = common.workers()) {
        var counted = counting.count(common, workers);
        List<Path> files = CountsFile.write(out, counted.counts(), counted.record());
        CorpusTotals totals = counted.counts().totals();
        common.print(
            "%,d documents, %,d tokens, %,d bytes of text in %.1f s"
                .formatted(
                    totals.documents(),
                    totals.tokens(),
                    totals.bytes(),
                    counted.record().seconds()));
        files.forEach(file -> common.print("  " + file));
        common.print(
            "Next: "
                + TypedCommand.mitchell(
                    "features", "build", "--counts", out, "--out", "features.tsv"));
        common.printJson(Json.read(CountsFile.recordOf(out)));
      }
      return 0;
    }
  }
}
