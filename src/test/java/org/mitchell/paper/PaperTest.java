package org.mitchell.paper;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class PaperTest {
  @Test
  void thereAreSixtyNounsInTwelveCategoriesOfFive() {
    var sizes =
        Paper.categories().values().stream()
            .collect(Collectors.groupingBy(c -> c, Collectors.counting()));

    assertThat(Paper.nouns())
        .hasSize(60)
        .doesNotHaveDuplicates()
        .startsWith("bear", "cat")
        .endsWith("train", "truck");
    assertThat(sizes).hasSize(12).allSatisfy((category, size) -> assertThat(size).isEqualTo(5));
    assertThat(Paper.categories())
        .containsEntry("celery", "vegetable")
        .containsEntry("arch", "buildpart");
  }

  @Test
  void thereAreTwentyFiveVerbsInThePapersOrder() {
    assertThat(Paper.verbs())
        .hasSize(25)
        .doesNotHaveDuplicates()
        .startsWith("see", "hear")
        .endsWith("break", "clean");
  }
}
