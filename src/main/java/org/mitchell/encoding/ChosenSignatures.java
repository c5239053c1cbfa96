package org.mitchell.encoding;

/**
 * Signatures at some of their voxels, or at all in another order.
 *
 * @param columns for each voxel its number among all
 */
record ChosenSignatures(Signatures whole, int[] columns) implements Signatures {
  @Override
  public int features() {
    return whole.features();
  }

  @Override
  public int voxels() {
    return columns.length;
  }

  @Override
  public void forEach(Visitor visitor) {
    whole.forEach((feature, signature) -> visitor.visit(feature, chosen(signature)));
  }

  private float[] chosen(float[] signature) {
    var chosen = new float[columns.length];
    for (int v = 0; v < chosen.length; v++) {
      chosen[v] = signature[columns[v]];
    }
    return chosen;
  }
}
