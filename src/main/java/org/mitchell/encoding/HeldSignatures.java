package org.mitchell.encoding;

/** Signatures in memory. */
final class HeldSignatures implements Signatures {
  private final float[][] signatures;

  HeldSignatures(float[][] signatures) {
    if (signatures.length == 0) {
      throw new IllegalArgumentException("no signature where one a feature is expected");
    }
    for (float[] signature : signatures) {
      if (signature.length != signatures[0].length) {
        throw new IllegalArgumentException(
            "signatures of %d and of %d voxels".formatted(signatures[0].length, signature.length));
      }
    }
    this.signatures = signatures;
  }

  @Override
  public int features() {
    return signatures.length;
  }

  @Override
  public int voxels() {
    return signatures[0].length;
  }

  @Override
  public void forEach(Visitor visitor) {
    for (int f = 0; f < signatures.length; f++) {
      visitor.visit(f, signatures[f]);
    }
  }

  @Override
  public float[][] all() {
    return signatures;
  }
}
