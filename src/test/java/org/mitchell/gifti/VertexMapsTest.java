package org.mitchell.gifti;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.mitchell.files.InputException;

class VertexMapsTest {
  private static final float[][] MAPS = {{1, 2, Float.NaN}, {-4, 5.5f, 6}};

  @TempDir private Path folder;

  @Test
  void whatIsWrittenIsReadAgain() throws IOException {
    VertexMaps read = VertexMaps.read(written("any.func.gii"));
    assertThat(read.hemisphere()).isEqualTo(Hemisphere.RIGHT);
    assertThat(Arrays.deepEquals(read.maps(), MAPS)).isTrue();
  }

  @ParameterizedTest
  @CsvSource({
    "sub-01_hemi-L_space-fsaverage_betas.func.gii, LEFT",
    "sub-01_hemi-R_betas.func.gii, RIGHT",
    "lh.betas.func.gii, LEFT",
    "rh_betas.func.gii, RIGHT",
    "100307.R.betas.32k_fs_LR.func.gii, RIGHT",
    "100307.L.betas.32k_fs_LR.func.gii, LEFT"
  })
  void aFileThatDoesNotSayItsHemisphereIsOfThatInItsName(String name, Hemisphere half)
      throws IOException {
    assertThat(VertexMaps.read(withoutStructure(name)).hemisphere()).isEqualTo(half);
  }

  @Test
  void aFileOfNoHemisphereIsRefused() throws IOException {
    Path file = withoutStructure("relhs.func.gii");
    assertThatThrownBy(() -> VertexMaps.read(file))
        .isInstanceOf(InputException.class)
        .hasMessageContaining("relhs.func.gii: neither the file (AnatomicalStructurePrimary)");
  }

  @Test
  void aMeshIsNoMap() {
    assertThatThrownBy(() -> VertexMaps.read(Path.of("testdata/gifti/gzip-little-row.surf.gii")))
        .isInstanceOf(InputException.class)
        .hasMessageContaining("no array of one value a vertex");
  }

  private Path written(String name) throws IOException {
    Path file = folder.resolve(name);
    try (var stream = Files.newOutputStream(file)) {
      VertexMapsWriter.write(
          Hemisphere.RIGHT, List.of("a", "b & <c>"), MAPS, "two \"maps\"", stream);
    }
    return file;
  }

  private Path withoutStructure(String name) throws IOException {
    Path file = written(name);
    Files.writeString(file, Files.readString(file).replace("CortexRight", ""));
    return file;
  }
}
