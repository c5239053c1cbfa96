package org.mitchell.features.embedding;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.apache.commons.math3.random.RandomGenerator;
import org.mitchell.random.RandomStreams;
import org.mitchell.random.RandomStreams.Purpose;

/**
 * Words in the plane such that neighbours stay neighbours: t-distributed stochastic neighbour
 * embedding (van der Maaten and Hinton 2008), exact, by gradient descent with momentum and gains of
 * each coordinate, begun at the principal components; of few words also at random places, and the
 * plane that diverges least is taken. Distances between groups mean little.
 *
 * <p>Time and memory grow with the square of the number of words: for hundreds, not for tens of
 * thousands.
 */
public final class TSne {
  private static final int STEPS = 1000;

  /** Of few words a descent takes no time and often ends in a poor place. */
  private static final int FEW = 200;

  private static final int RANDOM_STARTS = 9;
  private static final int EXAGGERATED_STEPS = 250;
  private static final double EXAGGERATION = 12;
  private static final double START_SD = 1e-4;
  private static final double LEAST_GAIN = 0.01;
  private static final double LEAST_RATE = 50;

  private final double[][] joint;
  private final int words;
  private final double[][] points;
  private final double[][] moves;
  private final double[][] gains;

  private TSne(double[][] joint, double[][] start) {
    this.joint = joint;
    this.words = joint.length;
    this.points = start;
    this.moves = new double[words][2];
    this.gains = new double[words][2];
  }

  /** The number of neighbours in effect that suits a number of words: 30, or fewer of few. */
  public static double usualPerplexity(int words) {
    return Math.min(30, (words - 1) / 3.0);
  }

  /**
   * @param vectors words x features, at least four words
   * @param perplexity the number of neighbours that each word has in effect
   * @throws IllegalArgumentException if there are fewer words, they do not differ, or the
   *     perplexity does not lie between 1 and the number of the others
   */
  public static Embedding of(double[][] vectors, double perplexity) {
    if (vectors.length < 4) {
      throw new IllegalArgumentException("t-SNE needs four words or more, got " + vectors.length);
    }
    if (!(perplexity >= 1 && perplexity < vectors.length - 1)) {
      throw new IllegalArgumentException(
          "a perplexity of %s for %d words, where 1 to below %d is expected"
              .formatted(perplexity, vectors.length, vectors.length - 1));
    }
    PrincipalComponents.requireDifferent(vectors);
    double[][] joint = NeighbourProbabilities.of(vectors, perplexity);
    double[][] best = {};
    double least = Double.POSITIVE_INFINITY;
    for (double[][] start : starts(vectors)) {
      var descent = new TSne(joint, start);
      descent.run();
      double divergence = divergence(joint, descent.points);
      if (divergence < least) {
        best = descent.points;
        least = divergence;
      }
    }
    return new Embedding(
        best,
        String.format(
            Locale.ROOT,
            "perplexity %.3g, divergence %.2f; distances between groups mean little",
            perplexity,
            least));
  }

  /** The Kullback-Leibler divergence of the plane from the vectors, in nats. */
  static double divergence(double[][] joint, double[][] points) {
    double[][] q = NeighbourProbabilities.squaredDistances(points);
    double sum = 0;
    for (int i = 0; i < q.length; i++) {
      for (int j = 0; j < q.length; j++) {
        q[i][j] = i == j ? 0 : 1 / (1 + q[i][j]);
        sum += q[i][j];
      }
    }
    double divergence = 0;
    for (int i = 0; i < q.length; i++) {
      for (int j = 0; j < q.length; j++) {
        divergence +=
            i != j && joint[i][j] > 0 ? joint[i][j] * Math.log(joint[i][j] * sum / q[i][j]) : 0;
      }
    }
    return divergence;
  }

  private void run() {
    descend(EXAGGERATED_STEPS, EXAGGERATION, 0.5);
    descend(STEPS - EXAGGERATED_STEPS, 1, 0.8);
  }

  /** A descent of its own: what was gained on another slope says nothing of this one. */
  private void descend(int steps, double exaggeration, double momentum) {
    double rate = Math.max(LEAST_RATE, words / EXAGGERATION / 4);
    for (int i = 0; i < words; i++) {
      Arrays.fill(moves[i], 0);
      Arrays.fill(gains[i], 1);
    }
    for (int step = 0; step < steps; step++) {
      move(gradient(exaggeration), rate, momentum);
    }
  }

  /** 4 sum over j of (e p - q)(y_i - y_j) / (1 + |y_i - y_j|^2). */
  private double[][] gradient(double exaggeration) {
    var near = new double[words][words];
    double sum = 0;
    for (int i = 0; i < words; i++) {
      for (int j = 0; j < i; j++) {
        double dx = points[i][0] - points[j][0];
        double dy = points[i][1] - points[j][1];
        near[i][j] = 1 / (1 + dx * dx + dy * dy);
        near[j][i] = near[i][j];
        sum += 2 * near[i][j];
      }
    }
    var gradient = new double[words][2];
    for (int i = 0; i < words; i++) {
      for (int j = 0; j < words; j++) {
        double pull = 4 * (exaggeration * joint[i][j] - near[i][j] / sum) * near[i][j];
        gradient[i][0] += pull * (points[i][0] - points[j][0]);
        gradient[i][1] += pull * (points[i][1] - points[j][1]);
      }
    }
    return gradient;
  }

  private void move(double[][] gradient, double rate, double momentum) {
    for (int i = 0; i < words; i++) {
      for (int d = 0; d < 2; d++) {
        boolean onwards = gradient[i][d] * moves[i][d] < 0;
        gains[i][d] = Math.max(LEAST_GAIN, onwards ? gains[i][d] + 0.2 : gains[i][d] * 0.8);
        moves[i][d] = momentum * moves[i][d] - rate * gains[i][d] * gradient[i][d];
        points[i][d] += moves[i][d];
      }
    }
  }

  /** All so small that the descent is free to go anywhere. */
  private static List<double[][]> starts(double[][] vectors) {
    var starts = new ArrayList<double[][]>();
    starts.add(small(PrincipalComponents.of(vectors).points()));
    var streams = new RandomStreams(1);
    for (int attempt = 0; attempt < RANDOM_STARTS && vectors.length <= FEW; attempt++) {
      RandomGenerator random = streams.stream(Purpose.EMBEDDING, attempt, 0);
      var start = new double[vectors.length][2];
      for (double[] point : start) {
        point[0] = random.nextGaussian();
        point[1] = random.nextGaussian();
      }
      starts.add(small(start));
    }
    return starts;
  }

  private static double[][] small(double[][] points) {
    double squares = 0;
    for (double[] point : points) {
      squares += point[0] * point[0];
    }
    double factor = START_SD / Math.sqrt(squares / points.length);
    var small = new double[points.length][2];
    for (int i = 0; i < small.length; i++) {
      small[i][0] = factor * points[i][0];
      small[i][1] = factor * points[i][1];
    }
    return small;
  }
}
