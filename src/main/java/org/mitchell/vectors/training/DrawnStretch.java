package org.mitchell.vectors.training;

import java.util.ArrayList;
import java.util.List;

/**
 * The blocks that a part learns in a round, drawn, and the rows that they have to do with. Used
 * again in every round.
 */
final class DrawnStretch {
  private final List<DrawnBlock> drawn = new ArrayList<>();
  private final BlockRows rows;
  private int count;

  DrawnStretch(Network network) {
    rows = new BlockRows(network);
  }

  /** Begins anew, with no blocks. */
  void begin() {
    count = 0;
  }

  /** One block more, to be drawn. */
  DrawnBlock next() {
    if (count == drawn.size()) {
      drawn.add(new DrawnBlock());
    }
    return drawn.get(count++);
  }

  List<DrawnBlock> blocks() {
    return drawn.subList(0, count);
  }

  BlockRows rows() {
    return rows;
  }
}
