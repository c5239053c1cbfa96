package org.mitchell.cli.options;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.mitchell.cli.Ran;

class ParticipantOptionsTest {
  @TempDir private Path folder;

  private Ran fit(String affine) {
    return Ran.fit(folder, "T1", Ran.T1, "--affine", affine);
  }

  @Test
  void numbersOfAnAffineAreCountedHoweverManyThereAre() {
    assertThat(fit("1,".repeat(100_000) + "1").failsWith(2).err())
        .contains("got 100001 numbers where 12 are expected");
  }

  @Test
  void aLongAffineThatIsNoneIsTakenForTheNameOfAFileAtOnce() {
    String digits = "1".repeat(100_000);
    assertThat(fit(digits + "," + digits + "x").status()).isNotZero();
  }

  @Test
  void theNumberThatIsNoneIsNamed() {
    assertThat(fit("1,0,0,0,0,1,0,0,0,0,1e,0").failsWith(2).err())
        .contains("--affine: got '1e' where a number is expected, the 11. of 12")
        .doesNotContain("input string");
  }
}
