package org.mitchell.cli.corpus;

import java.util.LinkedHashMap;
import java.util.Map;
import org.mitchell.cli.options.UsageException;
import picocli.CommandLine.Option;

/** Where the work is done. */
public final class SparkOptions {
  @Option(
      names = "--engine",
      paramLabel = "local|spark",
      description = "this machine, or a cluster with Apache Spark (default: local)")
  private Engine engine = Engine.LOCAL;

  @Option(
      names = "--master",
      paramLabel = "URL",
      description =
          "spark: the cluster, as Spark writes it: spark://HOST:7077, yarn, local[4]; texts to"
              + " count must lie under the same paths on all its machines")
  private String master = "";

  @Option(
      names = "--conf",
      paramLabel = "KEY=VALUE",
      description =
          "spark: a setting of Spark's, such as spark.executor.memory=2g; may be repeated")
  private Map<String, String> configuration = new LinkedHashMap<>();

  /** What does the work. */
  enum Engine {
    LOCAL,
    SPARK
  }

  /**
   * Whether a cluster is wanted.
   *
   * @throws UsageException if what is said of it does not go together
   */
  public boolean isSpark() {
    if (engine == Engine.LOCAL && !(master.isEmpty() && configuration.isEmpty())) {
      throw new UsageException("--master and --conf need --engine spark");
    }
    if (engine == Engine.SPARK && master.isEmpty()) {
      throw new UsageException(
          "--engine spark needs --master: spark://HOST:7077, yarn, or local[2] to try it here");
    }
    return engine == Engine.SPARK;
  }

  String master() {
    return master;
  }

  Map<String, String> configuration() {
    return configuration;
  }
}
