package org.mitchell.fmri;

import java.io.Closeable;
import java.io.IOException;
import java.util.Optional;

/**
 * The three variables of a CMU participant file ({@code info}, {@code data}, {@code meta}),
 * whichever version of the MATLAB format carries them. Trials are numbered from 0.
 */
interface CmuFile extends Closeable {
  /** How many trials {@code data} has. */
  int trials();

  /** How many entries {@code info} has. */
  int infoEntries();

  /**
   * A text field of {@code info}, such as {@code word}; empty when there is no such field or it is
   * empty.
   */
  Optional<String> infoText(String field, int trial) throws IOException;

  /** A numeric field of {@code info}, such as {@code epoch}. */
  Optional<Double> infoNumber(String field, int trial) throws IOException;

  /** The image of one trial, a value a voxel. */
  float[] image(int trial) throws IOException;

  /** A text field of {@code meta}, such as {@code study}. */
  Optional<String> metaText(String field) throws IOException;

  /** A numeric scalar of {@code meta}, such as {@code dimx}. */
  Optional<Double> metaNumber(String field) throws IOException;

  /** A two-dimensional numeric field of {@code meta}, rows x columns. */
  Optional<double[][]> metaMatrix(String field) throws IOException;
}
