package org.mitchell.derivatives;

import java.util.Arrays;
import org.mitchell.encoding.Coefficients;
import org.mitchell.jobs.Workers;
import org.mitchell.maps.Volumes;

/**
 * Signatures of a fit as the volumes of their file, a block of features in memory at a time. The
 * last block stays: volumes that are gone over in order make each block once.
 */
final class SignatureVolumes implements Volumes {
  private final Coefficients coefficients;
  private final Workers workers;
  private final float[][] block;
  private int number = -1;

  private SignatureVolumes(Coefficients coefficients, int block, Workers workers) {
    this.coefficients = coefficients;
    this.workers = workers;
    this.block = new float[block][];
  }

  /**
   * All of them where they have room, otherwise as many at a time as are made together.
   *
   * @param room bytes that are left for them
   */
  static Volumes of(Coefficients coefficients, long room, Workers workers) {
    int features = coefficients.features();
    if ((long) Float.BYTES * features * coefficients.voxels() <= room) {
      return Volumes.of(coefficients.rounded(0, features, workers));
    }
    return new SignatureVolumes(
        coefficients, Math.min(features, Coefficients.AT_ONE_TIME), workers);
  }

  @Override
  public int count() {
    return coefficients.features();
  }

  @Override
  public float[] get(int volume) {
    if (volume / block.length != number) {
      number = volume / block.length;
      int from = number * block.length;
      int to = Math.min(count(), from + block.length);
      // The block that was goes before the next is made.
      Arrays.fill(block, null);
      System.arraycopy(coefficients.rounded(from, to, workers), 0, block, 0, to - from);
    }
    return block[volume % block.length];
  }

  @Override
  public boolean held() {
    return false;
  }
}
