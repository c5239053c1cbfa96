package org.mitchell.derivatives.contents;

import static com.fasterxml.jackson.annotation.JsonInclude.Include.NON_ABSENT;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;

/**
 * Every participant by models of the others: {@code desc-across_comparison.json}, and what {@code
 * across --json} prints.
 *
 * @param words how many there are
 * @param dimensions of the shared space of procrustes; not without it
 * @param commonVoxels that all participants have; not where none are compared by anatomy
 * @param permutations relabellings of the words
 * @param within each participant's own model
 * @param outputs of what is printed; files do not say
 * @param provenance of files
 */
public record AcrossFigures(
    String features,
    List<String> subjects,
    int words,
    boolean simulated,
    @JsonInclude(NON_ABSENT) OptionalInt dimensions,
    @JsonInclude(NON_ABSENT) OptionalInt commonVoxels,
    int permutations,
    Within within,
    List<Way> ways,
    Method method,
    @JsonInclude(NON_ABSENT) Optional<List<String>> outputs,
    @JsonInclude(NON_ABSENT) Optional<MadeBy> provenance) {

  /** The participants' own models; the interval is over participants. */
  public record Within(List<Double> accuracies, double mean, Ends ci95) {}

  /**
   * A way to reach those who are left out.
   *
   * @param p of each participant, by relabelling words
   * @param group all of them
   * @param lessWithin than their own models
   * @param exchanged what the same does with others whose words were exchanged
   */
  public record Way(
      String name,
      List<Double> accuracies,
      List<Double> p,
      GroupFigures group,
      Difference lessWithin,
      @JsonInclude(NON_ABSENT) Optional<Exchanged> exchanged) {}

  /** Mean over participants of a difference, with p of sign-flips, two-sided. */
  public record Difference(double mean, Ends ci95, OptionalDouble p) {}

  /**
   * Others whose words were exchanged.
   *
   * @param accuracies one a participant
   * @param beyond the accuracies as they are, less these
   */
  public record Exchanged(List<Double> accuracies, double mean, Difference beyond) {}

  /** As a file says them. */
  public AcrossFigures madeBy(MadeBy made) {
    return with(Optional.empty(), Optional.of(made));
  }

  /** As they are printed, with the files that were written. */
  public AcrossFigures written(List<Path> files) {
    return with(Optional.of(files.stream().map(Path::toString).toList()), Optional.empty());
  }

  private AcrossFigures with(Optional<List<String>> files, Optional<MadeBy> made) {
    return new AcrossFigures(
        features,
        subjects,
        words,
        simulated,
        dimensions,
        commonVoxels,
        permutations,
        within,
        ways,
        method,
        files,
        made);
  }
}
