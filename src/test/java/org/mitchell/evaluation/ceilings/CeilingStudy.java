package org.mitchell.evaluation.ceilings;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.StreamSupport;
import org.mitchell.encoding.Scale;
import org.mitchell.evaluation.EncodingAnalysis;
import org.mitchell.evaluation.JsonStudy;
import org.mitchell.evaluation.schemes.Scheme;
import org.mitchell.fmri.Responses;

/** The three participants of testdata/ceilings/ceilings.py. */
final class CeilingStudy {
  private static final JsonStudy STUDY = JsonStudy.in("ceilings");

  private CeilingStudy() {}

  static List<JsonNode> cases() {
    return STUDY.cases();
  }

  static List<SplitHalves> splits() {
    return StreamSupport.stream(STUDY.study().get("splits").spliterator(), false)
        .map(split -> new SplitHalves(JsonStudy.whole(split)))
        .toList();
  }

  static Responses responses(int participant) {
    return STUDY.responses(participant);
  }

  static EncodingAnalysis analysis(Responses responses, JsonNode how) {
    double[][] noFeatures =
        IntStream.range(0, responses.stimuli().size())
            .mapToObj(w -> new double[] {w})
            .toArray(double[][]::new);
    return new EncodingAnalysis(responses, noFeatures, JsonStudy.options(how, Scale.NONE, 1));
  }

  /** The case of another criterion of voxels: testdata/ceilings/selection.py. */
  static JsonNode selection() {
    return STUDY.file("selection.json");
  }

  static Optional<Scheme> scheme(JsonNode how) {
    return how.get("rank").asBoolean() ? Optional.empty() : Optional.of(Scheme.LEAVE_TWO_OUT);
  }
}
