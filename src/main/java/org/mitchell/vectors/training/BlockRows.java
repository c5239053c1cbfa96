package org.mitchell.vectors.training;

/** The copies of all rows that one block of text has to do with. */
final class BlockRows implements LearnedRows, BlockDifferences {
  private final RowCopies inputs;
  private final RowCopies outputs;
  private final RowCopies nodes;

  BlockRows(Network network) {
    inputs = new RowCopies(network.inputs());
    outputs = new RowCopies(network.outputs());
    nodes = new RowCopies(network.nodes());
  }

  /** Tables of places for one thread. */
  record Places(RowPlaces inputs, RowPlaces outputs, RowPlaces nodes) {
    static Places of(Network network) {
      return new Places(
          new RowPlaces(network.inputs().length),
          new RowPlaces(network.outputs().length),
          new RowPlaces(network.nodes().length));
    }
  }

  void begin(Places places) {
    inputs.begin(places.inputs());
    outputs.begin(places.outputs());
    nodes.begin(places.nodes());
  }

  void toDifferences() {
    inputs.toDifferences();
    outputs.toDifferences();
    nodes.toDifferences();
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
