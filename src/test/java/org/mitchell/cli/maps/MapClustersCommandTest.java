package org.mitchell.cli.maps;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.mitchell.cli.Ran;
import org.mitchell.cli.SmallBrains;
import org.mitchell.fmri.Affine;
import org.mitchell.nifti.NiftiDatatype;
import org.mitchell.nifti.NiftiHeader;
import org.mitchell.nifti.NiftiImage;
import org.mitchell.nifti.NiftiIntent;
import org.mitchell.nifti.NiftiReader;
import org.mitchell.nifti.NiftiWriter;
import tools.jackson.databind.JsonNode;

/** The clusters of a map, the regions they lie in, and what chance makes of their threshold. */
class MapClustersCommandTest {
  /** Where a NIfTI-1 header has its xyzt_units. */
  private static final int XYZT_UNITS = 123;

  @TempDir private static Path shared;
  private static ThreeParticipants three;

  @TempDir private Path folder;

  @BeforeAll
  static void threeParticipants() {
    three = ThreeParticipants.in(shared);
  }

  private Path out() {
    return folder.resolve("out");
  }

  private Ran map(Object... words) {
    return three.run("map", out(), words);
  }

  private static List<String[]> rows(Path table) throws IOException {
    return Files.readAllLines(table).stream().map(line -> line.split("\t", -1)).toList();
  }

  @Test
  void clustersHaveTheirIdsInTheImageAndTheirNamesInTheTable() throws Exception {
    Ran ran =
        map(three.withAtlas(
                "--subject", "a", "--cluster-size", "3", "--permutations", "99", "--json"))
            .succeeds();
    String base = "sub-a/sub-a_task-nouns_space-MNI152Lin_stat-r_desc-clusters";
    List<String[]> rows = rows(out().resolve(base + ".tsv"));
    assertThat(rows.get(0))
        .containsExactly("Cluster ID", "X", "Y", "Z", "Peak Stat", "Cluster Size (mm3)", "Region");
    NiftiImage labels = NiftiReader.read(out().resolve(base + "_dseg.nii.gz"));
    NiftiImage map =
        NiftiReader.read(
            out().resolve("sub-a/sub-a_task-nouns_space-MNI152Lin_stat-r_statmap.nii.gz"));
    assertThat(labels.header().intent().code()).isEqualTo(NiftiIntent.CODE_LABEL);
    assertThat(labels.header().datatype()).isEqualTo(NiftiDatatype.INT32);
    Affine affine = Affine.of(labels.affine());
    int clusters = 0;
    for (String[] row : rows.subList(1, rows.size())) {
      double x = Double.parseDouble(row[1]);
      double[] voxel = affine.toVoxel(x, Double.parseDouble(row[2]), Double.parseDouble(row[3]));
      int[] index = Arrays.stream(voxel).mapToInt(v -> (int) Math.round(v)).toArray();
      int id = Integer.parseInt(row[0].replaceAll("[a-z]", ""));
      assertThat(labels.storedLong(index)).isEqualTo(id);
      assertThat(map.value(index)).isEqualTo(Float.parseFloat(row[4]));
      // The nearest plane of the atlas is 4 mm wide: what lies nearer to 0 than 2 mm is its middle.
      assertThat(row[6]).isEqualTo(x < -2 ? "Left_half" : x >= 2 ? "Right_half" : "Middle");
      if (!row[5].isEmpty()) {
        clusters++;
        long voxels = Arrays.stream(labels.toStoredLongs()).filter(label -> label == id).count();
        assertThat(Long.parseLong(row[5])).isEqualTo((long) (voxels * 3.125 * 3.125 * 6));
      }
    }
    assertThat(clusters).isPositive().isEqualTo(ran.json().path("clusters").size());
    for (JsonNode cluster : ran.json().path("clusters")) {
      assertThat(cluster.path("pPeak").asDouble()).isBetween(0.01, 1.0);
      assertThat(cluster.path("pCluster").asDouble()).isBetween(0.01, 1.0);
    }
    float[] values = map.toFloats();
    long counted = 0;
    for (int v = 0; v < values.length; v++) {
      counted += values[v] >= 0.28f ? 1 : 0;
      assertThat(values[v] >= 0.28f || labels.toStoredLongs()[v] == 0).isTrue();
    }
    assertThat(ran.json().path("voxelsCounted").asLong()).isEqualTo(counted);
  }

  @Test
  void aThresholdAboveEveryVoxelGivesAnEmptyTable() throws Exception {
    JsonNode json =
        map("--subject", "a", "--threshold", "1.5", "--permutations", "0", "--json")
            .succeeds()
            .json();
    assertThat(json.path("clusters").isArray()).isTrue();
    assertThat(json.path("clusters").size()).isZero();
    String base = "sub-a/sub-a_task-nouns_space-MNI152Lin_stat-r_desc-clusters";
    assertThat(rows(out().resolve(base + ".tsv"))).hasSize(1);
    assertThat(NiftiReader.read(out().resolve(base + "_dseg.nii.gz")).toStoredLongs())
        .containsOnly(0L);
  }

  @Test
  void whatChanceMakesOfTheThresholdIsCountedInThisParticipantsNullMaps() throws Exception {
    Ran ran = map("--subject", "a", "--permutations", "99").succeeds();
    JsonNode nulls =
        map("--subject", "a", "--permutations", "99", "--json").succeeds().json().path("null");
    double maps = nulls.path("shareOfMapsWithCluster").asDouble();
    assertThat(maps * 99).isCloseTo(Math.rint(maps * 99), within(1e-9));
    assertThat(nulls.path("shareOfVoxelsReachingThreshold").asDouble()).isBetween(0.01, 0.5);
    assertThat(ran.out())
        .contains("by chance: ", "of the null maps have a cluster of 10 voxels or more");
    JsonNode clusters =
        Ran.json(out().resolve("sub-a/sub-a_task-nouns_space-MNI152Lin_stat-r_desc-clusters.json"));
    assertThat(clusters.path("Null").path("shareOfMapsWithCluster").asDouble()).isEqualTo(maps);
    JsonNode smaller =
        map("--subject", "a", "--permutations", "99", "--cluster-size", "1", "--json")
            .succeeds()
            .json();
    assertThat(smaller.path("null").path("shareOfMapsWithCluster").asDouble())
        .isGreaterThanOrEqualTo(maps);
  }

  @Test
  void clustersCanBeFormedByAnUncorrectedP() throws Exception {
    JsonNode json =
        map("--subject", "a", "--permutations", "99", "--cluster-threshold", "p.01", "--json")
            .succeeds()
            .json();
    assertThat(json.path("thresholdP").asDouble()).isEqualTo(0.01);
    double reaching = json.path("null").path("shareOfVoxelsReachingThreshold").asDouble();
    // Bins of the count are narrow: a hundredth, and the few values in the threshold's own bin.
    assertThat(reaching).isCloseTo(0.01, within(0.0005));
    assertThat(
            map("--subject", "a", "--permutations", "99", "--cluster-threshold", "p.01")
                .succeeds()
                .out())
        .contains("uncorrected p .010; descriptive");
    JsonNode same =
        map(
                "--subject",
                "a",
                "--permutations",
                "99",
                "--threshold",
                json.path("threshold").asString(),
                "--json")
            .succeeds()
            .json();
    assertThat(same.path("clusters")).isEqualTo(json.path("clusters"));
  }

  @Test
  void whatIsSaidToPeopleIsInTheJsonToo() throws Exception {
    var own = new SmallBrains(folder);
    own.simulate("a", 0.2);
    var lines = new ArrayList<String>();
    for (String line : Files.readAllLines(own.features())) {
      lines.add(line + (lines.isEmpty() ? ",same" : ",1"));
    }
    Files.write(own.features(), lines);
    Path atlas = three.atlas();
    NiftiImage image = NiftiReader.read(atlas);
    Path micrometres = folder.resolve("micrometres.nii");
    double[][] affine = image.header().affine();
    for (double[] row : Arrays.copyOf(affine, 3)) {
      Arrays.setAll(row, i -> row[i] * 1000);
    }
    NiftiHeader header = NiftiHeader.builder(image.header().dims()).sform(affine, 4).build();
    try (var stream = Files.newOutputStream(micrometres)) {
      NiftiWriter.write(NiftiImage.of(header, image.toFloats()), stream);
    }
    byte[] bytes = Files.readAllBytes(micrometres);
    bytes[XYZT_UNITS] = 3;
    Files.write(micrometres, bytes);
    Ran ran =
        Ran.mitchell(
                "map",
                "--model",
                own.fit("a"),
                "--permutations",
                "0",
                "--atlas",
                micrometres,
                "--atlas-names",
                three.names(),
                "--quiet",
                "--json")
            .succeeds();
    assertThat(ran.err()).isEmpty();
    assertThat(ran.json().path("messages").valueStream().map(JsonNode::asString))
        .containsExactly(
            micrometres + ": the header measures in micrometres: turned into mm",
            "a: 1 feature has the same value for all words: same");
  }

  @Test
  void anAtlasElsewhereIsAnError() {
    var elsewhere = new SmallBrains(folder);
    Path atlas = elsewhere.atlas(new double[][] {{4, 0, 0, 900}, {0, 4, 0, 900}, {0, 0, 4, 900}});
    Ran ran = map("--subject", "a", "--atlas", atlas, "--atlas-names", three.names()).failsWith(1);
    assertThat(ran.err()).contains("atlas.nii.gz", "none of the", "mm");
    assertThat(out()).doesNotExist();
  }

  @Test
  void aNameThatIsMissingIsAnError() {
    Path names = new SmallBrains(folder).atlasNames("1 Left_half\n7 Middle\n");
    Ran ran = map("--subject", "a", "--atlas", three.atlas(), "--atlas-names", names).failsWith(1);
    assertThat(ran.err()).contains("names.txt", "no name for label 2");
  }
}
