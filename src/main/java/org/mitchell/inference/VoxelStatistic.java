package org.mitchell.inference;

import java.util.Locale;

/** What a map of a model's worth shows at each voxel. */
public enum VoxelStatistic {
  /** Correlation. */
  R("Correlation over words of held-out prediction and observed image", 0.28),
  /** Explained variance. */
  R2(
      "Variance explained in held-out words: 1 - SSE / SST, SST from the training words' mean",
      0.08),
  /** What one feature space explains and no other of the fit. */
  UNIQUE("R2 of a feature space beyond that of the fit's other ones", 0.05),
  /** What several feature spaces of a fit explain. */
  SHARED("R2 that more than one of the fit's feature spaces explains", 0.05),
  /** Whether a voxel's signature is the same for other words. */
  SIGNATURES(
      "Stability of the signature: mean correlation over features of the coefficients fitted on two"
          + " halves of the words",
      0.5),
  /** Noise ceiling of the correlation. */
  CEILING(
      "Noise ceiling: estimate of the r that a perfect model is expected to have, where responses"
          + " are reliable (stability beyond chance, FDR .05)",
      0.5),
  /** Correlation as a share of its ceiling. */
  NORMALISED(
      "Correlation as a share of its noise ceiling, not clipped, where responses are reliable",
      0.5),
  /** Permutation p, not corrected. */
  P("Permutation p of r, one-sided, not corrected for the number of voxels", 0.001),
  /** p adjusted for the false discovery rate. */
  FDR(
      "p of r adjusted for the false discovery rate (Benjamini-Hochberg), null pooled over voxels",
      0.05),
  /** p corrected for the family-wise error rate. */
  FWER("p of r corrected for the family-wise error rate by the maximum statistic", 0.05),
  /** p of threshold-free cluster enhancement, corrected for the family-wise error rate. */
  TFCE(
      "p of r by threshold-free cluster enhancement (H 2, E 0.5), corrected for the family-wise"
          + " error rate by the maximum",
      0.05);

  private final String description;
  private final double usualThreshold;

  VoxelStatistic(String description, double usualThreshold) {
    this.description = description;
    this.usualThreshold = usualThreshold;
  }

  /** As it is written in names of files: r, r2, ceiling, ... */
  public String label() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** What the values are called, at most 15 characters: the label, if they have no other name. */
  public String shown() {
    return this == SIGNATURES ? "signaturehalves" : label();
  }

  /** The same for readers. */
  String inWords() {
    return this == SIGNATURES ? "stability of signatures" : label();
  }

  /** One line on what the values are. */
  public String description() {
    return description;
  }

  /** From where a voxel counts by default; for r the paper's value for one participant. */
  public double usualThreshold() {
    return usualThreshold;
  }

  /** Whether the values are p-values: voxels count up to a threshold, not from it. */
  public boolean isP() {
    return this == P || isCorrected();
  }

  /** Whether a voxel that counts is a finding with a known rate of error. */
  public boolean isCorrected() {
    return this == FDR || this == FWER || this == TFCE;
  }

  /** Whether the values are noise ceilings, or shares of them. */
  public boolean needsCeiling() {
    return this == CEILING || this == NORMALISED;
  }

  /** Whether it is a share of what several feature spaces explain. */
  public boolean isPartOfVariance() {
    return this == UNIQUE || this == SHARED;
  }

  /** Whether null maps have a part in it: its own, or those of the p-values. */
  public boolean takesNull() {
    return this == R || this == UNIQUE || isP();
  }
}
