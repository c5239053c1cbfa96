package org.mitchell.cli.norms;

/** How values are predicted from vectors. */
enum ModelKind {
  /** Least squares. */
  LINEAR,
  RIDGE,
  /** A multilayer perceptron. */
  MLP
}
