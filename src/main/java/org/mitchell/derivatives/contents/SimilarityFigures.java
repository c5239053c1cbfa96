package org.mitchell.derivatives.contents;

import static com.fasterxml.jackson.annotation.JsonInclude.Include.NON_ABSENT;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * What a representational similarity analysis gave: {@code desc-similarity_comparison.json}, and
 * what {@code similarity --json} prints.
 *
 * @param words how many all participants and spaces have
 * @param regions places of the brain; one where there is no atlas
 * @param searchlight the maps, where there are any
 * @param correction of differences and of regions
 * @param outputs of what is printed; files do not say
 * @param provenance of files
 */
public record SimilarityFigures(
    List<String> subjects,
    int words,
    boolean simulated,
    Settings settings,
    List<Region> regions,
    @JsonInclude(NON_ABSENT) Optional<Searchlight> searchlight,
    String correction,
    @JsonInclude(NON_ABSENT) Optional<List<String>> outputs,
    @JsonInclude(NON_ABSENT) Optional<MadeBy> provenance) {

  /**
   * How it was done.
   *
   * @param distance of images
   * @param featureDistance of feature vectors
   * @param agreement of the two
   * @param permutations relabellings of the words
   * @param resamples of words and participants
   */
  public record Settings(
      String distance,
      String featureDistance,
      String agreement,
      int permutations,
      int resamples,
      long seed) {}

  /**
   * A place of the brain.
   *
   * @param region its name
   * @param voxels one number a participant
   * @param spaces in the order given
   * @param ceiling lower and upper end; nothing of one participant
   */
  public record Region(
      String region,
      List<Integer> voxels,
      List<Space> spaces,
      Optional<Ends> ceiling,
      List<Difference> differences) {}

  /**
   * A feature space.
   *
   * @param agreements one a participant
   * @param ci95 over other words and participants
   * @param p one-sided, over other words and participants
   * @param pWords one-sided, where words exchange their features
   * @param pCorrected that of words, for the number of regions and spaces
   */
  public record Space(
      String name,
      boolean baseline,
      List<OptionalDouble> agreements,
      OptionalDouble mean,
      Ends ci95,
      OptionalDouble standardError,
      OptionalDouble p,
      OptionalDouble pWords,
      OptionalDouble pCorrected) {}

  /** Two spaces; p two-sided, over other words and participants. */
  public record Difference(
      String a,
      String b,
      OptionalDouble difference,
      Ends ci95,
      OptionalDouble p,
      OptionalDouble pCorrected) {}

  /**
   * Maps of spheres about every voxel.
   *
   * @param radius in mm
   * @param maps one a participant and space
   */
  public record Searchlight(double radius, List<Map> maps) {}

  /**
   * A map.
   *
   * @param peak its highest agreement
   * @param voxels that have one
   * @param significant of them with a family-wise p of at most .05; nothing without relabellings
   */
  public record Map(
      String subject,
      String space,
      OptionalDouble peak,
      int voxels,
      @JsonInclude(NON_ABSENT) Optional<Integer> significant) {}

  /** In a file, with what made it. */
  public SimilarityFigures madeBy(MadeBy provenance) {
    return with(Optional.empty(), Optional.of(provenance));
  }

  /** Printed, with the files that were written. */
  public SimilarityFigures written(List<Path> files) {
    return with(Optional.of(files.stream().map(Path::toString).toList()), Optional.empty());
  }

  private SimilarityFigures with(Optional<List<String>> outputs, Optional<MadeBy> provenance) {
    return new SimilarityFigures(
        subjects,
        words,
        simulated,
        settings,
        regions,
        searchlight,
        correction,
        outputs,
        provenance);
  }
}
