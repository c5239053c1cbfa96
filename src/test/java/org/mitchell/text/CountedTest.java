package org.mitchell.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CountedTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "0 | voxel | 0 voxels",
        "1 | voxel | 1 voxel",
        "2 | voxel | 2 voxels",
        "1676 | voxel | 1,676 voxels",
        "1 | category | 1 category",
        "3 | category | 3 categories",
        "2 | key | 2 keys",
        "2 | vertex | 2 vertices",
        "2 | half | 2 halves",
        "2 | match | 2 matches",
        "1 | training word | 1 training word",
        "4 | training word | 4 training words"
      })
  void oneIsSingularAndAllElseIsPlural(long number, String one, String said) {
    assertThat(Counted.of(number, one)).isEqualTo(said);
  }

  @ParameterizedTest
  @CsvSource({"0, are", "1, is", "2, are"})
  void theVerbGoesWithTheNumber(long number, String said) {
    assertThat(Counted.verb(number, "is", "are")).isEqualTo(said);
  }
}
