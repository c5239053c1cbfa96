package org.mitchell.analysis.across;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.mitchell.evaluation.EvaluationOptions;
import org.mitchell.evaluation.across.Reached;
import org.mitchell.evaluation.across.Way;
import org.mitchell.evaluation.groups.GroupResult;
import org.mitchell.evaluation.groups.ParticipantsTest;

/**
 * What came out.
 *
 * @param model the name of the features
 * @param features how many there are
 * @param dimensions of the shared space
 * @param commonVoxels how many voxels all participants have; nothing where none are compared by
 *     anatomy
 * @param options of the first participant
 * @param within the accuracy of each participant's own model in the same folds. Not copied
 * @param ofWithin their mean over participants
 */
public record AcrossResult(
    String model,
    int features,
    List<String> participants,
    int words,
    int dimensions,
    OptionalInt commonVoxels,
    int permutations,
    EvaluationOptions options,
    double[] within,
    ParticipantsTest ofWithin,
    List<OfWay> ways) {

  /**
   * One way to reach participants.
   *
   * @param reached one a participant
   * @param group their accuracies, and p by relabelling words
   * @param lessWithin the accuracies less those of the participants' own models
   * @param exchanged what the same alignments do where the others' words were exchanged; nothing by
   *     anatomy
   */
  public record OfWay(
      Way way,
      List<Reached> reached,
      GroupResult group,
      ParticipantsTest lessWithin,
      Optional<Exchanged> exchanged) {}

  /**
   * Alignments to others whose words were exchanged.
   *
   * @param accuracies one a participant. Not copied
   * @param mean over participants
   * @param beyond the accuracies as they are, less these
   */
  public record Exchanged(double[] accuracies, double mean, ParticipantsTest beyond) {}
}
