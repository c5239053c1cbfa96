package org.mitchell.inference;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.mitchell.evaluation.intervals.SubsampleInterval;
import org.mitchell.evaluation.stability.NoiseCeiling;
import org.mitchell.evaluation.stability.Stability;
import org.mitchell.fmri.Responses;
import org.mitchell.fmri.Stimulus;
import org.mitchell.jobs.Workers;
import org.mitchell.random.RandomStreams;

/** The median ceiling of voxels whose signal and noise are equally strong, which is known. */
class MedianCeilingTest {
  private static final int PRESENTATIONS = 4;
  private static final int VOXELS = 5;
  private static final int STUDIES = 200;

  /** Two presentations correlate by .5: sqrt(4 x .5 / (1 + 3 x .5)). */
  private static final double TRUE_CEILING = Math.sqrt(0.8);

  private static final Workers WORKERS = new Workers(1);

  @Test
  void theIntervalIsAsWideAsOtherWordsMoveTheMedianOrSomewhatWider() {
    var medians = new double[STUDIES];
    double errors = 0;
    int covered = 0;
    for (int study = 0; study < STUDIES; study++) {
      MedianCeiling ceiling = ceiling(responses(40, study));
      SubsampleInterval interval = ceiling.interval().orElseThrow();
      medians[study] = ceiling.median();
      errors += interval.standardError() / STUDIES;
      covered += interval.low() <= TRUE_CEILING && TRUE_CEILING <= interval.high() ? 1 : 0;
    }
    assertThat(errors / sd(medians)).isBetween(0.9, 2.0);
    assertThat(covered).isBetween(STUDIES * 92 / 100, STUDIES);
  }

  @Test
  void voxelsThatAreNotReliableAreNotCounted() {
    Responses responses = responses(20, 1);
    double[] all = everyCeiling(responses);
    double[] some = {all[0], Double.NaN, all[2], Double.NaN, all[4]};
    MedianCeiling ceiling = MedianCeiling.of(responses, some, new RandomStreams(1), WORKERS);
    double[] sorted = {all[0], all[2], all[4]};
    Arrays.sort(sorted);
    assertThat(ceiling.reliable()).isEqualTo(3);
    assertThat(ceiling.voxels()).isEqualTo(VOXELS);
    assertThat(ceiling.median()).isEqualTo(sorted[1]);
  }

  @Test
  void whereNoVoxelIsReliableThereIsNeitherMedianNorInterval() {
    var none = new double[VOXELS];
    Arrays.fill(none, Double.NaN);
    MedianCeiling ceiling = MedianCeiling.of(responses(20, 1), none, new RandomStreams(1), WORKERS);
    assertThat(ceiling.reliable()).isZero();
    assertThat(ceiling.median()).isNaN();
    assertThat(ceiling.interval()).isEmpty();
  }

  @Test
  void twoWordsInAHalfGiveNoInterval() {
    assertThat(ceiling(responses(5, 1)).interval()).isEmpty();
    assertThat(ceiling(responses(6, 1)).interval()).isPresent();
  }

  private static MedianCeiling ceiling(Responses responses) {
    return MedianCeiling.of(responses, everyCeiling(responses), new RandomStreams(1), WORKERS);
  }

  private static double[] everyCeiling(Responses responses) {
    return NoiseCeiling.of(Stability.overAllWords(responses, WORKERS), PRESENTATIONS);
  }

  /** Signal and noise of variance 1, each on its own. */
  private static Responses responses(int words, long seed) {
    var random = new Random(seed);
    var stimuli = new ArrayList<Stimulus>();
    var trials = new float[words][PRESENTATIONS][VOXELS];
    for (int w = 0; w < words; w++) {
      stimuli.add(new Stimulus("word" + w, "category"));
      double[] signal = random.doubles(VOXELS).map(any -> random.nextGaussian()).toArray();
      for (float[] trial : trials[w]) {
        for (int v = 0; v < VOXELS; v++) {
          trial[v] = (float) (signal[v] + random.nextGaussian());
        }
      }
    }
    return new Responses("a", "made by a test", stimuli, trials, Optional.empty(), List.of());
  }

  private static double sd(double[] values) {
    double mean = Arrays.stream(values).average().orElseThrow();
    double squares = Arrays.stream(values).map(x -> (x - mean) * (x - mean)).sum();
    return Math.sqrt(squares / (values.length - 1));
  }
}
