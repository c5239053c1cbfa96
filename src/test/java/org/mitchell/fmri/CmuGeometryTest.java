package org.mitchell.fmri;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.mitchell.testing.SharedData;

class CmuGeometryTest {
  /** Voxels of P1..P9 as CMU publishes them (and the documentation of the data repeats them). */
  private static final int[] VOXELS = {
    21764, 21253, 20651, 20395, 20601, 19919, 19750, 20082, 21344
  };

  @TempDir Path folder;

  /**
   * x = 81.25 - 3.125 i, y = 3.125 j - 115.625, z = 6 k - 54 for i, j, k from 1, worked out by
   * hand.
   */
  @ParameterizedTest
  @CsvSource({
    "1, 1, 1,    78.125, -112.5, -48",
    "26, 37, 9,  0, 0, 0",
    "25, 37, 9,  3.125, 0, 0",
    "51, 61, 23, -78.125, 75, 84",
    "31, 10, 1,  -15.625, -84.375, -48"
  })
  void theCmuFormulaGivesMillimetres(int i, int j, int k, double x, double y, double z) {
    assertThat(Affine.CMU.toMm(i - 1, j - 1, k - 1)).containsExactly(x, y, z);
    assertThat(Affine.CMU.toVoxel(x, y, z)).containsExactly(i - 1, j - 1, k - 1);
  }

  @Test
  void leftIsLeft() {
    // In MNI space x grows to the right; CMU's i grows to the left.
    assertThat(Affine.CMU.toMm(0, 0, 0)[0]).isPositive();
    assertThat(Affine.CMU.toMm(50, 0, 0)[0]).isNegative();
  }

  @ParameterizedTest
  @CsvSource({"1", "2", "3", "4", "5", "6", "7", "8", "9"})
  void theRealBrainsLieOnTheCmuGrid(int participant) throws IOException {
    Path geometry = geometry(participant);
    double[][] mm = places(geometry);
    assertThat(mm).hasNumberOfRows(VOXELS[participant - 1]);
    Path table = folder.resolve("responses.txt");
    writeRandom(table, mm.length);
    var options = new ReadOptions(false, Optional.of(geometry), Optional.empty());
    var responses = ResponsesReader.read(table, "P" + participant, options);
    var grid = responses.grid().orElseThrow();
    assertThat(responses.voxels()).isEqualTo(mm.length);
    assertThat(grid.dims()).containsExactly(51, 61, 23);
    for (int column = 0; column < mm.length; column++) {
      assertThat(grid.mm(column)).containsExactly(mm[column]);
    }
  }

  @Test
  void theSimulatedParticipantHasTheGeometryOfTheFirst() throws IOException {
    double[][] mm = places(geometry(1));
    var responses =
        ResponsesReader.read(
            SharedData.file("simulated/data-science-S1.mat"), "S1", ReadOptions.DEFAULT);
    assertThat(responses.words()).hasSize(60).startsWith("airplane").endsWith("window");
    assertThat(responses.commonPresentations()).isEqualTo(6);
    assertThat(responses.balanced()).isTrue();
    assertThat(responses.notes()).isEmpty();
    var grid = responses.grid().orElseThrow();
    assertThat(grid.columns()).isEqualTo(mm.length);
    for (int column = 0; column < mm.length; column++) {
      assertThat(grid.mm(column)).containsExactly(mm[column]);
    }
  }

  private static Path geometry(int participant) {
    return SharedData.file("mitchell2008/geometry/P" + participant + "_voxels.tsv.gz");
  }

  private static double[][] places(Path geometry) throws IOException {
    try (var reader =
        new BufferedReader(
            new InputStreamReader(
                new GZIPInputStream(Files.newInputStream(geometry)), StandardCharsets.UTF_8))) {
      return reader
          .lines()
          .skip(1)
          .map(
              line ->
                  Arrays.stream(line.split("\t"))
                      .limit(3)
                      .mapToDouble(Double::parseDouble)
                      .toArray())
          .toArray(double[][]::new);
    }
  }

  private static void writeRandom(Path table, int voxels) throws IOException {
    var random = new SplittableRandom(1191);
    var text = new StringBuilder();
    for (String word : new String[] {"cat", "dog", "saw"}) {
      text.append(word);
      random.doubles(voxels).forEach(x -> text.append(' ').append(x));
      text.append('\n');
    }
    Files.writeString(table, text);
  }
}
