package org.mitchell.cli.corpus;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.mitchell.cli.options.UsageException;
import org.mitchell.cli.text.TerminalProgress;
import org.mitchell.corpus.Cooccurrences;
import org.mitchell.corpus.Counting;
import org.mitchell.corpus.cluster.CorpusJob;
import org.mitchell.corpus.cluster.JobFile;
import org.mitchell.corpus.cluster.OutcomeFile;
import org.mitchell.corpus.cluster.PartialCounts;
import org.mitchell.corpus.cluster.SparkCommand;
import org.mitchell.corpus.cluster.SparkInstallation;
import org.mitchell.corpus.cluster.SparkSubmission;
import org.mitchell.corpus.formats.CorpusFile;
import org.mitchell.corpus.formats.TextSource;
import org.mitchell.files.FullPath;
import org.mitchell.files.InputException;

/** Has a cluster count texts, and waits for it. */
final class SparkRun {
  private static final String NAME = "mitchell corpus count";

  private final SparkOptions options;
  private final CorpusOptions corpus;

  SparkRun(SparkOptions options, CorpusOptions corpus) {
    this.options = options;
    this.corpus = corpus;
  }

  Cooccurrences count(Counting counting, List<TextSource> sources) throws IOException {
    Path folder = Files.createTempDirectory("mitchell-spark-");
    Path jobFile = folder.resolve("count.job");
    Path outcome = folder.resolve("count.outcome");
    try {
      var job = new CorpusJob(counting, corpus.reading(), corpus.skipsDamage(), absolute(sources));
      JobFile.write(jobFile, job.job());
      run(
          new SparkSubmission(
              options.master(),
              NAME,
              configuration(),
              List.of(jobFile.toString(), outcome.toString())),
          outcome);
      return job.counts(OutcomeFile.read(outcome, PartialCounts.class), corpus.skipped());
    } finally {
      Files.deleteIfExists(jobFile);
      Files.deleteIfExists(outcome);
      Files.deleteIfExists(folder);
    }
  }

  private static List<CorpusFile> absolute(List<TextSource> sources) {
    var files = new ArrayList<CorpusFile>();
    for (var source : sources) {
      if (source instanceof CorpusFile file && file.size().isPresent()) {
        files.add(new CorpusFile(FullPath.of(file.file())));
      } else {
        throw new UsageException(
            source.name() + ": a cluster reads files only. Save the text in one");
      }
    }
    return files;
  }

  /** Few words from Spark unless more are asked for. */
  private Map<String, String> configuration() {
    var configuration = new LinkedHashMap<String, String>();
    configuration.put("spark.log.level", "WARN");
    configuration.put(
        "spark.ui.showConsoleProgress", Boolean.toString(TerminalProgress.isTerminal()));
    configuration.putAll(options.configuration());
    return configuration;
  }

  private void run(SparkSubmission submission, Path outcome) throws IOException {
    SparkCommand command =
        new SparkInstallation(System.getenv(), engineFolder(), java()).command(submission);
    Process process =
        command
            .process()
            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .start();
    var stop = new Thread(process::destroy);
    Runtime.getRuntime().addShutdownHook(stop);
    try {
      int status = process.waitFor();
      if (status != 0 || !Files.exists(outcome)) {
        throw new InputException(
            "Spark could not do it (exit status %d); what it says is above. Is there a cluster at %s,"
                    .formatted(status, options.master())
                + " with workers, that has as much memory as is asked for?");
      }
    } catch (InterruptedException e) {
      process.destroy();
      Thread.currentThread().interrupt();
      throw new IOException("interrupted while Spark was counting", e);
    } finally {
      Runtime.getRuntime().removeShutdownHook(stop);
    }
  }

  /** Where the build of the profile spark leaves its jars: beside the jar that is running. */
  private static Path engineFolder() {
    try {
      var code = SparkRun.class.getProtectionDomain().getCodeSource().getLocation().toURI();
      return Path.of(code).toAbsolutePath().resolveSibling("spark");
    } catch (URISyntaxException e) {
      throw new IllegalStateException("the running code lies at no readable place", e);
    }
  }

  private static Path java() {
    return Path.of(System.getProperty("java.home"), "bin", "java");
  }
}
