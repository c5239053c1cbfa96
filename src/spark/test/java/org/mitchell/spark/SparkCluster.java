package org.mitchell.spark;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.mitchell.corpus.cluster.SparkCommand;

/**
 * A standalone cluster of Spark's on 127.0.0.1: a master and workers of one core and one GB, each a
 * process, from the jars of the build. All choose free ports. What they and their executors say
 * stays in the folder.
 */
final class SparkCluster implements AutoCloseable {
  /** What the build leaves: mitchell-spark.jar and jars/. */
  static final Path BUILT = Path.of(System.getProperty("mitchell.spark.folder"));

  private static final Pattern MASTER = Pattern.compile("Starting Spark master at (spark://\\S+)");
  private static final Pattern PAGE_PORT =
      Pattern.compile("Successfully started service 'MasterUI' on port (\\d+)");

  private static final List<String> ON_ANY_PORT =
      List.of("--host", "127.0.0.1", "--port", "0", "--webui-port", "0");

  /** SPARK_HOME is where a worker takes the jars of its executors from. */
  private static final Map<String, String> ENVIRONMENT =
      Map.of(
          "SPARK_HOME",
          BUILT.toString(),
          "SPARK_SCALA_VERSION",
          "2.13",
          "SPARK_LOCAL_IP",
          "127.0.0.1");

  private final Path folder;
  private final List<LoggedProcess> processes = new ArrayList<>();
  private final List<LoggedProcess> workers = new ArrayList<>();
  private String master;

  private SparkCluster(Path folder) {
    this.folder = folder;
  }

  /** Returns when the master knows all workers. */
  static SparkCluster start(Path folder, int workers) throws Exception {
    var cluster = new SparkCluster(folder);
    try {
      cluster.startAll(workers);
      return cluster;
    } catch (Exception e) {
      cluster.close();
      throw e;
    }
  }

  /** spark://127.0.0.1:PORT. */
  String master() {
    return master;
  }

  int cores() {
    return workers.size();
  }

  /**
   * Kills a worker and its executors with no chance to say goodbye. Returns how many processes that
   * were.
   */
  int killWorker(int number) {
    return workers.get(number).kill();
  }

  @Override
  public void close() {
    for (int i = processes.size() - 1; i >= 0; i--) {
      processes.get(i).close();
    }
  }

  private void startAll(int number) throws Exception {
    var head = start("master", "org.apache.spark.deploy.master.Master", List.of());
    master = head.awaitLine(MASTER);
    var page = URI.create("http://127.0.0.1:" + head.awaitLine(PAGE_PORT) + "/json/");
    for (int i = 0; i < number; i++) {
      workers.add(start("worker-" + i, "org.apache.spark.deploy.worker.Worker", worker(i)));
    }
    head.await(
        number + " workers at " + page,
        () -> HttpJson.get(page).filter(json -> json.path("aliveworkers").asInt() == number));
  }

  private List<String> worker(int number) {
    return List.of(
        "--cores", "1", "--memory", "1g", "--work-dir", workFolder(number).toString(), master);
  }

  private Path workFolder(int worker) {
    return folder.resolve("worker-" + worker + "-executors").toAbsolutePath();
  }

  private LoggedProcess start(String name, String main, List<String> arguments) throws IOException {
    var words = new ArrayList<>(List.of(LoggedProcess.JAVA, "-Xmx256m"));
    words.addAll(List.of("-Dspark.master.rest.enabled=false", "-cp", BUILT.resolve("jars") + "/*"));
    words.add(main);
    words.addAll(ON_ANY_PORT);
    words.addAll(arguments);
    var process =
        new LoggedProcess(new SparkCommand(words, ENVIRONMENT), folder.resolve(name + ".log"));
    processes.add(process);
    return process;
  }
}
