package org.mitchell.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.mitchell.fmri.VoxelGrid;
import org.mitchell.nifti.NiftiImage;
import org.mitchell.nifti.NiftiReader;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class SimulationFilesTest {
  @TempDir Path folder;

  @Test
  void threeFilesBearTheLabel() throws IOException {
    List<Path> files = SimulationFiles.write(Samples.run(Samples.builder(5)), folder);
    assertThat(files)
        .extracting(file -> file.getFileName().toString())
        .containsExactly(
            "data-science-sim1.mat",
            "data-science-sim1_truth.nii.gz",
            "data-science-sim1_truth.json");
    try (var there = Files.list(folder)) {
      assertThat(there).hasSize(3);
    }
  }

  @Test
  void theSameSimulationGivesTheSameBytes() throws IOException {
    List<Path> one =
        SimulationFiles.write(Samples.run(Samples.builder(5), 1), folder.resolve("one"));
    List<Path> two =
        SimulationFiles.write(Samples.run(Samples.builder(5), 2), folder.resolve("two"));
    for (int f = 0; f < 3; f++) {
      assertThat(two.get(f)).hasSameBinaryContentAs(one.get(f));
    }
  }

  @Test
  void theImageHasTheSignaturesAndNaNOutsideTheBrain() throws IOException {
    SimulatedParticipant simulated = Samples.run(Samples.builder(5));
    NiftiImage image = NiftiReader.read(SimulationFiles.write(simulated, folder).get(1));
    VoxelGrid grid = simulated.simulation().grid();
    assertThat(image.dims()).containsExactly(51, 61, 23, 4);
    assertThat(image.affine()).isDeepEqualTo(grid.affine().matrix());
    assertThat(image.header().sformCode()).isEqualTo(4);
    assertThat(image.header().qformCode()).isZero();
    assertThat(image.header().descrip()).startsWith("SIMULATED");
    for (int i = 0; i < 4; i++) {
      float[] volume = image.floats(i * grid.boxSize(), grid.boxSize());
      float[] signature = simulated.truth().signature(i);
      int outside = 0;
      for (float value : volume) {
        outside += Float.isNaN(value) ? 1 : 0;
      }
      assertThat(outside).isEqualTo(grid.boxSize() - grid.columns());
      for (int v = 0; v < signature.length; v++) {
        int[] ijk = grid.voxel(v);
        assertThat(image.value(ijk[0], ijk[1], ijk[2], i)).isEqualTo(signature[v]);
      }
    }
  }

  @Test
  void theSidecarSaysWhatWasSimulated() throws IOException {
    SimulatedParticipant simulated =
        Samples.run(
            Samples.builder(5).presentations(1, 2, 3, 4, 5).seed(Long.MIN_VALUE).noiseFwhm(8));
    Path file = SimulationFiles.write(simulated, folder).get(2);
    JsonNode json = JsonMapper.shared().readTree(Files.readString(file));
    assertThat(json.get("Description").asString()).contains("SIMULATED");
    assertThat(json.get("seed").asLong()).isEqualTo(Long.MIN_VALUE);
    assertThat(json.get("noiseFilterFwhmMm").asDouble()).isEqualTo(8);
    assertThat(json.get("signalToNoise").asDouble()).isEqualTo(0.3);
    assertThat(json.get("signalVoxels").asInt())
        .isEqualTo(simulated.truth().signalVoxels())
        .isPositive();
    assertThat(json.get("volumes"))
        .extracting(JsonNode::asString)
        .containsExactlyElementsOf(Samples.FEATURES);
    assertThat(json.get("words")).hasSize(5);
    assertThat(json.get("words").get(0).get("word").asString()).isEqualTo("word000");
    assertThat(json.get("words").get(0).get("presentations").asInt()).isEqualTo(5);
    assertThat(Files.readString(file)).doesNotContain("\r").endsWith("}\n");
  }
}
