package org.mitchell.analysis.ceilings;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.mitchell.analysis.ParticipantEvaluation;
import org.mitchell.analysis.ParticipantEvaluation.Figures;
import org.mitchell.evaluation.EncodingAnalysis;
import org.mitchell.evaluation.ceilings.ImageIdentification;
import org.mitchell.evaluation.ceilings.ImageIdentification.Score;
import org.mitchell.evaluation.ceilings.OtherParticipants;
import org.mitchell.evaluation.ceilings.PresentationCeiling;
import org.mitchell.evaluation.intervals.SubsampleInterval;
import org.mitchell.evaluation.intervals.WordSubsetScore;
import org.mitchell.evaluation.ranks.RankResult;
import org.mitchell.evaluation.ranks.WordRank;
import org.mitchell.evaluation.schemes.SchemeResult;
import org.mitchell.jobs.Progress;
import org.mitchell.jobs.Workers;
import org.mitchell.random.RandomStreams;

/**
 * What could be reached at best where a participant was evaluated, and what share of it the model
 * reaches: (accuracy - chance) / (ceiling - chance), with chance one half. Its interval is by the
 * same halves of the words as that of the accuracy, each with a ceiling of its own.
 *
 * @param similarity the mean similarity of the model's predictions with the observed images
 * @param presentations by what half of the presentations say of the other half
 * @param brains by what the other participants' brains say
 */
public record IdentificationCeilings(
    double similarity, Optional<OfPresentations> presentations, Optional<OfBrains> brains) {

  /** By the participant's own presentations. */
  public record OfPresentations(PresentationCeiling ceiling, Share share) {}

  /**
   * By the mean image of others.
   *
   * @param others their labels
   * @param voxels how many all participants have in common, of which folds compare the most stable
   * @param score how well that image does in the place of predictions
   */
  public record OfBrains(List<String> others, int voxels, Score score, Share share) {}

  /**
   * What share of a ceiling the model reaches.
   *
   * @param share NaN where the ceiling is not above chance
   * @param interval over other words; nothing where the evaluation has none
   */
  public record Share(double share, Optional<SubsampleInterval> interval) {}

  /**
   * @param evaluation by a scheme that leaves words out, of which a word is ranked among the
   *     participant's own and pairs are matched by the rule of sums
   * @throws org.mitchell.files.InputException if a word has one presentation, or a fold no voxel to
   *     compare
   */
  public static IdentificationCeilings of(
      ParticipantEvaluation evaluation, CeilingPlan plan, Workers workers, Progress progress) {
    return new Finding(evaluation, workers, progress).run(plan);
  }

  private static double share(double accuracy, double ceiling) {
    return ceiling > PresentationCeiling.CHANCE
        ? (accuracy - PresentationCeiling.CHANCE) / (ceiling - PresentationCeiling.CHANCE)
        : Double.NaN;
  }

  private record Finding(ParticipantEvaluation evaluation, Workers workers, Progress progress) {
    IdentificationCeilings run(CeilingPlan plan) {
      EncodingAnalysis analysis = evaluation.words().analysis(evaluation.options());
      return new IdentificationCeilings(
          similarity(),
          plan.presentations() ? Optional.of(presentations(analysis)) : Optional.empty(),
          plan.others().map(others -> brains(analysis, others)));
    }

    private OfPresentations presentations(EncodingAnalysis analysis) {
      PresentationCeiling ceiling = ceiling(analysis, CeilingPlan.SPLITS, workers, progress);
      WordSubsetScore ofSome =
          WordSubsetScore.of(
              analysis,
              (some, alone) ->
                  ceiling(some, CeilingPlan.SPLITS_OF_SUBSAMPLES, alone, Progress.NONE).accuracy());
      return new OfPresentations(ceiling, share(ceiling.accuracy(), ofSome));
    }

    private PresentationCeiling ceiling(
        EncodingAnalysis some, int splits, Workers who, Progress shown) {
      return PresentationCeiling.of(
          ImageIdentification.of(some, evaluation.plan().scheme(), who),
          some.responses(),
          splits,
          new RandomStreams(evaluation.plan().seed()),
          who,
          shown);
    }

    private OfBrains brains(EncodingAnalysis analysis, OtherParticipants others) {
      String own = analysis.responses().participant();
      int number = others.participants().indexOf(own);
      int[] all = IntStream.range(0, analysis.size()).toArray();
      Score score = others.score(number, analysis, all, evaluation.plan().scheme(), workers);
      WordSubsetScore ofSome =
          (words, alone) ->
              others.score(number, analysis, words, evaluation.plan().scheme(), alone).accuracy();
      return new OfBrains(
          others.participants().stream().filter(label -> !label.equals(own)).toList(),
          others.voxels(),
          score,
          share(score.accuracy(), ofSome));
    }

    private Share share(double ceiling, WordSubsetScore ofSome) {
      double all = IdentificationCeilings.share(evaluation.accuracy(), ceiling);
      return new Share(
          all,
          evaluation
              .subsamples()
              .map(
                  subsamples -> {
                    double[] ceilings = subsamples.scores(ofSome, workers, progress);
                    var shares = new double[ceilings.length];
                    Arrays.setAll(
                        shares,
                        i ->
                            IdentificationCeilings.share(
                                evaluation.subsampleScores()[i], ceilings[i]));
                    return SubsampleInterval.ofShareOfCeiling(all, shares, subsamples);
                  }));
    }

    private double similarity() {
      if (evaluation.figures() instanceof Figures.Pairs pairs) {
        SchemeResult result = pairs.result();
        return result.pairs().stream()
            .mapToDouble(pair -> (pair.s11() + pair.s22()) / 2)
            .average()
            .orElseThrow();
      }
      RankResult result = ((Figures.Ranks) evaluation.figures()).result();
      return result.words().stream().mapToDouble(WordRank::similarity).average().orElseThrow();
    }
  }
}
