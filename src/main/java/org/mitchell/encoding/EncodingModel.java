package org.mitchell.encoding;

import java.util.List;
import java.util.function.Supplier;
import org.mitchell.fmri.WordImages;
import org.mitchell.jobs.Workers;

/**
 * A linear model of every voxel's response to a word, fitted on all words: response = sum over
 * features of the word's scaled feature times the voxel's coefficient (Mitchell et al. 2008). The
 * coefficients of one feature over all voxels are its signature.
 *
 * <p>Signatures are rounded to float32 at fit, as they are in a file: a saved and a fresh model
 * predict the same bytes.
 */
public final class EncodingModel {
  private final List<String> words;
  private final List<String> featureNames;
  private final EncodingOptions options;
  private final FeatureScaling scaling;
  private final Signatures signatures;
  private final int rank;

  private EncodingModel(
      List<String> words,
      List<String> featureNames,
      EncodingOptions options,
      FeatureScaling scaling,
      Signatures signatures,
      int rank) {
    this.words = List.copyOf(words);
    this.featureNames = List.copyOf(featureNames);
    this.options = options;
    this.scaling = scaling;
    this.signatures = signatures;
    this.rank = rank;
  }

  /**
   * Fits every voxel on all words.
   *
   * @param words the words, in the order of the features' and the images' rows
   * @param featureNames one a feature
   * @param rawFeatures unscaled feature vectors, words x features
   * @param images the word images, words x voxels; whether their mean over words was removed makes
   *     no difference
   * @throws IllegalArgumentException if the numbers of words or features do not agree, or the
   *     penalty is to be chosen
   */
  public static EncodingModel fit(
      List<String> words,
      List<String> featureNames,
      double[][] rawFeatures,
      WordImages images,
      EncodingOptions options,
      Workers workers) {
    Supplier<int[]> compared =
        () -> {
          throw new IllegalArgumentException("a penalty is to be chosen where one is expected");
        };
    return FittedModel.of(words, featureNames, rawFeatures, images, options, compared, workers)
        .model(workers);
  }

  /**
   * A model from its saved parts.
   *
   * @param scaling what was learnt of the features at fit
   * @param signatures features x voxels. Not copied
   * @param rank of the scaled features at fit
   * @throws IllegalArgumentException if the parts are not of one number of features
   */
  public static EncodingModel of(
      List<String> words,
      List<String> featureNames,
      EncodingOptions options,
      FeatureScaling scaling,
      float[][] signatures,
      int rank) {
    return of(words, featureNames, options, scaling, Signatures.of(signatures), rank);
  }

  /** As above, of signatures that need not be in memory: only predictions want them. */
  public static EncodingModel of(
      List<String> words,
      List<String> featureNames,
      EncodingOptions options,
      FeatureScaling scaling,
      Signatures signatures,
      int rank) {
    int features = featureNames.size();
    if (features == 0 || scaling.centre().length != features || signatures.features() != features) {
      throw new IllegalArgumentException(
          "%d names of features, a scaling of %d and %d signatures: as many of each are expected"
              .formatted(features, scaling.centre().length, signatures.features()));
    }
    return new EncodingModel(words, featureNames, options, scaling, signatures, rank);
  }

  /**
   * The model of other voxels, or of the same in another order.
   *
   * @param columns for each voxel its number here
   */
  public EncodingModel at(int[] columns) {
    return new EncodingModel(words, featureNames, options, scaling, signatures.at(columns), rank);
  }

  /**
   * The image of a word as its deviation from the mean image: the mean over all words' images.
   *
   * @param rawFeatureVector the word's unscaled features, in the order of {@link #featureNames()}
   * @return a value a voxel, in the unit of the responses
   * @throws IllegalArgumentException if the vector has another number of features
   */
  public float[] predict(double[] rawFeatureVector) {
    return predict(new double[][] {rawFeatureVector}, (feature, signature) -> {})[0];
  }

  /**
   * The images of several words, as {@link #predict(double[])} gives each, of signatures that are
   * gone over once: not at all for no word.
   *
   * @param rawFeatures unscaled, words x features
   * @param beside sees the signatures that the images are made of
   * @return words x voxels
   * @throws IllegalArgumentException if a vector has another number of features
   */
  public float[][] predict(double[][] rawFeatures, Signatures.Visitor beside) {
    double[][] sums = sums(signatures, rawFeatures, beside, SignatureSums.ALONE);
    var images = new float[sums.length][];
    for (int w = 0; w < images.length; w++) {
      images[w] = rounded(sums[w]);
      sums[w] = null; // what is rounded is not held twice
    }
    return images;
  }

  /**
   * As {@link #predict(double[][], Signatures.Visitor)}, at some voxels and before values are
   * rounded.
   *
   * @param columns of the voxels
   * @return words x columns
   */
  public double[][] predictAt(double[][] rawFeatures, int[] columns, Workers workers) {
    return sums(signatures.at(columns), rawFeatures, (feature, signature) -> {}, workers::forEach);
  }

  private double[][] sums(
      Signatures all,
      double[][] rawFeatures,
      Signatures.Visitor beside,
      SignatureSums.Sharing sharing) {
    if (rawFeatures.length == 0) {
      return new double[0][];
    }
    var scaled = new double[rawFeatures.length][];
    for (int w = 0; w < scaled.length; w++) {
      if (rawFeatures[w].length != featureNames.size()) {
        throw new IllegalArgumentException(
            "a feature vector of %d values for a model of %d features"
                .formatted(rawFeatures[w].length, featureNames.size()));
      }
      scaled[w] = scaling.apply(rawFeatures[w]);
    }
    var sums = new SignatureSums(scaled, all.voxels(), sharing);
    all.forEach(
        (feature, signature) -> {
          sums.visit(feature, signature);
          beside.visit(feature, signature);
        });
    return sums.images();
  }

  /** The words that the model was fitted on. */
  public List<String> words() {
    return words;
  }

  public List<String> featureNames() {
    return featureNames;
  }

  public EncodingOptions options() {
    return options;
  }

  public FeatureScaling scaling() {
    return scaling;
  }

  /** Features x voxels. */
  public Signatures signatures() {
    return signatures;
  }

  public int voxels() {
    return signatures.voxels();
  }

  /**
   * The rank of the scaled features; smaller than the number of features when some are redundant.
   */
  public int rank() {
    return rank;
  }

  private static float[] rounded(double[] values) {
    var rounded = new float[values.length];
    for (int v = 0; v < values.length; v++) {
      rounded[v] = (float) values[v];
    }
    return rounded;
  }
}
