package org.mitchell.tables;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.time.Duration;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class NumberTextTest {
  @ParameterizedTest
  @CsvSource({
    "1, 1",
    "-2.5e1, -25",
    ".5, 0.5",
    "5., 5",
    "+1E2, 100",
    "1e-300, 1e-300",
    "00.1, 0.1"
  })
  void decimalNumbersAreRead(String cell, double value) {
    assertThat(NumberText.isDecimal(cell)).isTrue();
    assertThat(NumberText.decimal(cell)).isEqualTo(value);
  }

  /** Java reads most of these as numbers. */
  @ParameterizedTest
  @ValueSource(
      strings = {"", ".", "-", "e5", "1e", "1e+", "1d", "0x1p3", "1 2", "1.2.3", "٣", "--1"})
  void otherTextsAreNoNumbers(String cell) {
    assertThat(NumberText.isDecimal(cell)).isFalse();
    assertThat(NumberText.decimal(cell)).isNaN();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "NA", "n/a", "NaN", "-nan", "null", "None", "<NA>", "#N/A"})
  void manyWordsSayThatANumberIsMissing(String cell) {
    assertThat(NumberText.isMissing(cell)).isTrue();
  }

  /** A pattern that backtracks takes minutes for a million digits and a letter. */
  @Test
  void aLongCellTakesTimeInProportionToItsLength() {
    String cell = "1".repeat(1 << 20) + "x";

    Assertions.assertTimeoutPreemptively(
        Duration.ofSeconds(10),
        () -> {
          assertThat(NumberText.isDecimal(cell)).isFalse();
          assertThat(NumberText.mayPartThousands(cell)).isFalse();
          assertThatCode(() -> NumberText.decimal(cell.substring(0, 1 << 20)))
              .doesNotThrowAnyException();
        });
  }

  @ParameterizedTest
  @CsvSource({
    "1e20, 1e20",
    "-1e300, -1e300",
    "3, 3",
    "0.25, 0.25",
    "-0.0, 0",
    "123456789012, 123456789012",
    "1.5e-7, 1.5e-7",
    "9007199254740993, 9.007199254740992e15"
  })
  void numbersAreWrittenAsShortAsTheyReadBack(double value, String text) {
    assertThat(NumberText.plain(value)).isEqualTo(text);
    assertThat(Double.parseDouble(NumberText.plain(value))).isEqualTo(value + 0.0);
  }

  @ParameterizedTest
  @CsvSource({
    "'1,234', true",
    "'12,345,678', true",
    "'-1,234', true",
    "'0,5', false",
    "'1,23', false",
    "'0,234', false",
    "'1234,567', false",
    "'1,2345', false",
    "',234', false"
  })
  void commasThatMayPartThousands(String cell, boolean may) {
    assertThat(NumberText.mayPartThousands(cell)).isEqualTo(may);
  }
}
