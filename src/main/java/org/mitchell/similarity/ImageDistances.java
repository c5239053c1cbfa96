package org.mitchell.similarity;

import java.util.Arrays;
import java.util.Locale;
import java.util.stream.IntStream;
import org.mitchell.files.InputException;
import org.mitchell.fmri.Responses;
import org.mitchell.fmri.WordImages;

/** How unlike a participant's images of words are, over some of the voxels. */
public final class ImageDistances {
  /** A covariance of more voxels takes gigabytes, and residuals do not tell it. */
  public static final int MOST_VOXELS_OF_NOISE = 5_000;

  private final Responses responses;
  private final Distance distance;
  private final WordImages images;
  private final Pairs pairs;
  private final boolean[] usable;
  private final boolean allUsable;

  /**
   * @throws InputException if the distance takes presentations and a word has one alone
   */
  public ImageDistances(Responses responses, Distance distance) {
    require(responses, distance);
    this.responses = responses;
    this.distance = distance;
    this.images = WordImages.of(responses);
    this.pairs = Pairs.all(images.words());
    this.usable = usable(responses, distance);
    this.allUsable = withoutNoise() == 0;
  }

  /**
   * That words have the presentations that a distance takes.
   *
   * @throws InputException if a word has one alone where two are taken
   */
  public static void require(Responses responses, Distance distance) {
    if (distance.takesPresentations() && responses.commonPresentations() < 2) {
      throw new InputException(
          "the %s distance takes two presentations or more of every word, and a word of participant %s has one. Take another distance"
              .formatted(name(distance), responses.participant()));
    }
  }

  /** Which voxels count: where the noise does, those that have any. */
  private static boolean[] usable(Responses responses, Distance distance) {
    var usable = new boolean[responses.voxels()];
    Arrays.fill(usable, !distance.takesPresentations());
    for (int w = 0; distance.takesPresentations() && w < responses.stimuli().size(); w++) {
      float[] first = responses.trial(w, 0);
      for (int p = 1; p < responses.commonPresentations(); p++) {
        float[] trial = responses.trial(w, p);
        for (int v = 0; v < usable.length; v++) {
          usable[v] |= trial[v] != first[v];
        }
      }
    }
    return usable;
  }

  /** Those of some voxels that count. */
  int[] usable(int[] columns) {
    return allUsable ? columns : Arrays.stream(columns).filter(column -> usable[column]).toArray();
  }

  /** How many voxels have no noise where that counts, and are left out. */
  public int withoutNoise() {
    return (int) IntStream.range(0, usable.length).filter(v -> !usable[v]).count();
  }

  /**
   * Over some of the voxels. A word's image is the mean over its presentations; where the noise
   * between them counts, over as many as all words have.
   *
   * @param voxels those without noise are left out where it counts
   * @return NaN everywhere where none is left
   * @throws InputException if the distance takes the noise of more than {@link
   *     #MOST_VOXELS_OF_NOISE} voxels
   */
  public Dissimilarities of(int[] voxels) {
    int[] columns = usable(voxels);
    if (columns.length == 0) {
      return undefined();
    }
    if (!distance.takesPresentations()) {
      return distance.of(pairs, gathered(columns));
    }
    if (columns.length > MOST_VOXELS_OF_NOISE) {
      throw new InputException(
          "the %s distance takes the noise of at most %,d voxels, and here are %,d. Take fewer voxels or another distance"
              .formatted(name(distance), MOST_VOXELS_OF_NOISE, columns.length));
    }
    Patterns patterns = Patterns.of(responses, columns);
    Patterns white = NoiseCovariance.of(patterns).whitened(patterns);
    return distance == Distance.MAHALANOBIS
        ? Distance.EUCLIDEAN.of(white.mean())
        : crossValidated(white);
  }

  private Dissimilarities undefined() {
    var values = new double[pairs.size()];
    Arrays.fill(values, Double.NaN);
    return Dissimilarities.of(pairs, values);
  }

  /** Columns x words. */
  private double[][] gathered(int[] columns) {
    var gathered = new double[columns.length][images.words()];
    for (int w = 0; w < images.words(); w++) {
      double[] image = images.row(w);
      for (int v = 0; v < columns.length; v++) {
        gathered[v][w] = image[columns[v]];
      }
    }
    return gathered;
  }

  private static String name(Distance distance) {
    return distance.name().toLowerCase(Locale.ROOT);
  }

  /**
   * With S the sum over K presentations x(k) of the difference of two words, the mean over k of (S
   * - x(k)) / (K - 1) times x(k) is (S S - sum of x(k) x(k)) / (K (K - 1)).
   */
  private static Dissimilarities crossValidated(Patterns white) {
    double[] values = Distance.EUCLIDEAN.of(white.sum()).values().clone();
    for (double[][] presentation : white.presentations()) {
      double[] squares = Distance.EUCLIDEAN.of(presentation).values();
      for (int i = 0; i < values.length; i++) {
        values[i] -= squares[i];
      }
    }
    double folds = white.count() * (white.count() - 1.0);
    for (int i = 0; i < values.length; i++) {
      values[i] /= folds;
    }
    return Dissimilarities.of(white.words(), values);
  }
}
