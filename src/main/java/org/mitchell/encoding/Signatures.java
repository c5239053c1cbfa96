package org.mitchell.encoding;

/**
 * The signatures of a model, features x voxels, which are gone over in the order of the features:
 * those in memory at once, those in a file one after the other. Of many features all together take
 * more memory than everything else.
 */
public interface Signatures {
  /** How many there are. */
  int features();

  /** How many values each has. */
  int voxels();

  /**
   * Goes over all of them, from the first feature to the last.
   *
   * <p>What a visitor makes of them is good when this has returned: that a file is whole, and the
   * one that was written, is known at its end.
   *
   * @throws org.mitchell.files.InputException if they are in a file that cannot be read, or is
   *     another than was written
   */
  void forEach(Visitor visitor);

  /** Takes one signature after the other. */
  @FunctionalInterface
  interface Visitor {
    /**
     * @param signature a value a voxel; not to be changed, and may be kept
     */
    void visit(int feature, float[] signature);
  }

  /**
   * Signatures in memory.
   *
   * @param signatures features x voxels. Not copied
   * @throws IllegalArgumentException if there are none, or they are not of one number of voxels
   */
  static Signatures of(float[][] signatures) {
    return new HeldSignatures(signatures);
  }

  /**
   * These with their voxels in another order, or some of them, changed as they are gone over.
   *
   * @param columns for each voxel its number here
   */
  default Signatures at(int[] columns) {
    return new ChosenSignatures(this, columns);
  }

  /**
   * All of them, features x voxels: of a file 4 bytes a value are held. Those in memory are the
   * arrays themselves, not to be changed.
   */
  default float[][] all() {
    var all = new float[features()][];
    forEach((feature, signature) -> all[feature] = signature);
    return all;
  }
}
