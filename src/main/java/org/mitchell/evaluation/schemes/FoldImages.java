package org.mitchell.evaluation.schemes;

import java.util.Arrays;
import org.mitchell.encoding.Preset;
import org.mitchell.evaluation.EvaluationOptions;
import org.mitchell.fmri.Responses;
import org.mitchell.fmri.WordImages;

/** The images of a fold, over the candidate voxels: a row a voxel with a value an image. */
final class FoldImages {
  /** An image shorter than this share of the longest is rounding noise, and has no direction. */
  private static final double NO_LENGTH = 1e-12;

  private final Responses responses;
  private final EvaluationOptions options;
  private final int[] candidates;
  private final int words;
  private final WordImages wordImages;
  private final double[][] rows;

  FoldImages(Responses responses, EvaluationOptions options, int[] candidates) {
    this.responses = responses;
    this.options = options;
    this.candidates = candidates;
    this.words = responses.stimuli().size();
    // Preset strict removes the training words' mean again in every fold; without the bulk of it
    // first, digits would be lost.
    this.wordImages = WordImages.of(responses).withoutMean();
    this.rows = new double[candidates.length][words];
    fill(rows, wordImages, 0);
  }

  /** All images that the fold needs, candidates x images. Not to be changed. */
  double[][] rows(Fold fold) {
    return fold.leftOut() ? rows : rowsWithout(fold.presentation());
  }

  /** Which of them are which. */
  FoldProducts.Images images(Fold fold) {
    int[] training = fold.training(words);
    int[] observed =
        fold.leftOut()
            ? fold.tested()
            : Arrays.stream(fold.tested()).map(word -> words + word).toArray();
    return new FoldProducts.Images(training, observed);
  }

  /** Lengths up to this are none. */
  double shortest() {
    double longest = 0;
    for (int w = 0; w < words; w++) {
      longest = Math.max(longest, Arrays.stream(wordImages.row(w)).map(x -> x * x).sum());
    }
    return NO_LENGTH * Math.sqrt(longest);
  }

  /** The images of the other presentations, then those of the one that is left out. */
  private double[][] rowsWithout(int presentation) {
    WordImages training = WordImages.of(responses.withoutPresentation(presentation));
    double[] mean = training.mean();
    var both = new double[candidates.length][2 * words];
    fill(both, training.withoutMean(), 0);
    for (int v = 0; v < candidates.length; v++) {
      for (int w = 0; w < words; w++) {
        both[v][words + w] = responses.trial(w, presentation)[candidates[v]] - mean[candidates[v]];
      }
      if (options.encoding().preset() == Preset.PAPER) {
        removeMean(both[v], words);
      }
    }
    return both;
  }

  /** Preset paper compares with images whose own mean over the words is removed. */
  private static void removeMean(double[] row, int from) {
    double sum = 0;
    for (int i = from; i < row.length; i++) {
      sum += row[i];
    }
    for (int i = from; i < row.length; i++) {
      row[i] -= sum / (row.length - from);
    }
  }

  private void fill(double[][] target, WordImages images, int from) {
    for (int w = 0; w < words; w++) {
      double[] image = images.row(w);
      for (int v = 0; v < candidates.length; v++) {
        target[v][from + w] = image[candidates[v]];
      }
    }
  }
}
