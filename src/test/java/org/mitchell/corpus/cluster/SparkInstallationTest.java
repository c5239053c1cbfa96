package org.mitchell.corpus.cluster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.mitchell.files.InputException;

class SparkInstallationTest {
  private static final Path JAVA = Path.of("/jdk/bin/java");
  private static final SparkSubmission ON_THE_CLUSTER = submission("spark://head:7077", Map.of());

  @TempDir private Path folder;
  private Path built;

  @BeforeEach
  void theEngineIsBuilt() throws IOException {
    built = Files.createDirectory(folder.resolve("built"));
    Files.createFile(built.resolve("mitchell-spark.jar"));
  }

  private static SparkSubmission submission(String master, Map<String, String> configuration) {
    return new SparkSubmission(
        master, "mitchell corpus count", configuration, List.of("a.job", "a.outcome"));
  }

  private Path program(String inFolder) throws IOException {
    Path bin = Files.createDirectories(folder.resolve(inFolder));
    Path program = Files.createFile(bin.resolve("spark-submit"));
    assertThat(program.toFile().setExecutable(true)).isTrue();
    return program;
  }

  private SparkCommand command(Map<String, String> environment, SparkSubmission submission) {
    return new SparkInstallation(environment, built, JAVA).command(submission);
  }

  @Test
  void anInstalledSparkGetsTheWordsOfSparkSubmit() throws IOException {
    Path program = program("spark/bin");
    var submission =
        submission("yarn", Map.of("spark.executor.memory", "2g", "spark.executor.instances", "8"));
    var command = command(Map.of("SPARK_HOME", folder.resolve("spark").toString()), submission);
    assertThat(command.words())
        .containsExactly(
            program.toString(),
            "--master",
            "yarn",
            "--deploy-mode",
            "client",
            "--name",
            "mitchell corpus count",
            "--conf",
            "spark.executor.instances=8",
            "--conf",
            "spark.executor.memory=2g",
            built.resolve("mitchell-spark.jar").toString(),
            "a.job",
            "a.outcome");
    assertThat(command.environment()).isEmpty();
  }

  @Test
  void sparkHomeGoesBeforeThePathAndThePathBeforeTheJars() throws IOException {
    Path home = program("spark/bin");
    Path onPath = program("elsewhere");
    Files.createDirectory(built.resolve("jars"));
    String path = "/none" + File.pathSeparator + onPath.getParent();
    var both = Map.of("PATH", path, "SPARK_HOME", folder.resolve("spark").toString());
    assertThat(command(both, ON_THE_CLUSTER).words().get(0)).isEqualTo(home.toString());
    assertThat(command(Map.of("PATH", path, "SPARK_HOME", ""), ON_THE_CLUSTER).words().get(0))
        .isEqualTo(onPath.toString());
    assertThat(command(Map.of(), ON_THE_CLUSTER).words().get(0)).isEqualTo(JAVA.toString());
  }

  @Test
  void withoutAnInstalledSparkTheJarsOfTheBuildAreStarted() throws IOException {
    Files.createDirectory(built.resolve("jars"));
    var command =
        command(Map.of(), submission("spark://head:7077", Map.of("spark.driver.memory", "3g")));
    assertThat(command.words())
        .startsWith(JAVA.toString(), "-Xmx3g")
        .containsSubsequence(
            "-cp",
            built.resolve("jars") + "/*",
            "org.apache.spark.deploy.SparkSubmit",
            "--master",
            "spark://head:7077",
            built.resolve("mitchell-spark.jar").toString(),
            "a.job",
            "a.outcome");
  }

  @ParameterizedTest
  @ValueSource(strings = {"local", "local[*]", "spark://127.0.0.1:7077", "spark://localhost:7077"})
  void aClusterOnThisMachineIsNotOpenToOthers(String master) throws IOException {
    Files.createDirectory(built.resolve("jars"));
    assertThat(command(Map.of(), submission(master, Map.of())).environment())
        .containsExactly(Map.entry("SPARK_LOCAL_IP", "127.0.0.1"));
    assertThat(
            command(Map.of("SPARK_LOCAL_IP", "127.0.0.2"), submission(master, Map.of()))
                .environment())
        .as("what the user set stays")
        .isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"spark://head:7077", "spark://127.example.org:7077"})
  void aClusterElsewhereMustReachThisMachine(String master) throws IOException {
    Files.createDirectory(built.resolve("jars"));
    assertThat(command(Map.of(), submission(master, Map.of())).environment()).isEmpty();
  }

  @Test
  void anEngineThatIsNotBuiltIsNamedWithTheCommandThatBuildsIt() throws IOException {
    Files.delete(built.resolve("mitchell-spark.jar"));
    assertThatThrownBy(() -> command(Map.of(), ON_THE_CLUSTER))
        .isInstanceOf(InputException.class)
        .hasMessageContainingAll(
            built.resolve("mitchell-spark.jar").toString(), "mvn -Pspark -DskipTests package");
  }

  @Test
  void withoutAnySparkTheMessageSaysWhereItWasSoughtAndWhatToDo() {
    assertThatThrownBy(() -> command(Map.of("PATH", "/none"), ON_THE_CLUSTER))
        .isInstanceOf(InputException.class)
        .hasMessageContainingAll(
            "SPARK_HOME", "PATH", built.resolve("jars").toString(), "mvn -Pspark -DskipTests");
  }

  @Test
  void aSparkHomeWithoutSparkIsAnErrorAndNotPassedOver() throws IOException {
    Files.createDirectory(built.resolve("jars"));
    assertThatThrownBy(() -> command(Map.of("SPARK_HOME", "/none"), ON_THE_CLUSTER))
        .isInstanceOf(InputException.class)
        .hasMessageContainingAll("SPARK_HOME is /none", "bin/spark-submit");
  }

  @Test
  void theJarsOfTheBuildDoNotSpeakToYarn() throws IOException {
    Files.createDirectory(built.resolve("jars"));
    assertThatThrownBy(() -> command(Map.of(), submission("yarn", Map.of())))
        .isInstanceOf(InputException.class)
        .hasMessageContainingAll("the master yarn", "Set SPARK_HOME");
  }
}
