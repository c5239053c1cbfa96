package org.mitchell.inference;

import java.util.List;
import java.util.Optional;
import org.mitchell.evaluation.EncodingAnalysis;
import org.mitchell.evaluation.HeldOutImages;
import org.mitchell.evaluation.HeldOutWords;
import org.mitchell.evaluation.stability.NoiseCeiling;
import org.mitchell.evaluation.stability.Stability;
import org.mitchell.evaluation.stability.StabilityNull;
import org.mitchell.evaluation.variance.PartitionModels;
import org.mitchell.files.InputException;
import org.mitchell.files.Remedy;
import org.mitchell.files.SetAside;
import org.mitchell.fmri.PartOfWhole;
import org.mitchell.fmri.Responses;
import org.mitchell.fmri.VoxelPlaces;
import org.mitchell.jobs.Progress;
import org.mitchell.jobs.Workers;
import org.mitchell.random.RandomStreams;

/**
 * One participant's map, before anything is said of what it is worth.
 *
 * @param subject the participant's label
 * @param words of the fit, which are relabelled
 * @param places where the voxels lie, if that is known
 * @param values of the statistic, a value a voxel; of r where p-values are asked for. Not copied
 * @param nulls the null maps of r, where there are to be any
 * @param ceiling the middle one of the noise ceilings, where the statistic has to do with them
 */
public record ParticipantStatistic(
    String subject,
    List<String> words,
    Optional<VoxelPlaces> places,
    double[] values,
    Optional<NullMaps> nulls,
    Optional<MedianCeiling> ceiling) {
  /** Share of false ones among the voxels whose responses count as reliable. */
  private static final double RELIABLE = 0.05;

  /** As below, words held out in pairs. */
  public static ParticipantStatistic of(
      EncodingAnalysis analysis, VoxelwisePlan plan, Workers workers) {
    return of(analysis, HeldOutWords.pairs(analysis.size()), plan, workers);
  }

  /**
   * @param words which are held out together
   * @throws InputException if a noise ceiling is asked for and the words have one presentation, or
   *     words are to stay in their category and have none
   */
  public static ParticipantStatistic of(
      EncodingAnalysis analysis, HeldOutWords words, VoxelwisePlan plan, Workers workers) {
    Responses responses = analysis.responses();
    if (plan.part().isPresent()) {
      return of(analysis, plan.part().get(), plan, workers);
    }
    HeldOutImages heldOut = HeldOutImages.of(analysis, words, workers);
    Optional<double[]> ceiling =
        plan.statistic().needsCeiling()
            ? Optional.of(ceiling(responses, plan, workers))
            : Optional.empty();
    double[] r = takesR(plan) ? heldOut.correlation(workers) : new double[0];
    return new ParticipantStatistic(
        responses.participant(),
        responses.words(),
        responses.places(),
        values(r, heldOut, plan, ceiling, workers),
        plan.permutations() == 0
            ? Optional.empty()
            : Optional.of(nulls(r, analysis, words, heldOut, plan, workers)),
        ceiling.map(
            values ->
                MedianCeiling.of(responses, values, new RandomStreams(plan.seed()), workers)));
  }

  /** A map that was made elsewhere, and is not judged by null maps. Values are not copied. */
  public static ParticipantStatistic of(Responses responses, double[] values) {
    return new ParticipantStatistic(
        responses.participant(),
        responses.words(),
        responses.places(),
        values,
        Optional.empty(),
        Optional.empty());
  }

  private static ParticipantStatistic of(
      EncodingAnalysis analysis, PartOfVariance part, VoxelwisePlan plan, Workers workers) {
    Responses responses = analysis.responses();
    PartitionModels models = PartitionModels.of(analysis, workers);
    Optional<NullMaps> nulls =
        plan.permutations() == 0
            ? Optional.empty()
            : Optional.of(
                PermutedShares.of(
                    models.permuted(part.space().orElseThrow()), permutations(analysis, plan)));
    return new ParticipantStatistic(
        responses.participant(),
        responses.words(),
        responses.places(),
        nulls
            .map(NullMaps::observed)
            .orElseGet(
                () ->
                    models.partition(models.images(), List.of(part.share())).values(part.share())),
        nulls,
        Optional.empty());
  }

  private static List<int[]> permutations(EncodingAnalysis analysis, VoxelwisePlan plan) {
    return plan.relabelling()
        .permutations(analysis.stimuli(), plan.permutations(), new RandomStreams(plan.seed()));
  }

  /** The voxels or vertices; nothing for parcels, and where places are not known. */
  Optional<PartOfWhole> part() {
    return places.filter(PartOfWhole.class::isInstance).map(PartOfWhole.class::cast);
  }

  /** The same map, with what its null maps are drawn from in a file. */
  public ParticipantStatistic setAside(SetAside file, Workers workers, Progress progress) {
    return new ParticipantStatistic(
        subject,
        words,
        places,
        values,
        nulls.map(own -> own.setAside(file, workers, progress)),
        ceiling);
  }

  private static boolean takesR(VoxelwisePlan plan) {
    return plan.permutations() > 0
        || plan.statistic() != VoxelStatistic.R2 && plan.statistic() != VoxelStatistic.CEILING;
  }

  private static double[] values(
      double[] r,
      HeldOutImages heldOut,
      VoxelwisePlan plan,
      Optional<double[]> ceiling,
      Workers workers) {
    return switch (plan.statistic()) {
      case R, P, FDR, FWER, TFCE -> r;
      case R2 -> heldOut.explainedVariance(workers);
      case CEILING -> ceiling.orElseThrow();
      case UNIQUE, SHARED, SIGNATURES ->
          throw new IllegalStateException("%s is made elsewhere".formatted(plan.statistic()));
      case NORMALISED -> NoiseCeiling.normalised(r, ceiling.orElseThrow());
    };
  }

  /** Where stability is no more than chance gives, half of the voxels of noise have a ceiling. */
  private static double[] ceiling(Responses responses, VoxelwisePlan plan, Workers workers) {
    int presentations = responses.commonPresentations();
    if (presentations < 2) {
      throw new InputException(
          "participant %s: a noise ceiling needs several presentations of every word, and there is one"
              .formatted(responses.participant()),
          Remedy.MAP_OF_R);
    }
    double[] stability = Stability.overAllWords(responses, workers);
    double[] adjusted =
        FalseDiscoveryRate.adjusted(
            StabilityNull.p(
                responses,
                stability,
                StabilityNull.USUAL_DRAWS,
                new RandomStreams(plan.seed()),
                workers));
    var reliable = new double[stability.length];
    for (int v = 0; v < reliable.length; v++) {
      reliable[v] = adjusted[v] <= RELIABLE ? stability[v] : Double.NaN;
    }
    return NoiseCeiling.of(reliable, presentations);
  }

  private static NullMaps nulls(
      double[] r,
      EncodingAnalysis analysis,
      HeldOutWords words,
      HeldOutImages heldOut,
      VoxelwisePlan plan,
      Workers workers) {
    List<int[]> relabellings = permutations(analysis, plan);
    if (analysis.encoding().penalty().isGiven()) {
      return RelabelledCorrelations.of(
          heldOut.images(), heldOut.operator().orElseThrow(), relabellings, workers);
    }
    return new RefittedCorrelations(analysis, words, relabellings, r);
  }
}
