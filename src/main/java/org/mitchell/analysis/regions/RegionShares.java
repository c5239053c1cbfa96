package org.mitchell.analysis.regions;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.mitchell.analysis.regions.RegionShare.Part;
import org.mitchell.evaluation.EncodingAnalysis;
import org.mitchell.evaluation.intervals.SubsampleInterval;
import org.mitchell.evaluation.intervals.Subsamples;
import org.mitchell.evaluation.nulls.NullDistribution;
import org.mitchell.evaluation.nulls.Relabelling;
import org.mitchell.evaluation.variance.PartitionModels;
import org.mitchell.evaluation.variance.PermutedSpace;
import org.mitchell.evaluation.variance.Share;
import org.mitchell.evaluation.variance.ShareIntervals;
import org.mitchell.evaluation.variance.SpacePartition;
import org.mitchell.jobs.Progress;
import org.mitchell.jobs.Workers;
import org.mitchell.maps.atlas.Region;
import org.mitchell.random.RandomStreams;

/**
 * What two or three feature spaces explain of the responses of each region, together, each alone of
 * all, and in common. The models are those of the whole brain's maps: penalties are chosen by the
 * voxels that the fit compares.
 */
public final class RegionShares {
  private final EncodingAnalysis analysis;
  private final List<String> labels;
  private final List<Region> regions;
  private final Plan plan;
  private final Workers workers;
  private final Progress progress;
  private final List<Kind> kinds = new ArrayList<>();

  /** One of the shares that every region has. */
  private record Kind(Part part, String space, Share share) {}

  /**
   * How sure shares are.
   *
   * @param subsamples halves of the words for intervals; 0 for none
   * @param permutations of a space's residuals for p-values; 0 for none
   */
  public record Plan(int subsamples, int permutations, long seed) {}

  private RegionShares(
      EncodingAnalysis analysis,
      List<String> labels,
      List<Region> regions,
      Plan plan,
      Workers workers,
      Progress progress) {
    this.analysis = analysis;
    this.labels = labels;
    this.regions = regions;
    this.plan = plan;
    this.workers = workers;
    this.progress = progress;
    int spaces = labels.size();
    kinds.add(new Kind(Part.JOINT, "", Share.joint(spaces)));
    for (int s = 0; s < spaces; s++) {
      kinds.add(new Kind(Part.UNIQUE, labels.get(s), Share.unique(spaces, s)));
    }
    kinds.add(new Kind(Part.SHARED, "", Share.shared(spaces)));
  }

  /**
   * @param analysis of two or three spaces
   * @param labels of these
   * @param regions with their voxel columns
   * @return by region, in the order given, all its shares
   * @throws org.mitchell.files.InputException as {@link PartitionModels#of} says
   */
  public static List<RegionShare> of(
      EncodingAnalysis analysis,
      List<String> labels,
      List<Region> regions,
      Plan plan,
      Workers workers,
      Progress progress) {
    return new RegionShares(analysis, labels, regions, plan, workers, progress).run();
  }

  private List<RegionShare> run() {
    PartitionModels models = PartitionModels.of(analysis, workers);
    SpacePartition whole = models.partition(analysis.images());
    double[] figures = figures(whole);
    Optional<SubsampleInterval[]> intervals = intervals(whole);
    var p = new double[labels.size()][][];
    for (int s = 0; s < p.length; s++) {
      p[s] = p(models, s);
    }
    var shares = new ArrayList<RegionShare>();
    for (int r = 0; r < regions.size(); r++) {
      for (int k = 0; k < kinds.size(); k++) {
        Kind kind = kinds.get(k);
        int number = r * kinds.size() + k;
        int space = labels.indexOf(kind.space);
        Region region = regions.get(r);
        shares.add(
            new RegionShare(
                region.label(),
                region.name(),
                region.columns().length,
                kind.part,
                kind.space,
                figures[number],
                intervals.map(ends -> ends[number]),
                space < 0 ? Double.NaN : p[space][0][r],
                space < 0 ? Double.NaN : p[space][1][r]));
      }
    }
    return shares;
  }

  /** By region and kind. */
  private double[] figures(SpacePartition partition) {
    return regions.stream()
        .flatMapToDouble(
            region ->
                kinds.stream().mapToDouble(kind -> partition.pooled(kind.share, region.columns())))
        .toArray();
  }

  private Optional<SubsampleInterval[]> intervals(SpacePartition whole) {
    if (plan.subsamples == 0) {
      return Optional.empty();
    }
    var halves = Subsamples.halves(analysis.size(), plan.subsamples, new RandomStreams(plan.seed));
    List<Share> shares = kinds.stream().map(Kind::share).toList();
    return Optional.of(
        new ShareIntervals(analysis, shares, this::figures, halves)
            .around(whole, workers, progress));
  }

  /** Of every region, as it is and corrected. */
  private double[][] p(PartitionModels models, int number) {
    var p = new double[2][regions.size()];
    for (double[] each : p) {
      Arrays.fill(each, Double.NaN);
    }
    if (plan.permutations == 0) {
      return p;
    }
    PermutedSpace space = models.permuted(number);
    Function<SpacePartition, double[]> unique =
        partition ->
            regions.stream()
                .mapToDouble(region -> partition.pooled(space.unique(), region.columns()))
                .toArray();
    double[] observed = unique.apply(space.observed());
    double[][] nulls = nulls(space, unique);
    NullDistribution highest = highest(nulls);
    for (int r = 0; r < observed.length; r++) {
      if (!Double.isNaN(observed[r])) {
        var own = new NullDistribution(nulls[r]);
        p[0][r] = own.p(observed[r]);
        p[1][r] = highest.p((observed[r] - own.mean()) / own.sd());
      }
    }
    return p;
  }

  /** Regions x permutations. */
  private double[][] nulls(PermutedSpace space, Function<SpacePartition, double[]> unique) {
    List<int[]> orders =
        Relabelling.FREE.permutations(
            analysis.stimuli(), plan.permutations, new RandomStreams(plan.seed));
    var nulls = new double[regions.size()][orders.size()];
    progress.begin("permutations", "permutations", orders.size());
    for (int i = 0; i < orders.size(); i++) {
      double[] own = unique.apply(space.permuted(orders.get(i)));
      for (int r = 0; r < own.length; r++) {
        nulls[r][i] = own[r];
      }
      progress.advance(1);
    }
    progress.end();
    return nulls;
  }

  /** The highest standardised R2 of any region under each permutation. */
  private NullDistribution highest(double[][] nulls) {
    var highest = new double[plan.permutations];
    Arrays.fill(highest, Double.NEGATIVE_INFINITY);
    for (double[] region : nulls) {
      var own = new NullDistribution(region);
      for (int i = 0; i < highest.length; i++) {
        double standardised = (region[i] - own.mean()) / own.sd();
        highest[i] = standardised > highest[i] ? standardised : highest[i];
      }
    }
    return new NullDistribution(highest);
  }
}
