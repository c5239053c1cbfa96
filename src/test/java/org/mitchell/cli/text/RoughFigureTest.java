package org.mitchell.cli.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RoughFigureTest {
  @ParameterizedTest
  @CsvSource({
    "999, 999 bytes",
    "999499, 999 kB",
    "999500, 1 MB",
    "3314357, 3.3 MB",
    "9949999, 9.9 MB",
    "9950000, 10 MB",
    "24050000000, 24 GB",
    "8179330000000, 8.2 TB",
  })
  void bytesAreInPowersOfAThousand(long bytes, String shown) {
    assertThat(RoughFigure.bytes(OptionalLong.of(bytes), false)).isEqualTo(shown);
  }

  @ParameterizedTest
  @CsvSource({
    "60, 60",
    "1618874, 1.6 million",
    "468491999592, 468 billion",
    "1024908267229, 1 trillion",
    "9999000000000000, 9999 trillion",
  })
  void countsAreInWords(long count, String shown) {
    assertThat(RoughFigure.count(OptionalLong.of(count), false)).isEqualTo(shown);
  }

  @Test
  void aTildeIsAboutAndAQuestionMarkNotKnown() {
    assertThat(RoughFigure.count(OptionalLong.of(5_000_000_000L), true)).isEqualTo("~5 billion");
    assertThat(RoughFigure.bytes(OptionalLong.empty(), false)).isEqualTo("?");
  }

  @ParameterizedTest
  @CsvSource({
    "PT0.02S, about 1 s",
    "PT8.6S, about 9 s",
    "PT27S, about 25 s",
    "PT89S, about 90 s",
    "PT90S, about 2 min",
    "PT20M, about 20 min",
    "PT58M, about 60 min",
    "PT90M, about 2 h",
    "PT35H, about 35 h",
    "PT47H, about 2 days",
    "PT480H, about 20 days",
  })
  void timesAreRounded(Duration time, String shown) {
    assertThat(RoughFigure.time(time)).isEqualTo(shown);
  }
}
