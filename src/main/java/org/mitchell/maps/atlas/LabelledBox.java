package org.mitchell.maps.atlas;

import org.mitchell.cifti.BrainModel;
import org.mitchell.cifti.BrainModels;
import org.mitchell.fmri.Affine;

/** Labels of voxels in a box: the label of a place in mm is that of the voxel nearest to it. */
record LabelledBox(int[] dims, Affine affine, int[] labels) {
  /** A half that arithmetic left a hair short is a half: in voxels. */
  private static final double ROUNDING_ERROR = 1e-9;

  /** A box in which no voxel has a label yet. */
  static LabelledBox of(BrainModels.Box box) {
    int[] dims = box.dims();
    return new LabelledBox(
        dims,
        Affine.of(box.affine()),
        new int[Math.multiplyExact(Math.multiplyExact(dims[0], dims[1]), dims[2])]);
  }

  /** Sets the labels of a structure's voxels, which begin at {@code first}. */
  void put(BrainModel model, int[] all, int first) {
    for (int n = 0; n < model.count(); n++) {
      int[] at = model.places();
      labels[at[3 * n] + dims[0] * (at[3 * n + 1] + dims[1] * at[3 * n + 2])] = all[first + n];
    }
  }

  /**
   * 0 outside the box. A place halfway between two voxels takes the one of higher index, as
   * MATLAB's {@code round} of indices from 1 does.
   */
  int label(double[] mm) {
    double[] exact = affine.toVoxel(mm[0], mm[1], mm[2]);
    int index = 0;
    for (int axis = 2; axis >= 0; axis--) {
      double nearest = Math.floor(exact[axis] + 0.5 + ROUNDING_ERROR);
      if (!(nearest >= 0 && nearest < dims[axis])) {
        return 0;
      }
      index = index * dims[axis] + (int) nearest;
    }
    return labels[index];
  }
}
