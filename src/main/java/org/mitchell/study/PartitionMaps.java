package org.mitchell.study;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.IntStream;
import org.mitchell.derivatives.VoxelwiseRecord;
import org.mitchell.evaluation.variance.Share;
import org.mitchell.evaluation.variance.SpacePartition;
import org.mitchell.files.InputException;
import org.mitchell.files.Remedy;
import org.mitchell.inference.PartOfVariance;
import org.mitchell.inference.VoxelStatistic;

/**
 * Maps of what the feature spaces of a fit explain together, each alone of all, and in common.
 *
 * @param labels of the spaces, two or three
 */
record PartitionMaps(List<String> labels) {
  private static final String CHOSEN = ", penalties chosen for each model; preset strict";

  /** Names of statistics have 15 characters at most. */
  private static final int LONGEST = 7;

  /**
   * @param subject whose fit it is
   * @throws InputException if there is one space, or more than can be partitioned
   */
  static PartitionMaps of(String subject, List<String> labels) {
    if (labels.size() < 2) {
      throw new InputException(
          "participant %s was fitted with one feature space, and a share is of what two or three explain"
              .formatted(subject),
          Remedy.TWO_SPACES);
    }
    if (labels.size() > SpacePartition.MOST) {
      throw new InputException(
          "participant %s was fitted with %d feature spaces: there are maps of what each explains of two or %d. Fit with fewer"
              .formatted(subject, labels.size(), SpacePartition.MOST));
    }
    return new PartitionMaps(labels);
  }

  /** All of them, without p-values. */
  List<VoxelwiseRecord.Extra> extras(SpacePartition partition) {
    var extras = new ArrayList<VoxelwiseRecord.Extra>();
    extras.add(
        new VoxelwiseRecord.Extra(
            "r2joint",
            "R2 of %s together%s".formatted(String.join(" and ", labels), CHOSEN),
            partition.values(Share.joint(labels.size())),
            true));
    for (int s = 0; s < labels.size(); s++) {
      PartOfVariance unique = unique(s);
      extras.add(
          new VoxelwiseRecord.Extra(
              unique.shown(), unique.description(), partition.values(unique.share()), true));
    }
    PartOfVariance shared = shared();
    extras.add(
        new VoxelwiseRecord.Extra(
            shared.shown(), shared.description(), partition.values(shared.share()), true));
    return extras;
  }

  /**
   * The part that a map of {@code unique} or {@code shared} shows.
   *
   * @param of the label of a space; what is shared by any where there is none
   * @throws InputException if there is no such space
   */
  PartOfVariance part(VoxelStatistic statistic, Optional<String> of) {
    OptionalInt space = of.map(this::space).map(OptionalInt::of).orElse(OptionalInt.empty());
    return switch (statistic) {
      case UNIQUE -> unique(space.orElseThrow());
      case SHARED -> space.isPresent() ? sharedBy(space.getAsInt()) : shared();
      default -> throw new IllegalArgumentException(statistic.label());
    };
  }

  private int space(String label) {
    int space = labels.indexOf(label);
    if (space < 0) {
      throw new InputException(
          "no feature space of the fit is called '%s': it has %s"
              .formatted(label, String.join(", ", labels)),
          Remedy.ONE_OF_THE_SPACES);
    }
    return space;
  }

  private PartOfVariance unique(int space) {
    return new PartOfVariance(
        "r2unique" + names().get(space),
        "R2 unique to " + labels.get(space),
        "R2 of %s beyond that of the other feature spaces%s".formatted(labels.get(space), CHOSEN),
        Share.unique(labels.size(), space),
        OptionalInt.of(space));
  }

  private PartOfVariance shared() {
    return new PartOfVariance(
        "r2shared",
        "shared R2",
        "R2 that more than one of the feature spaces explains" + CHOSEN,
        Share.shared(labels.size()),
        OptionalInt.empty());
  }

  private PartOfVariance sharedBy(int space) {
    return new PartOfVariance(
        "r2shared" + names().get(space),
        "R2 that %s shares".formatted(labels.get(space)),
        "R2 that %s explains and another of the feature spaces too%s"
            .formatted(labels.get(space), CHOSEN),
        Share.sharedBy(labels.size(), space),
        OptionalInt.empty());
  }

  /** Labels as names of files have them; numbers from 1 where these would not differ. */
  private List<String> names() {
    List<String> plain =
        labels.stream()
            .map(label -> label.replaceAll("[^A-Za-z0-9]", ""))
            .map(label -> label.substring(0, Math.min(LONGEST, label.length())))
            .toList();
    boolean differ = plain.stream().distinct().count() == plain.size() && !plain.contains("");
    return differ
        ? plain
        : IntStream.rangeClosed(1, plain.size()).mapToObj(Integer::toString).toList();
  }
}
