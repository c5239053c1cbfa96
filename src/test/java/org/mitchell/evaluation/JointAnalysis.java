package org.mitchell.evaluation;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.IntStream;
import org.mitchell.encoding.Combination;
import org.mitchell.encoding.EncodingOptions;
import org.mitchell.encoding.JointCases;
import org.mitchell.encoding.Preset;
import org.mitchell.encoding.Scale;
import org.mitchell.encoding.Spaces;
import org.mitchell.fmri.Responses;
import org.mitchell.fmri.Stimulus;

/** The words, images and first spaces of testdata/joint, compared at all voxels. */
final class JointAnalysis {
  private JointAnalysis() {}

  /**
   * @param combination of several spaces; one stands alone
   */
  static EncodingAnalysis of(int spaces, Combination combination, Preset preset) {
    List<double[][]> each =
        IntStream.range(0, spaces)
            .mapToObj(s -> JointCases.table(JointCases.FILE.get("spaces").get(s)))
            .toList();
    Spaces sideBySide =
        spaces == 1
            ? Spaces.ONE
            : new Spaces(each.stream().map(rows -> rows[0].length).toList(), combination);
    var encoding = new EncodingOptions(preset, Scale.UNIT, 1).withSpaces(sideBySide);
    return new EncodingAnalysis(
        responses(),
        Spaces.sideBySide(each),
        new EvaluationOptions(encoding, OptionalInt.empty(), Metric.COSINE, MatchRule.SUM));
  }

  private static Responses responses() {
    double[][] images = JointCases.table(JointCases.FILE.get("images"));
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
}
