package org.mitchell.evaluation.schemes;

import java.util.Arrays;
import org.mitchell.encoding.Preset;
import org.mitchell.evaluation.EncodingAnalysis;
import org.mitchell.evaluation.EvaluationOptions;
import org.mitchell.evaluation.Metric;
import org.mitchell.evaluation.folds.Fold;
import org.mitchell.fmri.Responses;
import org.mitchell.fmri.WordImages;

/** The images of a fold, over the candidate voxels: a row a voxel with a value an image. */
final class FoldImages {
  private final Responses responses;
  private final EvaluationOptions options;
  private final int[] candidates;
  private final int words;
  private final WordImages wordImages;
  private final double[][] rows;

  FoldImages(EncodingAnalysis analysis, int[] candidates) {
    this.responses = analysis.responses();
    this.options = analysis.options();
    this.candidates = candidates;
    this.words = analysis.size();
    // Preset strict removes the training words' mean again in every fold; without the bulk of it
    // first, digits would be lost.
    this.wordImages = analysis.images().withoutMean();
    this.rows = new double[candidates.length][words];
    fill(rows, wordImages, 0);
  }

  /** All images that the fold needs, candidates x images. Not to be changed. */
  double[][] rows(Fold fold) {
    return fold.leavesWordsOut() ? rows : rowsWithout(fold.presentation());
  }

  /** Which of them are which. */
  FoldProducts.Images images(Fold fold) {
    int[] training = fold.training(words);
    int[] observed =
        fold.leavesWordsOut()
            ? fold.tested()
            : Arrays.stream(fold.tested()).map(word -> words + word).toArray();
    return new FoldProducts.Images(training, observed);
  }

  /** Lengths up to this are none. */
  double shortest() {
    return Metric.shortest(wordImages.longest());
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
