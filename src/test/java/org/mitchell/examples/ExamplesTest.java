package org.mitchell.examples;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.lang.reflect.InvocationTargetException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.ResourceLock;
import org.junit.jupiter.api.parallel.Resources;

/**
 * Compiled with the tests from {@code examples/}; here each of them runs as a reader of the README
 * would run it.
 */
@ResourceLock(Resources.SYSTEM_OUT)
class ExamplesTest {
  @Test
  void aParticipantIsFittedFromCode() throws Exception {
    // testdata/analysis/expected.json: features_T.csv, paper, unit, ridge 0.5, 15 voxels, cosine,
    // sum.
    assertThat(output("FitFromCode"))
        .containsExactly("14 words, 60 voxels", "79 of 91 pairs right");
  }

  @Test
  void aMapIsReadAndItsPeakPlaced() throws Exception {
    // testdata/nifti/make_fixtures.py: values rise with the voxel number, so the last voxel is the
    // highest.
    assertThat(output("ReadMap", "testdata/nifti/big_endian_scaled.nii"))
        .containsExactly(
            "celery: 3 x 4 x 5 voxels", "highest value 111.500 at (71.9, -103.1, -24.0) mm");
  }

  @Test
  void aWordTheModelNeverSawIsPredicted() throws Exception {
    assertThat(output("PredictWord"))
        .singleElement()
        .asString()
        .startsWith("predicted image of apple: 60 voxels");
  }

  @Test
  void everyExampleHasATest() throws Exception {
    try (Stream<Path> examples = Files.list(Path.of("examples"))) {
      assertThat(examples.map(p -> p.getFileName().toString()).filter(n -> n.endsWith(".java")))
          .containsExactlyInAnyOrder("FitFromCode.java", "ReadMap.java", "PredictWord.java");
    }
  }

  private static List<String> output(String example, String... args) throws Exception {
    var bytes = new ByteArrayOutputStream();
    PrintStream before = System.out;
    System.setOut(new PrintStream(bytes, true, StandardCharsets.UTF_8));
    try {
      Class.forName(example).getMethod("main", String[].class).invoke(null, (Object) args);
    } catch (InvocationTargetException e) {
      throw new AssertionError("the example " + example + " failed", e.getCause());
    } finally {
      System.setOut(before);
    }
    return bytes.toString(StandardCharsets.UTF_8).lines().toList();
  }
}
