package org.mitchell.cli.maps;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Random;
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
import org.mitchell.nifti.NiftiImage;
import org.mitchell.nifti.NiftiReader;
import tools.jackson.databind.JsonNode;

/** The maps of a participant through the command line: every statistic, and what it needs. */
class MapCommandTest {
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

  @Test
  void theMapOfRIsThatOfTheFit() throws Exception {
    map("--subject", "a", "--permutations", "0").succeeds();
    String name = "sub-a/sub-a_task-nouns_space-MNI152Lin_stat-r_statmap.nii.gz";
    assertThat(NiftiReader.read(out().resolve(name)).toFloats())
        .containsExactly(NiftiReader.read(three.fits().resolve(name)).toFloats());
  }

  @Test
  void theMedianCeilingOfReliableVoxelsComesWithItsIntervalAndTheirNumber() throws Exception {
    Ran ran = map("--subject", "a", "--stat", "ceiling", "--json").succeeds();
    String name = "sub-a/sub-a_task-nouns_space-MNI152Lin_stat-ceiling_statmap";
    var ceilings = new ArrayList<Float>();
    for (float value : NiftiReader.read(out().resolve(name + ".nii.gz")).toFloats()) {
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
    assertThat(Ran.json(out().resolve(name + ".json")).path("Ceilings").path(0)).isEqualTo(ceiling);
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
        NiftiReader.read(
            out()
                .resolve(
                    "sub-a/sub-a_task-nouns_space-MNI152Lin_stat-" + stat + "_statmap.nii.gz"));
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
    assertThat(Ran.json(out().resolve("dataset_description.json")).path("Name").asString())
        .contains("SIMULATED");
  }

  @Test
  void correctedPsAreNoSmallerThanUncorrectedOnes() throws Exception {
    float[][] maps = new float[2][];
    for (String stat : new String[] {"p", "fwer"}) {
      map("--subject", "a", "--stat", stat, "--permutations", "200").succeeds();
      maps[stat.equals("p") ? 0 : 1] =
          NiftiReader.read(
                  out()
                      .resolve(
                          "sub-a/sub-a_task-nouns_space-MNI152Lin_stat-"
                              + stat
                              + "_statmap.nii.gz"))
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
          out().resolve("sub-a/sub-a_task-nouns_space-MNI152Lin_stat-" + stat + "_statmap.nii.gz");
      assertThat(NiftiReader.read(file).header().intent().name()).isEqualTo(stat);
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
  void aFitThatChoosesItsPenaltyIsMappedToo() {
    Path own = folder.resolve("auto");
    Ran.mitchell(
            "fit",
            "--subject",
            "a",
            "--data",
            three.brains().data(),
            "--features",
            three.brains().features(),
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
            three.brains().features(),
            "--out",
            model)
        .succeeds();
    Ran ran = Ran.mitchell("map", "--model", model, "--permutations", "20", "--json").succeeds();
    assertThat(ran.json().path("clusters").isNull()).isTrue();
    assertThat(model.resolve("sub-p/sub-p_task-nouns_stat-r_statmap.tsv.gz")).exists();
    assertThat(
            Ran.mitchell(
                    Stream.concat(
                            Stream.of("map", "--model", model), Arrays.stream(three.withAtlas()))
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
