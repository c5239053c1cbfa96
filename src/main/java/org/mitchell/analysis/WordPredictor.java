package org.mitchell.analysis;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.apache.commons.math3.stat.correlation.PearsonsCorrelation;
import org.mitchell.encoding.EncodingModel;
import org.mitchell.evaluation.EncodingAnalysis;
import org.mitchell.evaluation.EvaluationOptions;
import org.mitchell.evaluation.LeaveOneOut;
import org.mitchell.evaluation.folds.TrainedVoxels;
import org.mitchell.evaluation.stability.VoxelChoice;
import org.mitchell.fmri.PresentationMeans;
import org.mitchell.fmri.Responses;
import org.mitchell.fmri.WordImages;
import org.mitchell.jobs.Heap;
import org.mitchell.jobs.Workers;
import org.mitchell.text.Counted;
import org.mitchell.words.WordIndex;
import org.mitchell.words.WordMatch;

/**
 * Predicts the images of words from a fitted model. A training word is predicted by the model of
 * the other words where the responses are at hand, because a model that saw a word says little
 * about how well it predicts it.
 */
public final class WordPredictor {
  private static final int[] NONE = {};

  private final EncodingModel model;
  private final double[][] rawFeatures;
  private final EvaluationOptions options;
  private final Optional<Responses> responses;
  private final Optional<Responses> trainingResponses;
  private final Workers workers;

  /**
   * @param model the model of all training words
   * @param rawFeatures the unscaled vectors of its words, words x features
   * @param options which voxels the selected ones are, and how many; all where no number is said
   * @param responses the responses that the model was fitted on, when they are at hand
   */
  public WordPredictor(
      EncodingModel model,
      double[][] rawFeatures,
      EvaluationOptions options,
      Optional<Responses> responses,
      Workers workers) {
    this.model = model;
    this.rawFeatures = rawFeatures;
    this.options = options;
    this.responses = responses;
    this.trainingResponses = responses.map(r -> r.select(model.words()));
    this.workers = workers;
  }

  /** Whether the model was trained on a word, so that it needs no vector to predict it. */
  public boolean trainedOn(String word) {
    return model.words().contains(word);
  }

  /**
   * A word to predict.
   *
   * @param rawVector its unscaled features; nothing for a word of the training
   */
  public record Wanted(String word, Optional<double[]> rawVector) {}

  /**
   * Predicts words; those that the model of all words predicts in one pass over its signatures.
   *
   * @throws org.mitchell.files.InputException if Java may not use as much memory as their images
   *     take, 8 bytes a voxel
   */
  public List<WordPrediction> predict(List<Wanted> words) {
    double[][] vectors =
        words.stream()
            .filter(this::byTheModelOfAllWords)
            .map(word -> word.rawVector().orElseGet(() -> rawFeatures[number(word.word())]))
            .toArray(double[][]::new);
    Heap.require(
        "the prediction of %s over %s"
            .formatted(Counted.of(vectors.length, "word"), Counted.of(model.voxels(), "voxel")),
        (long) Double.BYTES * vectors.length * model.voxels(),
        "fewer words at a time");
    float[][] images = model.predict(vectors, (feature, signature) -> {});
    var predictions = new ArrayList<WordPrediction>();
    int next = 0;
    for (Wanted word : words) {
      if (!byTheModelOfAllWords(word)) {
        predictions.add(withoutTheWord(word.word(), trainingResponses.orElseThrow()));
      } else if (word.rawVector().isPresent()) {
        predictions.add(ofNewWord(word.word(), images[next++]));
      } else {
        predictions.add(
            WordPrediction.unobserved(
                word.word(), WordPrediction.Source.TRAINED_ON_THE_WORD, images[next++]));
      }
    }
    return predictions;
  }

  /** Predicts a training word. */
  public WordPrediction predictTrained(String word) {
    return predict(List.of(new Wanted(word, Optional.empty()))).get(0);
  }

  private boolean byTheModelOfAllWords(Wanted word) {
    return word.rawVector().isPresent() || trainingResponses.isEmpty();
  }

  private int number(String trained) {
    return model.words().indexOf(trained);
  }

  private WordPrediction withoutTheWord(String word, Responses training) {
    int index = number(word);
    Heap.require(
        "the model without '%s', over %s".formatted(word, Counted.of(training.voxels(), "voxel")),
        2L * Double.BYTES * training.words().size() * training.voxels(),
        "fewer voxels");
    WordImages images = WordImages.of(training);
    int[] compared = TrainedVoxels.without(index, analysis(training), workers);
    var heldOut =
        LeaveOneOut.predict(index, images, rawFeatures, model.options(), compared, workers);
    return compared(
        word,
        WordPrediction.Source.WITHOUT_THE_WORD,
        floats(heldOut.predicted()),
        heldOut.observed(),
        chooses(training) ? compared : NONE);
  }

  private EncodingAnalysis analysis(Responses training) {
    return new EncodingAnalysis(training, rawFeatures, options);
  }

  /** Whether some voxels are compared rather than all. */
  private boolean chooses(Responses training) {
    return options.voxels().isPresent()
        && (!options.criterion().needsPresentations() || training.commonPresentations() > 1);
  }

  private WordPrediction ofNewWord(String word, float[] predicted) {
    Optional<WordMatch> presented =
        responses.flatMap(r -> WordIndex.of("the responses", r.words()).find(word));
    if (presented.isEmpty() || trainedOn(presented.get().word())) {
      return WordPrediction.unobserved(word, WordPrediction.Source.NEW_WORD, predicted);
    }
    Responses training = trainingResponses.orElseThrow();
    Responses ofWord = responses.orElseThrow().select(List.of(presented.get().word()));
    double[] observed = WordImages.of(ofWord).row(0).clone();
    double[] mean = new PresentationMeans(training).mean();
    for (int v = 0; v < observed.length; v++) {
      observed[v] -= mean[v];
    }
    int[] selected = chooses(training) ? TrainedVoxels.of(analysis(training), workers) : NONE;
    return compared(word, WordPrediction.Source.NEW_WORD, predicted, observed, selected);
  }

  private WordPrediction compared(
      String word,
      WordPrediction.Source source,
      float[] predicted,
      double[] observed,
      int[] selected) {
    int[] all = VoxelChoice.all(predicted.length);
    return new WordPrediction(
        word,
        source,
        predicted,
        Optional.of(floats(observed)),
        correlation(predicted, observed, selected),
        selected,
        correlation(predicted, observed, all));
  }

  private static OptionalDouble correlation(float[] predicted, double[] observed, int[] columns) {
    if (columns.length < 2) {
      return OptionalDouble.empty();
    }
    double[] p = Arrays.stream(columns).mapToDouble(c -> predicted[c]).toArray();
    double[] o = Arrays.stream(columns).mapToDouble(c -> observed[c]).toArray();
    double r = new PearsonsCorrelation().correlation(p, o);
    return Double.isNaN(r) ? OptionalDouble.empty() : OptionalDouble.of(r);
  }

  private static float[] floats(double[] values) {
    var rounded = new float[values.length];
    for (int v = 0; v < values.length; v++) {
      rounded[v] = (float) values[v];
    }
    return rounded;
  }
}
