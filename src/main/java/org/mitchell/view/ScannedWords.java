package org.mitchell.view;

import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.mitchell.analysis.WordPrediction;
import org.mitchell.analysis.WordPredictor;
import org.mitchell.derivatives.ComparedVoxels;
import org.mitchell.derivatives.SavedFit;
import org.mitchell.encoding.EncodingModel;
import org.mitchell.fmri.Responses;
import org.mitchell.fmri.VoxelPlaces;
import org.mitchell.fmri.WordImages;
import org.mitchell.jobs.Workers;

/**
 * What the words of a fit evoked and how the models without them predict it, for one participant.
 * All values are in the order of the model's own voxel columns.
 *
 * <p>Responses are large, so that they are let go once every word has been predicted.
 */
final class ScannedWords {
  private final float[][] images;
  private final int[] compared;
  private final int[] ownColumns;
  private final List<String> words;
  private final Map<String, WordPrediction> predictions = new ConcurrentHashMap<>();
  private volatile Optional<WordPredictor> predictor;

  private ScannedWords(
      List<String> words,
      float[][] images,
      int[] compared,
      int[] ownColumns,
      WordPredictor predictor) {
    this.words = words;
    this.images = images;
    this.compared = compared;
    this.ownColumns = ownColumns;
    this.predictor = Optional.of(predictor);
  }

  static ScannedWords of(SavedFit fit, Responses responses, Workers workers) throws IOException {
    VoxelPlaces places = responses.places().orElseThrow();
    int[] ownColumns = fit.columnsOn(places);
    EncodingModel model = fit.modelOn(places);
    Responses training = responses.select(model.words());
    WordImages centred = WordImages.of(training).withoutMean();
    var images = new float[centred.words()][ownColumns.length];
    for (int w = 0; w < images.length; w++) {
      double[] row = centred.row(w);
      for (int column = 0; column < row.length; column++) {
        images[w][ownColumns[column]] = (float) row[column];
      }
    }
    int[] compared =
        ComparedVoxels.of(fit, fit.options().voxels(), Optional.of(training), -1, workers);
    return new ScannedWords(
        model.words(),
        images,
        Arrays.stream(compared).map(column -> ownColumns[column]).toArray(),
        ownColumns,
        new WordPredictor(model, fit.rawFeatures(), fit.options(), Optional.of(training), workers));
  }

  /** The voxel columns over which images are compared. */
  int[] compared() {
    return compared;
  }

  /** The observed images of all words without their mean, words x voxels, not to be changed. */
  float[][] images() {
    return images;
  }

  /** The prediction of one of the words by the model of the others, beside what was observed. */
  WordPrediction prediction(String word) {
    Optional<WordPredictor> now = predictor;
    return now.isEmpty()
        ? predictions.get(word)
        : predictions.computeIfAbsent(word, w -> inOwnOrder(now.get().predictTrained(w)));
  }

  /** Predicts all words and lets the responses go. */
  void finish() {
    for (String word : words) {
      if (Thread.currentThread().isInterrupted()) {
        return;
      }
      prediction(word);
    }
    predictor = Optional.empty();
  }

  private WordPrediction inOwnOrder(WordPrediction prediction) {
    float[] observed = inOwnOrder(prediction.observed().orElseThrow());
    float[] image = images[words.indexOf(prediction.word())];
    return new WordPrediction(
        prediction.word(),
        prediction.source(),
        inOwnOrder(prediction.predicted()),
        Optional.of(Arrays.equals(observed, image) ? image : observed),
        prediction.rSelected(),
        Arrays.stream(prediction.selected()).map(column -> ownColumns[column]).toArray(),
        prediction.rAll());
  }

  private float[] inOwnOrder(float[] values) {
    var ordered = new float[values.length];
    for (int column = 0; column < values.length; column++) {
      ordered[ownColumns[column]] = values[column];
    }
    return ordered;
  }
}
