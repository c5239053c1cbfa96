package org.mitchell.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.mitchell.files.InputFiles;
import picocli.CommandLine;
import tools.jackson.databind.JsonNode;

/** Features, corpus, data, completion, help. */
class OtherCommandsTest {
  @TempDir private Path folder;

  private Path corpus() throws IOException {
    return Files.writeString(
        folder.resolve("corpus.txt"),
        """
        We eat the celery. They see a dog and the dog sees
        them. Nobody ate celery or drove it.

        The dog runs.
        """);
  }

  @Test
  void countsAreATableOfNounVerbAndCount() throws IOException {
    Path counts = folder.resolve("counts.tsv");
    Ran ran = Ran.mitchell("corpus", "count", "--corpus", corpus(), "--out", counts).succeeds();
    assertThat(ran.out())
        .contains("2 documents", "Next: mitchell features build --counts " + counts);
    List<String> rows = Files.readAllLines(counts);
    assertThat(rows).hasSize(1 + 60 * 25).startsWith("noun\tverb\tcount");
    // eat .. celery: 2 apart; ate celery: 1 apart. The dog that runs stands in another paragraph.
    assertThat(rows).contains("celery\teat\t2", "dog\trun\t1", "celery\tdrive\t1", "igloo\teat\t0");
    JsonNode record = Ran.json(folder.resolve("counts.json"));
    assertThat(record.propertyNames())
        .contains("documents", "tokens", "bytes", "skipped", "seconds", "provenance");
  }

  @Test
  void countAsJsonIsTheRecordBesideTheTable() throws IOException {
    JsonNode json =
        Ran.mitchell(
                "corpus",
                "count",
                "--corpus",
                corpus(),
                "--out",
                folder.resolve("c.tsv"),
                "--window",
                "2",
                "--document",
                "line",
                "--json")
            .succeeds()
            .json();
    assertThat(json).isEqualTo(Ran.json(folder.resolve("c.json")));
    var parameters = json.path("provenance").path("parameters");
    assertThat(parameters.path("window").asInt()).isEqualTo(2);
    assertThat(parameters.path("document").asString()).isEqualTo("line");
  }

  @Test
  void featuresFromCountsAreThoseFromTheText() throws IOException {
    Path counts = folder.resolve("counts.tsv");
    Ran.mitchell("corpus", "count", "--corpus", corpus(), "--out", counts).succeeds();
    Ran.mitchell("features", "build", "--counts", counts, "--out", folder.resolve("one.tsv"))
        .succeeds();
    Ran ran =
        Ran.mitchell(
                "features",
                "build",
                "--corpus",
                corpus(),
                "--out",
                folder.resolve("two.tsv"),
                "--json")
            .succeeds();
    assertThat(Files.readString(folder.resolve("two.tsv")))
        .isEqualTo(Files.readString(folder.resolve("one.tsv")));
    assertThat(ran.json().propertyNames())
        .contains("words", "features", "tokens", "zeroWords", "weighting", "skipped", "outputs");
    assertThat(ran.json().path("words").asInt()).isEqualTo(60);
    assertThat(ran.json().path("zeroWords")).hasSize(58);
  }

  @Test
  void builtInFeaturesCanBeWrittenForAnyNouns() throws IOException {
    Path nouns = Files.writeString(folder.resolve("nouns.txt"), "banana\ncelery\n");
    Path table = folder.resolve("f.tsv");
    Ran.mitchell("features", "build", "--nouns", nouns, "--out", table).succeeds();
    List<String> rows = Files.readAllLines(table);
    assertThat(rows.get(0)).startsWith("word\tsee\thear\t");
    assertThat(rows).hasSize(3);
    assertThat(rows.get(2)).startsWith("celery\t");
    Files.writeString(nouns, "bannana\n");
    assertThat(
            Ran.mitchell("features", "build", "--nouns", nouns, "--out", folder.resolve("g.tsv"))
                .failsWith(1)
                .err())
        .contains("bannana", "banana", "--corpus");
    assertThat(folder.resolve("g.tsv")).doesNotExist();
  }

  @Test
  void contradictionsAreWrongUsage() throws IOException {
    Path out = folder.resolve("x.tsv");
    Ran.mitchell("features", "build", "--counts", "a.tsv", "--corpus", corpus(), "--out", out)
        .failsWith(2);
    Ran.mitchell("features", "build", "--verbs", "a.txt", "--out", out).failsWith(2);
    Ran.mitchell("features", "build", "--corpus", corpus(), "--window", "0", "--out", out)
        .failsWith(2);
    assertThat(
            Ran.mitchell(
                    "features", "build", "--corpus", corpus(), "--document", "page", "--out", out)
                .failsWith(2)
                .err())
        .contains("file, paragraph, line");
    assertThat(
            Ran.mitchell("corpus", "count", "--corpus", folder.resolve("none"), "--out", out)
                .failsWith(1)
                .err())
        .contains("none");
    assertThat(out).doesNotExist();
  }

  @Test
  void aWordsFeaturesAreShownLargestFirst() {
    Ran ran = Ran.mitchell("features", "show", "train", "--features", Ran.FEATURES).succeeds();
    List<String> rows = ran.out().lines().skip(1).map(line -> line.strip().split(" ")[0]).toList();
    assertThat(rows).containsExactly("cut", "see", "grow", "eat", "ride");
    JsonNode json =
        Ran.mitchell("features", "show", "train", "--features", Ran.FEATURES, "--json")
            .succeeds()
            .json();
    assertThat(json.path("unitLength").propertyNames()).containsExactlyElementsOf(rows);
    double squares =
        json.path("unitLength").valueStream().mapToDouble(v -> v.asDouble() * v.asDouble()).sum();
    assertThat(squares).isCloseTo(1, within(1e-12));
  }

  @Test
  void celeryIsAboveAllEaten() {
    assertThat(
            Ran.mitchell("features", "show", "celery")
                .succeeds()
                .out()
                .lines()
                .skip(1)
                .findFirst()
                .orElseThrow())
        .contains("eat", "(5)");
    assertThat(Ran.mitchell("features", "show", "celry").failsWith(1).err()).contains("celery");
  }

  @Test
  void dataListNamesTheParticipantsOfAFolder() throws IOException {
    Files.copy(Ran.T1, folder.resolve("data-science-T1.mat"));
    Files.copy(Ran.T2, folder.resolve("data-science-T2.mat"));
    assertThat(Ran.mitchell("data", "list", "--data", folder).succeeds().out().lines()).hasSize(2);
    JsonNode files =
        Ran.mitchell("data", "list", "--data", folder, "--json").succeeds().json().path("files");
    assertThat(files.valueStream().map(f -> f.path("subject").asString()))
        .containsExactly("T1", "T2");
    assertThat(files.path(0).path("bytes").asLong()).isEqualTo(Files.size(Ran.T1));
    Path empty = Files.createDirectory(folder.resolve("empty"));
    assertThat(Ran.mitchell("data", "list", "--data", empty).succeeds().out())
        .contains("mitchell data get P1");
    assertThat(Ran.mitchell("data", "list", "--data", folder.resolve("none")).failsWith(1).err())
        .contains("mitchell data get P1");
  }

  @Test
  void dataGetBringsFilesThatFitReads() throws IOException {
    byte[] mat = Files.readAllBytes(Ran.T1);
    HttpServer server =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext(
        "/",
        exchange -> {
          boolean known = exchange.getRequestURI().getPath().matches("/data-science-P[12]\\.mat");
          exchange.sendResponseHeaders(known ? 200 : 404, known ? mat.length : -1);
          if (known) {
            exchange.getResponseBody().write(mat);
          }
          exchange.close();
        });
    server.start();
    try {
      String from = "http://127.0.0.1:" + server.getAddress().getPort() + "/";
      Path data = folder.resolve("data");
      JsonNode files =
          Ran.mitchell("data", "get", "P1", "P2", "--data", data, "--from", from, "--json")
              .succeeds()
              .json()
              .path("files");
      assertThat(files).hasSize(2);
      assertThat(files.path(0).path("sha256").asString()).isEqualTo(InputFiles.sha256(Ran.T1));
      assertThat(files.path(0).path("alreadyThere").asBoolean()).isFalse();
      assertThat(
              Ran.mitchell("data", "get", "P1..P2", "--data", data, "--from", from)
                  .succeeds()
                  .out()
                  .lines())
          .hasSize(2)
          .allMatch(line -> line.contains("already here"));
      Ran.fit(folder.resolve("out"), "P1", data).succeeds();
      assertThat(
              Ran.mitchell("data", "get", "P3", "--data", data, "--from", from).failsWith(1).err())
          .contains("P3");
      assertThat(Ran.files(data).keySet()).noneMatch(name -> name.contains("P3"));
    } finally {
      server.stop(0);
    }
  }

  @Test
  void theVersionNamesTheCommit() {
    assertThat(Ran.mitchell("--version").succeeds().out())
        .matches("mitchell [0-9.]+\\S* \\(commit \\S+\\)\n");
    assertThat(Ran.mitchell("fit", "--version").succeeds().out()).startsWith("mitchell ");
  }

  static Stream<String> commands() {
    var names = new ArrayList<String>();
    addCommands("", Mitchell.commandLine(), names);
    return names.stream();
  }

  private static void addCommands(String prefix, CommandLine command, List<String> names) {
    command
        .getSubcommands()
        .forEach(
            (name, sub) -> {
              names.add(prefix + name);
              addCommands(prefix + name + " ", sub, names);
            });
  }

  @ParameterizedTest
  @MethodSource("commands")
  void helpSaysWhatEveryOptionIsFor(String command) {
    var words = new ArrayList<Object>(List.of(command.split(" ")));
    words.add("--help");
    Ran ran = Ran.mitchell(words.toArray()).succeeds();
    assertThat(ran.err()).isEmpty();
    CommandLine line = Mitchell.commandLine();
    for (String word : command.split(" ")) {
      line = line.getSubcommands().get(word);
    }
    for (var option : line.getCommandSpec().options()) {
      assertThat(option.description()).as(option.longestName()).isNotEmpty();
      assertThat(ran.out()).contains(" " + option.longestName());
    }
    // Values are shown as they are typed, and no placeholder is left over.
    assertThat(ran.out()).doesNotContain("PAPER", "ZSCORE", "PARAGRAPH", "${");
    assertThat(ran.out().lines()).allMatch(text -> text.length() <= 80);
  }

  @Test
  void figuresLookTheSameInEveryLocale() throws Exception {
    Ran ran =
        Programs.java(
            Programs.thisJava(),
            List.of("-Duser.language=de", "-Duser.country=DE"),
            "demo",
            "--out",
            folder);
    assertThat(ran.succeeds().out())
        .containsPattern("all pairs +1,653 +[0-9,]+ +\\.[0-9]{3}")
        .containsPattern("4,[0-9]{3} voxels");
  }

  @Test
  @Tag("external")
  void bashCompletesCommandsOptionsAndValues() throws Exception {
    Path script =
        Files.writeString(
            folder.resolve("completion.sh"), Ran.mitchell("completion").succeeds().out());
    assertThat(Programs.bash(Map.of(), folder, "-n", script).succeeds().err()).isEmpty();
    assertThat(completed(script, "mitchell", "pre")).contains("predict");
    assertThat(completed(script, "mitchell", "features", "")).contains("build", "show");
    assertThat(completed(script, "mitchell", "fit", "--pre")).contains("--preset");
    assertThat(completed(script, "mitchell", "fit", "--preset", "")).contains("paper", "strict");
  }

  private List<String> completed(Path script, String... words) throws Exception {
    String line = String.join(" ", words);
    String ask =
        "source '%s'; COMP_WORDS=(%s); COMP_CWORD=%d; COMP_LINE='%s'; COMP_POINT=%d; _complete_mitchell; "
            .concat("printf '%%s\\n' \"${COMPREPLY[@]}\"")
            .formatted(
                script,
                Stream.of(words)
                    .map(w -> "'" + w + "'")
                    .reduce((a, b) -> a + " " + b)
                    .orElseThrow(),
                words.length - 1,
                line,
                line.length());
    return Programs.bash(Map.of(), folder, "-c", ask)
        .succeeds()
        .out()
        .lines()
        .map(String::strip)
        .toList();
  }
}
