package org.mitchell.maps.atlas;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.mitchell.fmri.Affine;
import org.mitchell.fmri.VoxelGrid;
import org.mitchell.nifti.NiftiDatatype;
import org.mitchell.nifti.NiftiHeader;
import org.mitchell.nifti.NiftiImage;
import org.mitchell.testing.CmuBrain;
import org.mitchell.testing.Python;
import org.mitchell.testing.SharedData;
import us.hebi.matlab.mat.format.Mat5;
import us.hebi.matlab.mat.types.MatFile;
import us.hebi.matlab.mat.types.Matrix;

/** The regions of the brains of P1 to P9. */
class RealAtlasTest {
  /**
   * For each brain a line: the label of every voxel by the nearest voxel of MRIcron's atlas, halves
   * up.
   */
  private static final String NUMPY =
      """
      import gzip, sys, nibabel, numpy as np
      atlas = nibabel.load(sys.argv[1])
      data, to_voxel = np.asarray(atlas.dataobj), np.linalg.inv(atlas.affine)
      for table in sys.argv[2:]:
          mm = np.array([line.split('\\t')[:3] for line in gzip.open(table, 'rt')][1:], float)
          at = np.floor(mm @ to_voxel[:3, :3].T + to_voxel[:3, 3] + 0.5).astype(int)
          inside = ((at >= 0) & (at < data.shape)).all(axis=1)
          labels = np.zeros(len(mm), int)
          labels[inside] = data[tuple(at[inside].T)]
          print(' '.join(map(str, labels)))
      """;

  @TempDir private Path folder;

  @Test
  void everyVoxelHasTheNameThatCmuGivesIt() throws IOException {
    Atlas atlas = cmuAtlas();
    List<CmuBrain> brains = CmuBrain.all().toList();
    for (int b = 0; b < brains.size(); b++) {
      CmuBrain brain = brains.get(b);
      AtlasRegions regions = AtlasRegions.of(atlas, brain.grid());
      assertThat(names(regions, brain.grid())).as("P%d", b + 1).isEqualTo(brain.aal());
      int labelled = regions.regions().stream().mapToInt(r -> r.columns().length).sum();
      assertThat(labelled)
          .isEqualTo(brain.aal().stream().filter(n -> !n.equals("Not_labelled")).count());
    }
  }

  @Test
  @Tag("external")
  void mricronsAtlasHasTheLabelsThatNumpyFinds() throws Exception {
    Path labels = SharedData.file("anatomy/aal.nii.gz");
    Atlas atlas = Atlas.read(labels, SharedData.file("anatomy/aal.nii.txt"));
    var arguments = new ArrayList<Object>(List.of(labels));
    IntStream.rangeClosed(1, 9)
        .mapToObj(p -> SharedData.file("mitchell2008/geometry/P" + p + "_voxels.tsv.gz"))
        .forEach(arguments::add);
    String[] lines = Python.run(NUMPY, arguments.toArray()).split("\n");
    assertThat(lines).hasSize(9);
    for (int p = 1; p <= 9; p++) {
      VoxelGrid grid = CmuBrain.of(p).grid();
      AtlasRegions regions = AtlasRegions.of(atlas, grid);
      String found =
          IntStream.range(0, grid.columns())
              .mapToObj(c -> Integer.toString(regions.label(c)))
              .reduce((a, b) -> a + " " + b)
              .orElseThrow();
      assertThat(found).as("P%d", p).isEqualTo(lines[p - 1]);
    }
  }

  private static List<String> names(AtlasRegions regions, VoxelGrid grid) {
    return IntStream.range(0, grid.columns()).mapToObj(regions::name).toList();
  }

  /** CMU's atlas, a .mat file, as a NIfTI image and a table. */
  private Atlas cmuAtlas() throws IOException {
    var files = new AtlasFiles(folder);
    var table = new StringBuilder("index\tname\n");
    try (MatFile mat = Mat5.readFromFile(SharedData.file("anatomy/ccbi_aal_atlas.mat").toFile())) {
      Matrix voxels = mat.getMatrix("Y");
      var labels = new long[voxels.getNumElements()];
      for (int v = 0; v < labels.length; v++) {
        labels[v] = voxels.getLong(v);
      }
      NiftiHeader header =
          NiftiHeader.builder(voxels.getDimensions())
              .datatype(NiftiDatatype.UINT16)
              .sform(affine(mat.getMatrix("vinv")), 4)
              .build();
      Matrix ids = mat.getMatrix("id");
      for (int r = 0; r < ids.getNumElements(); r++) {
        String name = mat.getCell("label").getCell(r).getChar(0).getRow(0);
        table.append(ids.getInt(r)).append('\t').append(name).append('\n');
      }
      return Atlas.read(
          files.image(NiftiImage.ofStored(header, labels)), files.names(table.toString()));
    }
  }

  /** From 0-based voxels to mm; {@code vinv} leads from mm to 1-based voxels. */
  private static double[][] affine(Matrix vinv) {
    var rows = new double[4][4];
    for (int r = 0; r < 4; r++) {
      for (int c = 0; c < 4; c++) {
        rows[r][c] = vinv.getDouble(r, c);
      }
    }
    Affine toVoxel = Affine.of(rows);
    double[] origin = toVoxel.toVoxel(1, 1, 1);
    double[][] steps = {
      toVoxel.toVoxel(2, 1, 1), toVoxel.toVoxel(1, 2, 1), toVoxel.toVoxel(1, 1, 2)
    };
    var affine = new double[][] {{0, 0, 0, 0}, {0, 0, 0, 0}, {0, 0, 0, 0}, {0, 0, 0, 1}};
    for (int r = 0; r < 3; r++) {
      for (int axis = 0; axis < 3; axis++) {
        affine[r][axis] = steps[axis][r] - origin[r];
      }
      affine[r][3] = origin[r];
    }
    return affine;
  }
}
