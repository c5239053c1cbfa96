package org.mitchell.spark;

import java.nio.file.Path;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.spark.SparkConf;
import org.apache.spark.api.java.JavaSparkContext;
import org.mitchell.corpus.cluster.ClusterJob;
import org.mitchell.corpus.cluster.JobFile;
import org.mitchell.corpus.cluster.OutcomeFile;
import org.mitchell.files.InputException;

/**
 * What spark-submit runs: reads a job's file, has the cluster do the job, and writes the outcome's
 * file. Everything about the cluster comes from spark-submit.
 */
public final class SparkMain {
  private SparkMain() {}

  /**
   * @param words the job's file and the outcome's
   */
  public static void main(String[] words) throws Exception {
    if (words.length != 2) {
      throw new IllegalArgumentException(
          "two files are expected, the job's and the outcome's; got " + words.length + " words");
    }
    Path outcome = Path.of(words[1]);
    try {
      ClusterJob<?> job = JobFile.read(Path.of(words[0])); // before machines are asked for
      try (var spark = new JavaSparkContext(settings())) {
        OutcomeFile.write(outcome, job.run(new SparkMachines(spark)));
      }
    } catch (Exception e) {
      // Whatever a machine of the cluster threw is somewhere below Spark's own exception.
      OutcomeFile.write(outcome, inputProblem(e).orElseThrow(() -> e));
    }
  }

  private static Optional<InputException> inputProblem(Throwable error) {
    return Stream.iterate(error, Objects::nonNull, Throwable::getCause)
        .filter(InputException.class::isInstance)
        .map(InputException.class::cast)
        .findFirst();
  }

  /** What spark-submit was told goes before these. */
  private static SparkConf settings() {
    return new SparkConf()
        // Results are added up as they come in, so their sum over all tasks needs no limit.
        .setIfMissing("spark.driver.maxResultSize", "0");
  }
}
