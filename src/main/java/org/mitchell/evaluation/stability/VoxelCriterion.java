package org.mitchell.evaluation.stability;

import java.util.function.Function;
import org.mitchell.files.InputException;
import org.mitchell.fmri.Responses;
import org.mitchell.fmri.VoxelGrid;

/**
 * What makes a voxel worth comparing, as far as the responses that a model is trained on say it.
 */
public sealed interface VoxelCriterion {
  /** The paper's. */
  VoxelCriterion STABILITY = new OfStability();

  /** As options and files name it. */
  String label();

  /** In words, of some voxels: {@code most stable}. */
  String inWords();

  /** So many of them: {@code 500 most stable voxels}. */
  default String inWords(int voxels) {
    return "%,d voxels %s".formatted(voxels, inWords());
  }

  /** Whether every word has to be presented twice. */
  default boolean needsPresentations() {
    return true;
  }

  /** Whether it looks at the features, so that features which are exchanged choose other voxels. */
  default boolean needsFeatures() {
    return false;
  }

  /** Whether this is the paper's. */
  default boolean usual() {
    return equals(STABILITY);
  }

  /** The highest {@link Stability}. */
  record OfStability() implements VoxelCriterion {
    @Override
    public String label() {
      return "stability";
    }

    @Override
    public String inWords() {
      return "most stable";
    }

    @Override
    public String inWords(int voxels) {
      return "%,d %s voxels".formatted(voxels, inWords());
    }
  }

  /** The highest {@link SignalToNoise}. */
  record OfSignalToNoise() implements VoxelCriterion {
    @Override
    public String label() {
      return "snr";
    }

    @Override
    public String inWords() {
      return "of highest signal to noise";
    }
  }

  /**
   * The voxels of the most reliable regions, see {@link RegionReliability}.
   *
   * @param atlas what the regions are of
   * @param regions the region of every voxel column; 0 for none
   */
  record OfRegions(String atlas, Function<VoxelGrid, int[]> regions) implements VoxelCriterion {
    /** How its name begins; the atlas follows. */
    public static final String NAME = "reliability:";

    /**
     * The region of every voxel of a participant; 0 for none.
     *
     * @throws InputException if the voxels have no places on a grid
     */
    public int[] of(Responses responses) {
      return responses
          .grid()
          .map(regions)
          .orElseThrow(
              () ->
                  new InputException(
                      "participant %s: got voxels without a place on a grid, where regions of %s are looked up. Give coordinates, or choose voxels by stability"
                          .formatted(responses.participant(), atlas)));
    }

    @Override
    public String label() {
      return NAME + atlas;
    }

    @Override
    public String inWords() {
      return "in the most reliable regions";
    }
  }

  /**
   * The highest correlation of responses with what the model predicts of them within the training:
   * every training word by the model of the other training words.
   */
  record OfPrediction() implements VoxelCriterion {
    @Override
    public String label() {
      return "top-r-train";
    }

    @Override
    public String inWords() {
      return "best predicted within the training";
    }

    @Override
    public boolean needsPresentations() {
      return false;
    }

    @Override
    public boolean needsFeatures() {
      return true;
    }
  }
}
