package org.mitchell.bids;

import java.util.ArrayList;
import java.util.Optional;
import org.mitchell.text.Counted;

/** Whether the voxels of a run have a signal, frame by frame. */
final class VoxelSignal {
  private final boolean[] notFinite;
  private final boolean[] varies;
  private float[] first = new float[0];

  VoxelSignal(int voxels) {
    this.notFinite = new boolean[voxels];
    this.varies = new boolean[voxels];
  }

  /**
   * @param frame a value a voxel. Kept where it is the first
   */
  void add(float[] frame) {
    if (first.length == 0) {
      first = frame;
    }
    for (int v = 0; v < frame.length; v++) {
      notFinite[v] |= !Float.isFinite(frame[v]);
      varies[v] |= frame[v] != first[v];
    }
  }

  /** What there is to say. */
  Optional<String> note() {
    int bad = 0;
    int constant = 0;
    for (int v = 0; v < notFinite.length; v++) {
      bad += notFinite[v] ? 1 : 0;
      constant += !notFinite[v] && !varies[v] ? 1 : 0;
    }
    var said = new ArrayList<String>();
    if (bad > 0) {
      said.add(
          "%s %s NaN or infinite in some frame"
              .formatted(Counted.of(bad, "voxel"), Counted.verb(bad, "is", "are")));
    }
    if (constant > 0) {
      said.add(
          "%s %s constant"
              .formatted(Counted.of(constant, "voxel"), Counted.verb(constant, "is", "are")));
    }
    return said.isEmpty()
        ? Optional.empty()
        : Optional.of(String.join("; ", said) + ", of the mask");
  }
}
