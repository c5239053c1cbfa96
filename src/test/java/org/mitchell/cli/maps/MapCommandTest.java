package org.mitchell.cli.maps;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.mitchell.cli.Ran;
import org.mitchell.cli.SmallBrains;
import org.mitchell.cli.text.Decimals;
import org.mitchell.fmri.Affine;
import org.mitchell.fmri.ReadOptions;
import org.mitchell.fmri.ResponsesReader;
import org.mitchell.fmri.Space;
import org.mitchell.nifti.NiftiDatatype;
import org.mitchell.nifti.NiftiHeader;
import org.mitchell.nifti.NiftiImage;
import org.mitchell.nifti.NiftiIntent;
import org.mitchell.nifti.NiftiReader;
import org.mitchell.nifti.NiftiWriter;
import org.mitchell.simulation.SimulatedBrain;
import tools.jackson.databind.JsonNode;

/** Maps and regions through the command line, on three small simulated brains. */
class MapCommandTest {
  /** Where a NIfTI-1 header has its xyzt_units. */
  private static final int XYZT_UNITS = 123;

  private static final String NAMES = "1 Left_half\n2 Right_half\n7 Middle\n";

  @TempDir private static Path shared;
  private static SmallBrains brains;
  private static Path fits;

  @TempDir private Path folder;

  @BeforeAll
  static void threeParticipants() {
    brains = new SmallBrains(shared);
    brains.simulate("a", 0.25);
    brains.simulate("b", 0.25);
    brains.simulate("c", 0.22);
    fits = brains.fit("a,b,c");
    brains.atlas();
    brains.atlasNames(NAMES);
  }

  private Path out() {
    return folder.resolve("out");
  }

  private Ran map(Object... words) {
    return run("map", words);
  }

  private Ran run(String command, Object... words) {
    return Ran.mitchell(
        Stream.concat(Stream.of(command, "--model", fits, "--out", out()), Arrays.stream(words))
            .toArray());
  }

  private static Object[] withAtlas(Object... words) {
    return Stream.concat(
            Arrays.stream(words),
            Stream.of(
                "--atlas",
                shared.resolve("atlas.nii.gz"),
                "--atlas-names",
                shared.resolve("names.txt")))
        .toArray();
  }

  private Path written(String name) {
    return out().resolve(name);
  }

  private static NiftiImage image(Path file) throws IOException {
    return NiftiReader.read(file);
  }

  private static List<String[]> rows(Path table) throws IOException {
    return Files.readAllLines(table).stream().map(line -> line.split("\t", -1)).toList();
  }

  @Test
  void theMapOfRIsThatOfTheFit() throws Exception {
    map("--subject", "a", "--permutations", "0").succeeds();
    String name = "sub-a/sub-a_task-nouns_space-MNI152Lin_stat-r_statmap.nii.gz";
    assertThat(image(written(name)).toFloats())
        .containsExactly(image(fits.resolve(name)).toFloats());
  }

  @Test
  void clustersHaveTheirIdsInTheImageAndTheirNamesInTheTable() throws Exception {
    Ran ran =
        map(withAtlas("--subject", "a", "--cluster-size", "3", "--permutations", "99", "--json"))
            .succeeds();
    String base = "sub-a/sub-a_task-nouns_space-MNI152Lin_stat-r_desc-clusters";
    List<String[]> rows = rows(written(base + ".tsv"));
    assertThat(rows.get(0))
        .containsExactly("Cluster ID", "X", "Y", "Z", "Peak Stat", "Cluster Size (mm3)", "Region");
    NiftiImage labels = image(written(base + "_dseg.nii.gz"));
    NiftiImage map = image(written("sub-a/sub-a_task-nouns_space-MNI152Lin_stat-r_statmap.nii.gz"));
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
  void theMedianCeilingOfReliableVoxelsComesWithItsIntervalAndTheirNumber() throws Exception {
    Ran ran = map("--subject", "a", "--stat", "ceiling", "--json").succeeds();
    String name = "sub-a/sub-a_task-nouns_space-MNI152Lin_stat-ceiling_statmap";
    var ceilings = new ArrayList<Float>();
    for (float value : image(written(name + ".nii.gz")).toFloats()) {
      if (value > 0) {
        ceilings.add(value);
      }
    }
    ceilings.sort(null);
    int n = ceilings.size();
    double median = (ceilings.get((n - 1) / 2) + ceilings.get(n / 2)) / 2.0;
    JsonNode ceiling = ran.json().path("ceilings").path(0);
    assertThat(ceiling.path("subject").asString()).isEqualTo("a");
    assertThat(ceiling.path("reliableVoxels").asInt()).isEqualTo(n).isPositive();
    assertThat(ceiling.path("median").asDouble()).isCloseTo(median, within(1e-6));
    double low = ceiling.path("ci95").path(0).asDouble();
    double high = ceiling.path("ci95").path(1).asDouble();
    assertThat(median).isBetween(low, high);
    assertThat(high - low).isBetween(0.001, 0.5);
    assertThat(Ran.json(written(name + ".json")).path("Ceilings").path(0)).isEqualTo(ceiling);
    assertThat(map("--subject", "a", "--stat", "normalised").succeeds().out())
        .contains(
            "noise ceiling of a: median %s of the %,d voxels whose responses are reliable; 95%% interval %s to %s over other words (%d halves of the words; conservative)"
                .formatted(
                    Decimals.decimal(median),
                    n,
                    Decimals.decimal(low),
                    Decimals.decimal(high),
                    ceiling.path("interval").path("subsamples").asInt()));
  }

  @ParameterizedTest
  @CsvSource({
    "r, 1001, r",
    "r2, 1001, r2",
    "ceiling, 1001, ceiling",
    "normalised, 1001, normalised",
    "p, 22, p",
    "fdr, 22, fdr",
    "fwer, 22, fwer"
  })
  void everyStatisticIsAMapOfItsOwn(String stat, int intent, String name) throws Exception {
    Object[] more =
        stat.matches("r|p|fdr|fwer") ? new Object[] {"--permutations", "50"} : new Object[0];
    JsonNode json =
        map(Stream.concat(
                    Stream.of("--subject", "a", "--stat", stat, "--json"), Arrays.stream(more))
                .toArray())
            .succeeds()
            .json();
    NiftiImage image =
        image(written("sub-a/sub-a_task-nouns_space-MNI152Lin_stat-" + stat + "_statmap.nii.gz"));
    assertThat(image.header().intent().code()).isEqualTo(intent);
    assertThat(image.header().intent().name()).isEqualTo(name);
    assertThat(json.path("stat").asString()).isEqualTo(stat);
    assertThat(json.path("simulated").asBoolean()).isTrue();
    assertThat(json.path("outputs").size()).isEqualTo(3);
    double least = stat.matches("p|fdr|fwer") ? 0 : Double.NEGATIVE_INFINITY;
    double most = stat.matches("normalised") ? Double.POSITIVE_INFINITY : 1;
    for (float value : image.toFloats()) {
      assertThat(Float.isNaN(value) || (value >= least && value <= most)).isTrue();
    }
    assertThat(Ran.json(written("dataset_description.json")).path("Name").asString())
        .contains("SIMULATED");
  }

  @Test
  void correctedPsAreNoSmallerThanUncorrectedOnes() throws Exception {
    float[][] maps = new float[2][];
    for (String stat : new String[] {"p", "fwer"}) {
      map("--subject", "a", "--stat", stat, "--permutations", "200").succeeds();
      maps[stat.equals("p") ? 0 : 1] =
          image(written("sub-a/sub-a_task-nouns_space-MNI152Lin_stat-" + stat + "_statmap.nii.gz"))
              .toFloats();
    }
    int smaller = 0;
    for (int v = 0; v < maps[0].length; v++) {
      if (!Float.isNaN(maps[0][v])) {
        assertThat(maps[1][v]).isGreaterThanOrEqualTo(maps[0][v]);
        smaller += maps[0][v] < maps[1][v] ? 1 : 0;
      }
    }
    assertThat(smaller).isPositive();
  }

  @Test
  void theSameBytesComeFromAnyNumberOfThreads() throws Exception {
    var files = new ArrayList<Object>();
    for (int threads : new int[] {1, 2, 5}) {
      Path own = folder.resolve("threads" + threads);
      for (String stat : new String[] {"r", "fdr"}) {
        Ran.mitchell(
                "map",
                "--model",
                fits,
                "--out",
                own,
                "--subject",
                "a,b,c",
                "--group",
                "mean",
                "--stat",
                stat,
                "--permutations",
                "150",
                "--threads",
                threads)
            .succeeds();
      }
      files.add(Ran.files(own));
    }
    assertThat(files.get(1)).isEqualTo(files.get(0));
    assertThat(files.get(2)).isEqualTo(files.get(0));
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
    assertThat(rows(written(base + ".tsv"))).hasSize(1);
    assertThat(image(written(base + "_dseg.nii.gz")).toStoredLongs()).containsOnly(0L);
  }

  @Test
  void aGroupHasTheVoxelsThatAllHaveAndCountsTheOthers() throws Exception {
    JsonNode json = map("--group", "mean", "--permutations", "50", "--json").succeeds().json();
    JsonNode alone = map("--subject", "c", "--permutations", "0", "--json").succeeds().json();
    JsonNode larger = map("--subject", "a", "--permutations", "0", "--json").succeeds().json();
    assertThat(json.path("subject").asString()).isEqualTo("a,b,c");
    assertThat(json.path("voxels").asInt()).isEqualTo(alone.path("voxels").asInt());
    assertThat(json.path("voxelsOfAnyParticipant").asInt())
        .isEqualTo(larger.path("voxels").asInt())
        .isGreaterThan(json.path("voxels").asInt());
    assertThat(json.path("threshold").asDouble()).isEqualTo(0.14);
    String mean = "group/group-mean_task-nouns_space-MNI152Lin_stat-r_statmap.nii.gz";
    float[] group = image(written(mean)).toFloats();
    float[][] own = new float[3][];
    for (String subject : new String[] {"a", "b", "c"}) {
      own[subject.charAt(0) - 'a'] =
          image(
                  fits.resolve(
                      "sub-%s/sub-%s_task-nouns_space-MNI152Lin_stat-r_statmap.nii.gz"
                          .formatted(subject, subject)))
              .toFloats();
    }
    for (int v = 0; v < group.length; v++) {
      float expected = (own[0][v] + own[1][v] + own[2][v]) / 3;
      assertThat(Float.isNaN(group[v])).isEqualTo(Float.isNaN(expected));
      assertThat(Float.isNaN(expected) ? 0 : group[v] - expected).isCloseTo(0, within(1e-6f));
    }
  }

  @Test
  void withFewerParticipantsAVoxelTheirNumberIsAMapToo() throws Exception {
    map("--group", "mean", "--min-subjects", "2", "--permutations", "0").succeeds();
    float[] numbers =
        image(written("group/group-mean_task-nouns_space-MNI152Lin_stat-n_statmap.nii.gz"))
            .toFloats();
    for (float number : numbers) {
      assertThat(Float.isNaN(number) || number == 2 || number == 3).isTrue();
    }
    assertThat(numbers).contains(2f, 3f);
  }

  @Test
  void aGroupsTKnowsItsDegreesOfFreedom() throws Exception {
    Ran ran = map("--group", "t", "--permutations", "100", "--json").succeeds();
    NiftiImage t = image(written("group/group-t_task-nouns_space-MNI152Lin_stat-t_statmap.nii.gz"));
    assertThat(t.header().intent().code()).isEqualTo(NiftiIntent.CODE_TTEST);
    assertThat(t.header().intent().p1()).isEqualTo(2);
    assertThat(ran.json().path("null").path("maps").asInt()).isEqualTo(7);
    JsonNode kinds = ran.json().path("null").path("nulls");
    assertThat(kinds.valueStream().map(kind -> kind.path("method").asString()))
        .containsExactly("sign-flips of participants", "permutation of words");
    assertThat(kinds.valueStream().map(kind -> kind.path("maps").asInt())).containsExactly(7, 100);
    map("--group", "t", "--stat", "fwer", "--permutations", "100").succeeds();
    assertThat(written("group/group-t_task-nouns_space-MNI152Lin_stat-fwer_statmap.nii.gz"))
        .exists();
  }

  @Test
  void aGroupsTAsksForAHundredRelabellings() {
    assertThat(map("--group", "t", "--permutations", "99").failsWith(2).err())
        .contains("--permutations: got 99 where a number from 100 up is expected");
  }

  @Test
  void aGroupsTSaysThatTheLargerOfTwoPsCounts() throws Exception {
    Ran ran = map("--group", "t", "--permutations", "100").succeeds();
    assertThat(ran.out())
        .contains("100, words relabelled, alike for all, and 7, participants' signs flipped")
        .contains("every p is the larger of both");
    JsonNode sidecar =
        Ran.json(written("group/group-t_task-nouns_space-MNI152Lin_stat-t_statmap.json"));
    assertThat(sidecar.path("Null").path("method").asString()).startsWith("the larger p of");
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
        Ran.json(written("sub-a/sub-a_task-nouns_space-MNI152Lin_stat-r_desc-clusters.json"));
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
  void theTOfAnUncorrectedPIsThatOfItsDistribution() throws Exception {
    JsonNode json =
        map("--group", "t", "--permutations", "100", "--cluster-threshold", "p.01", "--json")
            .succeeds()
            .json();
    // With two degrees of freedom (2 p - 1) / sqrt(2 p (1 - p)), here .98 / sqrt(.0198).
    assertThat(json.path("threshold").asDouble()).isCloseTo(0.98 / Math.sqrt(0.0198), within(1e-8));
  }

  @Test
  void whatTheFitsFeaturesExplainBeyondOthersIsWrittenBesideR2() throws Exception {
    Path others = folder.resolve("others.csv");
    var table = new StringBuilder("word,first,second\n");
    for (int w = 0; w < SmallBrains.WORDS; w++) {
      table.append("word%02d,%d,%d\n".formatted(w, 1 + w % 3, 1 + w % 5));
    }
    Files.writeString(others, table);
    map("--subject", "a", "--stat", "r2", "--beyond", others).succeeds();
    for (String stat : new String[] {"r2", "r2both", "r2unique", "r2uniqueother"}) {
      Path file =
          written("sub-a/sub-a_task-nouns_space-MNI152Lin_stat-" + stat + "_statmap.nii.gz");
      assertThat(image(file).header().intent().name()).isEqualTo(stat);
    }
  }

  @Test
  void otherFeaturesAreReadInTheEncodingThatIsNamed() throws Exception {
    Path others = folder.resolve("latin.csv");
    var table = new StringBuilder("word,\u00e9t\u00e9,hiver\n");
    for (int w = 0; w < SmallBrains.WORDS; w++) {
      table.append("word%02d,%d,%d\n".formatted(w, 1 + w % 3, 1 + w % 5));
    }
    Files.writeString(others, table, StandardCharsets.ISO_8859_1);
    Object[] words = {"--subject", "a", "--stat", "r2", "--beyond", others};
    assertThat(map(words).failsWith(1).err()).contains("--encoding windows-1252 reads it so");
    map(Stream.concat(Arrays.stream(words), Stream.of("--encoding", "Latin-1")).toArray())
        .succeeds();
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
    Path atlas = shared.resolve("atlas.nii.gz");
    NiftiImage image = image(atlas);
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
                shared.resolve("names.txt"),
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
  void aFitThatChoosesItsPenaltyIsMappedToo() {
    Path own = folder.resolve("auto");
    Ran.mitchell(
            "fit",
            "--subject",
            "a",
            "--data",
            brains.data(),
            "--features",
            brains.features(),
            "--voxels",
            "50",
            "--ridge",
            "auto",
            "--out",
            own)
        .succeeds();
    JsonNode json =
        Ran.mitchell(
                "map",
                "--model",
                own,
                "--subject",
                "a",
                "--stat",
                "fwer",
                "--permutations",
                "19",
                "--json")
            .succeeds()
            .json();
    assertThat(json.path("null").path("maps").asInt()).isEqualTo(19);
  }

  @Test
  void regionsAreEvaluatedOneByOne() throws Exception {
    JsonNode json =
        run("regions", withAtlas("--subject", "a", "--permutations", "50", "--json"))
            .succeeds()
            .json();
    assertThat(json.path("regions").valueStream().map(r -> r.path("region").asString()))
        .containsExactly("Left_half", "Right_half", "Middle");
    int voxels = 0;
    for (JsonNode region : json.path("regions")) {
      voxels += region.path("voxels").asInt();
      assertThat(region.path("pairs").asInt()).isEqualTo(16 * 15 / 2);
      assertThat(region.path("p").asDouble())
          .isLessThanOrEqualTo(region.path("pCorrected").asDouble() + 1e-12);
    }
    assertThat(voxels)
        .isEqualTo(
            Ran.json(fits.resolve("sub-a/sub-a_task-nouns_evaluation.json"))
                .path("voxels")
                .asInt());
    assertThat(rows(written("sub-a/sub-a_task-nouns_desc-regions.tsv"))).hasSize(4);
  }

  @Test
  void aRegionsAccuracyIsThatOfAFitOfItsVoxels() throws Exception {
    // An atlas of one region is the whole brain.
    Path names = Files.writeString(folder.resolve("one.txt"), "1 Brain\n2 Brain2\n7 Brain7\n");
    Path atlas = shared.resolve("atlas.nii.gz");
    JsonNode region =
        run(
                "regions",
                "--subject",
                "a",
                "--atlas",
                atlas,
                "--atlas-names",
                names,
                "--permutations",
                "0",
                "--json")
            .succeeds()
            .json()
            .path("regions")
            .path(0);
    Path coords = folder.resolve("left.tsv");
    Path table = leftHalf(coords);
    JsonNode fit =
        Ran.mitchell(
                "fit",
                "--subject",
                "left",
                "--data",
                table,
                "--coords",
                coords,
                "--features",
                brains.features(),
                "--voxels",
                "50",
                "--out",
                folder.resolve("left"),
                "--json")
            .succeeds()
            .json();
    assertThat(region.path("voxels").asInt()).isEqualTo(fit.path("voxels").asInt());
    assertThat(region.path("correct").asInt()).isEqualTo(fit.path("correct").asInt());
    assertThat(region.path("p").isNull()).isTrue();
  }

  /** The voxels of participant a left of the middle, as a table of responses. */
  private Path leftHalf(Path coords) throws IOException {
    var responses =
        ResponsesReader.read(brains.data().resolve("data-science-a.mat"), "a", ReadOptions.DEFAULT);
    var grid = responses.grid().orElseThrow();
    int[] left = IntStream.range(0, grid.columns()).filter(c -> grid.mm(c)[0] < -2).toArray();
    var places = new StringBuilder("x_mm\ty_mm\tz_mm\n");
    for (int column : left) {
      double[] mm = grid.mm(column);
      places.append(mm[0]).append('\t').append(mm[1]).append('\t').append(mm[2]).append('\n');
    }
    Files.writeString(coords, places);
    var rows = new StringBuilder();
    for (int w = 0; w < responses.words().size(); w++) {
      for (int p = 0; p < responses.presentations(w); p++) {
        rows.append(responses.words().get(w));
        for (int column : left) {
          rows.append('\t').append(responses.trial(w, p)[column]);
        }
        rows.append('\n');
      }
    }
    return Files.writeString(folder.resolve("left.txt"), rows);
  }

  @Test
  void anAtlasElsewhereIsAnError() {
    var elsewhere = new SmallBrains(folder);
    Path atlas = elsewhere.atlas(new double[][] {{4, 0, 0, 900}, {0, 4, 0, 900}, {0, 0, 4, 900}});
    Ran ran =
        map("--subject", "a", "--atlas", atlas, "--atlas-names", shared.resolve("names.txt"))
            .failsWith(1);
    assertThat(ran.err()).contains("atlas.nii.gz", "none of the", "mm");
    assertThat(out()).doesNotExist();
  }

  @Test
  void aNameThatIsMissingIsAnError() {
    Path names = new SmallBrains(folder).atlasNames("1 Left_half\n7 Middle\n");
    Ran ran =
        map("--subject", "a", "--atlas", shared.resolve("atlas.nii.gz"), "--atlas-names", names)
            .failsWith(1);
    assertThat(ran.err()).contains("names.txt", "no name for label 2");
  }

  @Test
  void oneParticipantIsNoGroup() {
    assertThat(map("--subject", "a", "--group", "t").failsWith(1).err())
        .contains("two participants or more");
    assertThat(map("--subject", "a", "--group", "mean").failsWith(1).err())
        .contains("two participants or more");
  }

  @Test
  void gridsThatDifferAreRefused() {
    var own = new SmallBrains(folder);
    own.simulate("a", 0.2);
    own.simulate(
        "d",
        SimulatedBrain.ellipsoid(
            new int[] {12, 12, 12},
            Affine.of(new double[][] {{-3, 0, 0, 18}, {0, 3, 0, -18}, {0, 0, 3, -18}}),
            Space.MNI,
            new double[] {0, 0, 0},
            new double[] {12, 12, 12}),
        SmallBrains.WORDS);
    Path model = own.fit("a,d");
    Ran ran = Ran.mitchell("map", "--model", model, "--group", "mean").failsWith(1);
    assertThat(ran.err()).contains("participants a and d", "different voxel grids");
  }

  @Test
  void participantsOfOtherWordsAreRefused() {
    var own = new SmallBrains(folder);
    own.simulate("a", 0.2);
    own.simulate("e", SimulatedBrain.cmu(0.2), SmallBrains.WORDS - 2);
    Path model = own.fit("a,e");
    assertThat(Ran.mitchell("map", "--model", model, "--group", "mean").failsWith(1).err())
        .contains("participants a and e", "different words");
  }

  @Test
  void voxelsWithoutAPlaceGiveATableAndNoClusters() throws Exception {
    Path data = Files.writeString(folder.resolve("p.txt"), table());
    Path model = folder.resolve("plain");
    Ran.mitchell(
            "fit",
            "--subject",
            "p",
            "--data",
            data,
            "--features",
            brains.features(),
            "--out",
            model)
        .succeeds();
    Ran ran = Ran.mitchell("map", "--model", model, "--permutations", "20", "--json").succeeds();
    assertThat(ran.json().path("clusters").isNull()).isTrue();
    assertThat(model.resolve("sub-p/sub-p_task-nouns_stat-r_statmap.tsv.gz")).exists();
    assertThat(
            Ran.mitchell(
                    Stream.concat(Stream.of("map", "--model", model), Arrays.stream(withAtlas()))
                        .toArray())
                .failsWith(1)
                .err())
        .contains("--coords");
    assertThat(Ran.mitchell("map", "--model", model, "--stat", "ceiling").failsWith(1).err())
        .contains("several presentations");
  }

  private static String table() {
    var random = new Random(1);
    var text = new StringBuilder();
    for (int w = 0; w < SmallBrains.WORDS; w++) {
      text.append("word%02d".formatted(w));
      for (int v = 0; v < 20; v++) {
        text.append(' ').append(random.nextGaussian());
      }
      text.append('\n');
    }
    return text.toString();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "--contiguity 7",
        "--stat r2 --permutations 10",
        "--stat p --permutations 0",
        "--permutations -1",
        "--cluster-size 0",
        "--threshold NaN",
        "--stat t",
        "--atlas x.nii",
        "--atlas-names x.txt",
        "--stat r2 --group t",
        "--min-subjects 2",
        "--beyond verbs25",
        "--cluster-threshold .001",
        "--cluster-threshold p0",
        "--cluster-threshold p.5",
        "--cluster-threshold p",
        "--cluster-threshold p.001 --threshold .2",
        "--cluster-threshold p.001 --stat fwer",
        "--cluster-threshold p.001 --permutations 0"
      })
  void wrongUsageIsSaidBeforeAnythingIsRead(String words) {
    Ran ran = map((Object[]) words.split(" "));
    assertThat(ran.status()).isEqualTo(2);
    assertThat(ran.out()).isEmpty();
    assertThat(out()).doesNotExist();
  }

  @Test
  void responsesThatAreGoneAreAskedFor() throws Exception {
    var own = new SmallBrains(folder);
    own.simulate("a", 0.2);
    Path model = own.fit("a");
    Files.move(own.data(), folder.resolve("elsewhere"));
    assertThat(Ran.mitchell("map", "--model", model, "--subject", "a").failsWith(1).err())
        .contains("no longer here", "--data");
    Ran.mitchell(
            "map",
            "--model",
            model,
            "--subject",
            "a",
            "--permutations",
            "0",
            "--data",
            folder.resolve("elsewhere"))
        .succeeds();
  }
}
