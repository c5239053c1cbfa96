package org.mitchell.analysis.regions;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
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
 */
public final class RegionAccuracies {
  /** Regions of fewer voxels say little of themselves, and much of chance. */
  public static final int USUAL_FEWEST_VOXELS = 10;

  private final EncodingAnalysis analysis;
  private final Workers workers;
  private final FoldPredictor predictor;
  private final List<FeatureSet> relabelled;

  private RegionAccuracies(EncodingAnalysis analysis, List<int[]> relabellings, Workers workers) {
    this.analysis = analysis;
    this.workers = workers;
    this.predictor = FoldPredictor.of(analysis.rawFeatures(), analysis.encoding());
    this.relabelled = relabellings.stream().map(p -> new FeatureSet(predictor, p)).toList();
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
        .run(predictor, relabelled, Progress.NONE);
  }

  private RegionAccuracy accuracy(Region region, SchemeResult result, NullDistribution highest) {
    boolean judged = !relabelled.isEmpty();
    return new RegionAccuracy(
        region.label(),
        region.name(),
        region.columns().length,
        result.selectedVoxels(),
        result.pairs().size(),
        result.correct(),
        judged ? new NullDistribution(result.otherAccuracies()).p(result.accuracy()) : Double.NaN,
        judged ? highest.p(standardised(result, result.accuracy())) : Double.NaN);
  }

  /** The highest standardised accuracy of any region under each relabelling. */
  private NullDistribution highest(List<SchemeResult> results) {
    var highest = new double[relabelled.size()];
    Arrays.fill(highest, Double.NEGATIVE_INFINITY);
    for (SchemeResult result : results) {
      for (int i = 0; i < highest.length; i++) {
        highest[i] = Math.max(highest[i], standardised(result, result.otherAccuracies()[i]));
      }
    }
    return new NullDistribution(highest);
  }

  private static double standardised(SchemeResult result, double accuracy) {
    var nulls = new NullDistribution(result.otherAccuracies());
    return (accuracy - nulls.mean()) / nulls.sd();
  }
}
