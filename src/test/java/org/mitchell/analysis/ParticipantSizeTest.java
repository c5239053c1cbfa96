package org.mitchell.analysis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.mitchell.analysis.ParticipantSize.Task;
import org.mitchell.files.InputException;

class ParticipantSizeTest {
  /** 1,800 trials of 200,000 voxels as floats are 1,440 MB; one image of 300 words 480 MB. */
  @Test
  void theLargestStudyIsCountedArrayByArray() {
    var file = new ParticipantSize(300, 1800, 200_000, 25, true, false);
    var memory = new ParticipantSize(300, 1800, 200_000, 25, true, true);
    for (Task task : Task.values()) {
      assertThat(memory.bytes(task) - file.bytes(task)).isEqualTo(1_440_000_000);
    }
    long sixteenSignatures = 16L * 200_000 * 20;
    assertThat(file.bytes(Task.FIT) - sixteenSignatures).isBetween(25_000_000L, 40_000_000L);
    assertThat(file.bytes(Task.EVALUATE)).isBetween(25_000_000L, 40_000_000L);
    long nulls = 2L * 64 * 200_000 * 8;
    assertThat(file.bytes(Task.MAP) - nulls).isBetween(25_000_000L, 40_000_000L);
    long coefficients = 3L * 25 * 200_000 * 8; // themselves, their errors, the halves' as floats
    assertThat(file.bytes(Task.SIGNATURES) - 3 * 480_000_000L - coefficients)
        .isBetween(25_000_000L, 40_000_000L);
  }

  /** 5,000 signatures of 200,000 voxels are 4,000 MB as floats. */
  @Test
  void signaturesOfABoxAreNotHeldAndOthersAre() {
    var few = new ParticipantSize(60, 360, 200_000, 16, true, true);
    var many = new ParticipantSize(60, 360, 200_000, 5000, true, true);
    long features = 2L * 8 * 60 * (5000 - 16);
    assertThat(many.bytes(Task.FIT) - few.bytes(Task.FIT)).isEqualTo(features);
    var surfaces = new ParticipantSize(60, 360, 200_000, 5000, false, true);
    assertThat(surfaces.bytes(Task.FIT) - many.bytes(Task.FIT)).isEqualTo(12_000_000_000L);
  }

  @ParameterizedTest
  @EnumSource(Task.class)
  void whatJavaCannotHoldIsRefusedWithItsSize(Task task) {
    var size = new ParticipantSize(300, 1800, 2_000_000_000, 5000, true, true);
    assertThatThrownBy(() -> size.require("P1", task))
        .isInstanceOf(InputException.class)
        .hasMessageStartingWith("P1: the ")
        .hasMessageContaining("1,800 trials and 2,000,000,000 voxels x 5,000 features takes ")
        .hasMessageContaining(
            "where Java may use %,d MB", (Runtime.getRuntime().maxMemory() + (1 << 20) - 1) >> 20)
        .hasMessageContaining("JAVA_TOOL_OPTIONS=-Xmx")
        .hasMessageContaining("or take fewer voxels (a mask) or features");
  }

  @ParameterizedTest
  @EnumSource(
      mode = EnumSource.Mode.EXCLUDE,
      names = {"SIGNATURES", "FIT_STACKED", "PARTS"})
  void thePapersParticipantsAreTakenAtAHundredMegabytes(Task task) {
    var size = new ParticipantSize(60, 360, 21_764, 25, true, true);
    assertThat(size.bytes(task)).isLessThan(100_000_000);
    assertThatCode(() -> size.require("P1", task)).doesNotThrowAnyException();
  }
}
