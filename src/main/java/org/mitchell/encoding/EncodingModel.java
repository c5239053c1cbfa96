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
  private final int voxels;
  private final Supplier<float[][]> reader;
  private final int rank;
  private float[][] signatures;

  private EncodingModel(
      List<String> words,
      List<String> featureNames,
      EncodingOptions options,
      FeatureScaling scaling,
      int voxels,
      Supplier<float[][]> reader,
      int rank) {
    this.words = List.copyOf(words);
    this.featureNames = List.copyOf(featureNames);
    this.options = options;
    this.scaling = scaling;
    this.voxels = voxels;
    this.reader = reader;
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
    requireShape(featureNames, scaling, signatures);
    return of(words, featureNames, options, scaling, signatures[0].length, () -> signatures, rank);
  }

  /**
   * As above, of signatures that are read when they are first asked for: of many features they take
   * more memory than all else, and only predictions want them.
   *
   * @param reader gives features x voxels; what it throws comes from whoever first asks for a
   *     prediction or the signatures
   */
  public static EncodingModel of(
      List<String> words,
      List<String> featureNames,
      EncodingOptions options,
      FeatureScaling scaling,
      int voxels,
      Supplier<float[][]> reader,
      int rank) {
    return new EncodingModel(words, featureNames, options, scaling, voxels, reader, rank);
  }

  /**
   * The image of a word as its deviation from the mean image: the mean over all words' images.
   *
   * @param rawFeatureVector the word's unscaled features, in the order of {@link #featureNames()}
   * @return a value a voxel, in the unit of the responses
   * @throws IllegalArgumentException if the vector has another number of features
   */
  public float[] predict(double[] rawFeatureVector) {
    if (rawFeatureVector.length != featureNames.size()) {
      throw new IllegalArgumentException(
          "a feature vector of %d values for a model of %d features"
              .formatted(rawFeatureVector.length, featureNames.size()));
    }
    double[] features = scaling.apply(rawFeatureVector);
    var sum = new double[voxels];
    float[][] signatures = signatures();
    for (int f = 0; f < features.length; f++) {
      float[] signature = signatures[f];
      double weight = features[f];
      for (int v = 0; v < sum.length; v++) {
        sum[v] += weight * signature[v];
      }
    }
    return rounded(sum);
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

  /** Features x voxels. These are the arrays themselves, not copies: they must not be changed. */
  public synchronized float[][] signatures() {
    if (signatures == null) {
      signatures = reader.get();
      requireShape(featureNames, scaling, signatures);
    }
    return signatures;
  }

  public int voxels() {
    return voxels;
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

  private static void requireShape(
      List<String> featureNames, FeatureScaling scaling, float[][] signatures) {
    int features = featureNames.size();
    if (features == 0 || scaling.centre().length != features || signatures.length != features) {
      throw new IllegalArgumentException(
          "%d names of features, a scaling of %d and %d signatures: as many of each are expected"
              .formatted(features, scaling.centre().length, signatures.length));
    }
    for (float[] signature : signatures) {
      if (signature.length != signatures[0].length) {
        throw new IllegalArgumentException(
            "signatures of %d and of %d voxels".formatted(signatures[0].length, signature.length));
      }
    }
  }
}
