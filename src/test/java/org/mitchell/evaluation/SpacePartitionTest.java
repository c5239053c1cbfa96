package org.mitchell.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;
import static org.mitchell.encoding.JointCases.numbers;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.mitchell.encoding.Combination;
import org.mitchell.encoding.JointCases;
import org.mitchell.encoding.Preset;
import org.mitchell.evaluation.variance.Share;
import org.mitchell.evaluation.variance.SpacePartition;
import org.mitchell.jobs.Workers;
import tools.jackson.databind.JsonNode;

/** Partitioned variance of several spaces, against testdata/joint/joint.py. */
class SpacePartitionTest {
  private static final JsonNode FILE = JointCases.FILE;
  private static final double CLOSE = 1e-6;

  @Test
  void twoSpacesExplainWhatAProgramFindsThatRefitsEverything() {
    SpacePartition partition = partition(2);
    JsonNode expected = FILE.get("partition");
    double[] a = numbers(expected.get("a"));
    double[] b = numbers(expected.get("b"));
    double[] both = numbers(expected.get("both"));
    assertThat(partition.values(Share.alone(2, 0))).containsExactly(a, within(CLOSE));
    assertThat(partition.values(Share.alone(2, 1))).containsExactly(b, within(CLOSE));
    assertThat(partition.values(Share.joint(2))).containsExactly(both, within(CLOSE));
    double[] uniqueA = partition.values(Share.unique(2, 0));
    double[] uniqueB = partition.values(Share.unique(2, 1));
    double[] shared = partition.values(Share.shared(2));
    for (int v = 0; v < both.length; v++) {
      assertThat(uniqueA[v]).isCloseTo(both[v] - b[v], within(CLOSE));
      assertThat(uniqueB[v]).isCloseTo(both[v] - a[v], within(CLOSE));
      assertThat(shared[v]).isCloseTo(a[v] + b[v] - both[v], within(CLOSE));
    }
    int[] columns = IntStream.range(0, both.length).toArray();
    double pooled = expected.get("bothPooled").asDouble();
    assertThat(partition.pooled(Share.joint(2), columns)).isCloseTo(pooled, within(CLOSE));
    assertThat(partition.pooled(Share.unique(2, 0), columns))
        .isCloseTo(pooled - expected.get("bPooled").asDouble(), within(CLOSE));
  }

  @Test
  void allThatThreeSpacesHaveAloneAndInCommonIsTheirJointVariance() {
    SpacePartition partition = partition(3);
    double[] joint = partition.values(Share.joint(3));
    double[] shared = partition.values(Share.shared(3));
    for (int v = 0; v < joint.length; v++) {
      int voxel = v;
      double all =
          IntStream.range(1, 8)
              .mapToDouble(set -> partition.values(Share.common(3, set))[voxel])
              .sum();
      assertThat(all).isCloseTo(joint[v], within(1e-12));
      double unique =
          IntStream.range(0, 3).mapToDouble(s -> partition.values(Share.unique(3, s))[voxel]).sum();
      assertThat(shared[v]).isCloseTo(joint[v] - unique, within(1e-12));
    }
    // A set of one in common with nobody is what that space explains alone of all.
    assertThat(partition.values(Share.common(3, 4)))
        .isEqualTo(partition.values(Share.unique(3, 2)));
  }

  @Test
  void oneSpaceHasNothingToPartition() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> partition(1))
        .withMessage("two or three feature spaces, got 1");
  }

  private static SpacePartition partition(int spaces) {
    try (var workers = new Workers(2)) {
      return SpacePartition.of(
          JointAnalysis.of(spaces, Combination.CONCATENATED, Preset.PAPER), workers);
    }
  }
}
