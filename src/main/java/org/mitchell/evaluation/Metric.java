package org.mitchell.evaluation;

/** How alike two images are. */
public enum Metric {
  /** The cosine of the angle between them. It depends on which mean was removed from the images. */
  COSINE,
  /** Pearson's correlation over voxels: the cosine after each image's own mean over voxels is removed. */
  CORRELATION
}
