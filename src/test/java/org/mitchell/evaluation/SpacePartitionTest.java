package org.mitchell.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.IntStream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.mitchell.encoding.Combination;
import org.mitchell.encoding.EncodingOptions;
import org.mitchell.encoding.Preset;
import org.mitchell.encoding.Scale;
import org.mitchell.encoding.Spaces;
import org.mitchell.evaluation.variance.Share;
import org.mitchell.evaluation.variance.SpacePartition;
import org.mitchell.fmri.Responses;
import org.mitchell.fmri.Stimulus;
import org.mitchell.jobs.Workers;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;

/** Partitioned variance of several spaces, against testdata/joint/joint.py. */
class SpacePartitionTest {
  private static final JsonNode FILE =
      new ObjectMapper().readTree(Path.of("testdata/joint/joint.json").toFile());
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
    List<double[][]> each =
        IntStream.range(0, spaces).mapToObj(s -> table(FILE.get("spaces").get(s))).toList();
    Spaces sideBySide =
        spaces == 1
            ? Spaces.ONE
            : new Spaces(
                each.stream().map(rows -> rows[0].length).toList(), Combination.CONCATENATED);
    var encoding = new EncodingOptions(Preset.PAPER, Scale.UNIT, 1).withSpaces(sideBySide);
    var options =
        new EvaluationOptions(encoding, OptionalInt.empty(), Metric.COSINE, MatchRule.SUM);
    try (var workers = new Workers(2)) {
      return SpacePartition.of(
          new EncodingAnalysis(responses(), Spaces.sideBySide(each), options), workers);
    }
  }

  private static Responses responses() {
    double[][] images = table(FILE.get("images"));
    var trials = new float[images.length][1][images[0].length];
    for (int w = 0; w < images.length; w++) {
      for (int v = 0; v < images[w].length; v++) {
        trials[w][0][v] = (float) images[w][v];
      }
    }
    List<Stimulus> words =
        IntStream.range(0, images.length)
            .mapToObj(w -> new Stimulus("word%02d".formatted(w), ""))
            .toList();
    return new Responses("J1", "", words, trials, Optional.empty(), List.of());
  }

  private static double[][] table(JsonNode rows) {
    return StreamSupport.stream(rows.spliterator(), false)
        .map(SpacePartitionTest::numbers)
        .toArray(double[][]::new);
  }

  private static double[] numbers(JsonNode row) {
    return StreamSupport.stream(row.spliterator(), false).mapToDouble(JsonNode::asDouble).toArray();
  }
}
