package org.mitchell.norms;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Against scikit-learn and scipy. */
class AgreementTest {
  @Test
  void figuresAreThoseOfScikitLearnAndScipy() throws IOException {
    JsonNode expected =
        JsonMapper.shared()
            .readTree(Files.readAllBytes(Path.of("testdata/norms/expected.json")))
            .path("agreement");
    var agreement =
        Agreement.of(array(expected.path("observed")), array(expected.path("predicted")));
    assertThat(agreement.r2()).isCloseTo(expected.path("r2").asDouble(), within(1e-12));
    assertThat(agreement.r()).isCloseTo(expected.path("r").asDouble(), within(1e-12));
    assertThat(agreement.rho()).isCloseTo(expected.path("rho").asDouble(), within(1e-12));
    assertThat(agreement.rmse()).isCloseTo(expected.path("rmse").asDouble(), within(1e-12));
  }

  @Test
  void valuesThatAreAllTheSameHaveNoShareAndNoCorrelation() {
    var agreement = Agreement.of(new double[] {2, 2, 2}, new double[] {1, 2, 3});
    assertThat(agreement.r2()).isNaN();
    assertThat(agreement.r()).isNaN();
    assertThat(agreement.rmse()).isCloseTo(Math.sqrt(2 / 3.0), within(1e-15));
  }

  /** The mean of three tenths is not a tenth. */
  @Test
  void roundingMakesNoShareAndNoCorrelationOfEqualValues() {
    double[] tenths = {0.1, 0.1, 0.1};
    double[] others = {0.1, 0.2, 0.4};
    assertThat(Agreement.of(tenths, others).r2()).isNaN();
    assertThat(Agreement.of(tenths, others).r()).isNaN();
    assertThat(Agreement.of(others, tenths).r()).isNaN();
    assertThat(Agreement.of(others, tenths).rho()).isNaN();
  }

  private static double[] array(JsonNode node) {
    return node.valueStream().mapToDouble(JsonNode::asDouble).toArray();
  }
}
