package org.mitchell.inference;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.ToIntFunction;
import org.apache.commons.math3.distribution.TDistribution;
import org.mitchell.files.InputException;
import org.mitchell.files.Remedy;
import org.mitchell.fmri.CommonVoxels;
import org.mitchell.fmri.Grayordinates;
import org.mitchell.fmri.VoxelPlaces;
import org.mitchell.inference.VoxelwisePlan.Group;
import org.mitchell.jobs.Progress;
import org.mitchell.jobs.Workers;
import org.mitchell.maps.clusters.ClusterFinder;
import org.mitchell.maps.clusters.Clusters;
import org.mitchell.maps.clusters.Tfce;
import org.mitchell.random.RandomStreams;

/** Makes maps of participants into results: null maps, p-values, clusters. */
public final class VoxelwiseInference {
  /** The paper's r for the mean of nine participants. */
  private static final double PAPER_GROUP_R = 0.14;

  /** t counts from where one in a thousand would be by chance, not corrected. */
  private static final double USUAL_T_LEVEL = 0.001;

  /** How much of the memory null maps may take that are dear to draw again. */
  private static final double KEPT = 0.25;

  private static final ToIntFunction<double[]> NO_CLUSTERS = map -> 0;

  private final VoxelwisePlan plan;
  private final ClusterRule rule;
  private final Workers workers;
  private final Progress progress;

  public VoxelwiseInference(
      VoxelwisePlan plan, ClusterRule rule, Workers workers, Progress progress) {
    this.plan = plan;
    this.rule = rule;
    this.workers = workers;
    this.progress = progress;
  }

  /** One participant's map. */
  public VoxelwiseResult participant(ParticipantStatistic map) {
    Optional<NullMaps> nulls =
        map.nulls().map(own -> rule.formingP().isPresent() ? twice(own, 1) : own);
    var clustering =
        new Clustering(map.places(), threshold(plan.statistic().usualThreshold(), nulls));
    Optional<PValues> inference = nulls.map(own -> judged(own, clustering));
    return result(
        List.of(map.subject()),
        Optional.empty(),
        map.values(),
        inference,
        clustering,
        map.places(),
        Optional.empty());
  }

  /**
   * Several participants' map.
   *
   * @param maps two or more, of the same words
   * @param atLeast how many participants must have a voxel
   * @throws InputException if participants have other words or grids, or voxels without a place, or
   *     there are too few
   */
  public VoxelwiseResult group(List<ParticipantStatistic> maps, Group group, int atLeast) {
    requireGroup(maps, group, atLeast);
    List<String> subjects = maps.stream().map(ParticipantStatistic::subject).toList();
    CommonVoxels common =
        CommonVoxels.of(
            subjects, maps.stream().map(map -> map.part().orElseThrow()).toList(), atLeast);
    return switch (group) {
      case MEAN -> mean(maps, subjects, common);
      case T -> t(maps, subjects, common);
    };
  }

  private VoxelwiseResult mean(
      List<ParticipantStatistic> maps, List<String> subjects, CommonVoxels common) {
    double usual =
        plan.statistic() == VoxelStatistic.R ? PAPER_GROUP_R : plan.statistic().usualThreshold();
    Optional<NullMaps> nulls =
        plan.permutations() == 0
            ? Optional.empty()
            : Optional.of(new MeanOfParticipants(common, nulls(maps, rule.formingP().isPresent())));
    var clustering = new Clustering(Optional.of(common.places()), threshold(usual, nulls));
    Optional<PValues> inference = nulls.map(own -> judged(own, clustering));
    double[] values = common.mean(maps.stream().map(ParticipantStatistic::values).toList());
    return result(
        subjects,
        Optional.of(Group.MEAN),
        values,
        inference,
        clustering,
        Optional.of(common.places()),
        Optional.of(common));
  }

  private VoxelwiseResult t(
      List<ParticipantStatistic> maps, List<String> subjects, CommonVoxels common) {
    boolean sizes = !plan.statistic().isP();
    var statistic = GroupStatistic.of(plan.variance(), common.places());
    List<NullMaps> nulls = nulls(maps, sizes);
    List<AveragedNulls> watched = nulls.stream().map(AveragedNulls::new).toList();
    OneNull words =
        PValues.of(
            enhanced(
                new MeanOfParticipants(common, watched),
                new Clustering(Optional.of(common.places()), Double.NaN)),
            NO_CLUSTERS,
            workers,
            progress);
    double[][] chance = watched.stream().map(AveragedNulls::mean).toArray(double[][]::new);
    var departures = new double[maps.size()][];
    for (int k = 0; k < departures.length; k++) {
      double[] departure = maps.get(k).values().clone();
      for (int v = 0; v < departure.length; v++) {
        departure[v] -= chance[k][v];
      }
      departures[k] = common.shared(k, departure);
    }
    NullMaps flipped =
        SignFlippedT.of(departures, statistic, plan.permutations(), new RandomStreams(plan.seed()));
    var clustering = new Clustering(Optional.of(common.places()), tThreshold(maps.size(), flipped));
    OneNull participants = judged(flipped, clustering);
    Optional<OneNull> relabelled =
        sizes
            ? Optional.of(
                judged(
                    new RelabelledT(common, nulls, chance, flipped.observed(), statistic),
                    clustering))
            : Optional.empty();
    PValues inference = new LargerOfTwo(words, participants, relabelled);
    return result(
        subjects,
        Optional.of(Group.T),
        flipped.observed(),
        Optional.of(inference),
        clustering,
        Optional.of(common.places()),
        Optional.of(common));
  }

  private List<NullMaps> nulls(List<ParticipantStatistic> maps, boolean twice) {
    return maps.stream()
        .map(map -> map.nulls().orElseThrow())
        .map(own -> twice ? twice(own, maps.size()) : own)
        .toList();
  }

  /** Null maps that are drawn twice: kept if they are dear and those of all fit the memory. */
  private NullMaps twice(NullMaps nulls, int participants) {
    double bytes = 8.0 * nulls.size() * nulls.voxels() * participants;
    return nulls.dear() && bytes < KEPT * Runtime.getRuntime().maxMemory()
        ? KeptNulls.of(nulls, workers, progress)
        : nulls;
  }

  private double threshold(double usual, Optional<NullMaps> nulls) {
    return rule.formingP().isPresent()
        ? FormingThreshold.of(nulls.orElseThrow(), rule.formingP().getAsDouble(), workers)
        : rule.threshold().orElse(usual);
  }

  /** Student's t has a distribution; where others lie, their sign-flips say. */
  private double tThreshold(int participants, NullMaps flipped) {
    if (rule.threshold().isPresent() || plan.statistic().isP()) {
      return rule.threshold().orElse(plan.statistic().usualThreshold());
    }
    double level = rule.formingP().orElse(USUAL_T_LEVEL);
    return plan.variance() instanceof GroupVariance.Own
        ? new TDistribution(participants - 1.0).inverseCumulativeProbability(1 - level)
        : FormingThreshold.of(flipped, level, workers);
  }

  private OneNull judged(NullMaps nulls, Clustering clustering) {
    return PValues.of(enhanced(nulls, clustering), clustering.largest(), workers, progress);
  }

  /** Maps as they are, or as clusters at all thresholds enhance them. */
  private NullMaps enhanced(NullMaps nulls, Clustering clustering) {
    return plan.statistic() == VoxelStatistic.TFCE
        ? new EnhancedMaps(nulls, clustering.enhancement())
        : nulls;
  }

  /**
   * @param statistic r or t where p-values are asked for, otherwise what is asked for
   */
  private VoxelwiseResult result(
      List<String> subjects,
      Optional<Group> group,
      double[] statistic,
      Optional<PValues> inference,
      Clustering clustering,
      Optional<VoxelPlaces> places,
      Optional<CommonVoxels> common) {
    float[] peaks = floats(statistic);
    float[] values =
        switch (plan.statistic()) {
          case P -> floats(inference.orElseThrow().p());
          case FDR -> floats(inference.orElseThrow().falseDiscoveryRate());
          case FWER, TFCE -> floats(inference.orElseThrow().familyWise());
          default -> peaks;
        };
    boolean[] forming = clustering.forming(values);
    int counted = 0;
    for (boolean counts : forming) {
      counted += counts ? 1 : 0;
    }
    return new VoxelwiseResult(
        subjects,
        plan,
        group,
        values,
        peaks,
        clustering.threshold,
        rule.formingP(),
        minimumSize(),
        rule.contiguity(),
        counted,
        places,
        clustering.finder.map(finder -> Clusters.of(peaks, forming, minimumSize(), finder)),
        inference,
        common);
  }

  private int minimumSize() {
    return rule.minimumSize().orElse(plan.statistic().isCorrected() ? 1 : ClusterRule.PAPER_SIZE);
  }

  /** Which voxels count, and how they hang together where they have a place. */
  private final class Clustering {
    private final Optional<ClusterFinder> finder;
    private final double threshold;

    private final Optional<? extends VoxelPlaces> places;

    Clustering(Optional<? extends VoxelPlaces> places, double threshold) {
      this.finder = rule.neighbourhood(places).map(ClusterFinder::on);
      this.places = places;
      this.threshold = threshold;
    }

    Tfce enhancement() {
      return Tfce.on(finder.orElseThrow(this::noNeighbours).neighbourhood());
    }

    private InputException noNeighbours() {
      String what = "clusters at all thresholds need to know which voxels touch";
      return places.isEmpty()
          ? new InputException(what, Remedy.COORDINATES)
          : places.get() instanceof Grayordinates
              ? new InputException(what + ", and these are vertices", Remedy.MESHES)
              : new InputException(
                  "%s, and these are %s".formatted(what, places.get().inWords()),
                  Remedy.VOXEL_BY_VOXEL);
    }

    /** Clusters of p-values are not tested by their size: null maps are of r, not of p. */
    ToIntFunction<double[]> largest() {
      if (finder.isEmpty() || plan.statistic().isP()) {
        return NO_CLUSTERS;
      }
      ClusterFinder found = finder.get();
      return map -> found.largest(map, threshold);
    }

    boolean[] forming(float[] values) {
      var forming = new boolean[values.length];
      for (int v = 0; v < values.length; v++) {
        forming[v] =
            plan.statistic().isP()
                ? values[v] <= (float) threshold
                : values[v] >= (float) threshold;
      }
      return forming;
    }
  }

  private void requireGroup(List<ParticipantStatistic> maps, Group group, int atLeast) {
    if (maps.size() < 2) {
      throw new InputException(
          "a group map needs two participants or more, and %s is one"
              .formatted(maps.isEmpty() ? "none" : maps.get(0).subject()),
          Remedy.SEVERAL_PARTICIPANTS);
    }
    if (atLeast > maps.size() || atLeast < (group == Group.T ? 2 : 1)) {
      throw new InputException(
          "got %d as the least number of participants at a voxel where %d to %d, the number of all, is expected"
              .formatted(atLeast, group == Group.T ? 2 : 1, maps.size()),
          Remedy.OTHER_LEAST_NUMBER);
    }
    var without = new ArrayList<String>();
    for (ParticipantStatistic map : maps) {
      if (map.part().isEmpty()) {
        without.add(map.subject());
      }
      if (plan.permutations() > 0 && !map.words().equals(maps.get(0).words())) {
        throw new InputException(
            "participants %s and %s were fitted on different words, and null maps relabel the words of all alike"
                .formatted(maps.get(0).subject(), map.subject()),
            Remedy.SHARED_WORDS);
      }
    }
    if (maps.stream().anyMatch(map -> map.places().isPresent() && map.part().isEmpty())) {
      throw new InputException(
          "a group map needs voxels or vertices, and those of %s are parcels. Map each participant alone"
              .formatted(String.join(", ", without)));
    }
    if (!without.isEmpty()) {
      throw new InputException(
          "a group map needs the place of every voxel, and there are no coordinates for %s"
              .formatted(String.join(", ", without)),
          Remedy.COORDINATES);
    }
  }

  private static float[] floats(double[] values) {
    var floats = new float[values.length];
    for (int v = 0; v < values.length; v++) {
      floats[v] = (float) values[v];
    }
    return floats;
  }
}
