package org.mitchell.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedOutputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.mitchell.fmri.ReadOptions;
import org.mitchell.fmri.Responses;
import org.mitchell.fmri.ResponsesReader;
import org.mitchell.jobs.OutOfMemory;
import org.mitchell.nifti.NiftiHeader;
import org.mitchell.nifti.NiftiImage;
import org.mitchell.nifti.NiftiWriter;
import us.hebi.matlab.mat.format.Mat5;
import us.hebi.matlab.mat.types.Matrix;

/** What fits into little memory, and what is said where it does not. */
class MemoryTest {
  /** Room for the program and a few of the participants below, and not for all. */
  private static final String ONE = "-Xmx56m";

  private static final int VOXELS = 30_000;
  private static final int PARTICIPANTS = 12;

  private static final double[][] AFFINE = {{3, 0, 0, 0}, {0, 3, 0, 0}, {0, 0, 3, 0}, {0, 0, 0, 1}};

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

  /** 280 images of 24,000 voxels take 27 MB, which leaves too little of 56 for the fit. */
  @Test
  void imagesThatDoNotFitGiveTheBytesOfThoseThatDo() throws Exception {
    List<String> all = images();
    List<List<String>> commands =
        List.of(
            words("fit --subject X --features", Ran.FEATURES, all),
            words(
                "evaluate --subject X --permutations 3 --subsamples 0 --features",
                Ran.FEATURES,
                all),
            List.of("map", "--subject", "X", "--permutations", "9", "--model", "OUT"));
    for (String heap : List.of(ONE, "-Xmx600m")) {
      for (List<String> command : commands) {
        Path out = folder.resolve(heap);
        var line = new ArrayList<Object>(command);
        line.replaceAll(word -> word.equals("OUT") ? out : word);
        line.addAll(List.of("--threads", 1, "--out", out));
        Programs.java(Programs.thisJava(), List.of(heap, "-XX:+UseSerialGC"), line.toArray())
            .succeeds();
      }
    }
    try (Stream<Path> files = Files.walk(folder.resolve(ONE))) {
      List<Path> made =
          files.filter(f -> f.toString().endsWith(".gz") || f.toString().endsWith(".tsv")).toList();
      assertThat(made).hasSizeGreaterThan(5);
      for (Path file : made) {
        Path other = folder.resolve("-Xmx600m").resolve(folder.resolve(ONE).relativize(file));
        assertThat(file).hasSameBinaryContentAs(other);
      }
    }
  }

  private static List<String> words(String begin, Object features, List<String> images) {
    var words = new ArrayList<>(List.of(begin.split(" ")));
    words.add(features.toString());
    words.addAll(List.of("--ridge", "1"));
    words.addAll(images);
    return words;
  }

  /** The words of T1, each presented twenty times, in voxels of noise that differ by words. */
  private List<String> images() throws IOException {
    Responses t1 = ResponsesReader.read(Ran.T1, "T1", ReadOptions.DEFAULT);
    int presentations = 280 / t1.words().size();
    var random = new Random(7);
    int[] dims = {40, 30, 20, presentations * t1.words().size()};
    var rows = new StringBuilder("word\trun\n");
    Path images = folder.resolve("x.nii");
    try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(images))) {
      NiftiWriter.writeVolumes(
          NiftiHeader.builder(dims).sform(AFFINE, 4).build(),
          number -> {
            int word = number % t1.words().size();
            rows.append(t1.words().get(word))
                .append('\t')
                .append(1 + number / t1.words().size())
                .append('\n');
            var volume = new float[40 * 30 * 20];
            for (int v = 0; v < volume.length; v++) {
              volume[v] = (float) (random.nextGaussian() + (v * 31 + word * 17) % 13 / 13.0);
            }
            return volume;
          },
          "x.nii",
          out);
    }
    Path mask = folder.resolve("mask.nii");
    var inside = new float[40 * 30 * 20];
    Arrays.fill(inside, 1);
    try (OutputStream out = Files.newOutputStream(mask)) {
      NiftiWriter.write(
          NiftiImage.of(NiftiHeader.builder(40, 30, 20).sform(AFFINE, 4).build(), inside),
          "mask.nii",
          out);
    }
    Path labels = Files.writeString(folder.resolve("x.tsv"), rows);
    return List.of(
        "--images", images.toString(), "--labels", labels.toString(), "--mask", mask.toString());
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
