package org.mitchell.vectors.training;

/** Hears how a training goes. */
public interface TrainingListener {
  /**
   * One more round of blocks is learned.
   *
   * @param words how many words of text it had
   * @param loss of a prediction, on average over the epoch so far
   * @param alpha the learning rate
   */
  void learned(long words, double loss, double alpha);
}
