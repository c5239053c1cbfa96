package org.mitchell.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.mitchell.fmri.ReadOptions;
import org.mitchell.fmri.Responses;
import org.mitchell.fmri.ResponsesReader;
import org.mitchell.jobs.OutOfMemory;
import us.hebi.matlab.mat.format.Mat5;
import us.hebi.matlab.mat.types.Matrix;

/** What fits into little memory, and what is said where it does not. */
class MemoryTest {
  /** Room for the program and a few of the participants below, and not for all. */
  private static final String ONE = "-Xmx56m";

  private static final int VOXELS = 30_000;
  private static final int PARTICIPANTS = 12;

  @TempDir private Path folder;

  @Test
  void severalParticipantsAreFittedWhereOneIs() throws Exception {
    Ran ran = run("fit", "--subject", "all", "--features", Ran.FEATURES, "--ridge", 1).succeeds();
    assertThat(ran.out()).contains("Mean accuracy of 12 participants");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "evaluate --ridge 1 --permutations 3 --subsamples 2",
        "compare --ridge 1 --no-baselines --subsamples 2",
        "leak --ridge 1 --permutations 19 --subsamples 2",
        "similarity --permutations 3 --no-baselines"
      })
  void severalParticipantsAreTakenWhereOneIs(String command) throws Exception {
    var words = new ArrayList<Object>(List.of(command.split(" ")));
    String spaces = Ran.FEATURES + (command.startsWith("compare") ? ",form" : "");
    words.addAll(List.of("--subject", "all", "--features", spaces, "--json"));
    assertThat(run(words.toArray()).succeeds().out()).contains("\"M1\"", "\"M12\"");
  }

  @Test
  void aLackOfMemoryThatALibraryWrapsIsALackOfMemory() {
    var wrapped = new IllegalStateException("a template", new OutOfMemoryError("Java heap space"));
    var line = Mitchell.commandLine();
    var printed = new ByteArrayOutputStream();
    PrintStream before = System.err;
    System.setErr(new PrintStream(printed, true, StandardCharsets.UTF_8));
    int status;
    try {
      status =
          new ErrorMessages(new OutOfMemory())
              .handleExecutionException(wrapped, line, line.parseArgs("demo"));
    } finally {
      System.setErr(before);
    }
    assertThat(status).isEqualTo(1);
    assertThat(printed.toString(StandardCharsets.UTF_8))
        .startsWith("mitchell: not enough memory (")
        .contains(
            "(JAVA_TOOL_OPTIONS=-Xmx%dg)"
                .formatted(1 + (long) (2.5 * Runtime.getRuntime().maxMemory()) / (1L << 30)))
        .doesNotContain("error of the program");
  }

  private Ran run(Object... words) throws Exception {
    participants();
    var command = new ArrayList<Object>(List.of(words));
    command.addAll(List.of("--data", folder, "--out", folder.resolve("out"), "--threads", 1));
    return Programs.java(Programs.thisJava(), List.of(ONE, "-XX:+UseSerialGC"), command.toArray());
  }

  /** The words of T1, each presented twice, in many voxels of noise: 7 MB as doubles. */
  private void participants() throws IOException {
    Responses t1 = ResponsesReader.read(Ran.T1, "T1", ReadOptions.DEFAULT);
    var random = new Random(5);
    int count = 2 * t1.words().size();
    var info = Mat5.newStruct(1, count);
    var data = Mat5.newCell(count, 1);
    for (int t = 0; t < count; t++) {
      info.set("word", t, Mat5.newString(t1.words().get(t / 2)));
      info.set("cond", t, Mat5.newString(t1.stimuli().get(t / 2).category()));
      info.set("epoch", t, Mat5.newScalar(1 + t % 2));
      Matrix image = Mat5.newMatrix(1, VOXELS);
      for (int v = 0; v < VOXELS; v++) {
        image.setDouble(0, v, (float) random.nextGaussian());
      }
      data.set(t, image);
    }
    Path first = folder.resolve("data-science-M1.mat");
    Mat5.writeToFile(
        Mat5.newMatFile().addArray("info", info).addArray("data", data), first.toFile());
    for (int n = 2; n <= PARTICIPANTS; n++) {
      Files.copy(first, folder.resolve("data-science-M" + n + ".mat"));
    }
  }
}
