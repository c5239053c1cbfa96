package org.mitchell.evaluation.ceilings;

import java.util.List;
import java.util.stream.IntStream;
import org.apache.commons.math3.random.RandomGenerator;
import org.mitchell.fmri.Responses;
import org.mitchell.fmri.TrialValues;
import org.mitchell.random.RandomStreams;
import org.mitchell.random.RandomStreams.Purpose;

/**
 * The presentations of every word in two halves; of an odd number one has no part.
 *
 * @param order words x presentations: of R the first R / 2 (rounded down) are the one half, as many
 *     that follow the other. Not copied
 */
record SplitHalves(int[][] order) {
  /** Splits of any number, each as likely as any other; split i depends on its number alone. */
  static List<SplitHalves> drawn(Responses responses, int count, RandomStreams streams) {
    return IntStream.range(0, count).mapToObj(split -> one(responses, split, streams)).toList();
  }

  private static SplitHalves one(Responses responses, int split, RandomStreams streams) {
    var order = new int[responses.stimuli().size()][];
    for (int w = 0; w < order.length; w++) {
      RandomGenerator random = streams.stream(Purpose.HALVES, split, w);
      order[w] = IntStream.range(0, responses.presentations(w)).toArray();
      for (int i = order[w].length - 1; i > 0; i--) {
        int other = random.nextInt(i + 1);
        int moved = order[w][i];
        order[w][i] = order[w][other];
        order[w][other] = moved;
      }
    }
    return new SplitHalves(order);
  }

  /**
   * How many times as many presentations the whole images are the mean of, as those of a half: 2
   * where all words have the same even number.
   */
  static double factor(Responses responses) {
    double all = 0;
    double half = 0;
    for (int w = 0; w < responses.stimuli().size(); w++) {
      all += responses.presentations(w);
      half += responses.presentations(w) / 2;
    }
    return all / half;
  }

  /** The mean images of the one half, words x voxels of these columns. */
  double[][] first(Responses responses, int[] columns) {
    return images(responses, columns, 0);
  }

  /** Those of the other half. */
  double[][] second(Responses responses, int[] columns) {
    return images(responses, columns, 1);
  }

  private double[][] images(Responses responses, int[] columns, int half) {
    var images = new double[order.length][columns.length];
    for (int w = 0; w < order.length; w++) {
      int size = order[w].length / 2;
      for (int p = half * size; p < (half + 1) * size; p++) {
        TrialValues trial = responses.values(w, order[w][p]);
        for (int v = 0; v < columns.length; v++) {
          images[w][v] += (double) trial.at(columns[v]) / size;
        }
      }
    }
    return images;
  }
}
