package org.mitchell.cli.maps;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Path;
import java.util.ArrayList;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.mitchell.cli.Ran;
import org.mitchell.cli.SmallBrains;
import org.mitchell.fmri.Affine;
import org.mitchell.fmri.Space;
import org.mitchell.nifti.NiftiImage;
import org.mitchell.nifti.NiftiIntent;
import org.mitchell.nifti.NiftiReader;
import org.mitchell.simulation.SimulatedBrain;
import tools.jackson.databind.JsonNode;

/** Maps of several participants: their mean, their t, and who makes no group. */
class GroupMapCommandTest {
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
  void theSameBytesComeFromAnyNumberOfThreads() throws Exception {
    var files = new ArrayList<Object>();
    for (int threads : new int[] {1, 2, 5}) {
      Path own = folder.resolve("threads" + threads);
      for (String stat : new String[] {"r", "fdr"}) {
        Ran.mitchell(
                "map",
                "--model",
                three.fits(),
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
    float[] group = NiftiReader.read(out().resolve(mean)).toFloats();
    float[][] own = new float[3][];
    for (String subject : new String[] {"a", "b", "c"}) {
      own[subject.charAt(0) - 'a'] =
          NiftiReader.read(
                  three
                      .fits()
                      .resolve(
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
        NiftiReader.read(
                out().resolve("group/group-mean_task-nouns_space-MNI152Lin_stat-n_statmap.nii.gz"))
            .toFloats();
    for (float number : numbers) {
      assertThat(Float.isNaN(number) || number == 2 || number == 3).isTrue();
    }
    assertThat(numbers).contains(2f, 3f);
  }

  @Test
  void aGroupsTKnowsItsDegreesOfFreedom() throws Exception {
    Ran ran = map("--group", "t", "--permutations", "100", "--json").succeeds();
    NiftiImage t =
        NiftiReader.read(
            out().resolve("group/group-t_task-nouns_space-MNI152Lin_stat-t_statmap.nii.gz"));
    assertThat(t.header().intent().code()).isEqualTo(NiftiIntent.CODE_TTEST);
    assertThat(t.header().intent().p1()).isEqualTo(2);
    assertThat(ran.json().path("null").path("maps").asInt()).isEqualTo(7);
    JsonNode kinds = ran.json().path("null").path("nulls");
    assertThat(kinds.valueStream().map(kind -> kind.path("method").asString()))
        .containsExactly("sign-flips of participants", "permutation of words");
    assertThat(kinds.valueStream().map(kind -> kind.path("maps").asInt())).containsExactly(7, 100);
    map("--group", "t", "--stat", "fwer", "--permutations", "100").succeeds();
    assertThat(out().resolve("group/group-t_task-nouns_space-MNI152Lin_stat-fwer_statmap.nii.gz"))
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
        Ran.json(out().resolve("group/group-t_task-nouns_space-MNI152Lin_stat-t_statmap.json"));
    assertThat(sidecar.path("Null").path("method").asString()).startsWith("the larger p of");
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

  /** Of three participants flips allow no p below 1/8, whatever the mean is divided by. */
  @Test
  void aSmoothedVarianceAndNoneHaveMapsOfTheirOwn() throws Exception {
    assertThat(
            map("--group", "t", "--group-variance", "8", "--permutations", "100").succeeds().out())
        .contains("that of pseudo-t over other participants")
        .contains("map of pseudo-t over participants, its variance smoothed by 8 mm FWHM");
    assertThat(
            map("--group", "t", "--group-variance", "none", "--permutations", "100")
                .succeeds()
                .out())
        .contains("that of the mean over other participants")
        .contains("map of the mean over participants, judged by sign-flips");
    map("--group", "t", "--permutations", "100").succeeds();
    for (String label : new String[] {"pseudot", "mean", "t"}) {
      String name = "group/group-t_task-nouns_space-MNI152Lin_stat-%s_statmap.nii.gz";
      assertThat(out().resolve(name.formatted(label))).exists();
    }
    JsonNode fwer =
        map("--group", "t", "--group-variance", "8", "--stat", "fwer", "--json").succeeds().json();
    assertThat(fwer.path("map").path("min").asDouble()).isGreaterThanOrEqualTo(0.125 - 1e-6);
  }

  @Test
  void aVarianceOfNoGroupIsWrongUsage() {
    assertThat(map("--group", "mean", "--group-variance", "8").failsWith(2).err())
        .contains("--group-variance goes with --group t");
    for (String wrong : new String[] {"0", "-3", "wide", "NaN", "1000"}) {
      assertThat(map("--group", "t", "--group-variance", wrong).failsWith(2).err())
          .contains("--group-variance: got '" + wrong + "' where own, none or millimetres");
    }
  }
}
