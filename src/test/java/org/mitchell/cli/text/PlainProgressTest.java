package org.mitchell.cli.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

/** What a log shows of a long task. */
class PlainProgressTest {
  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private final AtomicLong seconds = new AtomicLong();
  private final PlainProgress progress =
      new PlainProgress(
          new PrintStream(out, true, StandardCharsets.UTF_8), () -> seconds.get() * 1_000_000_000L);

  private String said() {
    return out.toString(StandardCharsets.UTF_8);
  }

  @Test
  void aShortTaskSaysNothing() {
    progress.begin("null maps", "maps", 1000);
    seconds.set(14);
    progress.advance(1000);
    progress.end();
    assertThat(said()).isEmpty();
  }

  @Test
  void aLongOneSaysHowFarItIsHowFastAndHowLong() {
    progress.begin("null maps", "maps", 1000);
    seconds.set(20);
    progress.advance(400);
    seconds.set(21);
    progress.advance(1);
    assertThat(said())
        .isEqualTo(
            "null maps: 400 of 1,000 maps in 20 s (20 a second, about 30 s left)%n".formatted());
  }

  @Test
  void withoutATotalNobodyKnowsHowLong() {
    progress.begin("count", "bytes", -1);
    seconds.set(16);
    progress.advance(48_000_000);
    assertThat(said()).isEqualTo("count: 48 MB in 16 s (3.0 a second)%n".formatted());
  }
}
