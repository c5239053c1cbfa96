package org.mitchell.study;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.mitchell.derivatives.VoxelwiseRecord;
import org.mitchell.evaluation.variance.SpacePartition;

/**
 * Maps of what the feature spaces of a fit explain together, each alone of all, and in common.
 *
 * @param labels of the spaces
 */
record PartitionMaps(List<String> labels, SpacePartition partition) {
  private static final String CHOSEN = ", penalties chosen for each model; preset strict";

  /** Names of statistics have 15 characters at most. */
  private static final int LONGEST = 7;

  List<VoxelwiseRecord.Extra> extras() {
    List<String> names = names();
    var extras = new ArrayList<VoxelwiseRecord.Extra>();
    extras.add(
        new VoxelwiseRecord.Extra(
            "r2joint",
            "R2 of %s together%s".formatted(String.join(" and ", labels), CHOSEN),
            partition.joint(),
            true));
    for (int s = 0; s < labels.size(); s++) {
      extras.add(
          new VoxelwiseRecord.Extra(
              "r2unique" + names.get(s),
              "R2 of %s beyond that of the other feature spaces%s".formatted(labels.get(s), CHOSEN),
              partition.unique(s),
              true));
    }
    extras.add(
        new VoxelwiseRecord.Extra(
            "r2shared",
            "R2 that more than one of the feature spaces explains" + CHOSEN,
            partition.shared(),
            true));
    return extras;
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
