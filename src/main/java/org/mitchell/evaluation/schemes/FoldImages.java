package org.mitchell.evaluation.schemes;

import java.util.Arrays;
import org.mitchell.encoding.Preset;
import org.mitchell.evaluation.EncodingAnalysis;
import org.mitchell.evaluation.EvaluationOptions;
import org.mitchell.evaluation.Metric;
import org.mitchell.evaluation.folds.Fold;
import org.mitchell.fmri.PresentationMeans;
import org.mitchell.fmri.Responses;
import org.mitchell.fmri.VoxelRows;

/** The images of a fold, over the candidate voxels: a row a voxel with a value an image. */
public final class FoldImages {
  private final EncodingAnalysis analysis;
  private final Responses responses;
  private final EvaluationOptions options;
  private final int[] candidates;
  private final int words;
  private final double[] mean;
  private final double[][] rows;

  /**
   * @param candidates columns of the voxels, ascending
   */
  public FoldImages(EncodingAnalysis analysis, int[] candidates) {
    this.analysis = analysis;
    this.responses = analysis.responses();
    this.options = analysis.options();
    this.candidates = candidates;
    this.words = analysis.size();
    // Preset strict removes the training words' mean again in every fold; without the bulk of it
    // first, digits would be lost.
    VoxelRows images = imagesOf(responses);
    this.mean = images.mean();
    this.rows = byVoxel(images.withoutMean().block(0, candidates.length));
  }

  /** All images that the fold needs, candidates x images. Not to be changed. */
  public double[][] rows(Fold fold) {
    return fold.leavesWordsOut() ? rows : rowsWithout(fold);
  }

  /** What was taken off every image that is trained on, a value a candidate. */
  public double[] removed(Fold fold) {
    return fold.leavesWordsOut() ? mean : imagesOf(fold.trainingOf(responses)).mean();
  }

  /** The images of words at the candidates. */
  private VoxelRows imagesOf(Responses some) {
    return VoxelRows.held(new PresentationMeans(some).at(candidates));
  }

  /** Numbers, among the images, of those of the tested words. */
  public int[] observed(Fold fold) {
    return images(fold).observed();
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
  public double shortest() {
    return Metric.shortest(analysis.longestImage());
  }

  /**
   * The training images of all words, then the observed ones: means of the presentations that are
   * not held out, and of those that are. Words that have none of the one or the other have zeros.
   */
  private double[][] rowsWithout(Fold fold) {
    VoxelRows training = imagesOf(fold.trainingOf(responses));
    double[] mean = training.mean();
    var both = new double[candidates.length][2 * words];
    int[] trained = fold.training(words);
    double[][] centred = training.withoutMean().block(0, candidates.length);
    for (int t = 0; t < trained.length; t++) {
      for (int v = 0; v < candidates.length; v++) {
        both[v][trained[t]] = centred[t][v];
      }
    }
    int[] tested = fold.tested();
    for (int v = 0; v < candidates.length; v++) {
      var observed = new double[tested.length];
      for (int t = 0; t < tested.length; t++) {
        observed[t] = observed(fold, t, candidates[v]) - mean[v];
      }
      if (options.encoding().preset() == Preset.PAPER) {
        removeMean(observed);
      }
      for (int t = 0; t < tested.length; t++) {
        both[v][words + tested[t]] = observed[t];
      }
    }
    return both;
  }

  /** The mean of the held-out presentations of a tested word, at a voxel. */
  private double observed(Fold fold, int place, int voxel) {
    double sum = 0;
    for (int presentation : fold.presentations()[place]) {
      sum += responses.values(fold.tested()[place], presentation).at(voxel);
    }
    return sum / fold.presentations()[place].length;
  }

  /** Preset paper compares with images whose own mean over the words is removed. */
  private static void removeMean(double[] values) {
    double sum = 0;
    for (double value : values) {
      sum += value;
    }
    for (int i = 0; i < values.length; i++) {
      values[i] -= sum / values.length;
    }
  }

  private static double[][] byVoxel(double[][] images) {
    var rows = new double[images[0].length][images.length];
    for (int w = 0; w < images.length; w++) {
      for (int v = 0; v < rows.length; v++) {
        rows[v][w] = images[w][v];
      }
    }
    return rows;
  }
}
