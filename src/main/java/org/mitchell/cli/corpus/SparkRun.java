package org.mitchell.cli.corpus;

import java.io.IOException;
import java.io.Serializable;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.mitchell.cli.text.TerminalProgress;
import org.mitchell.corpus.cluster.ClusterJob;
import org.mitchell.corpus.cluster.JobFile;
import org.mitchell.corpus.cluster.OutcomeFile;
import org.mitchell.corpus.cluster.SparkCommand;
import org.mitchell.corpus.cluster.SparkInstallation;
import org.mitchell.corpus.cluster.SparkSubmission;
import org.mitchell.files.InputException;

/** Has a cluster do a job, and waits for it. */
public final class SparkRun {
  private final SparkOptions options;
  private final String name;

  /**
   * @param name what the cluster's pages call the job
   */
  public SparkRun(SparkOptions options, String name) {
    this.options = options;
    this.name = name;
  }

  /**
   * What the job gives.
   *
   * @throws InputException if Spark is missing or fails, or the input cannot be used
   */
  public <R extends Serializable> R of(ClusterJob<R> job, Class<R> type) throws IOException {
    Path folder = Files.createTempDirectory("mitchell-spark-");
    Path jobFile = folder.resolve("job");
    Path outcome = folder.resolve("outcome");
    try {
      JobFile.write(jobFile, job);
      run(
          new SparkSubmission(
              options.master(),
              name,
              configuration(),
              List.of(jobFile.toString(), outcome.toString())),
          outcome);
      return OutcomeFile.read(outcome, type);
    } finally {
      Files.deleteIfExists(jobFile);
      Files.deleteIfExists(outcome);
      Files.deleteIfExists(folder);
    }
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
      throw new IOException("interrupted while Spark was at work", e);
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
