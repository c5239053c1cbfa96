package org.mitchell.maps.atlas;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.mitchell.files.InputException;
import org.mitchell.fmri.Affine;
import org.mitchell.fmri.Space;
import org.mitchell.fmri.VoxelGrid;

class AtlasRegionsTest {
  /** At 4, 0, 2, 8 and 1 mm along x; the atlas ends at 6 mm. */
  private static final VoxelGrid GRID =
      VoxelGrid.of(
          new int[] {9, 1, 1},
          Affine.of(new double[][] {{1, 0, 0, 0}, {0, 1, 0, 0}, {0, 0, 1, 0}}),
          Space.MNI,
          new int[][] {{4, 0, 0}, {0, 0, 0}, {2, 0, 0}, {8, 0, 0}, {1, 0, 0}});

  private static final long[] LABELS = {7, 3, 7, 5};

  @TempDir private Path folder;
  private AtlasFiles files;

  @BeforeEach
  void here() {
    files = new AtlasFiles(folder);
  }

  @Test
  void everyColumnHasItsLabelAndName() throws IOException {
    AtlasRegions regions = regions("7 seven\n5 five\n3 three\n");
    assertThat(IntStream.range(0, 5).map(regions::label)).containsExactly(7, 7, 3, 0, 3);
    assertThat(names(regions)).isEqualTo("seven seven three Not_labelled three");
  }

  @Test
  void regionsComeInTheOrderOfTheTableWithTheirColumns() throws IOException {
    List<Region> regions = regions("0 Outside\n3 three\n5 five\n9 nine\n7 seven\n").regions();
    assertThat(regions).extracting(Region::name).containsExactly("three", "seven");
    assertThat(regions.get(0).label()).isEqualTo(3);
    assertThat(regions.get(0).columns()).containsExactly(2, 4);
    assertThat(regions.get(1).columns()).containsExactly(0, 1);
  }

  @Test
  void aTableMayNameWhatIsNoRegion() throws IOException {
    assertThat(names(regions("0 Outside\n3 three\n7 seven\n")))
        .isEqualTo("seven seven three Outside three");
  }

  @Test
  void aLabelWithoutANameIsAnErrorWhereItIsNeeded() {
    assertThatThrownBy(() -> regions("3 three\n"))
        .isInstanceOf(InputException.class)
        .hasMessage(
            folder.resolve("names.txt")
                + ": no name for label 7 of labels.nii.gz, where 2 of the 5 voxels lie. Add a line"
                + " with number and name for each, or take the table that belongs to the atlas");
    assertThatThrownBy(() -> regions("4 four\n"))
        .isInstanceOf(InputException.class)
        .hasMessageContaining("no name for labels 3, 7 of labels.nii.gz, where 4 of the 5");
  }

  @Test
  void tenNamelessLabelsAreListedAndTheOthersCounted() throws IOException {
    Path labels = files.labels(IntStream.rangeClosed(1, 12).asLongStream().toArray(), 12, 1, 1);
    var grid = VoxelGrid.ofMask(new int[] {24, 1, 1}, GRID.affine(), Space.MNI, all(24));
    Atlas atlas = Atlas.read(labels, files.names("20 twenty\n"));
    assertThatThrownBy(() -> AtlasRegions.of(atlas, grid))
        .isInstanceOf(InputException.class)
        .hasMessageContaining("labels 1, 2, 3, 4, 5, 6, 7, 8, 9, 10 and 2 more of labels.nii.gz");
  }

  @Test
  void anAtlasThatDoesNotOverlapIsAnErrorWithBothBoxes() throws IOException {
    var affine = Affine.of(new double[][] {{-1, 0, 0, 90.5}, {0, 1, 0, -100}, {0, 0, 1, 7}});
    VoxelGrid far = VoxelGrid.ofMask(new int[] {10, 2, 3}, affine, Space.of("talk"), all(60));
    Atlas atlas = Atlas.read(files.labels(LABELS, 4, 1, 1), files.names("7 seven\n"));
    assertThatThrownBy(() -> AtlasRegions.of(atlas, far))
        .isInstanceOf(InputException.class)
        .hasMessage(
            folder.resolve("labels.nii.gz")
                + ": none of the 60 voxels lies in a region of this atlas. Its image spans x 0 to"
                + " 6, y 0 to 0, z 0 to 0 mm, the voxels x 81.5 to 90.5, y -100 to -99, z 7 to 9"
                + " mm. Give an atlas in the voxels' space (talk)");
  }

  private AtlasRegions regions(String names) throws IOException {
    return AtlasRegions.of(Atlas.read(files.labels(LABELS, 4, 1, 1), files.names(names)), GRID);
  }

  private static String names(AtlasRegions regions) {
    return IntStream.range(0, 5).mapToObj(regions::name).collect(Collectors.joining(" "));
  }

  private static boolean[] all(int voxels) {
    var all = new boolean[voxels];
    Arrays.fill(all, true);
    return all;
  }
}
