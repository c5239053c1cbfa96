package org.mitchell.vectors.training;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Optional;
import java.util.function.Function;
import org.mitchell.files.InputException;
import org.mitchell.files.Remedy;

/** The way through all epochs and rounds, wherever their blocks are learned. */
final class Training {
  private final TrainingVocabulary vocabulary;
  private final TrainingOptions options;
  private final Rounds rounds;
  private final int blockLength;
  private final TrainingListener listener;
  private final Optional<TrainingCheckpoint> checkpoint;

  Training(
      TrainingVocabulary vocabulary,
      TrainingOptions options,
      Rounds rounds,
      int blockLength,
      TrainingListener listener,
      Optional<TrainingCheckpoint> checkpoint) {
    this.vocabulary = vocabulary;
    this.options = options;
    this.rounds = rounds;
    this.blockLength = blockLength;
    this.listener = listener;
    this.checkpoint = checkpoint;
  }

  /**
   * Trains from the beginning, or from where an earlier run stopped.
   *
   * @param learners what learns the rounds of a network
   * @throws InputException if that cannot be gone on from, or the vectors diverge
   */
  TrainedVectors train(Function<Network, RoundLearner> learners) throws IOException {
    var network = Network.beginning(vocabulary.size(), options);
    var state = TrainingState.beginning(network);
    if (checkpoint.isPresent()) {
      state = checkpoint.get().resume(network).orElse(state);
    }
    RoundLearner learner = learners.apply(network);
    var losses = new ArrayList<>(state.finished());
    Loss loss = state.running();
    long first = state.round();
    for (int epoch = state.epoch(); epoch < options.epochs(); epoch++) {
      for (long round = first; round < rounds.count(); round++) {
        double done = done(epoch, round);
        loss = loss.plus(learner.learn(epoch, round, done, network));
        listener.learned(
            (long) rounds.parts() * rounds.stretch() * blockLength,
            loss.mean(),
            options.alpha(done));
        if (checkpoint.isPresent()) {
          checkpoint.get().saveIfDue(new TrainingState(epoch, round + 1, losses, loss, network));
        }
      }
      losses.add(loss.mean());
      requireFinite(network, epoch);
      loss = Loss.NONE;
      first = 0;
    }
    return new TrainedVectors(vocabulary, network.inputs(), losses);
  }

  /** How much of the training is done before a round, 0 to 1. */
  private double done(int epoch, long round) {
    return ((double) epoch * rounds.count() + round) / ((double) options.epochs() * rounds.count());
  }

  private static void requireFinite(Network network, int epoch) {
    for (float[] row : network.inputs()) {
      for (float number : row) {
        if (!Float.isFinite(number)) {
          throw new InputException(
              "in epoch %,d the vectors have grown beyond all numbers".formatted(epoch + 1),
              Remedy.SMALLER_STEPS);
        }
      }
    }
  }
}
