package org.mitchell.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.mitchell.nifti.NiftiHeader;
import org.mitchell.nifti.NiftiImage;
import org.mitchell.nifti.NiftiUnits;
import org.mitchell.nifti.NiftiWriter;

/** A fit whose signatures, 72 MB, are more than Java may use. */
class ManyFeaturesTest {
  private static final String LITTLE = "-Xmx56m";

  private static final int[] BOX = {40, 30, 25};
  private static final int VOXELS = 30_000;
  private static final int WORDS = 8;
  private static final int FEATURES = 600;

  /** More than there are features, so that the images of all are more than Java may use too. */
  private static final int OTHERS = 700;

  @TempDir private static Path folder;

  @BeforeAll
  static void fit() throws IOException {
    var random = new Random(8);
    var values = new float[VOXELS * WORDS];
    for (int i = 0; i < values.length; i++) {
      values[i] = (float) random.nextGaussian();
    }
    double[][] affine = {{3, 0, 0, 0}, {0, 3, 0, 0}, {0, 0, 3, 0}, {0, 0, 0, 1}};
    NiftiHeader header =
        NiftiHeader.builder(BOX[0], BOX[1], BOX[2], WORDS)
            .sform(affine, 4)
            .units(NiftiUnits.MM, NiftiUnits.UNKNOWN)
            .build();
    try (var stream = Files.newOutputStream(folder.resolve("images.nii"))) {
      NiftiWriter.write(NiftiImage.of(header, values), stream);
    }
    var labels = new StringBuilder("word\n");
    for (int w = 0; w < WORDS; w++) {
      labels.append("trained").append(w).append('\n');
    }
    Files.writeString(folder.resolve("labels.tsv"), labels);
    features(random);
    Ran.mitchell(
            "fit",
            "--subject",
            "M",
            "--images",
            folder.resolve("images.nii"),
            "--labels",
            folder.resolve("labels.tsv"),
            "--features",
            folder.resolve("features.tsv"),
            "--ridge",
            1,
            "--voxels",
            "all",
            "--out",
            folder)
        .succeeds();
  }

  private static void features(Random random) throws IOException {
    var candidates = new StringBuilder();
    try (BufferedWriter table = Files.newBufferedWriter(folder.resolve("features.tsv"))) {
      table.write("word");
      for (int f = 0; f < FEATURES; f++) {
        table.write("\tf" + f);
      }
      for (int w = 0; w < WORDS + OTHERS; w++) {
        String word = w < WORDS ? "trained" + w : "other" + (w - WORDS);
        candidates.append(word).append('\n');
        table.write("\n" + word);
        for (int f = 0; f < FEATURES; f++) {
          table.write("\t" + random.nextInt(100));
        }
      }
      table.write("\n");
    }
    Files.writeString(folder.resolve("candidates.txt"), candidates);
  }

  @Test
  void newWordsArePredictedAndAnImageIdentified() throws Exception {
    Path out = folder.resolve("little");
    run("predict", "other3", "other4", "--out", out).succeeds();
    Path whole = folder.resolve("whole");
    Ran.mitchell("predict", "other4", "--subject", "M", "--model", folder, "--out", whole)
        .succeeds();
    Path image = endingIn("contrast-other4_desc-predicted_statmap.nii.gz", out);
    assertThat(image).hasSameBinaryContentAs(endingIn(image.getFileName().toString(), whole));
    Ran identified = run("identify", image, "--json").succeeds();
    assertThat(identified.json().path("images").path(0).path("comparedVoxels").asInt())
        .isEqualTo(VOXELS);
  }

  @Test
  void whatDoesNotFitIsRefusedWithItsSize() throws Exception {
    assertThat(run("view", "--no-browser").failsWith(1).err())
        .contains("what stays in memory of 1 fit (signatures) takes 69 MB of memory")
        .contains("where Java may use 5", "or take fewer participants");
    Path image = endingIn("stat-r_statmap.nii.gz", folder);
    assertThat(
            run("identify", image, "--candidates", folder.resolve("candidates.txt"))
                .failsWith(1)
                .err())
        .contains("the comparison with 708 candidates of 600 features over 30,000 voxels takes")
        .contains("138 MB of memory where Java may use 5", "or take fewer voxels or candidates");
  }

  private static Path endingIn(String name, Path out) throws IOException {
    try (Stream<Path> files = Files.list(out.resolve("sub-M"))) {
      return files.filter(file -> file.toString().endsWith(name)).findFirst().orElseThrow();
    }
  }

  private static Ran run(Object... words) throws Exception {
    Object[] command =
        Stream.concat(Stream.of(words), Stream.of("--subject", "M", "--model", folder)).toArray();
    return Programs.java(Programs.thisJava(), List.of(LITTLE, "-XX:+UseSerialGC"), command);
  }
}
