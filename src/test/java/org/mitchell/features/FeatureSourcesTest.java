package org.mitchell.features;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.mitchell.files.InputException;
import org.mitchell.jobs.Workers;
import org.mitchell.paper.Paper;

class FeatureSourcesTest {
  private final Workers workers = new Workers(2);

  @AfterEach
  void close() {
    workers.close();
  }

  @Test
  void theBuiltInVerbsKnowFiftyEightOfTheSixtyNouns() throws IOException {
    var space = FeatureSources.named("verbs25", workers).vectors(Paper.nouns());

    assertThat(space.words()).isEqualTo(Paper.nouns());
    assertThat(space.features()).isEqualTo(Paper.verbs());
    assertThat(space.zeroWords()).containsExactly("igloo", "dresser");
    assertThat(space.value(space.words().indexOf("celery"), space.features().indexOf("eat")))
        .isEqualTo(5);
  }

  @Test
  void theBuiltInVerbsWorkForOtherNounsAndNameTheNearest() throws IOException {
    var verbs = FeatureSources.named("verbs25", workers);

    var space = verbs.vectors(List.of("sandwich", "Bread", "zzzq", "ice cream", "sandwich"));

    assertThat(space.words()).containsExactly("sandwich", "Bread");
    assertThat(space.zeroWords()).isEmpty();
    assertThat(verbs.vectors(List.of("zzzq")).words()).isEmpty();
    assertThat(verbs.unknown("celry"))
        .hasMessageStartingWith("celry is not in verbs25. Nearest: celery");
  }

  @Test
  void aPathIsATable(@TempDir Path folder) throws IOException {
    Path file = Files.writeString(folder.resolve("mine.csv"), "word,a\nbee,1\nant,2\n");

    var source = FeatureSources.named(file.toString(), workers);

    assertThat(source.name()).isEqualTo("mine.csv");
    assertThat(source.vectors(List.of("ant", "cow", "ant")).words()).containsExactly("ant");
  }

  @Test
  void anUnknownNameSaysWhatIsBuiltIn() {
    assertThatThrownBy(() -> FeatureSources.named("verb25", workers))
        .isInstanceOf(InputException.class)
        .hasMessageContaining(
            "'verb25': there is no such file, and only verbs25 and form are built in");
  }
}
