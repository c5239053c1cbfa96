package org.mitchell.fmri;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.FloatBuffer;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.IntStream;
import org.apache.commons.math3.stat.StatUtils;
import org.junit.jupiter.api.Test;

class VoxelRowsTest {
  private static final Responses T1 = read();
  private static final VoxelRows MEANS = new PresentationMeans(T1);
  private static final WordImages HELD = WordImages.of(T1);

  private static Responses read() {
    try {
      return ResponsesReader.read(
          Path.of("testdata", "analysis", "data-science-T1.mat"), "T1", ReadOptions.DEFAULT);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Test
  void anImageIsTheMeanOverPresentations() {
    double[][] images = MEANS.at(new int[] {5, 0, 7});
    for (int w = 0; w < images.length; w++) {
      int word = w;
      double[] shown =
          IntStream.range(0, T1.presentations(w)).mapToDouble(p -> T1.trial(word, p)[5]).toArray();
      assertThat(images[w][0]).isCloseTo(StatUtils.mean(shown), within(1e-12));
      assertThat(images[w]).containsExactly(HELD.row(w)[5], HELD.row(w)[0], HELD.row(w)[7]);
    }
  }

  @Test
  void blocksAreThoseOfTheWholeToTheBit() {
    for (VoxelRows rows : new VoxelRows[] {MEANS, VoxelRows.held(HELD.rows())}) {
      for (int size : new int[] {1, 7, T1.voxels()}) {
        for (int from = 0; from < T1.voxels(); from += size) {
          int to = Math.min(T1.voxels(), from + size);
          assertThat(rows.block(from, to)).isDeepEqualTo(HELD.block(from, to));
          assertThat(rows.withoutMean().block(from, to))
              .isDeepEqualTo(HELD.withoutMean().block(from, to));
          assertThat(rows.withoutMean().at(IntStream.range(from, to).toArray()))
              .isDeepEqualTo(HELD.withoutMean().block(from, to));
        }
      }
    }
  }

  @Test
  void meanAndLengthAreOfAllVoxels() {
    double[] mean = MEANS.mean();
    for (int v = 0; v < mean.length; v++) {
      int voxel = v;
      double expected =
          Arrays.stream(HELD.rows()).mapToDouble(row -> row[voxel]).average().orElse(0);
      assertThat(mean[v]).isCloseTo(expected, within(1e-12));
    }
    assertThat(MEANS.withoutMean().mean()).containsExactly(new double[mean.length], within(1e-12));
    double longest =
        Arrays.stream(HELD.rows())
            .mapToDouble(row -> Math.sqrt(StatUtils.sumSq(row)))
            .max()
            .orElse(0);
    assertThat(MEANS.longest()).isCloseTo(longest, within(1e-9));
  }

  @Test
  void valuesInAFileAreThoseInMemory() {
    float[] values = {3, Float.NaN, -0.0f, 5, 6};
    TrialValues held = TrialValues.of(values.clone());
    TrialValues mapped = TrialValues.of(FloatBuffer.wrap(values.clone()));
    for (TrialValues each : new TrialValues[] {held, mapped}) {
      assertThat(each.count()).isEqualTo(5);
      assertThat(each.all()).containsExactly(values);
      assertThat(each.at(3)).isEqualTo(5);
      assertThat(each.at(new int[] {4, 0})).containsExactly(6, 3);
      var into = new float[3];
      each.copy(2, 2, into);
      assertThat(into).containsExactly(-0.0f, 5, 0);
      each.replace(1, 2, new float[] {8, 9, 10});
      assertThat(each.all()).containsExactly(3, 8, 9, 5, 6);
    }
  }
}
