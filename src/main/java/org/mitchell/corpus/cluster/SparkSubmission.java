package org.mitchell.corpus.cluster;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What Spark is asked to run, and where.
 *
 * @param master the cluster, as Spark writes it: spark://host:7077, yarn, local[4]
 * @param name what the cluster's pages call the job
 * @param configuration Spark's own settings by name, such as spark.executor.memory
 * @param arguments for the engine: the job's file and the outcome's
 */
public record SparkSubmission(
    String master, String name, Map<String, String> configuration, List<String> arguments) {
  public SparkSubmission {
    configuration = Collections.unmodifiableMap(new LinkedHashMap<>(configuration));
    arguments = List.copyOf(arguments);
  }

  /** Whether all of it stays on this machine. */
  boolean isLocal() {
    return master.startsWith("local")
        || master.matches("spark://(127\\.[0-9.]+|localhost|\\[::1])(:.*)?");
  }

  /** Whether Spark's core alone can speak to this master. */
  boolean needsCoreOnly() {
    return master.startsWith("local") || master.startsWith("spark://");
  }

  /**
   * The words for spark-submit. The driver runs on this machine, whatever the cluster's habit: the
   * job's file is here, and so is whoever waits for the outcome.
   */
  List<String> words(String jar) {
    var words = new ArrayList<>(List.of("--master", master, "--deploy-mode", "client"));
    words.addAll(List.of("--name", name));
    new TreeMap<>(configuration)
        .forEach((key, value) -> words.addAll(List.of("--conf", key + "=" + value)));
    words.add(jar);
    words.addAll(arguments);
    return words;
  }
}
