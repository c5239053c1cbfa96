package org.mitchell.vectors.training;

import java.io.IOException;

/** Learns the blocks of a round side by side, and adds up what they have learned. */
interface RoundLearner {
  /**
   * Learns one round.
   *
   * @param done how much of the whole training is done before it, 0 to 1
   * @param network as the round before left it; is changed
   */
  Loss learn(int epoch, long round, double done, Network network) throws IOException;
}
