package org.mitchell.data;

import java.time.Duration;

/**
 * How long a download waits, and how often it tries.
 *
 * @param attempts how many times the file is asked for, at least 1
 * @param answer how long a connection, and then the answer, may take to come
 * @param silence how long the server may send nothing before the connection counts as broken
 * @param pause what happens between two attempts
 */
record Patience(int attempts, Duration answer, Duration silence, Pause pause) {
  static final Patience DEFAULT =
      new Patience(
          5,
          Duration.ofSeconds(30),
          Duration.ofSeconds(60),
          failures -> Thread.sleep(1000L << (failures - 1)));

  /** Waits after a failed attempt. */
  @FunctionalInterface
  interface Pause {
    /** Waits after the given number of failed attempts (1 after the first). */
    void afterFailures(int failures) throws InterruptedException;
  }
}
