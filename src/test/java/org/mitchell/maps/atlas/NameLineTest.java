package org.mitchell.maps.atlas;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class NameLineTest {
  /** A pattern that tries every cut of the digits takes minutes. */
  @Test
  void manyDigitsAndALetterAreToldInNoTime() {
    var word = new NameLine.Word("1".repeat(1 << 20) + "x", false);

    boolean number = assertTimeoutPreemptively(Duration.ofSeconds(10), word::isNumber);

    assertThat(number).isFalse();
    assertThat(new NameLine.Word("-1.5e3", false).isNumber()).isTrue();
    assertThat(new NameLine.Word("5.", false).isNumber()).isTrue();
  }
}
