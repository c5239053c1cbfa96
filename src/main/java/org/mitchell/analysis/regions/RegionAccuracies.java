package org.mitchell.analysis.regions;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.mitchell.encoding.ChoiceOfAllWords;
import org.mitchell.encoding.FoldPredictor;
import org.mitchell.evaluation.EncodingAnalysis;
import org.mitchell.evaluation.nulls.NullDistribution;
import org.mitchell.evaluation.nulls.Relabelling;
import org.mitchell.evaluation.schemes.FeatureSet;
import org.mitchell.evaluation.schemes.Scheme;
import org.mitchell.evaluation.schemes.SchemeEvaluation;
import org.mitchell.evaluation.schemes.SchemeResult;
import org.mitchell.jobs.Progress;
import org.mitchell.jobs.Workers;
import org.mitchell.maps.atlas.Region;
import org.mitchell.random.RandomStreams;

/**
 * Leave-two-out on the voxels of each region alone: where in the brain words can be told apart.
 *
 * <p>A region with no more voxels than the fit compares is compared whole; of a larger one the most
 * stable voxels are chosen anew in every fold, as in the fit. Relabellings are the same for all
 * regions, so that their maximum can be taken.
 *
 * <p>Where penalties are chosen, those of a fold are chosen once, by the voxels that the fit
 * compares, and serve all regions. p-values are then of accuracies whose penalties are chosen once
 * from all words, for the words as they are and for every relabelling alike ({@link
 * ChoiceOfAllWords}): a choice for each fold of each relabelling takes hours on a whole brain.
 */
public final class RegionAccuracies {
  /** Regions of fewer voxels say little of themselves, and much of chance. */
  public static final int USUAL_FEWEST_VOXELS = 10;

  private final EncodingAnalysis analysis;
  private final Workers workers;
  private final FoldPredictor predictor;

  /** Relabelled words; before them, where penalties are chosen, the words as they are. */
  private final List<FeatureSet> judged;

  private final boolean chosen;

  private RegionAccuracies(EncodingAnalysis analysis, List<int[]> relabellings, Workers workers) {
    this.analysis = analysis;
    this.workers = workers;
    this.chosen = !analysis.encoding().penalty().isGiven();
    if (!chosen) {
      this.predictor = FoldPredictor.of(analysis.rawFeatures(), analysis.encoding());
      this.judged = relabellings.stream().map(p -> new FeatureSet(predictor, p)).toList();
    } else {
      this.predictor = FoldPredictor.ofFirstChoices(analysis.rawFeatures(), analysis.encoding());
      this.judged = relabellings.isEmpty() ? List.of() : ofOneChoice(relabellings);
    }
  }

  private List<FeatureSet> ofOneChoice(List<int[]> relabellings) {
    var choice =
        ChoiceOfAllWords.of(
            analysis.rawFeatures(),
            analysis.encoding(),
            analysis.modelledRows(),
            analysis.comparedVoxels(workers));
    int[] asTheyAre = IntStream.range(0, analysis.size()).toArray();
    return Stream.concat(Stream.of(asTheyAre), relabellings.stream())
        .map(featuresOf -> new FeatureSet(choice.of(featuresOf), featuresOf))
        .toList();
  }

  /**
   * @param regions with their voxel columns
   * @param permutations relabellings of the words; 0 for no p-values
   * @return an accuracy a region, in the order given
   */
  public static List<RegionAccuracy> of(
      EncodingAnalysis analysis,
      List<Region> regions,
      int permutations,
      long seed,
      Workers workers,
      Progress progress) {
    List<int[]> relabellings =
        Relabelling.FREE.permutations(analysis.stimuli(), permutations, new RandomStreams(seed));
    return new RegionAccuracies(analysis, relabellings, workers).run(regions, progress);
  }

  private List<RegionAccuracy> run(List<Region> regions, Progress progress) {
    if (chosen) {
      SchemeEvaluation.of(Scheme.LEAVE_TWO_OUT, analysis, workers)
          .run(predictor, List.of(), progress);
    }
    progress.begin("regions", "regions", regions.size());
    var results = new ArrayList<SchemeResult>();
    for (Region region : regions) {
      results.add(result(region));
      progress.advance(1);
    }
    progress.end();
    NullDistribution highest = highest(results);
    var accuracies = new ArrayList<RegionAccuracy>();
    for (int r = 0; r < regions.size(); r++) {
      accuracies.add(accuracy(regions.get(r), results.get(r), highest));
    }
    return accuracies;
  }

  private SchemeResult result(Region region) {
    return SchemeEvaluation.of(Scheme.LEAVE_TWO_OUT, analysis.ofVoxels(region.columns()), workers)
        .run(predictor, judged, Progress.NONE);
  }

  private RegionAccuracy accuracy(Region region, SchemeResult result, NullDistribution highest) {
    boolean isJudged = !judged.isEmpty();
    return new RegionAccuracy(
        region.label(),
        region.name(),
        region.columns().length,
        result.selectedVoxels(),
        result.pairs().size(),
        result.correct(),
        isJudged ? nulls(result).p(statistic(result)) : Double.NaN,
        isJudged ? highest.p(standardised(result, statistic(result))) : Double.NaN);
  }

  /** The highest standardised accuracy of any region under each relabelling. */
  private NullDistribution highest(List<SchemeResult> results) {
    var highest = new double[Math.max(0, judged.size() - (chosen ? 1 : 0))];
    Arrays.fill(highest, Double.NEGATIVE_INFINITY);
    for (SchemeResult result : results) {
      for (int i = 0; i < highest.length; i++) {
        highest[i] = Math.max(highest[i], standardised(result, nulls(result).values()[i]));
      }
    }
    return new NullDistribution(highest);
  }

  /** What is judged among the null values. */
  private double statistic(SchemeResult result) {
    return chosen ? result.otherAccuracies()[0] : result.accuracy();
  }

  private NullDistribution nulls(SchemeResult result) {
    double[] all = result.otherAccuracies();
    return new NullDistribution(chosen ? Arrays.copyOfRange(all, 1, all.length) : all);
  }

  private double standardised(SchemeResult result, double accuracy) {
    NullDistribution nulls = nulls(result);
    return (accuracy - nulls.mean()) / nulls.sd();
  }
}
