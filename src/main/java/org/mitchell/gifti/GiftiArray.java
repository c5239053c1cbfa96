package org.mitchell.gifti;

import java.util.Arrays;
import java.util.List;
import java.util.Map;

/**
 * One {@code DataArray} of a GIFTI file.
 *
 * @param intent such as {@code NIFTI_INTENT_POINTSET}
 * @param metadata what the array says of itself, name to value
 * @param transforms of its coordinates to other spaces
 * @param dims numbers of values along each dimension, one to six
 * @param values row by row: the last dimension runs fastest, however the file has them
 */
record GiftiArray(
    String intent,
    Map<String, String> metadata,
    List<CoordinateTransform> transforms,
    int[] dims,
    double[] values) {
  static final String POINTS = "NIFTI_INTENT_POINTSET";
  private static final String LABELS = "NIFTI_INTENT_LABEL";
  static final String TRIANGLES = "NIFTI_INTENT_TRIANGLE";

  /** Whether it has rows of three numbers. */
  boolean hasTriples() {
    return dims.length == 2 && dims[1] == 3 && dims[0] > 0;
  }

  /** Whether it has one number a row. */
  boolean isColumn() {
    return dims.length == 1 || (dims.length == 2 && dims[1] == 1);
  }

  /** Whether its values are labels of regions. */
  boolean isOfLabels() {
    return intent.equals(LABELS);
  }

  /** Whether it is part of a mesh. */
  boolean isOfMesh() {
    return intent.equals(POINTS) || intent.equals(TRIANGLES);
  }

  String shape() {
    return Arrays.toString(dims);
  }
}
