package org.mitchell.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.mitchell.files.RunLock;
import picocli.CommandLine;

/** Two runs that would write in one place: the second is refused before it does anything. */
class OneRunAtATimeTest {
  /** Commands that write nothing, or are other commands, or look after their file otherwise. */
  private static final List<String> WITHOUT_PLACE =
      List.of(
          "bids",
          "check",
          "completion",
          "corpus list",
          "data get",
          "data list",
          "features show",
          "help",
          "vectors analogy",
          "vectors list",
          "vectors neighbours",
          "vectors odd-one-out",
          "vectors project",
          "vectors similarity",
          "view");

  private static final String OF_T1 =
      " --subject T1 --data testdata/analysis/data-science-T1.mat --features"
          + " testdata/analysis/features_T.csv --out OUT";

  private static final String OF_ENCODER =
      " --encoder testdata/encoders/last --stimuli testdata/fuzz/seeds/stimuli/sentences.tsv";

  /** What is typed, and where it writes below OUT: a folder ends in a slash. */
  private static final Map<String, String> PLACES = new TreeMap<>();

  static {
    PLACES.put("fit" + OF_T1, "sub-T1/");
    PLACES.put("evaluate" + OF_T1, "sub-T1/");
    PLACES.put("leak" + OF_T1, "sub-T1/");
    PLACES.put("compare" + OF_T1, "./");
    PLACES.put(
        "across"
            + OF_T1.replace(
                "T1 --data testdata/analysis/data-science-T1.mat",
                "T1,T2 --data testdata/analysis"),
        "./");
    PLACES.put("similarity" + OF_T1, "./");
    PLACES.put("predict apple --subject T1 --model OUT", "sub-T1/");
    PLACES.put("map --subject T1 --model OUT", "sub-T1/");
    PLACES.put("map --subject T1,T2 --group mean --model OUT", "group/");
    PLACES.put(
        "regions --subject T1 --model OUT --atlas none.nii --atlas-names none.txt", "sub-T1/");
    PLACES.put("identify none.nii --model OUT --out OUT/i.tsv", "i.tsv");
    PLACES.put("report --model OUT --out OUT/r.html", "r.html");
    PLACES.put("figure slices none.nii --out OUT/f.png", "f.png");
    PLACES.put("figure glass none.nii --out OUT/f.png", "f.png");
    PLACES.put("figure surface none.nii --mesh none.gii --out OUT/f.png", "f.png");
    PLACES.put("figure signatures T1 --model OUT --out OUT/f.png", "f.png");
    PLACES.put("figure scatter T1 --model OUT --out OUT/f.png", "f.png");
    PLACES.put("figure accuracy T1 --model OUT --out OUT/f.png", "f.png");
    PLACES.put("figure shares T1 --model OUT --out OUT/f.png", "f.png");
    PLACES.put("figure similarity T1 --model OUT --out OUT/f.png", "f.png");
    PLACES.put("figure words testdata/analysis/features_T.csv --out OUT/f.png", "f.png");
    PLACES.put(
        "figure attention celery --encoder testdata/encoders/layers --out OUT/f.png", "f.png");
    PLACES.put("features build --corpus none.txt --out OUT/b.csv", "b.csv");
    PLACES.put("features embed" + OF_ENCODER + " --out OUT/e.tsv", "e.tsv");
    PLACES.put("features compare verbs25 form --out OUT/c.tsv", "c.tsv");
    PLACES.put("features plot none.tsv --out OUT/p.svg", "p.svg");
    PLACES.put("corpus count --corpus none.txt --out OUT/c.tsv", "c.tsv");
    PLACES.put("corpus vocabulary --corpus none.txt --out OUT/v.tsv", "v.tsv");
    PLACES.put("vectors train --corpus none.txt --out OUT/t.bin", "t.bin");
    PLACES.put("vectors benchmark --vectors none.bin --pairs none.tsv --out OUT/b.tsv", "b.tsv");
    PLACES.put("vectors convert none.bin --out OUT/c.txt", "c.txt");
    PLACES.put("norms fit --norms none.tsv --vectors none.bin --out OUT", "./");
    PLACES.put("norms predict ant --norms none.tsv --vectors none.bin --out OUT/n.tsv", "n.tsv");
    PLACES.put("norms compare --norms none.tsv --vectors none.bin --out OUT/n.tsv", "n.tsv");
    PLACES.put("simulate --subject T9 --out OUT", "data-science-T9.mat");
    PLACES.put("power --out OUT/power.tsv", "power.tsv");
    PLACES.put("demo --out OUT", "./");
  }

  @TempDir private static Path folder;

  @BeforeAll
  static void fitted() {
    Ran.fit(folder.resolve("out"), "T1", Ran.T1).succeeds();
    Ran.fit(folder.resolve("out"), "T2", Ran.T2).succeeds();
  }

  private static Stream<String> typed() {
    return PLACES.keySet().stream();
  }

  /** What is typed after the program's name, for a folder. */
  private static Object[] words(String typed, Path out) {
    return typed.replace("OUT", out.toString()).split(" ");
  }

  @Test
  void everyCommandOfTheHelpIsTriedOrWritesNothing() {
    var commands = new TreeSet<String>();
    collect("", Mitchell.commandLine(), commands);
    var known = new TreeSet<>(WITHOUT_PLACE);
    for (String command : commands) {
      if (PLACES.keySet().stream().anyMatch(typed -> typed.startsWith(command + " "))) {
        known.add(command);
      }
    }
    assertThat(known).isEqualTo(commands);
  }

  private static void collect(String name, CommandLine command, TreeSet<String> commands) {
    if (command.getSubcommands().isEmpty()) {
      commands.add(name);
    }
    command
        .getSubcommands()
        .forEach((word, below) -> collect((name + " " + word).strip(), below, commands));
  }

  @ParameterizedTest
  @MethodSource("typed")
  void aSecondRunIsRefusedAtItsStartAndToldWhoIsAtWork(String typed) throws IOException {
    Path out = folder.resolve("out");
    String place = PLACES.get(typed);
    Map<String, String> before = Ran.files(out);
    try (RunLock lock = lock(out, place)) {
      Ran second = Ran.mitchell(words(typed, out)).failsWith(1);
      assertThat(lock).isNotNull();
      assertThat(second.errLines()).hasSize(1);
      assertThat(second.err())
          .contains(
              "process %d on ".formatted(ProcessHandle.current().pid()),
              " (mitchell other --run, since 2",
              ") is writing here. Wait until it has ended, or choose another place with --out; if"
                  + " there is no such run, remove ");
    }
    assertThat(Ran.files(out)).isEqualTo(before);
  }

  private static RunLock lock(Path out, String place) throws IOException {
    Path path = out.resolve(place);
    return place.endsWith("/")
        ? RunLock.ofFolder(path, "mitchell other --run")
        : RunLock.ofFile(path, "mitchell other --run").orElseThrow();
  }

  /** A run that goes on for as long as the test needs it. */
  private Process started(Path out) throws Exception {
    var command =
        new ArrayList<>(
            List.of(
                Programs.thisJava().resolve("bin/java").toString(),
                "-cp",
                Programs.classPath(),
                Mitchell.class.getName()));
    String typed = "evaluate" + OF_T1 + " --few-words --permutations 1000000 --quiet";
    Arrays.stream(words(typed, out)).map(Object::toString).forEach(command::add);
    Process process =
        new ProcessBuilder(command)
            .redirectErrorStream(true)
            .redirectOutput(folder.resolve("said.txt").toFile())
            .start();
    while (!Files.exists(lockOf(out)) && !process.waitFor(10, TimeUnit.MILLISECONDS)) {
      // It starts.
    }
    assertThat(process.isAlive()).as(Files.readString(folder.resolve("said.txt"))).isTrue();
    return process;
  }

  private static Path lockOf(Path out) {
    return out.resolve("sub-T1/.mitchell-run.lock");
  }

  @Test
  void ofTwoProcessesTheSecondIsRefusedAndWhatAKilledOneLeftIsTakenOver() throws Exception {
    Path out = folder.resolve("killed");
    Process first = started(out);
    try {
      Ran second = Ran.fit(out, "T1", Ran.T1).failsWith(1);
      assertThat(second.err())
          .contains("process %d on ".formatted(first.pid()), " (mitchell evaluate --subject T1 ");
      Ran.fit(out, "T2", Ran.T2).succeeds(); // another participant is another place
    } finally {
      first.destroyForcibly().waitFor();
    }
    assertThat(lockOf(out)).exists();
    Ran.fit(out, "T1", Ran.T1).succeeds();
    assertThat(Ran.files(out).keySet()).noneMatch(file -> file.contains(".mitchell"));
  }

  @Test
  void aRunThatIsInterruptedLeavesNeitherLockNorFolder() throws Exception {
    Path out = folder.resolve("interrupted/deep");
    Process first = started(out);
    first.destroy();
    first.waitFor();
    assertThat(out.getParent()).doesNotExist();
  }

  @Test
  void aRunThatFailsLeavesNeitherLockNorFolder() {
    Path out = folder.resolve("failed/deep");
    Ran.mitchell("fit", "--subject", "T1", "--data", Ran.T1, "--features", "none", "--out", out)
        .failsWith(1);
    assertThat(out.getParent()).doesNotExist();
  }

  @Test
  void theLockOfAnotherMachineIsLeftAndSaid() throws IOException {
    Path out = folder.resolve("shared");
    Files.createDirectories(lockOf(out).getParent());
    Files.writeString(lockOf(out), "node7.example\n12\n1760000000000\nmitchell fit\u001b[2J\n");
    Ran refused = Ran.fit(out, "T1", Ran.T1).failsWith(1);
    assertThat(refused.err())
        .contains(
            "process 12 on node7.example, another machine, (mitchell fit [2J, since"
                + " 2025-10-09T08:53:20Z) is writing here.",
            "if there is no such run, remove " + lockOf(out));
    assertThat(lockOf(out)).exists();
  }
}
