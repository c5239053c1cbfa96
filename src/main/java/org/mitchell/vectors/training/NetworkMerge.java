package org.mitchell.vectors.training;

import java.util.List;
import java.util.function.IntConsumer;
import org.mitchell.jobs.Workers;

/** Brings together what the blocks of a round have learned, matrix by matrix. */
final class NetworkMerge {
  /**
   * What one change draws a row towards its place, at a learning rate of 1: the slope of the
   * logistic function where it is steepest, for vectors of length 1.
   */
  static final float STEEPEST = .25f;

  /**
   * A quarter of it loses less on texts of many words, the more so the longer the blocks, and does
   * not keep a text of few words together (docs/vectors.md).
   */
  static final float GENTLE = .0625f;

  /** From here on CBOW is trained to a lower loss with the gentle pull than with the other. */
  private static final int MANY_WORDS = 1000;

  private final float pull;
  private final RowMerge inputs;
  private final RowMerge outputs;
  private final RowMerge nodes;

  /**
   * The pull for blocks that are learned by the threads of one machine. In CBOW a word has but its
   * share of the mean, so that a change of it draws less; where all words are of few topics they
   * move as one, and the steepest pull is right.
   */
  static float pull(Architecture architecture, int words) {
    return architecture == Architecture.CBOW && words >= MANY_WORDS ? GENTLE : STEEPEST;
  }

  /**
   * @param pull {@link #STEEPEST} or {@link #GENTLE}
   */
  NetworkMerge(Network network, float pull) {
    this.pull = pull;
    this.inputs = new RowMerge(network.inputs());
    this.outputs = new RowMerge(network.outputs());
    this.nodes = new RowMerge(network.nodes());
  }

  /** Changes the rows of the network; the same bits for any number of threads. */
  void merge(List<? extends BlockChanges> blocks, Workers workers, float alpha) {
    merge(blocks, workers, alpha, 0, piece -> {});
  }

  /**
   * As above, with other work beside it.
   *
   * @param pieces of the other work
   * @param beside does one of them, by its number
   */
  void merge(
      List<? extends BlockChanges> blocks,
      Workers workers,
      float alpha,
      int pieces,
      IntConsumer beside) {
    int shares = workers.threads();
    float drawn = pull * alpha;
    var ofInputs = blocks.stream().map(BlockChanges::inputs).toList();
    var ofOutputs = blocks.stream().map(BlockChanges::outputs).toList();
    var ofNodes = blocks.stream().map(BlockChanges::nodes).toList();
    workers.forEach(
        pieces + shares,
        number -> {
          if (number < pieces) {
            beside.accept(number);
            return;
          }
          int share = number - pieces;
          inputs.merge(ofInputs, share, shares, drawn);
          outputs.merge(ofOutputs, share, shares, drawn);
          nodes.merge(ofNodes, share, shares, drawn);
        });
  }
}
