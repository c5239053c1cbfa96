package org.mitchell.maps.clusters;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.mitchell.fmri.VoxelGrid;
import org.mitchell.testing.CmuBrain;
import org.mitchell.testing.Python;

/** On the brains of P1 to P9, clusters are those of scipy.ndimage.label. */
@Tag("external")
class RealBrainClustersTest {
  /** Smooth and rough maps, thresholds from a few voxels to nearly all, every contiguity. */
  private static final String SCIPY =
      """
      import sys, numpy as np
      from scipy import ndimage
      folder = sys.argv[1]
      for p in range(1, 10):
          i, j, k = np.loadtxt(f'{folder}/voxels-{p}.txt', dtype=int).T
          inside = np.zeros((51, 61, 23), bool)
          inside[i, j, k] = True
          noise = np.random.default_rng(p).standard_normal(inside.shape)
          with open(f'{folder}/cases-{p}', 'wb') as file:
              for field in noise, ndimage.gaussian_filter(noise, (1.5, 1.5, 0.8)):
                  for share in 0.005, 0.05, 0.3, 0.8:
                      threshold = np.quantile(field[inside], 1 - share)
                      for connectivity in 1, 2, 3:
                          structure = ndimage.generate_binary_structure(3, connectivity)
                          labels, _ = ndimage.label(inside & (field >= threshold), structure)
                          np.array([threshold, connectivity], '<f8').tofile(file)
                          field[i, j, k].astype('<f8').tofile(file)
                          labels[i, j, k].astype('<f8').tofile(file)
      """;

  @TempDir private Path folder;

  @Test
  void clustersAreScipysOnEveryBrain() throws Exception {
    List<CmuBrain> brains = CmuBrain.all().toList();
    for (int b = 0; b < brains.size(); b++) {
      VoxelGrid grid = brains.get(b).grid();
      String voxels =
          IntStream.range(0, grid.columns())
              .mapToObj(grid::voxel)
              .map(v -> v[0] + " " + v[1] + " " + v[2])
              .collect(Collectors.joining("\n"));
      Files.writeString(folder.resolve("voxels-" + (b + 1) + ".txt"), voxels);
    }
    Python.run(SCIPY, folder);
    for (int b = 0; b < brains.size(); b++) {
      compare("P" + (b + 1), brains.get(b).grid(), folder.resolve("cases-" + (b + 1)));
    }
  }

  private static void compare(String participant, VoxelGrid grid, Path file) throws IOException {
    var numbers =
        ByteBuffer.wrap(Files.readAllBytes(file)).order(ByteOrder.LITTLE_ENDIAN).asDoubleBuffer();
    int cases = 0;
    while (numbers.hasRemaining()) {
      double threshold = numbers.get();
      Contiguity contiguity = Contiguity.values()[(int) numbers.get() - 1];
      var values = new double[grid.columns()];
      numbers.get(values);
      var labels = new double[grid.columns()];
      numbers.get(labels);
      String name = "%s >= %s, %s".formatted(participant, threshold, contiguity);
      ClusterFinder finder = ClusterFinder.on(grid, contiguity);
      var forming = new boolean[values.length];
      for (int column = 0; column < values.length; column++) {
        forming[column] = values[column] >= threshold;
      }
      assertThat(finder.labels(forming)).as(name).isEqualTo(fromTheFirstColumn(labels));
      assertThat(finder.largest(values, threshold)).as(name).isEqualTo(largest(labels));
      cases++;
    }
    assertThat(cases).isEqualTo(2 * 4 * 3);
  }

  /** The same partition, its labels counted in the order of the columns. */
  private static int[] fromTheFirstColumn(double[] labels) {
    var renamed = new HashMap<Double, Integer>();
    var result = new int[labels.length];
    for (int column = 0; column < labels.length; column++) {
      if (labels[column] != 0) {
        renamed.putIfAbsent(labels[column], renamed.size() + 1);
        result[column] = renamed.get(labels[column]);
      }
    }
    return result;
  }

  private static int largest(double[] labels) {
    var sizes = new HashMap<Double, Integer>();
    for (double label : labels) {
      if (label != 0) {
        sizes.merge(label, 1, Integer::sum);
      }
    }
    return sizes.values().stream().mapToInt(n -> n).max().orElse(0);
  }
}
