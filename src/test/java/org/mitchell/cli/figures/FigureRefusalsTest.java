package org.mitchell.cli.figures;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mitchell.cli.figures.MadeMaps.far;
import static org.mitchell.cli.figures.MadeMaps.header;
import static org.mitchell.cli.figures.MadeMaps.ramp;
import static org.mitchell.cli.figures.PlantedMap.MAP;
import static org.mitchell.cli.figures.PlantedMap.PIAL;
import static org.mitchell.cli.figures.PlantedMap.SULC;
import static org.mitchell.cli.figures.PlantedMap.WHITE;
import static org.mitchell.cli.figures.PlantedMap.figure;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What {@code figure} refuses: options that make no sense, and maps that cannot be drawn. */
class FigureRefusalsTest {
  @TempDir private Path folder;

  @Test
  void wrongOptionsAreUsage() {
    Path out = folder.resolve("a.png");
    Object[][] wrong = {
      {
        "slices", MAP, "--out", folder.resolve("a.gif"), "a.gif' where a name in .png, .svg or .pdf"
      },
      {
        "slices", MAP, "--out", MAP, "planted-negative-x.nii.gz' where a name in .png, .svg or .pdf"
      },
      {"slices", MAP, "--out", out, "--threshold", "-1", "--threshold: got -1.0"},
      {
        "slices", MAP, "--out", out, "--threshold", "NaN", "'--threshold': got 'NaN' where a number"
      },
      {"slices", MAP, "--out", out, "--vmax", "0", "--vmax: got '0'"},
      {"slices", MAP, "--out", out, "--width", "20", "--width: got '20' where pixels from 300"},
      {"slices", MAP, "--out", out, "--view", "top", "--view: got 'top' where axial"},
      {"slices", MAP, "--out", out, "--cuts", "a,b", "--cuts: got 'a,b' where places in mm"},
      {"slices", MAP, "--out", out, "--cuts", "0.5", "one place with its sign"},
      {"slices", MAP, "--out", out, "--cuts", "101", "from 1 to 100"},
      {"slices", MAP, "--out", out, "--theme", "blue", "light, dark"},
      {"glass", MAP, "--out", out, "--view", "top", "left, coronal, right, axial, sagittal"},
      {"surface", MAP, "--out", out, "--mesh"},
      {
        "surface",
        MAP,
        "--out",
        out,
        "--mesh",
        PIAL,
        "--white",
        WHITE + "," + WHITE,
        "--white: got 2"
      },
      {"surface", MAP, "--out", out, "--mesh", PIAL + "," + PIAL + "," + PIAL, "got 3 files"},
    };
    for (Object[] words : wrong) {
      Object[] typed = Arrays.copyOf(words, words.length - 1);
      assertThat(figure(List.of(typed)).failsWith(2).err())
          .contains(words[words.length - 1].toString());
    }
    assertThat(out).doesNotExist();
  }

  @Test
  void whatCannotBeDrawnIsSaid() throws IOException {
    Path out = folder.resolve("a.png");
    var made = new MadeMaps(folder);
    Path empty = made.written("empty.nii", header(3, 3, 3), new float[27]);
    var nothing = new float[27];
    Arrays.fill(nothing, Float.NaN);
    Path none = made.written("none.nii", header(3, 3, 3), nothing);
    Path far = made.written("far.nii", far(), ramp(27));
    Object[][] impossible = {
      {"slices", empty, "no voxel has a value"},
      {"slices", none, "no voxel has a value"},
      {"slices", MAP, "--background", far, "does not lie where the map does: it covers x 500"},
      {"slices", MAP, "--background", MAP.resolveSibling("nothing.nii"), "there is no such file"},
      {"slices", MAP, "--background", empty, "an image of one value only"},
      {"slices", MAP, "--mask", far, "no value lies inside the mask"},
      {"slices", MAP, "--mask", empty, "no voxel is above zero"},
      {"slices", MAP, "--background", made.fourVolumes(), "where a 3-D one is expected"},
      {"slices", MAP, "--cuts", "0,300", "z = 300 is outside the brain, which is at x −50"},
      {"slices", PIAL, "sphere-pial.surf.gii: a GIFTI file where a NIfTI image"},
      {"slices", "map.tsv.gz", "a table, whose voxels have no place in space"},
      {"glass", MAP, "--background", far, "does not lie where the map does"},
      {"surface", far, "--mesh", PIAL, "no vertex lies in the map: the mesh is at x −38"},
      {"surface", MAP, "--mesh", SULC, "0 arrays of points (NIFTI_INTENT_POINTSET)"},
      {"surface", MAP, "--mesh", MAP, "a NIfTI image where a GIFTI surface (.gii) is expected"},
      {"surface", MAP, "--mesh", PIAL + "," + PIAL, "both files are the left hemisphere"},
      {
        "surface",
        MAP,
        "--mesh",
        PIAL,
        "--white",
        "testdata/gifti/gzip-big-row.surf.gii",
        "6 vertices where the mesh that is sampled has 150"
      },
    };
    for (Object[] words : impossible) {
      Object[] typed = Arrays.copyOf(words, words.length - 1);
      assertThat(figure(List.of(typed), "--out", out).failsWith(1).err())
          .contains(words[words.length - 1].toString());
    }
    assertThat(out).doesNotExist();
  }
}
