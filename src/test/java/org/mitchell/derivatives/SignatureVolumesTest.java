package org.mitchell.derivatives;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.mitchell.encoding.Coefficients;
import org.mitchell.encoding.EncodingOptions;
import org.mitchell.encoding.FittedModel;
import org.mitchell.encoding.RandomFits;
import org.mitchell.fmri.Affine;
import org.mitchell.fmri.Space;
import org.mitchell.fmri.VoxelGrid;
import org.mitchell.jobs.Workers;
import org.mitchell.maps.StatMap;
import org.mitchell.maps.Volumes;
import org.mitchell.maps.VoxelImages;
import org.mitchell.nifti.NiftiWriter;

/** Signatures that have no room are made as they are written. */
class SignatureVolumesTest {
  private static final int WORDS = 10;
  private static final int FEATURES = 2 * Coefficients.AT_ONE_TIME + 3;
  private static final int VOXELS = 1500;

  @Test
  void theFileHasTheBytesOfTheWholeImage() throws IOException {
    VoxelGrid grid = grid();
    try (var workers = new Workers(2)) {
      FittedModel model = model(workers);
      Volumes held = SignatureVolumes.of(model.coefficients(), Long.MAX_VALUE, workers);
      Volumes made = SignatureVolumes.of(model.coefficients(), 0, workers);
      assertThat(held.held()).isTrue();
      assertThat(made.held()).isFalse();
      var whole = new ByteArrayOutputStream();
      NiftiWriter.writeGzip(VoxelImages.of(map(model, held), grid), whole, 4);
      var parts = new ByteArrayOutputStream();
      VoxelImages.writeGzip(map(model, made), grid, parts, 4);
      assertThat(parts.toByteArray()).isEqualTo(whole.toByteArray()).hasSizeGreaterThan(100_000);
    }
  }

  @Test
  void allThatHaveRoomToTheByteAreHeld() {
    try (var workers = new Workers(1)) {
      Coefficients coefficients = model(workers).coefficients();
      long bytes = 4L * FEATURES * VOXELS;
      assertThat(SignatureVolumes.of(coefficients, bytes, workers).held()).isTrue();
      assertThat(SignatureVolumes.of(coefficients, bytes - 1, workers).held()).isFalse();
    }
  }

  @Test
  void anyVolumeMayBeAskedForAgain() {
    try (var workers = new Workers(1)) {
      FittedModel model = model(workers);
      float[][] signatures = model.model(workers).signatures().all();
      Volumes made = SignatureVolumes.of(model.coefficients(), 0, workers);
      for (int f : new int[] {FEATURES - 1, 0, 17, 15, 16, FEATURES - 1}) {
        assertThat(made.get(f)).isEqualTo(signatures[f]);
      }
    }
  }

  private static StatMap map(FittedModel model, Volumes volumes) {
    return new StatMap("coefficient", "Signatures", model.featureNames(), volumes);
  }

  private static FittedModel model(Workers workers) {
    return RandomFits.of(WORDS, FEATURES, VOXELS, EncodingOptions.PAPER, new int[0], workers);
  }

  private static VoxelGrid grid() {
    int[] dims = {13, 12, 11};
    var voxels = new int[VOXELS][];
    for (int v = 0; v < VOXELS; v++) {
      voxels[v] = new int[] {v % 13, v / 13 % 12, v / 156};
    }
    var affine =
        Affine.of(new double[][] {{-3, 0, 0, 9}, {0, 3, 0, 1}, {0, 0, 3, 2}, {0, 0, 0, 1}});
    return VoxelGrid.of(dims, affine, Space.INDIVIDUAL, voxels);
  }
}
