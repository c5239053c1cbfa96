package org.mitchell.vectors.training;

import java.io.IOException;

/** Learns stretches of one text, block by block. Belongs to one thread. */
final class BlockLearner {
  private final EncodedText text;
  private final Rounds rounds;
  private final Learner learner;
  private final BlockRows.Tables tables;
  private final DrawnBlock drawn = new DrawnBlock();
  private final int[] block;

  BlockLearner(LearningMaterial material, EncodedText text, Rounds rounds, Network network) {
    this.text = text;
    this.rounds = rounds;
    this.learner = material.learner();
    this.tables = BlockRows.Tables.of(network);
    this.block = new int[text.blockLength()];
  }

  /** Learns on the rows of the network themselves. */
  Loss learn(int epoch, long round, int part, double done, Network network) throws IOException {
    Loss loss = Loss.NONE;
    for (long number = rounds.first(round, part); number < rounds.end(round, part); number++) {
      learner.draw(block, text.read(number, block), epoch, number, drawn);
      loss = loss.plus(learner.learn(drawn, done, network));
    }
    return loss;
  }

  /** Draws a stretch, to be learned by {@link #learn(DrawnStretch, BlockRows.Sharing, double)}. */
  void draw(int epoch, long round, int part, DrawnStretch stretch) throws IOException {
    stretch.begin();
    NeededRows needed = stretch.rows().begin(tables);
    try {
      for (long number = rounds.first(round, part); number < rounds.end(round, part); number++) {
        DrawnBlock next = stretch.next();
        learner.draw(block, text.read(number, block), epoch, number, next);
        learner.tellNeeded(next, needed);
      }
    } finally {
      stretch.rows().endNeeded(tables);
    }
  }

  /**
   * Learns on copies of rows that are shared, and on the others in place.
   *
   * @param done how much of the whole training is done, 0 to 1
   */
  Loss learn(DrawnStretch stretch, BlockRows.Sharing sharing, double done) {
    Loss loss = Loss.NONE;
    stretch.rows().layOut(tables, sharing);
    try {
      for (var next : stretch.blocks()) {
        loss = loss.plus(learner.learn(next, done, tables));
      }
    } finally {
      stretch.rows().end(tables);
    }
    return loss;
  }
}
