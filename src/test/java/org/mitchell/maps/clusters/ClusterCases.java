package org.mitchell.maps.clusters;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.mitchell.fmri.Affine;
import org.mitchell.fmri.Space;
import org.mitchell.fmri.VoxelGrid;
import org.mitchell.nifti.NiftiImage;
import org.mitchell.nifti.NiftiReader;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;

/** Maps, and what nilearn says of their clusters: testdata/maps/make_clusters.py. */
final class ClusterCases {
  private static final Path FOLDER = Path.of("testdata/maps");

  private ClusterCases() {}

  /**
   * A map on a grid whose columns are in no order, and clusters of it.
   *
   * @param volume which of the volumes of the map's ids is this case's
   */
  record Case(JsonNode json, int volume, VoxelGrid grid, float[] statistic) {
    double threshold() {
      return json.get("threshold").asDouble();
    }

    Contiguity contiguity() {
      return Contiguity.of(json.get("neighbours").asInt()).orElseThrow();
    }

    int minimumSize() {
      return json.get("minimumSize").asInt();
    }

    boolean[] forming() {
      var forming = new boolean[statistic.length];
      for (int column = 0; column < forming.length; column++) {
        forming[column] = statistic[column] > threshold();
      }
      return forming;
    }

    Clusters clusters() {
      return Clusters.of(statistic, forming(), minimumSize(), ClusterFinder.on(grid, contiguity()));
    }

    List<JsonNode> rows() {
      return json.get("rows").valueStream().toList();
    }

    /** nilearn's id of every column. */
    int[] ids() {
      NiftiImage all = image("ids", json);
      float[] ids = all.floats(volume * grid.boxSize(), grid.boxSize());
      return IntStream.range(0, statistic.length)
          .map(column -> (int) ids[grid.linearIndex(column)])
          .toArray();
    }

    @Override
    public String toString() {
      return "%s > %s, %s neighbours, at least %d voxels"
          .formatted(
              json.get("map").asString(), threshold(), json.get("neighbours"), minimumSize());
    }
  }

  static List<Case> all() {
    var cases = new ArrayList<Case>();
    int volume = 0;
    for (JsonNode json : new ObjectMapper().readTree(FOLDER.resolve("clusters.json").toFile())) {
      boolean sameMap =
          !cases.isEmpty() && cases.get(cases.size() - 1).json().get("map").equals(json.get("map"));
      volume = sameMap ? volume + 1 : 0;
      cases.add(read(json, volume));
    }
    return cases;
  }

  private static Case read(JsonNode json, int volume) {
    NiftiImage map = image("map", json);
    float[] values = map.toFloats();
    var inBrain = new ArrayList<Integer>();
    for (int index = 0; index < values.length; index++) {
      if (!Float.isNaN(values[index])) {
        inBrain.add(index);
      }
    }
    Collections.shuffle(inBrain, new Random(volume));
    int[] dims = map.dims();
    int[][] voxels =
        inBrain.stream()
            .map(x -> new int[] {x % dims[0], x / dims[0] % dims[1], x / (dims[0] * dims[1])})
            .toArray(int[][]::new);
    var statistic = new float[voxels.length];
    for (int column = 0; column < statistic.length; column++) {
      statistic[column] = values[inBrain.get(column)];
    }
    var grid = VoxelGrid.of(dims, Affine.of(map.affine()), Space.MNI, voxels);
    return new Case(json, volume, grid, statistic);
  }

  private static NiftiImage image(String kind, JsonNode json) {
    try {
      return NiftiReader.read(FOLDER.resolve(kind + "-" + json.get("map").asString() + ".nii.gz"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
