package org.mitchell.evaluation;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.mitchell.fmri.Responses;
import org.mitchell.fmri.Stimulus;

/** Made-up responses whose voxels are of all the kinds that make stability difficult. */
public final class RandomResponses {
  /** What a voxel is like. */
  public enum Kind {
    NOISE,
    SIGNAL,
    HEAVY_TAILS,
    TINY,
    HUGE,
    LARGE_MEAN,
    CONSTANT,
    CONSTANT_ONCE,
    ONE_WORD_ONCE,
    TWO_WORDS_ONCE,
    ONE_OUTLIER,
    DUPLICATE,
    ALMOST_FRAGILE
  }

  private final Random random;
  private final int words;
  private final int[] presentations;

  private RandomResponses(Random random, int words, int[] presentations) {
    this.random = random;
    this.words = words;
    this.presentations = presentations;
  }

  /** Every word as often, voxels of all kinds in turn. */
  public static Responses of(long seed, int words, int presentations, int voxels) {
    var counts = new int[words];
    java.util.Arrays.fill(counts, presentations);
    return of(seed, counts, voxels, Kind.values());
  }

  /**
   * @param presentations how often each word was presented
   * @param kinds what voxels there are, in turn
   */
  public static Responses of(long seed, int[] presentations, int voxels, Kind... kinds) {
    var made = new RandomResponses(new Random(seed), presentations.length, presentations);
    var columns = new ArrayList<float[][]>();
    for (int v = 0; v < voxels; v++) {
      columns.add(made.voxel(kinds[v % kinds.length], columns));
    }
    return made.responses(columns);
  }

  private Responses responses(List<float[][]> columns) {
    var trials = new float[words][][];
    var stimuli = new ArrayList<Stimulus>();
    for (int w = 0; w < words; w++) {
      stimuli.add(new Stimulus("word%02d".formatted(w), w % 2 == 0 ? "even" : "odd"));
      trials[w] = new float[presentations[w]][columns.size()];
      for (int p = 0; p < trials[w].length; p++) {
        for (int v = 0; v < columns.size(); v++) {
          trials[w][p][v] = columns.get(v)[w][p];
        }
      }
    }
    return new Responses("R1", "", stimuli, trials, Optional.empty(), List.of());
  }

  /** Words x presentations. */
  private float[][] voxel(Kind kind, List<float[][]> former) {
    int odd = random.nextInt(words);
    int other = (odd + 1 + random.nextInt(words - 1)) % words;
    if (kind == Kind.DUPLICATE && !former.isEmpty()) {
      return former.get(random.nextInt(former.size()));
    }
    var values = new float[words][];
    for (int w = 0; w < words; w++) {
      values[w] = new float[presentations[w]];
      double own = random.nextGaussian();
      for (int p = 0; p < values[w].length; p++) {
        double noise = random.nextGaussian();
        boolean extra = w == odd || (w == other && kind == Kind.TWO_WORDS_ONCE);
        values[w][p] =
            (float)
                switch (kind) {
                  case NOISE, DUPLICATE -> noise;
                  case SIGNAL -> own + noise;
                  case HEAVY_TAILS -> Math.tan(Math.PI * (random.nextDouble() - 0.5));
                  case TINY -> 1e-30 * (own + noise);
                  case HUGE -> 1e30 * (own + noise);
                  case LARGE_MEAN -> 1e5 + own + noise;
                  case CONSTANT -> 0.1;
                  case CONSTANT_ONCE -> p == 1 ? 0.3 : own + 0.1 * noise;
                  case ONE_WORD_ONCE, TWO_WORDS_ONCE ->
                      p == 0 ? extra ? own : 0.2 : own + 0.1 * noise;
                  case ONE_OUTLIER -> w == odd ? 1e4 + noise : own + 0.3 * noise;
                  case ALMOST_FRAGILE ->
                      w == odd ? 1e3 * Math.sqrt(words) + noise : own + 0.3 * noise;
                };
      }
    }
    return values;
  }
}
