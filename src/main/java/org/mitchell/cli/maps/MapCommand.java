package org.mitchell.cli.maps;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.concurrent.Callable;
import org.mitchell.cli.options.AtlasOptions;
import org.mitchell.cli.options.ChanceOptions;
import org.mitchell.cli.options.CommonOptions;
import org.mitchell.cli.options.FittedOptions;
import org.mitchell.cli.options.MeshOptions;
import org.mitchell.cli.options.SubsamplesOption;
import org.mitchell.cli.options.TableOptions;
import org.mitchell.cli.options.UsageException;
import org.mitchell.cli.text.Decimals;
import org.mitchell.derivatives.BidsName;
import org.mitchell.derivatives.contents.VoxelwiseFigures;
import org.mitchell.evaluation.nulls.Relabelling;
import org.mitchell.files.Json;
import org.mitchell.inference.ClusterRule;
import org.mitchell.inference.GroupVariance;
import org.mitchell.inference.VoxelStatistic;
import org.mitchell.inference.VoxelwisePlan;
import org.mitchell.jobs.Workers;
import org.mitchell.maps.clusters.Contiguity;
import org.mitchell.study.Mapping;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code mitchell map}: maps with what they are worth, and their clusters with names. */
@Command(
    name = "map",
    description =
        "Map what fitted models predict: r, explained variance, noise ceiling or p-values at every"
            + " voxel, and the clusters with their anatomical names; one participant or a group.",
    footer = {
      "",
      "r: correlation over words of held-out prediction and observation. r2: variance explained."
          + " ceiling: an estimate of the r that a perfect model is expected to have, given the"
          + " noise of the presentations. normalised: r / ceiling. p, fdr, fwer: p of r by"
          + " relabelling the words; not corrected, corrected for the false discovery rate, and for"
          + " the family-wise error rate by the maximum statistic. tfce: likewise, of r enhanced by"
          + " its clusters at all thresholds (Smith and Nichols 2009).",
      "",
      "unique, shared: R2 of a feature space of a fit of two or three that no other one explains,"
          + " and that another one explains too, with 95%% intervals over other words. p of unique"
          + " is by exchanging between words what a model of the other spaces leaves of its"
          + " features: responses do not depend on the space, given the others.",
      "",
      "signatures: how sure they are. Standard errors over words of every feature's coefficient at"
          + " every voxel, by leaving out one word at a time with the penalties held, as an image"
          + " beside the fit's signatures; and the map itself, of the correlation of a voxel's"
          + " signatures fitted on two halves of the words. Of coefficients of a ridge model the"
          + " intervals are of what it is expected to find, shrunk as it is.",
      "",
      "The threshold of the paper, r from .28 in 10 voxels or more, is descriptive: how often it is"
          + " met by chance depends on how smooth the responses are, and is printed from the"
          + " participant's own null maps. With null maps every cluster of r comes with p-values of"
          + " its peak and of its size. --cluster-threshold p.001 forms clusters of the voxels that"
          + " one null value in a thousand reaches.",
      "",
      "Voxels of --group t count with the larger of two p-values, over other participants and over"
          + " other words: what participants share in these very words would pass the first alone"
          + " (Westfall, Nichols and Yarkoni 2016)."
    },
    mixinStandardHelpOptions = true,
    sortOptions = false)
public final class MapCommand implements Callable<Integer> {
  /** A t needs a p over words, which fewer relabellings do not give. */
  private static final int FEWEST_OF_T = 100;

  /** The uncorrected p of the most liberal threshold that forms clusters. */
  private static final double HIGHEST_P = 0.1;

  /** Smoother variances are the same all over the brain. */
  private static final double WIDEST_MM = 100;

  @Mixin private FittedOptions fitted;

  @Option(
      names = "--stat",
      paramLabel = "STAT",
      description =
          "${COMPLETION-CANDIDATES} (default: r); tfce is p of clusters at all thresholds, as fwer"
              + " is of voxels")
  private VoxelStatistic statistic = VoxelStatistic.R;

  @Option(
      names = "--permutations",
      paramLabel = "N",
      description =
          "null maps that p-values rest on (default: 1000 with --stat r, p, fdr, fwer and tfce; 100"
              + " for fits with --ridge auto and with --stat unique); 0 for none with --stat r and"
              + " unique")
  private Optional<Integer> permutations = Optional.empty();

  @Option(
      names = "--null",
      paramLabel = "NULL",
      description =
          "which words exchange their features in a null map: ${COMPLETION-CANDIDATES} (default:"
              + " free); within-category asks for more than the category")
  private Relabelling relabelling = Relabelling.FREE;

  @Option(
      names = "--threshold",
      paramLabel = "X",
      description =
          "a voxel counts from this value, of p-values up to it (default: r .28, mean r of a group"
              + " .14, r2 .08, unique and shared .05, signatures, ceiling and normalised .5, t of p"
              + " .001, p .001, fdr, fwer and tfce .05)")
  private Double threshold;

  @Option(
      names = "--cluster-threshold",
      paramLabel = "pX",
      description =
          "in place of --threshold, for --stat r: the uncorrected p that it stands for, as p.001;"
              + " the r that this share of the null values of all voxels reaches, of t by its"
              + " distribution")
  private String clusterThreshold;

  @Option(
      names = "--cluster-size",
      paramLabel = "N",
      description = "smallest cluster in voxels (default: 10; fdr, fwer and tfce 1)")
  private Integer clusterSize;

  @Option(
      names = "--contiguity",
      paramLabel = "6|18|26",
      description =
          "how many neighbours a voxel has: those with a common face, edge or corner (default:"
              + " ${DEFAULT-VALUE})")
  private int contiguity = Contiguity.EDGES.neighbours();

  @Mixin private MeshOptions mesh;
  @Mixin private AtlasOptions atlas;

  @Option(
      names = "--group",
      paramLabel = "HOW",
      description =
          "one map of all participants: ${COMPLETION-CANDIDATES}; the mean, judged by relabelling"
              + " the words of all alike, or t over participants of r less its mean under"
              + " relabelling, judged by that and by sign-flips (default: a map each)")
  private VoxelwisePlan.Group group;

  @Option(
      names = "--group-variance",
      paramLabel = "own|none|MM",
      description =
          "of --group t: what the mean is divided by at a voxel; own, the variance over"
              + " participants; smoothed over space by a Gaussian of so many mm FWHM (pseudo-t, for"
              + " few participants); none, the mean itself (default: own)")
  private String groupVariance;

  @Option(
      names = "--min-subjects",
      paramLabel = "K",
      description = "of a group: voxels that K participants have at least (default: all have)")
  private Integer minSubjects;

  @Option(
      names = "--beyond",
      paramLabel = "NAME|FILE",
      description =
          "with --stat r2: other features; also the variance that the fit's explain and these do"
              + " not, and the other way round, with penalties chosen for each model")
  private String beyond;

  @Option(
      names = "--of",
      paramLabel = "LABEL",
      description =
          "with --stat unique and shared: the feature space of the fit that it is of (default of"
              + " shared: what more than one explains)")
  private String of;

  @Mixin private SubsamplesOption subsamples;
  @Mixin private TableOptions tables;
  @Mixin private ChanceOptions chance;
  @Mixin private CommonOptions common;

  @Override
  public Integer call() throws IOException {
    atlas.require();
    requireTogether();
    var rule =
        new ClusterRule(
            threshold == null ? OptionalDouble.empty() : OptionalDouble.of(threshold),
            formingP(),
            clusterSize == null ? OptionalInt.empty() : OptionalInt.of(clusterSize),
            Contiguity.of(contiguity)
                .orElseThrow(
                    () ->
                        new UsageException(
                            "--contiguity: got " + contiguity + " where 6, 18 or 26 is expected")),
            mesh.read(common));
    var request =
        new Mapping.Request(
            fitted.subjects(),
            fitted.place(),
            fitted.out(),
            statistic,
            relabelling,
            permutations.map(OptionalInt::of).orElse(OptionalInt.empty()),
            rule,
            atlas.named(common),
            Optional.ofNullable(group),
            minSubjects == null ? OptionalInt.empty() : OptionalInt.of(minSubjects),
            variance(),
            Optional.ofNullable(beyond),
            Optional.ofNullable(of),
            subsamples.checked(),
            fit -> tables.rules(common, fit),
            chance.seed());
    try (Workers workers = common.workers()) {
      if (group == null) {
        fitted.takePlaces(common);
      } else {
        common.places().takeFolder(BidsName.groups(fitted.out()));
      }
      var mapping = new Mapping(request, common, workers, common.commandWords());
      var figures = new ArrayList<VoxelwiseFigures>();
      if (group == null) {
        mapping.each(made -> figures.add(said(made)));
      } else {
        figures.add(said(mapping.group()));
      }
      report(figures);
    }
    return 0;
  }

  private VoxelwiseFigures said(Mapping.Made made) {
    new VoxelwiseText(made.record(), made.written().outputs()).lines().forEach(common::print);
    return made.written().figures();
  }

  private void report(List<VoxelwiseFigures> summaries) {
    if (summaries.size() == 1) {
      common.printJsonWithMessages(Json.keys(summaries.get(0)));
    } else {
      common.printJsonWithMessages(Map.of("subjects", summaries));
    }
  }

  private OptionalDouble formingP() {
    if (clusterThreshold == null) {
      return OptionalDouble.empty();
    }
    boolean own = statistic == VoxelStatistic.R || statistic == VoxelStatistic.UNIQUE;
    if (!own || permutations.orElse(Mapping.USUAL_PERMUTATIONS) == 0) {
      throw new UsageException("--cluster-threshold goes with --stat r or unique and null maps");
    }
    if (threshold != null) {
      throw new UsageException("--cluster-threshold and --threshold say the same thing: give one");
    }
    try {
      double p = Double.parseDouble(clusterThreshold.replaceFirst("^p", ""));
      if (clusterThreshold.startsWith("p") && p > 0 && p <= HIGHEST_P) {
        return OptionalDouble.of(p);
      }
    } catch (NumberFormatException e) {
      // Said below, together with numbers that are no p.
    }
    throw new UsageException(
        "--cluster-threshold: got '%s' where p and a number above 0, up to %s, is expected, as p.001 (--threshold takes an r)"
            .formatted(clusterThreshold, Decimals.decimal(HIGHEST_P)));
  }

  private GroupVariance variance() {
    if (groupVariance == null || groupVariance.equals("own")) {
      return GroupVariance.OWN;
    }
    if (groupVariance.equals("none")) {
      return new GroupVariance.None();
    }
    try {
      double fwhm = Double.parseDouble(groupVariance);
      if (fwhm > 0 && fwhm <= WIDEST_MM) {
        return new GroupVariance.Smoothed(fwhm);
      }
    } catch (NumberFormatException e) {
      // Said below, together with numbers that are no width.
    }
    throw new UsageException(
        "--group-variance: got '%s' where own, none or millimetres above 0, up to %.0f, are expected"
            .formatted(groupVariance, WIDEST_MM));
  }

  private void requirePart() {
    if (of != null && !statistic.isPartOfVariance()) {
      throw new UsageException("--of goes with --stat unique and shared");
    }
    if (of == null && statistic == VoxelStatistic.UNIQUE) {
      throw new UsageException("--stat unique: --of LABEL says which feature space of the fit");
    }
    boolean ofSignatures = statistic == VoxelStatistic.SIGNATURES;
    if (subsamples.isGiven()
        && (!(statistic.isPartOfVariance() || ofSignatures) || group != null)) {
      throw new UsageException(
          "--subsamples goes with --stat unique, shared and signatures of single participants");
    }
    if (ofSignatures && group != null) {
      throw new UsageException("--stat signatures is of single participants: leave out --group");
    }
    if (ofSignatures && subsamples.checked() == 0) {
      throw new UsageException(
          "--subsamples: got 0 where a number from 2 up is expected: the map of --stat signatures"
              + " is of halves of the words");
    }
  }

  private void requireTogether() {
    int fewest = group == VoxelwisePlan.Group.T ? FEWEST_OF_T : statistic.isP() ? 1 : 0;
    if (permutations.isPresent() && !statistic.takesNull()) {
      throw new UsageException(
          "--permutations goes with --stat r, unique, p, fdr, fwer or tfce: there are no null maps"
              + " of "
              + statistic.label());
    }
    if (permutations.isPresent() && permutations.get() < fewest) {
      throw new UsageException(
          "--permutations: got %d where a number from %d up is expected"
              .formatted(permutations.get(), fewest));
    }
    if (threshold != null && !Double.isFinite(threshold)) {
      throw new UsageException("--threshold: got " + threshold + " where a number is expected");
    }
    if (clusterSize != null && clusterSize < 1) {
      throw new UsageException(
          "--cluster-size: got " + clusterSize + " where a number from 1 up is expected");
    }
    if (group == VoxelwisePlan.Group.T
        && (!statistic.takesNull() || statistic.isPartOfVariance())) {
      throw new UsageException("--group t goes with --stat r, p, fdr, fwer or tfce");
    }
    requirePart();
    if (groupVariance != null && group != VoxelwisePlan.Group.T) {
      throw new UsageException("--group-variance goes with --group t");
    }
    if (minSubjects != null && group == null) {
      throw new UsageException("--min-subjects goes with --group");
    }
    if (beyond != null && statistic != VoxelStatistic.R2) {
      throw new UsageException("--beyond goes with --stat r2");
    }
  }
}
