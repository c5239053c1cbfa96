package org.mitchell.spark;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.regex.Pattern;
import org.mitchell.corpus.cluster.ClusterJob;
import org.mitchell.corpus.cluster.JobFile;
import org.mitchell.corpus.cluster.OutcomeFile;
import org.mitchell.corpus.cluster.SparkInstallation;
import org.mitchell.corpus.cluster.SparkSubmission;
import tools.jackson.databind.JsonNode;

/** A job under way, submitted as the command line does it; what the driver says stays beside it. */
final class SubmittedJob implements AutoCloseable {
  private static final Map<String, String> SETTINGS =
      Map.of(
          "spark.driver.memory", "512m",
          "spark.executor.memory", "512m",
          "spark.driver.host", "127.0.0.1",
          "spark.ui.port", "0",
          "spark.ui.showConsoleProgress", "false");

  private static final Pattern PAGE_PORT =
      Pattern.compile("Successfully started service 'SparkUI' on port (\\d+)");
  private static final Pattern APPLICATION =
      Pattern.compile("Connected to Spark cluster with app ID (\\S+)");

  private final LoggedProcess driver;
  private final Path outcome;

  private SubmittedJob(LoggedProcess driver, Path outcome) {
    this.driver = driver;
    this.outcome = outcome;
  }

  /** On this machine alone, in the driver's own process. */
  static SubmittedJob local(Path folder, ClusterJob<?> job) throws IOException {
    return start(folder, "local[2]", SETTINGS, job);
  }

  /** On a cluster; the first shard waits until an executor of every worker is there. */
  static SubmittedJob on(SparkCluster cluster, Path folder, ClusterJob<?> job) throws IOException {
    var settings = new HashMap<>(SETTINGS);
    settings.put("spark.cores.max", Integer.toString(cluster.cores()));
    settings.put("spark.scheduler.minRegisteredResourcesRatio", "1.0");
    settings.put("spark.scheduler.maxRegisteredResourcesWaitingTime", "180s");
    return start(folder, cluster.master(), settings, job);
  }

  private static SubmittedJob start(
      Path folder, String master, Map<String, String> given, ClusterJob<?> job) throws IOException {
    Path file = folder.resolve("test.job");
    Path outcome = folder.resolve("test.outcome");
    JobFile.write(file, job);
    var settings = new HashMap<>(given);
    settings.put("spark.jars", jarOfTests(folder).toString());
    var submission =
        new SparkSubmission(
            master, "a test", settings, List.of(file.toString(), outcome.toString()));
    var command =
        new SparkInstallation(Map.of(), SparkCluster.BUILT, Path.of(LoggedProcess.JAVA))
            .command(submission);
    return new SubmittedJob(new LoggedProcess(command, folder.resolve("driver.log")), outcome);
  }

  /** Waits until so many shards are counted. */
  void awaitShards(int number) throws Exception {
    URI stages = page("stages");
    driver.await(
        number + " shards at " + stages,
        () ->
            HttpJson.get(stages).map(all -> sum(all, "numCompleteTasks")).filter(n -> n >= number));
  }

  /** How many executors have counted at least one shard. */
  long executorsWithResults() throws Exception {
    return HttpJson.get(page("executors")).orElseThrow().values().stream()
        .filter(executor -> executor.path("completedTasks").asInt() > 0)
        .count();
  }

  boolean isUnderWay() {
    return driver.isAlive() && !Files.exists(outcome);
  }

  /** Waits for the end. */
  <R> R result(Class<R> type) throws Exception {
    int status = driver.awaitEnd();
    if (status != 0) {
      throw new IllegalStateException("the driver ended with status " + status + ":\n" + log());
    }
    return OutcomeFile.read(outcome, type);
  }

  String log() throws IOException {
    return driver.log();
  }

  @Override
  public void close() {
    driver.close();
  }

  private URI page(String what) throws Exception {
    return URI.create(
        "http://127.0.0.1:"
            + driver.awaitLine(PAGE_PORT)
            + "/api/v1/applications/"
            + driver.awaitLine(APPLICATION)
            + "/"
            + what);
  }

  private static int sum(JsonNode items, String what) {
    return items.values().stream().mapToInt(item -> item.path(what).asInt()).sum();
  }

  /** The job of the tests, which mitchell-spark.jar does not have. */
  private static Path jarOfTests(Path folder) throws IOException {
    Path jar = folder.resolve("tests.jar");
    Path classes = SparkCluster.BUILT.resolve("test-classes");
    try (var out = new JarOutputStream(Files.newOutputStream(jar));
        var files = Files.walk(classes.resolve("org/mitchell/spark"))) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        out.putNextEntry(new JarEntry(classes.relativize(file).toString()));
        Files.copy(file, out);
      }
    }
    return jar;
  }
}
