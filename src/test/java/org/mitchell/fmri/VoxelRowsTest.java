package org.mitchell.fmri;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.FloatBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;
import org.apache.commons.math3.stat.StatUtils;
import org.junit.jupiter.api.Test;

class VoxelRowsTest {
  /** More voxels than two blocks have. */
  private static final Responses RESPONSES = responses(2 * VoxelRows.BLOCK + 77);

  private static final VoxelRows MEANS = new PresentationMeans(RESPONSES);
  private static final WordImages HELD = WordImages.of(RESPONSES);

  private static Responses responses(int voxels) {
    var random = new Random(3);
    var trials = new float[5][][];
    var stimuli = new ArrayList<Stimulus>();
    for (int w = 0; w < trials.length; w++) {
      stimuli.add(new Stimulus("word" + w, ""));
      trials[w] = new float[2 + w % 2][voxels];
      for (float[] trial : trials[w]) {
        for (int v = 0; v < voxels; v++) {
          trial[v] = (float) (100 + random.nextGaussian());
        }
      }
    }
    return new Responses("R", "", stimuli, trials, Optional.empty(), List.of());
  }

  @Test
  void anImageIsTheMeanOverPresentations() {
    double[][] images = MEANS.at(new int[] {5, 0, 7});
    for (int w = 0; w < images.length; w++) {
      int word = w;
      double[] shown =
          IntStream.range(0, RESPONSES.presentations(w))
              .mapToDouble(p -> RESPONSES.trial(word, p)[5])
              .toArray();
      assertThat(images[w][0]).isCloseTo(StatUtils.mean(shown), within(1e-12));
      assertThat(images[w]).containsExactly(HELD.row(w)[5], HELD.row(w)[0], HELD.row(w)[7]);
    }
  }

  @Test
  void blocksAreThoseOfTheWholeToTheBit() {
    for (VoxelRows rows : new VoxelRows[] {MEANS, VoxelRows.held(HELD.rows())}) {
      for (int size : new int[] {1, 700, RESPONSES.voxels()}) {
        for (int from = 0; from < RESPONSES.voxels(); from += size) {
          int to = Math.min(RESPONSES.voxels(), from + size);
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
