package org.mitchell.vectors.training;

import java.util.function.IntPredicate;

/** The rows of a network that a stretch of text has to do with. */
final class BlockRows implements BlockChanges {
  private final RowCopies inputs;
  private final RowCopies outputs;
  private final RowCopies nodes;

  BlockRows(Network network) {
    inputs = new RowCopies(network.inputs());
    outputs = new RowCopies(network.outputs());
    nodes = new RowCopies(network.nodes());
  }

  /** Tables of one thread, which stand in the place of the network. */
  record Tables(RowTable inputs, RowTable outputs, RowTable nodes) implements LearnedRows {
    static Tables of(Network network) {
      return new Tables(
          new RowTable(network.inputs().length),
          new RowTable(network.outputs().length),
          new RowTable(network.nodes().length));
    }

    @Override
    public float[] input(int word) {
      return inputs.row(word);
    }

    @Override
    public float[] output(int word) {
      return outputs.row(word);
    }

    @Override
    public float[] node(int node) {
      return nodes.row(node);
    }
  }

  /** Which rows of each matrix are to be copied. */
  record Sharing(IntPredicate inputs, IntPredicate outputs, IntPredicate nodes) {
    /** Where nobody knows what others do. */
    static final Sharing ALL = new Sharing(row -> true, row -> true, row -> true);
  }

  /**
   * Begins anew; returns what takes note of rows up to {@link #endNeeded}.
   *
   * @param tables in which nothing is under way
   */
  NeededRows begin(Tables tables) {
    inputs.begin();
    outputs.begin();
    nodes.begin();
    return new NeededRows() {
      @Override
      public void input(int word) {
        inputs.need(word, tables.inputs());
      }

      @Override
      public void output(int word) {
        outputs.need(word, tables.outputs());
      }

      @Override
      public void node(int node) {
        nodes.need(node, tables.nodes());
      }
    };
  }

  void endNeeded(Tables tables) {
    inputs.endNeeded(tables.inputs());
    outputs.endNeeded(tables.outputs());
    nodes.endNeeded(tables.nodes());
  }

  /** Has the tables stand in the place of the network for what is learned up to {@link #end}. */
  void layOut(Tables tables, Sharing sharing) {
    inputs.layOut(tables.inputs(), sharing.inputs());
    outputs.layOut(tables.outputs(), sharing.outputs());
    nodes.layOut(tables.nodes(), sharing.nodes());
  }

  void end(Tables tables) {
    inputs.end(tables.inputs());
    outputs.end(tables.outputs());
    nodes.end(tables.nodes());
  }

  @Override
  public RowCopies inputs() {
    return inputs;
  }

  @Override
  public RowCopies outputs() {
    return outputs;
  }

  @Override
  public RowCopies nodes() {
    return nodes;
  }
}
