package org.mitchell.encoding;

import java.util.List;
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
  private final float[][] signatures;
  private final int rank;

  private EncodingModel(
      List<String> words,
      List<String> featureNames,
      EncodingOptions options,
      FeatureScaling scaling,
      float[][] signatures,
      int rank) {
    requireShape(featureNames, scaling, signatures);
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
   * @throws IllegalArgumentException if the numbers of words or features do not agree
   */
  public static EncodingModel fit(
      List<String> words,
      List<String> featureNames,
      double[][] rawFeatures,
      WordImages images,
      EncodingOptions options,
      Workers workers) {
    requireWords(words, rawFeatures, images);
    Design design = Design.of(options, rawFeatures);
    var system = new RidgeSystem(design.rows());
    double[][] coefficients =
        RowCombinations.of(
            system.coefficientOperator(options.ridge()), rows(images.withoutMean()), workers);
    return new EncodingModel(
        words, featureNames, options, design.scaling(), rounded(coefficients), system.rank());
  }

  /**
   * Fits every voxel on all words with a penalty that was chosen.
   *
   * @param path of the same features and options, unscaled words x features
   * @param options how the penalty was chosen
   * @param choice the penalty of each voxel, or one for all, as numbers in the path's grid
   */
  public static EncodingModel fit(
      List<String> words,
      List<String> featureNames,
      PenaltyPath path,
      WordImages images,
      EncodingOptions options,
      int[] choice,
      Workers workers) {
    requireWords(words, path.rawFeatures(), images);
    int[] each = SignatureErrors.each(choice, images.voxels());
    double[][] coefficients = path.coefficients(rows(images.withoutMean()), each, workers);
    return new EncodingModel(
        words, featureNames, options, path.scaling(), rounded(coefficients), path.rank());
  }

  /**
   * The model of a stack: each space's, times its weight.
   *
   * @param images words x voxels, without their mean
   */
  static EncodingModel of(
      List<String> words,
      List<String> featureNames,
      EncodingOptions options,
      Stack stack,
      Stack.Choice choice,
      double[][] images,
      Workers workers) {
    return new EncodingModel(
        words,
        featureNames,
        options,
        FeatureScaling.sideBySide(stack.paths().stream().map(PenaltyPath::scaling).toList()),
        rounded(stack.coefficients(images, choice, workers)),
        stack.rank());
  }

  private static void requireWords(List<String> words, double[][] rawFeatures, WordImages images) {
    if (words.isEmpty() || words.size() != rawFeatures.length || words.size() != images.words()) {
      throw new IllegalArgumentException(
          "%d words with %d feature vectors and %d images: as many of each are expected"
              .formatted(words.size(), rawFeatures.length, images.words()));
    }
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
    return new EncodingModel(words, featureNames, options, scaling, signatures, rank);
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
    var sum = new double[voxels()];
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
  public float[][] signatures() {
    return signatures;
  }

  public int voxels() {
    return signatures[0].length;
  }

  /**
   * The rank of the scaled features; smaller than the number of features when some are redundant.
   */
  public int rank() {
    return rank;
  }

  private static double[][] rows(WordImages images) {
    var rows = new double[images.words()][];
    for (int w = 0; w < rows.length; w++) {
      rows[w] = images.row(w);
    }
    return rows;
  }

  private static float[][] rounded(double[][] rows) {
    var rounded = new float[rows.length][];
    for (int r = 0; r < rows.length; r++) {
      rounded[r] = rounded(rows[r]);
    }
    return rounded;
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
