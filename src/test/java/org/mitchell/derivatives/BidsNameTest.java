package org.mitchell.derivatives;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class BidsNameTest {
  private static final Path ROOT = Path.of("out");

  @Test
  void aMapNamesItsSpaceWhereThereIsOne() {
    var name = BidsName.of("P1", Optional.of("MNI152Lin"));
    assertThat(name.map(ROOT, "_stat-r", "statmap"))
        .isEqualTo(Path.of("out/sub-P1/sub-P1_task-nouns_space-MNI152Lin_stat-r_statmap"));
    assertThat(BidsName.of("P1", Optional.empty()).map(ROOT, "_stat-r", "statmap"))
        .isEqualTo(Path.of("out/sub-P1/sub-P1_task-nouns_stat-r_statmap"));
    assertThat(name.plain(ROOT, "model.json"))
        .isEqualTo(Path.of("out/sub-P1/sub-P1_task-nouns_model.json"));
  }
}
