package org.mitchell.simulation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.mitchell.files.InputException;

class ParticipantLabelTest {
  @ParameterizedTest
  @ValueSource(strings = {"P1", "P9", "p3", "sub-P1", "SUB-p9", " P2 ", "P01"})
  void theNameOfARealParticipantIsRefused(String label) {
    assertThatThrownBy(() -> Simulation.builder(label))
        .isInstanceOf(InputException.class)
        .hasMessageContaining(
            "simulated data never takes the name of a real participant. Choose another, such as"
                + " sim1")
        .hasMessageContaining("'" + label + "'");
  }

  @ParameterizedTest
  @CsvSource({"sim1,sim1", "sub-sim1,sim1", "S1,S1", "P10,P10", "P1b,P1b", "xP1,xP1"})
  void otherLabelsAreTakenWithoutSub(String given, String label) {
    assertThat(ParticipantLabel.require(given)).isEqualTo(label);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "sub-", "a b", "../x", "sub-P1-x", "sub-sub-P1", "sim_1"})
  void whatIsNoBidsLabelIsRefused(String label) {
    assertThatThrownBy(() -> Simulation.builder(label))
        .isInstanceOf(InputException.class)
        .hasMessageContaining("a label of letters and digits is expected, such as sim1");
  }
}
