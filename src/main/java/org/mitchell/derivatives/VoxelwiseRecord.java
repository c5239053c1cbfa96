package org.mitchell.derivatives;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.IntFunction;
import org.mitchell.derivatives.contents.MeshFile;
import org.mitchell.evaluation.EvaluationOptions;
import org.mitchell.inference.MedianCeiling;
import org.mitchell.inference.SignatureUncertainty;
import org.mitchell.inference.VoxelwiseResult;
import org.mitchell.provenance.Provenance;

/**
 * A map with all that is to be written of it.
 *
 * @param result the map, its clusters and what they are worth
 * @param ceilings of each participant, where the statistic has to do with noise ceilings
 * @param signatures how sure they are, where the statistic is of them
 * @param extras maps beside it, each with what it adds to the file's name
 * @param region the anatomical name of a voxel column; {@code n/a} without an atlas
 * @param atlas what the names come from; empty without an atlas
 * @param meshes whose edges say which vertices are neighbours; none of voxels
 * @param options how the models were fitted
 * @param heldOut which words were held out together, in words
 * @param task in the names of the fits
 * @param study what the responses say of their study; simulated ones say SIMULATED
 * @param simulated whether any responses were made by a program
 * @param sources the files of the responses
 * @param readSeconds how long it took to read the participants and to predict their words
 * @param nullSeconds how long the null maps and the clusters took
 */
public record VoxelwiseRecord(
    VoxelwiseResult result,
    List<MedianCeiling> ceilings,
    Optional<SignatureUncertainty> signatures,
    List<Extra> extras,
    IntFunction<String> region,
    String atlas,
    List<MeshFile> meshes,
    EvaluationOptions options,
    String heldOut,
    Optional<String> task,
    String study,
    boolean simulated,
    List<Path> sources,
    Provenance provenance,
    double readSeconds,
    double nullSeconds) {

  /**
   * A map beside the one that was asked for.
   *
   * @param statistic what the values are, at most 15 characters
   * @param file what the file's name has behind {@code stat-}
   * @param values a value a voxel. Not copied
   * @param signed whether values may be below zero
   */
  public record Extra(
      String statistic, String file, String description, double[] values, boolean signed) {
    /** A map whose file is called after its statistic. */
    public Extra(String statistic, String description, double[] values, boolean signed) {
      this(statistic, statistic, description, values, signed);
    }
  }
}
