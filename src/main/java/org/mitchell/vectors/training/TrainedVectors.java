package org.mitchell.vectors.training;

import java.io.Serializable;
import java.util.List;

/**
 * What a training leaves.
 *
 * @param rows a vector a word, in the order of the vocabulary
 * @param losses of a prediction, on average in each epoch; NaN where there was none
 */
public record TrainedVectors(TrainingVocabulary vocabulary, float[][] rows, List<Double> losses)
    implements Serializable {
  public TrainedVectors {
    losses = List.copyOf(losses);
  }

  /** Whether any word was predicted: else the vectors are the random ones of the beginning. */
  public boolean isLearned() {
    return losses.stream().anyMatch(loss -> !Double.isNaN(loss));
  }
}
