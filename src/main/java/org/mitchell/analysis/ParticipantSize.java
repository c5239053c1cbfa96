package org.mitchell.analysis;

import org.mitchell.fmri.Responses;
import org.mitchell.jobs.Heap;
import org.mitchell.text.Counted;

/**
 * How large a participant is, and what computations over it take: known before they begin. The
 * figures follow from the arrays that are held at one time; docs/scale.md sets them beside what was
 * measured.
 *
 * @param words that have images
 * @param trials of all words
 * @param voxels of each image
 * @param features of each word
 */
public record ParticipantSize(int words, long trials, int voxels, int features) {
  /** What Java and the program hold of their own, bytes. */
  private static final long BASE = 24L << 20;

  private static final long PROCESS = 100L << 20;

  private static final double BYTES_A_SECOND = 40e6;
  private static final double PRODUCTS_A_SECOND = 3e8;

  /** What is computed of a participant. */
  public enum Task {
    /** Images of words and residuals, signatures in double precision and as they are written. */
    FIT("fit", 2, 12),
    /** Images of words and residuals. */
    EVALUATE("evaluation", 2, 0),
    /** As of an evaluation, a feature space at a time. */
    COMPARE("comparison", 2, 0),
    /** Images of words, predicted ones, and the signatures of the fit. */
    MAP("map", 3, 4),
    /** Images of words. */
    SIMILARITY("comparison of similarities", 1, 0);

    private final String noun;
    private final int images;
    private final int signatureBytes;

    Task(String noun, int images, int signatureBytes) {
      this.noun = noun;
      this.images = images;
      this.signatureBytes = signatureBytes;
    }
  }

  public static ParticipantSize of(Responses responses, int features) {
    long trials = 0;
    for (int w = 0; w < responses.words().size(); w++) {
      trials += responses.presentations(w);
    }
    return new ParticipantSize(responses.words().size(), trials, responses.voxels(), features);
  }

  /**
   * Bytes that are held at one time: trials in single precision, what is made of them, features.
   */
  public long bytes(Task task) {
    long perVoxel =
        Float.BYTES * trials
            + (long) Double.BYTES * task.images * words
            + (long) task.signatureBytes * features;
    return BASE + voxels * perVoxel + 2L * Double.BYTES * words * features;
  }

  /** As {@link #bytes(Task)}, with what the process takes beside Java's heap. */
  public long megabytes(Task task) {
    return (PROCESS + bytes(task)) / 1_000_000;
  }

  /**
   * Seconds of a fit, roughly.
   *
   * @param read bytes of its files
   */
  public long secondsOfFit(long read) {
    double products = (double) words * words * voxels + (double) words * features * voxels;
    return Math.round(1 + read / BYTES_A_SECOND + products / PRODUCTS_A_SECOND);
  }

  /**
   * @param participant its label
   * @throws org.mitchell.files.InputException if Java may not use as much memory
   */
  public void require(String participant, Task task) {
    Heap.require(
        "%s: the %s of %s and %s x %s"
            .formatted(
                participant,
                task.noun,
                Counted.of(trials, "trial"),
                Counted.of(voxels, "voxel"),
                Counted.of(features, "feature")),
        bytes(task),
        "fewer voxels (a mask) or features");
  }
}
