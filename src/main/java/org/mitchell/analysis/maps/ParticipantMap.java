package org.mitchell.analysis.maps;

import java.util.List;
import java.util.Optional;
import org.mitchell.encoding.Penalty;
import org.mitchell.evaluation.stability.NoiseCeiling;
import org.mitchell.evaluation.stability.Stability;
import org.mitchell.files.InputException;
import org.mitchell.fmri.Responses;
import org.mitchell.fmri.VoxelGrid;
import org.mitchell.jobs.Workers;
import org.mitchell.maps.MapStatistic;
import org.mitchell.maps.inference.NullMaps;
import org.mitchell.maps.inference.RelabelledCorrelations;
import org.mitchell.random.RandomStreams;

/**
 * One participant's map, before anything is said of what it is worth.
 *
 * @param subject the participant's label
 * @param words of the fit, which are relabelled
 * @param grid where the voxels lie, if that is known
 * @param values of the statistic, a value a voxel; of r where p-values are asked for. Not copied
 * @param nulls the null maps of r, where there are to be any
 */
public record ParticipantMap(
    String subject,
    List<String> words,
    Optional<VoxelGrid> grid,
    double[] values,
    Optional<NullMaps> nulls) {

  /**
   * @throws InputException if a noise ceiling is asked for and the words have one presentation, or
   *     words are to stay in their category and have none
   */
  public static ParticipantMap of(MapInput input, MapPlan plan, Workers workers) {
    Responses responses = input.responses();
    HeldOut heldOut = HeldOut.of(responses, input.features(), input.options(), workers);
    return new ParticipantMap(
        responses.participant(),
        responses.words(),
        responses.grid(),
        values(heldOut, responses, plan.statistic(), workers),
        plan.permutations() == 0
            ? Optional.empty()
            : Optional.of(nulls(input, heldOut, plan, workers)));
  }

  private static double[] values(
      HeldOut heldOut, Responses responses, MapStatistic statistic, Workers workers) {
    return switch (statistic) {
      case R, P, FDR, FWER -> heldOut.correlation(workers);
      case R2 -> heldOut.explainedVariance();
      case CEILING -> ceiling(responses, workers);
      case NORMALISED ->
          NoiseCeiling.normalised(heldOut.correlation(workers), ceiling(responses, workers));
    };
  }

  private static double[] ceiling(Responses responses, Workers workers) {
    int presentations = responses.commonPresentations();
    if (presentations < 2) {
      throw new InputException(
          "participant %s: a noise ceiling needs several presentations of every word, and there is one. --stat r needs none"
              .formatted(responses.participant()));
    }
    return NoiseCeiling.of(Stability.overAllWords(responses, workers), presentations);
  }

  private static NullMaps nulls(MapInput input, HeldOut heldOut, MapPlan plan, Workers workers) {
    List<int[]> relabellings =
        plan.relabelling()
            .permutations(
                input.responses().stimuli(), plan.permutations(), new RandomStreams(plan.seed()));
    if (input.options().encoding().penalty() instanceof Penalty.Fixed) {
      return RelabelledCorrelations.of(
          heldOut.images(), heldOut.operator().orElseThrow(), relabellings, workers);
    }
    return new RefittedCorrelations(
        input.responses(),
        input.features(),
        input.options(),
        relabellings,
        heldOut.correlation(workers));
  }
}
