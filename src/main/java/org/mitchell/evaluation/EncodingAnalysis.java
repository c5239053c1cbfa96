package org.mitchell.evaluation;

import java.util.Arrays;
import java.util.List;
import java.util.OptionalInt;
import org.mitchell.encoding.EncodingOptions;
import org.mitchell.encoding.Preset;
import org.mitchell.evaluation.folds.TrainedVoxels;
import org.mitchell.fmri.PresentationMeans;
import org.mitchell.fmri.Responses;
import org.mitchell.fmri.Stimulus;
import org.mitchell.fmri.VoxelRows;
import org.mitchell.fmri.WordImages;
import org.mitchell.jobs.Workers;

/**
 * One participant's words with the responses to them and their features, and how models that take
 * the one to the other are fitted and compared: what every cross-validation and every map starts
 * from. Unchangeable; other words, features, voxels or options give another one.
 */
public final class EncodingAnalysis {
  private final Responses responses;
  private final double[][] rawFeatures;
  private final EvaluationOptions options;
  private final ImagesOnDemand images;

  /**
   * @param responses to n words
   * @param rawFeatures unscaled, words x features, words as in the responses. Not copied
   * @param options how models are fitted and compared
   * @throws IllegalArgumentException if there are more or fewer feature vectors than words
   */
  public EncodingAnalysis(Responses responses, double[][] rawFeatures, EvaluationOptions options) {
    this(responses, rawFeatures, options, new ImagesOnDemand(responses));
  }

  private EncodingAnalysis(
      Responses responses,
      double[][] rawFeatures,
      EvaluationOptions options,
      ImagesOnDemand images) {
    if (responses.stimuli().size() != rawFeatures.length) {
      throw new IllegalArgumentException(
          "%d feature vectors for responses to %d words"
              .formatted(rawFeatures.length, responses.stimuli().size()));
    }
    this.responses = responses;
    this.rawFeatures = rawFeatures;
    this.options = options;
    this.images = images;
  }

  public Responses responses() {
    return responses;
  }

  /** Unscaled features, words x features: the arrays themselves, which must not be changed. */
  public double[][] rawFeatures() {
    return rawFeatures;
  }

  public EvaluationOptions options() {
    return options;
  }

  /** How a voxel's response is fitted to the features. */
  public EncodingOptions encoding() {
    return options.encoding();
  }

  /** How many words there are, n. */
  public int size() {
    return rawFeatures.length;
  }

  /** The words, in the order of all that is one a word. */
  public List<String> words() {
    return responses.words();
  }

  /** The words with their categories. */
  public List<Stimulus> stimuli() {
    return responses.stimuli();
  }

  /** The mean over the presentations of each word, words x voxels. */
  public WordImages images() {
    return images.get();
  }

  /** The same images, of which some voxels are made at a time. */
  public VoxelRows imageRows() {
    return new PresentationMeans(responses);
  }

  /** The length of the longest image without the mean over words. */
  public double longestImage() {
    return images.longest();
  }

  /**
   * The word images as models are fitted to them: in preset paper without their mean over words; in
   * preset strict, whose models have an intercept, as they are.
   */
  public WordImages modelledImages() {
    return encoding().preset() == Preset.PAPER ? images().withoutMean() : images();
  }

  /** The same of {@link #imageRows}. */
  public VoxelRows modelledRows() {
    return encoding().preset() == Preset.PAPER ? imageRows().withoutMean() : imageRows();
  }

  /**
   * The voxels that are compared where all words may have a say: those that the criterion of the
   * options puts first, as many as they want; all of them where they want all, or where a criterion
   * of presentations has one of each word.
   *
   * @return columns, ascending
   */
  public int[] comparedVoxels(Workers workers) {
    return TrainedVoxels.of(this, workers);
  }

  /**
   * The same analysis with some of the words, as if there were no others.
   *
   * @param numbers of the words, ascending, each once
   */
  public EncodingAnalysis ofWords(int[] numbers) {
    List<String> words = words();
    return new EncodingAnalysis(
        responses.select(Arrays.stream(numbers).mapToObj(words::get).toList()),
        Arrays.stream(numbers).mapToObj(w -> rawFeatures[w]).toArray(double[][]::new),
        options);
  }

  /**
   * The same analysis with features exchanged between words.
   *
   * @param featuresOf for every word, the number of the word whose features it is given
   */
  public EncodingAnalysis relabelled(int[] featuresOf) {
    return withFeatures(
        Arrays.stream(featuresOf).mapToObj(w -> rawFeatures[w]).toArray(double[][]::new));
  }

  /**
   * The same analysis with other features of the same words.
   *
   * @param otherFeatures unscaled, words x features. Not copied
   */
  public EncodingAnalysis withFeatures(double[][] otherFeatures) {
    return new EncodingAnalysis(responses, otherFeatures, options, images);
  }

  /** The same words, images and features, evaluated otherwise. */
  public EncodingAnalysis withOptions(EvaluationOptions otherOptions) {
    return new EncodingAnalysis(responses, rawFeatures, otherOptions, images);
  }

  /**
   * The same analysis of some of the voxels: all of these are compared where they are no more than
   * the options want, otherwise the most stable among them.
   *
   * @param columns of the voxels, in the order wanted
   */
  public EncodingAnalysis ofVoxels(int[] columns) {
    boolean whole = options.voxels().isEmpty() || options.voxels().getAsInt() >= columns.length;
    return new EncodingAnalysis(
        responses.selectVoxels(columns),
        rawFeatures,
        whole ? options.withVoxels(OptionalInt.empty()) : options);
  }
}
