package org.mitchell.corpus;

/**
 * How fast text comes out of its compression and is counted, to say beforehand how long a corpus
 * takes. Measured on two cores, see docs; megabytes are of text, and are a million bytes.
 */
public enum Inflation {
  NONE(Double.POSITIVE_INFINITY),
  GZIP(300),
  BZIP2(18),
  XZ(59),
  ZSTD(900);

  /** Plain text: 400 MB/s on two cores. With gzip's rate above, 120 MB/s a core for gzip files. */
  private static final double COUNTED = 200e6;

  private final double inflated;

  Inflation(double megabytesPerSecond) {
    this.inflated = megabytesPerSecond * 1e6;
  }

  /** Bytes of text a second that one thread inflates. */
  double inflatedPerSecond() {
    return inflated;
  }

  /** Bytes of text a second that one thread inflates and counts. */
  double countedPerSecond() {
    return 1 / (1 / inflated + 1 / COUNTED);
  }
}
