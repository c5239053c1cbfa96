package org.mitchell.evaluation.stability;

import java.util.Arrays;
import org.apache.commons.math3.random.RandomGenerator;
import org.mitchell.fmri.Responses;
import org.mitchell.jobs.Workers;
import org.mitchell.random.RandomStreams;
import org.mitchell.random.RandomStreams.Purpose;

/**
 * What stability chance gives: the words of every presentation are shuffled on their own, so that
 * presentations have nothing in common but what each has by itself.
 *
 * <p>With z the responses of a presentation less their mean, divided by their length, stability is
 * (|sum of z over R presentations|^2 - R) / (R (R - 1)).
 */
public final class StabilityNull {
  /** Enough, since the null values of all voxels are pooled. */
  public static final int USUAL_DRAWS = 100;

  /** Stability lies from -1 to 1, and is counted in steps of 1 / 10,000. */
  private static final int STEPS = 20_000;

  private static final int BLOCK = 512;

  private StabilityNull() {}

  /**
   * p of the stability of each voxel, against shuffled presentations of all voxels: (1 + null
   * values that reach it) / (1 + all null values), to a step of the counts, on the safe side.
   *
   * @param stability a value a voxel; see {@link Stability#overAllWords}
   * @param streams shuffle (draw, presentation) is drawn from ({@link Purpose#STABILITY}, draw,
   *     presentation)
   * @return a value a voxel; NaN where stability is not defined
   */
  public static double[] p(
      Responses responses, double[] stability, int draws, RandomStreams streams, Workers workers) {
    int presentations = Stability.requirePresentations(responses);
    int[][][] shuffles = shuffles(responses.words().size(), presentations, draws, streams);
    var counts = new long[STEPS + 1];
    workers.forEach(
        (stability.length + BLOCK - 1) / BLOCK,
        block -> {
          long[] own = new long[STEPS + 1];
          int end = Math.min(stability.length, (block + 1) * BLOCK);
          for (int v = block * BLOCK; v < end; v++) {
            if (!Double.isNaN(stability[v])) {
              count(standardised(responses, v, presentations), shuffles, own);
            }
          }
          synchronized (counts) {
            Arrays.setAll(counts, i -> counts[i] + own[i]);
          }
        });
    return p(stability, counts);
  }

  private static double[] p(double[] stability, long[] counts) {
    var reaching = new long[counts.length + 1];
    for (int step = counts.length - 1; step >= 0; step--) {
      reaching[step] = reaching[step + 1] + counts[step];
    }
    var p = new double[stability.length];
    for (int v = 0; v < p.length; v++) {
      p[v] =
          Double.isNaN(stability[v])
              ? Double.NaN
              : (1.0 + reaching[step(stability[v])]) / (1.0 + reaching[0]);
    }
    return p;
  }

  private static int step(double stability) {
    return (int) Math.max(0, Math.min(STEPS, Math.floor((stability + 1) / 2 * STEPS)));
  }

  /** Draws x presentations x words. */
  private static int[][][] shuffles(
      int words, int presentations, int draws, RandomStreams streams) {
    var shuffles = new int[draws][presentations][words];
    for (int d = 0; d < draws; d++) {
      for (int r = 0; r < presentations; r++) {
        RandomGenerator random = streams.stream(Purpose.STABILITY, d, r);
        int[] order = shuffles[d][r];
        Arrays.setAll(order, w -> w);
        for (int i = words - 1; i > 0; i--) {
          int other = random.nextInt(i + 1);
          int kept = order[i];
          order[i] = order[other];
          order[other] = kept;
        }
      }
    }
    return shuffles;
  }

  /** Presentations x words, each row of mean 0 and length 1. */
  private static double[][] standardised(Responses responses, int voxel, int presentations) {
    int words = responses.words().size();
    var rows = new double[presentations][words];
    for (int r = 0; r < presentations; r++) {
      double mean = 0;
      for (int w = 0; w < words; w++) {
        rows[r][w] = responses.values(w, r).at(voxel);
        mean += rows[r][w] / words;
      }
      double squares = 0;
      for (int w = 0; w < words; w++) {
        rows[r][w] -= mean;
        squares += rows[r][w] * rows[r][w];
      }
      double length = Math.sqrt(squares);
      for (int w = 0; w < words; w++) {
        rows[r][w] /= length;
      }
    }
    return rows;
  }

  private static void count(double[][] rows, int[][][] shuffles, long[] counts) {
    int words = rows[0].length;
    var sum = new double[words];
    for (int[][] shuffle : shuffles) {
      Arrays.fill(sum, 0);
      for (int r = 0; r < rows.length; r++) {
        double[] row = rows[r];
        int[] order = shuffle[r];
        for (int w = 0; w < words; w++) {
          sum[w] += row[order[w]];
        }
      }
      double squares = 0;
      for (double value : sum) {
        squares += value * value;
      }
      counts[step((squares - rows.length) / (rows.length * (rows.length - 1.0)))]++;
    }
  }
}
