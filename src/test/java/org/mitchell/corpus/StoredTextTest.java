package org.mitchell.corpus;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

/** Times by hand from the rates: plain text 200 MB a second and thread, gzip 120, bzip2 28. */
class StoredTextTest {
  private static Duration time(
      long megabytes, Inflation compression, boolean inParts, int threads) {
    return new StoredText(megabytes * 1_000_000, compression, inParts).timeToCount(threads);
  }

  @Test
  void plainTextIsSharedByAllThreads() {
    assertThat(time(400, Inflation.NONE, false, 1)).isEqualTo(Duration.ofSeconds(2));
    assertThat(time(400, Inflation.NONE, false, 2)).isEqualTo(Duration.ofSeconds(1));
    assertThat(time(400, Inflation.NONE, true, 2)).isEqualTo(Duration.ofSeconds(1));
  }

  @Test
  void manyCompressedFilesAreSharedByAllThreads() {
    assertThat(time(240, Inflation.GZIP, true, 1)).isEqualTo(Duration.ofSeconds(2));
    assertThat(time(240, Inflation.GZIP, true, 2)).isEqualTo(Duration.ofSeconds(1));
    assertThat(time(240, Inflation.GZIP, true, 4)).isEqualTo(Duration.ofMillis(500));
  }

  @Test
  void oneCompressedFileWaitsForTheThreadThatInflatesIt() {
    assertThat(time(180, Inflation.BZIP2, false, 2)).isEqualTo(Duration.ofSeconds(10));
    assertThat(time(180, Inflation.BZIP2, false, 64)).isEqualTo(Duration.ofSeconds(10));
    assertThat(time(590, Inflation.XZ, false, 64)).isEqualTo(Duration.ofSeconds(10));
    assertThat(time(9000, Inflation.ZSTD, false, 64)).isEqualTo(Duration.ofSeconds(10));
  }

  @Test
  void withOneThreadInflatingAndCountingAddUp() {
    // 18 MB: 1 s to inflate and 0.09 s to count.
    assertThat(time(18, Inflation.BZIP2, false, 1)).isEqualTo(Duration.ofMillis(1090));
  }
}
