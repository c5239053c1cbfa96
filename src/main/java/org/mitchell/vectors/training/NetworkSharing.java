package org.mitchell.vectors.training;

import java.util.List;

/** Which rows of a network several stretches of a round have to do with. */
final class NetworkSharing {
  private final SharedRows inputs;
  private final SharedRows outputs;
  private final SharedRows nodes;

  NetworkSharing(Network network) {
    inputs = new SharedRows(network.inputs().length);
    outputs = new SharedRows(network.outputs().length);
    nodes = new SharedRows(network.nodes().length);
  }

  /** A round begins, with what is drawn. */
  BlockRows.Sharing begin(List<DrawnStretch> stretches) {
    for (var stretch : stretches) {
      inputs.add(stretch.rows().inputs());
      outputs.add(stretch.rows().outputs());
      nodes.add(stretch.rows().nodes());
    }
    return new BlockRows.Sharing(inputs::isShared, outputs::isShared, nodes::isShared);
  }

  /** The round is over. */
  void end(List<DrawnStretch> stretches) {
    for (var stretch : stretches) {
      inputs.clear(stretch.rows().inputs());
      outputs.clear(stretch.rows().outputs());
      nodes.clear(stretch.rows().nodes());
    }
  }
}
