package org.mitchell.corpus;

import java.time.Duration;

/**
 * The text of a corpus as it is counted.
 *
 * @param bytes of it, inflated
 * @param compression of the files
 * @param inParts whether there are many files, or many bzip2 streams in one: otherwise one thread
 *     inflates what is compressed
 */
public record StoredText(long bytes, Inflation compression, boolean inParts) {
  /**
   * About how long counting takes, where the disk keeps up: as long as inflating takes the threads
   * that can, or as all the work takes all threads, whichever is longer.
   */
  public Duration timeToCount(int threads) {
    double inflating = bytes / (compression.inflatedPerSecond() * (inParts ? threads : 1));
    double everything = bytes / (compression.countedPerSecond() * threads);
    return Duration.ofMillis(Math.round(1e3 * Math.max(inflating, everything)));
  }
}
