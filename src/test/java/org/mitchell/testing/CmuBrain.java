package org.mitchell.testing;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import org.mitchell.fmri.Affine;
import org.mitchell.fmri.Space;
import org.mitchell.fmri.VoxelGrid;

/**
 * A real brain of the CMU participants.
 *
 * @param grid the voxels of P1 to P9
 * @param aal the AAL region of each, as CMU names it
 */
public record CmuBrain(VoxelGrid grid, List<String> aal) {
  /** The brain of P1, P2, ... */
  public static CmuBrain of(int participant) {
    var file = SharedData.file("mitchell2008/geometry/P" + participant + "_voxels.tsv.gz");
    try (var reader =
        new BufferedReader(
            new InputStreamReader(
                new GZIPInputStream(Files.newInputStream(file)), StandardCharsets.UTF_8))) {
      List<String[]> rows = reader.lines().skip(1).map(line -> line.split("\t")).toList();
      int[][] voxels = rows.stream().map(CmuBrain::voxel).toArray(int[][]::new);
      return new CmuBrain(
          VoxelGrid.of(new int[] {51, 61, 23}, Affine.CMU, Space.MNI, voxels),
          rows.stream().map(row -> row[3]).toList());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The brains of P1 to P9. */
  public static Stream<CmuBrain> all() {
    return IntStream.rangeClosed(1, 9).mapToObj(CmuBrain::of);
  }

  private static int[] voxel(String[] row) {
    double[] voxel =
        Affine.CMU.toVoxel(
            Double.parseDouble(row[0]), Double.parseDouble(row[1]), Double.parseDouble(row[2]));
    return new int[] {
      (int) Math.rint(voxel[0]), (int) Math.rint(voxel[1]), (int) Math.rint(voxel[2])
    };
  }
}
