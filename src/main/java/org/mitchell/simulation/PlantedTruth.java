package org.mitchell.simulation;

import java.util.Arrays;

/**
 * What was planted in a participant, voxel by voxel: what a perfect analysis would find. Percent
 * signal change.
 */
public final class PlantedTruth {
  private final Simulation simulation;
  private final float[][] signatures;
  private final float[] baseline;
  private final double[] ratios;

  PlantedTruth(Simulation simulation, float[][] signatures, float[] baseline, double[] ratios) {
    this.simulation = simulation;
    this.signatures = signatures;
    this.baseline = baseline;
    this.ratios = ratios;
  }

  /** The image of a feature's coefficients, a value a voxel column, exactly as planted. A copy. */
  public float[] signature(int feature) {
    return signatures[feature].clone();
  }

  /**
   * The response to a word of {@link Simulation#stimuli()} without mean image and noise, a value a
   * voxel.
   */
  public double[] planted(int word) {
    return new SignalStrength(simulation, signatures).planted(word, 0, ratios.length);
  }

  /**
   * The response to a word of {@link Simulation#stimuli()} that other participants share and its
   * features have no part in, a value a voxel; 0 where none was asked for.
   */
  public double[] shared(int word) {
    return new SharedResponse(simulation).to(word);
  }

  /** The mean image that all words share, a value a voxel. A copy. */
  public float[] baseline() {
    return baseline.clone();
  }

  public int voxels() {
    return ratios.length;
  }

  /** Whether the planted response of a voxel differs between words. */
  public boolean hasSignal(int voxel) {
    return ratios[voxel] > 0;
  }

  /** How many voxels have signal. */
  public int signalVoxels() {
    return (int) Arrays.stream(ratios).filter(ratio -> ratio > 0).count();
  }

  /**
   * Sd over words of a voxel's planted response by the sd of one trial's noise, q. The correlation
   * of the responses of two presentations is then about q^2 / (1 + q^2).
   */
  public double signalToNoise(int voxel) {
    return ratios[voxel];
  }
}
