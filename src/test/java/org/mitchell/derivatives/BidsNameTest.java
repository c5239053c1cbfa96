package org.mitchell.derivatives;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class BidsNameTest {
  private static final Path ROOT = Path.of("out");

  @Test
  void aMapNamesItsSpaceWhereThereIsOne() {
    var name = BidsName.of(ROOT, "P1", Optional.empty(), Optional.of("MNI152Lin"));
    assertThat(name.map("_stat-r", "statmap.nii.gz"))
        .isEqualTo(Path.of("out/sub-P1/sub-P1_task-nouns_space-MNI152Lin_stat-r_statmap.nii.gz"));
    assertThat(
            BidsName.of(ROOT, "P1", Optional.empty(), Optional.empty())
                .map("_stat-r", "statmap.nii.gz"))
        .isEqualTo(Path.of("out/sub-P1/sub-P1_task-nouns_stat-r_statmap.nii.gz"));
    assertThat(name.plain("model.json"))
        .isEqualTo(Path.of("out/sub-P1/sub-P1_task-nouns_model.json"));
  }
}
