package org.mitchell.evaluation.ceilings;

import java.util.Arrays;
import java.util.List;
import java.util.function.ToDoubleFunction;
import org.apache.commons.math3.special.Erf;
import org.mitchell.evaluation.ceilings.ImageIdentification.Score;
import org.mitchell.files.InputException;
import org.mitchell.files.Remedy;
import org.mitchell.fmri.Responses;
import org.mitchell.jobs.Progress;
import org.mitchell.jobs.Workers;
import org.mitchell.random.RandomStreams;

/**
 * How well a perfect model would identify a participant's images, whose noise no model predicts: by
 * images of one half of the presentations as predictions of the other half, taken to the full
 * number of presentations.
 *
 * <p>With r the mean similarity of a word's two half images, and k times as many presentations in
 * all as in a half, the similarity of noiseless images with those observed is (Spearman 1910; Brown
 * 1910)
 *
 * <pre>
 * r* = sqrt(k r / (1 + (k - 1) r)).
 * </pre>
 *
 * <p>A pair is told right where the product of two differences of images, summed over voxels, is
 * above 0. Of normal values that correlate by r a voxel's product has the mean over sd r / sqrt(1 +
 * r^2), and many voxels make the sum normal, so that the accuracy is Phi(c r / sqrt(1 + r^2)) with
 * c the root of the effective number of voxels, which halves and whole images share:
 *
 * <pre>
 * accuracy* = Phi(z(accuracy) f(r*) / f(r)),    f(r) = r / sqrt(1 + r^2).
 * </pre>
 *
 * <p>A rank compares the difference of two images with one image, whose correlation is r / sqrt 2.
 *
 * @param splits how often presentations were split
 * @param halves half images identified by half images, mean over the splits
 * @param accuracy that of a perfect model, accuracy*: 1 where the halves identify every word; NaN
 *     where they do no better than chance, so that nothing repeats
 * @param similarity that of its predictions, r*; NaN where r is not above 0
 */
public record PresentationCeiling(int splits, Score halves, double accuracy, double similarity) {
  /** What pairs and ranks have by chance. */
  public static final double CHANCE = 0.5;

  /**
   * @throws InputException if a word was presented once
   */
  public static void require(Responses responses) {
    for (int w = 0; w < responses.stimuli().size(); w++) {
      if (responses.presentations(w) < 2) {
        throw new InputException(
            "participant %s: the ceiling splits the presentations of every word in halves, and '%s' has 1"
                .formatted(responses.participant(), responses.words().get(w)),
            Remedy.OTHER_CEILING);
      }
    }
  }

  /**
   * @param identification of the same words and voxels
   * @param splits how often presentations are split
   */
  public static PresentationCeiling of(
      ImageIdentification identification,
      Responses responses,
      int splits,
      RandomStreams streams,
      Workers workers,
      Progress progress) {
    require(responses);
    return of(
        identification,
        responses,
        SplitHalves.drawn(responses, splits, streams),
        workers,
        progress);
  }

  static PresentationCeiling of(
      ImageIdentification identification,
      Responses responses,
      List<SplitHalves> splits,
      Workers workers,
      Progress progress) {
    var scores = new Score[splits.size()];
    int[] columns = identification.voxels();
    progress.begin("ceiling", "splits", scores.length);
    workers.forEach(
        scores.length,
        s -> {
          SplitHalves split = splits.get(s);
          scores[s] =
              identification.score(
                  split.first(responses, columns), split.second(responses, columns));
          progress.advance(1);
        });
    progress.end();
    var halves = new Score(mean(scores, Score::accuracy), mean(scores, Score::similarity));
    double factor = SplitHalves.factor(responses);
    double whole = ofWhole(halves.similarity(), factor);
    double share = identification.ranks() ? Math.sqrt(0.5) : 1;
    return new PresentationCeiling(scores.length, halves, accuracy(halves, whole, share), whole);
  }

  private static double ofWhole(double r, double factor) {
    return r > 0 ? Math.sqrt(factor * r / (1 + (factor - 1) * r)) : Double.NaN;
  }

  /**
   * @param share what a compared difference keeps of the similarity of images
   */
  private static double accuracy(Score halves, double whole, double share) {
    if (Double.isNaN(whole) || halves.accuracy() <= CHANCE) {
      return Double.NaN;
    }
    if (halves.accuracy() == 1) {
      return 1;
    }
    double z = Erf.erfInv(2 * halves.accuracy() - 1);
    return (1 + Erf.erf(z * sharpness(share * whole) / sharpness(share * halves.similarity()))) / 2;
  }

  private static double sharpness(double r) {
    return r / Math.sqrt(1 + r * r);
  }

  private static double mean(Score[] scores, ToDoubleFunction<Score> figure) {
    return Arrays.stream(scores).mapToDouble(figure).sum() / scores.length;
  }
}
