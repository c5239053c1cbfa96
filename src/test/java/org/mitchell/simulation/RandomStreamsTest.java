package org.mitchell.simulation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.commons.math3.stat.correlation.PearsonsCorrelation;
import org.junit.jupiter.api.Test;
import org.mitchell.random.RandomStreams;
import org.mitchell.random.RandomStreams.Purpose;

class RandomStreamsTest {
  /**
   * testdata/simulation/noise.py derives the figures from the documented rule with a generator of
   * its own.
   */
  @Test
  void noiseFollowsTheDocumentedRule() throws Exception {
    for (String line :
        Files.readAllLines(Path.of("testdata/simulation/noise.tsv")).subList(1, 13)) {
      String[] cells = line.split("\t");
      var simulated =
          Samples.run(
              Samples.builder(3)
                  .signalToNoise(0)
                  .baselineSd(0)
                  .presentations(2)
                  .seed(Long.parseLong(cells[0])));
      float[] trial =
          simulated.responses().trial(Integer.parseInt(cells[1]), Integer.parseInt(cells[2]));
      String[] expected = cells[3].split(" ");
      for (int v = 0; v < expected.length; v++) {
        assertThat((double) trial[v])
            .as(line)
            .isCloseTo(Double.parseDouble(expected[v]), within(1e-6));
      }
    }
  }

  /** A correlation of n independent normal pairs has sd 1 / sqrt(n - 1); 5 sd. */
  @Test
  void neighbouringStreamsAreUncorrelatedFromTheirFirstNumbersOn() {
    int streams = 4000;
    var streamsOfOne = new RandomStreams(1);
    var streamsOfTwo = new RandomStreams(2);
    var firsts = new double[4][streams];
    for (int s = 0; s < streams; s++) {
      firsts[0][s] = streamsOfOne.stream(Purpose.TRIAL, s, 0).nextGaussian();
      firsts[1][s] = streamsOfOne.stream(Purpose.TRIAL, s, 1).nextGaussian();
      firsts[2][s] = streamsOfTwo.stream(Purpose.TRIAL, s, 0).nextGaussian();
      firsts[3][s] = streamsOfOne.stream(Purpose.TRIAL, s + 1, 0).nextGaussian();
    }
    for (int other = 1; other < 4; other++) {
      double r = new PearsonsCorrelation().correlation(firsts[0], firsts[other]);
      assertThat(Math.abs(r)).as("streams 0 and %d", other).isLessThan(5 / Math.sqrt(streams - 1));
    }
  }
}
