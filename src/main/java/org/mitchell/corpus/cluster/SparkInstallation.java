package org.mitchell.corpus.cluster;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.mitchell.files.InputException;

/**
 * The Spark of this machine: the one that SPARK_HOME names, else the one whose spark-submit is on
 * the PATH, else the jars that the build keeps beside the engine.
 *
 * <p>An installed Spark comes first because a cluster is spoken to by its own version, and knows
 * the settings of its site.
 */
public final class SparkInstallation {
  private static final String BUILD = "mvn -Pspark -DskipTests package";
  private static final String ENGINE = "mitchell-spark.jar";

  private final Map<String, String> environment;
  private final Path folder;
  private final Path java;

  /**
   * @param environment the variables of this process
   * @param folder what the build of the engine leaves: mitchell-spark.jar and jars/
   * @param java the Java program, for a Spark that is only jars
   */
  public SparkInstallation(Map<String, String> environment, Path folder, Path java) {
    this.environment = new LinkedHashMap<>(environment);
    this.folder = folder;
    this.java = java;
  }

  /**
   * The command that runs the engine and ends when the job has ended, with status 0 where it left
   * an outcome.
   *
   * @throws InputException if the engine or Spark is missing; the message says what to do
   */
  public SparkCommand command(SparkSubmission submission) {
    Path engine = folder.resolve(ENGINE);
    if (!Files.isRegularFile(engine)) {
      throw InputException.in(
          engine, "the engine for Spark is not built. In the checkout, run: " + BUILD);
    }
    var words = new ArrayList<>(sparkSubmit(submission));
    words.addAll(submission.words(engine.toString()));
    return new SparkCommand(words, additions(submission));
  }

  private List<String> sparkSubmit(SparkSubmission submission) {
    Optional<Path> installed = underSparkHome().or(this::onPath);
    if (installed.isPresent()) {
      return List.of(installed.get().toString());
    }
    if (!Files.isDirectory(folder.resolve("jars"))) {
      throw new InputException(
          "no Spark found: SPARK_HOME is not set, no spark-submit is on the PATH, and there is no "
              + folder.resolve("jars")
              + ". Install Spark 4, or run in the checkout: "
              + BUILD);
    }
    if (!submission.needsCoreOnly()) {
      throw new InputException(
          "the master "
              + submission.master()
              + ": the jars in "
              + folder.resolve("jars")
              + " speak to local[N] and spark://HOST:PORT only. Set SPARK_HOME to an installed"
              + " Spark");
    }
    return bundled(submission);
  }

  private Optional<Path> underSparkHome() {
    return variable("SPARK_HOME")
        .map(
            home -> {
              Path program = Path.of(home, "bin", "spark-submit");
              if (!Files.isExecutable(program)) {
                throw new InputException(
                    "SPARK_HOME is "
                        + home
                        + ", where there is no bin/spark-submit. Correct or unset it");
              }
              return program;
            });
  }

  private Optional<Path> onPath() {
    return Stream.of(variable("PATH").orElse("").split(File.pathSeparator))
        .filter(folder -> !folder.isEmpty())
        .map(folder -> Path.of(folder, "spark-submit"))
        .filter(program -> Files.isRegularFile(program) && Files.isExecutable(program))
        .findFirst();
  }

  /** What the script spark-submit would start; a driver's memory is the memory of this Java. */
  private List<String> bundled(SparkSubmission submission) {
    var words = new ArrayList<>(List.of(java.toString()));
    Optional.ofNullable(submission.configuration().get("spark.driver.memory"))
        .ifPresent(memory -> words.add("-Xmx" + memory));
    // Spark's native libraries; newer Java versions warn without it.
    words.add("--enable-native-access=ALL-UNNAMED");
    words.addAll(List.of("-cp", folder.resolve("jars") + File.separator + "*"));
    words.add("org.apache.spark.deploy.SparkSubmit");
    return words;
  }

  /** Spark listens on the address of the machine's name, unless told that nobody outside calls. */
  private Map<String, String> additions(SparkSubmission submission) {
    return submission.isLocal() && variable("SPARK_LOCAL_IP").isEmpty()
        ? Map.of("SPARK_LOCAL_IP", "127.0.0.1")
        : Map.of();
  }

  private Optional<String> variable(String name) {
    return Optional.ofNullable(environment.get(name)).filter(value -> !value.isBlank());
  }
}
