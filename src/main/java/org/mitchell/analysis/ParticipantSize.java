package org.mitchell.analysis;

import org.mitchell.encoding.Coefficients;
import org.mitchell.encoding.EncodingOptions;
import org.mitchell.fmri.Responses;
import org.mitchell.fmri.VoxelGrid;
import org.mitchell.fmri.VoxelPlaces;
import org.mitchell.jobs.Heap;
import org.mitchell.text.Counted;

/**
 * How large a participant is, and what computations over it take: known before they begin. The
 * figures follow from the arrays that are held at one time; docs/scale.md sets them beside what was
 * measured. Images of words are made of some voxels at a time, but for the voxels that the folds of
 * a cross-validation compare, which {@link org.mitchell.evaluation.folds.CrossValidation} counts
 * when it knows them.
 *
 * @param words that have images
 * @param trials of all words
 * @param voxels of each image
 * @param features of each word
 * @param inBox whether maps are images of a box, which are written volume by volume; others are
 *     written from one array
 * @param trialsInMemory whether the images of trials are in memory, and not in a file
 */
public record ParticipantSize(
    int words, long trials, int voxels, int features, boolean inBox, boolean trialsInMemory) {
  /** What Java and the program hold of their own, bytes. */
  private static final long BASE = 24L << 20;

  private static final long PROCESS = 100L << 20;

  private static final double BYTES_A_SECOND = 40e6;
  private static final double PRODUCTS_A_SECOND = 3e8;

  /** What is computed of a participant. */
  public enum Task {
    /** Stability, its bounds and the map. Its signatures are made as they are written. */
    FIT("fit", 0, 40, 0),
    /** As a fit; images along the directions of the features, and the errors of each penalty. */
    FIT_CHOOSING("fit", 0, 240, Double.BYTES),
    /** As a fit; images of words, of their residuals, and along directions. */
    FIT_STACKED("fit", 3, 240, 0),
    /** Stability and its bounds. */
    EVALUATE("evaluation", 0, 40, 0),
    /** As of an evaluation, a feature space at a time. */
    COMPARE("comparison", 0, 40, 0),
    /** Null maps, 64 at a time, and a copy that is sorted. */
    MAP("map", 0, 1040, 0),
    /** As of a map; images of words, without their mean, and the residuals of a model. */
    PARTS("map of a part of the variance", 3, 1040, 0),
    /** Images of words and residuals; coefficients, their errors, and those of two halves. */
    SIGNATURES("map of signatures", 3, 40, 24),
    /** Images of words. */
    SIMILARITY("comparison of similarities", 1, 0, 0);

    /** A fit whose penalty is given, or is to be chosen. */
    public static Task fit(EncodingOptions options) {
      if (options.penalty().isGiven()) {
        return FIT;
      }
      return options.spaces().stacked() ? FIT_STACKED : FIT_CHOOSING;
    }

    private final String noun;
    private final int images;
    private final int voxelBytes;
    private final int featureBytes;

    /**
     * @param images of all words in double precision
     * @param voxelBytes of each voxel
     * @param featureBytes of each voxel and feature
     */
    Task(String noun, int images, int voxelBytes, int featureBytes) {
      this.noun = noun;
      this.images = images;
      this.voxelBytes = voxelBytes;
      this.featureBytes = featureBytes;
    }
  }

  public static ParticipantSize of(Responses responses, int features) {
    long trials = 0;
    for (int w = 0; w < responses.words().size(); w++) {
      trials += responses.presentations(w);
    }
    return new ParticipantSize(
        responses.words().size(),
        trials,
        responses.voxels(),
        features,
        responses.places().map(VoxelPlaces::voxels).filter(VoxelGrid.class::isInstance).isPresent(),
        responses.bytesInMemory() > 0);
  }

  /**
   * Bytes that are held at one time: trials in single precision, what is made of them, features.
   */
  public long bytes(Task task) {
    boolean fit = task == Task.FIT || task == Task.FIT_CHOOSING || task == Task.FIT_STACKED;
    // Features have no more directions than words or themselves.
    int directions = task == Task.SIGNATURES ? features : Math.min(features, words);
    long perVoxel =
        (trialsInMemory ? Float.BYTES * trials : 0)
            + (long) Double.BYTES * task.images * words
            + task.voxelBytes
            + (long) task.featureBytes * directions
            + (fit ? bytesOfSignatures() : 0);
    return BASE + voxels * perVoxel + 2L * Double.BYTES * words * features;
  }

  /**
   * Of a voxel: those that are made together, in double precision and rounded; and all of them,
   * where they are written from one array, in the model's order, in the places' and in the file's.
   */
  private long bytesOfSignatures() {
    long together = (long) (Double.BYTES + Double.BYTES + Float.BYTES);
    long whole = inBox ? 0 : 3L * Float.BYTES * features;
    return together * Math.min(features, Coefficients.AT_ONE_TIME) + whole;
  }

  /**
   * Whether the images of all words, and those without their mean, are held beside a task: they
   * need not be, but are then not made again for every group of features.
   */
  public boolean holdsImages(Task task) {
    return left(task) >= bytesOfImages();
  }

  /** Bytes of the images of all words, and of those without their mean. */
  public long bytesOfImages() {
    return 2L * Double.BYTES * words * voxels;
  }

  /** Bytes that Java may use and that a task leaves. */
  public long left(Task task) {
    return Heap.allowed() - bytes(task);
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
