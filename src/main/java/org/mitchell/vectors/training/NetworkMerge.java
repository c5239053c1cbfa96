package org.mitchell.vectors.training;

import java.util.List;
import org.mitchell.jobs.Workers;

/** Adds up what the blocks of a round have learned, matrix by matrix. */
final class NetworkMerge {
  /** More than there are threads, so that none waits long for another. */
  private static final int SHARES = 8;

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

  private final float pull;
  private final RowMerge inputs;
  private final RowMerge outputs;
  private final RowMerge nodes;

  /**
   * @param pull {@link #STEEPEST} or {@link #GENTLE}
   */
  NetworkMerge(Network network, float pull) {
    this.pull = pull;
    this.inputs = new RowMerge(network.inputs());
    this.outputs = new RowMerge(network.outputs());
    this.nodes = new RowMerge(network.nodes());
  }

  /** Adds it to the rows of the network; the same bits for any number of threads. */
  void merge(List<? extends BlockDifferences> blocks, Workers workers, float alpha) {
    float drawn = pull * alpha;
    var ofInputs = blocks.stream().map(BlockDifferences::inputs).toList();
    var ofOutputs = blocks.stream().map(BlockDifferences::outputs).toList();
    var ofNodes = blocks.stream().map(BlockDifferences::nodes).toList();
    workers.forEach(
        SHARES,
        share -> {
          inputs.merge(ofInputs, share, SHARES, drawn);
          outputs.merge(ofOutputs, share, SHARES, drawn);
          nodes.merge(ofNodes, share, SHARES, drawn);
        });
  }
}
