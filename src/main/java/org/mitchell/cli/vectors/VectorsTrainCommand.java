package org.mitchell.cli.vectors;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.mitchell.cli.corpus.CorpusOptions;
import org.mitchell.cli.corpus.SparkOptions;
import org.mitchell.cli.options.CheckpointOptions;
import org.mitchell.cli.options.Checkpointing;
import org.mitchell.cli.options.CommonOptions;
import org.mitchell.cli.options.Outputs;
import org.mitchell.cli.options.UsageException;
import org.mitchell.files.Json;
import org.mitchell.files.OutputSet;
import org.mitchell.jobs.Workers;
import org.mitchell.provenance.TypedCommand;
import org.mitchell.vectors.files.VectorsWriter;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code mitchell vectors train}: word vectors from texts. */
@Command(
    name = "train",
    description = "Train word vectors from texts: CBOW or skip-gram (word2vec).",
    footer = {
      "",
      "The same texts, options and seed give the same vectors, whatever --threads. A run that was"
          + " killed goes on with --resume, from OUT.checkpoint, and ends with the same vectors."
    },
    mixinStandardHelpOptions = true,
    sortOptions = false)
final class VectorsTrainCommand implements Callable<Integer> {
  private static final int USUAL_PARTS = 4;
  private static final int MOST_PARTS = 10_000;

  @Mixin private CorpusOptions corpus;
  @Mixin private TrainingParameters parameters;

  @Option(
      names = "--out",
      required = true,
      paramLabel = "FILE",
      description =
          "the vectors: .bin (word2vec binary), .txt or .vec (word2vec text) or .tsv, .gz behind it"
              + " or not; a JSON of what made them goes beside it")
  private Path out;

  @Mixin private CheckpointOptions checkpoints = new CheckpointOptions(120);
  @Mixin private SparkOptions spark;

  @Option(
      names = "--parts",
      paramLabel = "N",
      description =
          "spark: into how many parts the text is shared out, which machines learn side by side;"
              + " as the seed does, it decides the vectors (default: 4)")
  private Integer parts;

  @Mixin private CommonOptions common;

  @Override
  public Integer call() throws IOException {
    corpus.require();
    checkpoints.require();
    parameters.options();
    TrainingEngine engine = engine();
    var outputs = Outputs.ofTable(out, common);
    common.tableGoesTo(out);
    var format = VectorsWriter.of(out);
    if (OutputSet.isStream(out)) {
      throw new UsageException("--out: got " + out + ", a stream, where a file is expected");
    }
    Checkpointing checkpointing = checkpoints.of(out);
    try (Workers workers = common.workers()) {
      var run =
          new TrainingRun(
              corpus,
              parameters,
              common,
              common.commandWords(),
              outputs.withState(checkpointing.file()));
      var trained = run.train(out.toAbsolutePath().getParent(), checkpointing, workers, engine);
      var vectors = trained.vectors();
      List<Path> files;
      try (var set = new OutputSet()) {
        set.writeTable(
            out,
            format.content(
                vectors.vocabulary().names(),
                parameters.options().size(),
                word -> vectors.rows()[word]),
            Json.text(trained.json()));
        files = set.commit();
      }
      trained.state().delete();
      print(trained, files);
      common.printJson(trained.json());
    }
    return 0;
  }

  private TrainingEngine engine() {
    if (!spark.isSpark()) {
      if (parts != null) {
        throw new UsageException("--parts needs --engine spark");
      }
      return new TrainingEngine.Local();
    }
    if (parameters.options().lockFree()) {
      throw new UsageException("--lock-free and --engine spark do not go together");
    }
    if (parts != null && (parts < 1 || parts > MOST_PARTS)) {
      throw new UsageException(
          "--parts: got " + parts + " where a number from 1 to 10,000 is expected");
    }
    return new TrainingEngine.Spark(spark, parts == null ? USUAL_PARTS : parts);
  }

  private void print(TrainingRun.Trained trained, List<Path> files) {
    trained.print(common);
    corpus.printSkipped(common, Json.beside(out));
    files.forEach(file -> common.print("  " + file));
    common.print("Next: " + TypedCommand.mitchell("fit", "--subject", "P1", "--features", out));
  }
}
