package org.mitchell.cli.corpus;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.mitchell.cli.options.CheckpointOptions;
import org.mitchell.cli.options.Checkpointing;
import org.mitchell.cli.options.CommonOptions;
import org.mitchell.cli.options.Outputs;
import org.mitchell.cli.options.UsageException;
import org.mitchell.corpus.CountsFile;
import org.mitchell.files.Json;
import org.mitchell.files.OutputSet;
import org.mitchell.jobs.Workers;
import org.mitchell.provenance.TypedCommand;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code mitchell corpus count}: raw counts of nouns with verbs. */
@Command(
    name = "count",
    description = "Write raw counts: a table noun, verb, count, with a JSON of what made it.",
    footer = {
      "",
      "A run that was killed goes on with --resume, from OUT.checkpoint, and ends with the same"
          + " counts."
    },
    mixinStandardHelpOptions = true,
    sortOptions = false)
final class CorpusCountCommand implements Callable<Integer> {
  @Mixin private CorpusOptions corpus;
  @Mixin private CountingOptions options;

  @Option(
      names = "--out",
      required = true,
      paramLabel = "FILE",
      description = "the table to write (.tsv, or .tsv.gz)")
  private Path out;

  @Mixin private CheckpointOptions checkpoints = new CheckpointOptions(30);

  @Mixin private SparkOptions spark;
  @Mixin private CommonOptions common;

  @Override
  public Integer call() throws IOException {
    corpus.require();
    checkpoints.require();
    if (spark.isSpark() && checkpoints.resumes()) {
      throw new UsageException("--resume: Spark counts anew by itself what a lost machine had");
    }
    var outputs = Outputs.ofTable(out, common);
    common.tableGoesTo(out);
    boolean stream = OutputSet.isStream(out);
    if (stream && checkpoints.resumes()) {
      throw new UsageException("--resume: what was written to " + out + " is gone. Give a file");
    }
    Checkpointing checkpointing = checkpoints.of(out);
    try (Workers workers = common.workers()) {
      var words = common.commandWords();
      var run =
          new CorpusRun(
              corpus,
              options,
              common,
              words,
              stream ? outputs : outputs.withState(checkpointing.file()));
      var counted =
          spark.isSpark()
              ? run.count(new SparkCount(spark, corpus))
              : stream ? run.count(workers) : run.count(checkpointing, workers);
      List<Path> files = CountsFile.write(out, counted.counts(), counted.record());
      if (!stream) {
        Files.deleteIfExists(checkpointing.file());
      }
      print(counted, files);
      common.printJson(CountsFile.json(counted.counts(), counted.record()));
    }
    return 0;
  }

  private void print(CorpusRun.Outcome counted, List<Path> files) {
    counted.print(common);
    corpus.printSkipped(common, Json.beside(out));
    files.forEach(file -> common.print("  " + file));
    common.print(
        "Next: "
            + TypedCommand.mitchell("features", "build", "--counts", out, "--out", "features.tsv"));
  }
}
