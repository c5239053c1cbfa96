package org.mitchell.cli.maps;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.mitchell.analysis.regions.RegionShare;
import org.mitchell.analysis.regions.RegionShares;
import org.mitchell.cli.options.CommonOptions;
import org.mitchell.derivatives.RegionSharesWriter;
import org.mitchell.derivatives.contents.ShareFigures;
import org.mitchell.derivatives.contents.ShareSidecar;
import org.mitchell.evaluation.variance.SpacePartition;
import org.mitchell.features.NamedSpace;
import org.mitchell.jobs.Workers;
import org.mitchell.maps.atlas.Region;
import org.mitchell.provenance.Provenance;
import org.mitchell.study.FittedParticipant;
import org.mitchell.text.Counted;

/** What the feature spaces of a fit explain by region: found, written and printed. */
final class RegionsOfSpaces {
  private final FittedParticipant participant;
  private final RegionShares.Plan plan;
  private final CommonOptions common;
  private final Workers workers;
  private final List<String> labels;
  private final List<RegionShare> shares = new ArrayList<>();

  RegionsOfSpaces(
      FittedParticipant participant,
      RegionShares.Plan plan,
      CommonOptions common,
      Workers workers) {
    this.participant = participant;
    this.plan = plan;
    this.common = common;
    this.workers = workers;
    this.labels = labels(participant);
  }

  /**
   * Where regions come from and shares go to.
   *
   * @param left how many regions have too few voxels
   */
  record Place(String atlas, int fewestVoxels, int left, Path out) {}

  /** Whether a fit has as many spaces as can be told apart. */
  static boolean possible(FittedParticipant participant) {
    int spaces = labels(participant).size();
    return spaces >= 2 && spaces <= SpacePartition.MOST;
  }

  private static List<String> labels(FittedParticipant participant) {
    return participant.fit().features().spaces().stream().map(NamedSpace::label).toList();
  }

  Path write(List<Region> regions, Place place, Provenance provenance) throws IOException {
    shares.addAll(
        RegionShares.of(participant.input(), labels, regions, plan, workers, common.progress()));
    var search =
        new ShareSidecar.Search(
            place.atlas,
            labels,
            plan.permutations(),
            plan.subsamples(),
            place.fewestVoxels,
            place.left);
    Path file = RegionSharesWriter.write(participant.fit(), shares, search, provenance, place.out);
    common.print("");
    common.print(
        "Participant %s%s: R2 in held-out words by region of %s, preset strict"
            .formatted(
                participant.fit().subject(),
                participant.fit().simulated() ? " (SIMULATED)" : "",
                place.atlas));
    how(regions.size()).forEach(common::print);
    common.print("");
    new RegionSharesText(shares, labels).lines().forEach(common::print);
    common.print("");
    common.print("  wrote " + file);
    return file;
  }

  private List<String> how(int regions) {
    var lines = new ArrayList<String>();
    if (plan.subsamples() > 0) {
      lines.add(
          "  95%% intervals by %s of half of the words"
              .formatted(Counted.of(plan.subsamples(), "subsample")));
    }
    if (plan.permutations() > 0) {
      lines.add(
          "  p of what is unique by %s of the space's residuals given the others; corrected for %s by their maximum"
              .formatted(
                  Counted.of(plan.permutations(), "permutation"), Counted.of(regions, "region")));
    }
    return lines;
  }

  List<ShareFigures> summary() {
    return RegionSharesWriter.summary(shares);
  }
}
