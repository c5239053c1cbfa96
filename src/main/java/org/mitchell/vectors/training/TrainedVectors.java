package org.mitchell.vectors.training;

import java.util.List;

/**
 * What a training leaves.
 *
 * @param rows a vector a word, in the order of the vocabulary
 * @param losses of a prediction, on average in each epoch
 */
public record TrainedVectors(TrainingVocabulary vocabulary, float[][] rows, List<Double> losses) {
  public TrainedVectors {
    losses = List.copyOf(losses);
  }
}
