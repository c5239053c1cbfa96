package org.mitchell.vectors.training;

import java.io.IOException;

/** Learns stretches of one text, block by block. Belongs to one thread. */
final class BlockLearner {
  private final EncodedText text;
  private final Rounds rounds;
  private final Learner learner;
  private final BlockRows.Places places;
  private final int[] block;

  BlockLearner(LearningMaterial material, EncodedText text, Rounds rounds, Network network) {
    this.text = text;
    this.rounds = rounds;
    this.learner = material.learner();
    this.places = BlockRows.Places.of(network);
    this.block = new int[text.blockLength()];
  }

  /** Learns on the rows themselves. */
  Loss learn(int epoch, long round, int part, double done, LearnedRows rows) throws IOException {
    Loss loss = Loss.NONE;
    long first = rounds.first(round, part);
    for (long number = first;
        number < Math.min(first + rounds.stretch(), rounds.blocks());
        number++) {
      int length = text.read(number, block);
      loss = loss.plus(learner.learn(block, length, epoch, number, done, rows));
    }
    return loss;
  }

  /** Learns on copies, which are differences in the end. */
  Loss learnOnCopies(int epoch, long round, int part, double done, BlockRows copies)
      throws IOException {
    copies.begin(places);
    try {
      return learn(epoch, round, part, done, copies);
    } finally {
      copies.toDifferences();
    }
  }
}
