package org.mitchell.fmri;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.mitchell.simulation.CmuMatWriter;

/** A file that says where its grid lies is believed. */
class GridInFileTest {
  private static final Affine COARSE =
      Affine.of(new double[][] {{-4, 0, 0, 20}, {0, 4, 0, -30}, {0, 0, 5, -10}});

  @Test
  void affineAndSpaceOfTheFileAreKept(@TempDir Path folder) throws Exception {
    int[][] voxels = {{0, 0, 0}, {1, 2, 1}};
    VoxelGrid grid = VoxelGrid.of(new int[] {3, 4, 2}, COARSE, Space.of("individual"), voxels);
    Path file = folder.resolve("data-science-X1.mat");
    try (var out = Files.newOutputStream(file)) {
      CmuMatWriter.write(responses(grid), out);
    }
    Responses read = ResponsesReader.read(file, "X1", ReadOptions.DEFAULT);
    assertThat(read.grid()).isPresent();
    assertThat(read.grid().get().affine()).isEqualTo(COARSE);
    assertThat(read.grid().get().space()).isEqualTo(Space.INDIVIDUAL);
    // By hand: -4 * 1 + 20, 4 * 2 - 30, 5 * 1 - 10.
    assertThat(read.grid().get().mm(1)).containsExactly(16, -22, -5);
    assertThat(read.notes()).isEmpty();
  }

  private static Responses responses(VoxelGrid grid) {
    var stimuli = List.of(new Stimulus("bear", "animal"), new Stimulus("saw", "tool"));
    float[][][] trials = {{{1, 2}}, {{3, 4}}};
    return new Responses("X1", "SIMULATED", stimuli, trials, Optional.of(grid), List.of());
  }
}
