package org.mitchell.cli.participants;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.mitchell.cli.Programs;
import org.mitchell.cli.Ran;
import tools.jackson.databind.JsonNode;

/** The road without data. */
class SimulateAndDemoTest {
  @TempDir private Path folder;

  /** The words of a command as a shell would split it; quotes as this program prints them. */
  private static Object[] typed(String line) {
    var words = new ArrayList<String>();
    Matcher matcher =
        Pattern.compile("'([^']*)'|(\\S+)").matcher(line.substring(line.indexOf("mitchell ") + 9));
    while (matcher.find()) {
      words.add(matcher.group(1) == null ? matcher.group(2) : matcher.group(1));
    }
    return words.toArray();
  }

  @Test
  void aSimulatedParticipantIsLabelledOnTheWholeRoad() throws IOException {
    Path data = Files.createDirectory(folder.resolve("da ta"));
    Path nouns =
        Files.writeString(folder.resolve("nouns.txt"), "celery\ndog\nhammer\nhouse\ncar\nigloo\n");
    Ran simulated =
        Ran.mitchell("simulate", "--subject", "sim7", "--nouns", nouns, "--out", data).succeeds();
    assertThat(simulated.out()).startsWith("SIMULATED participant sim7: 5 words, 6 presentations");
    assertThat(simulated.err()).contains("igloo", "left out");
    String next =
        simulated.out().lines().filter(line -> line.startsWith("Next: ")).findFirst().orElseThrow();
    assertThat(next).isEqualTo("Next: mitchell fit --subject sim7 --data '" + data + "'");
    Path out = folder.resolve("out");
    List<Object> fit = new ArrayList<>(List.of(typed(next)));
    fit.addAll(List.of("--out", out, "--voxels", "20"));
    assertThat(Ran.mitchell(fit.toArray()).succeeds().out()).contains("sim7 (SIMULATED)");
    assertThat(Ran.mitchell("predict", "celery", "--model", out).succeeds().out())
        .contains("sim7 (SIMULATED), celery");
    JsonNode json = Ran.mitchell("predict", "celery", "--model", out, "--json").succeeds().json();
    assertThat(json.path("predictions").path(0).path("simulated").asBoolean()).isTrue();
    assertThat(json.path("predictions").path(0).path("study").asString()).contains("SIMULATED");
  }

  @Test
  void simulateSaysWhatItMadeAsJson() throws IOException {
    JsonNode json =
        Ran.mitchell(
                "simulate",
                "--subject",
                "sim7",
                "--features",
                Ran.FEATURES,
                "--nouns",
                nouns(),
                "--seed",
                "5",
                "--out",
                folder,
                "--json")
            .succeeds()
            .json();
    assertThat(json.path("subject").asString()).isEqualTo("sim7");
    assertThat(json.path("simulated").asBoolean()).isTrue();
    assertThat(json.path("seed").asInt()).isEqualTo(5);
    assertThat(json.path("voxels").asInt()).isBetween(15_000, 25_000);
    for (JsonNode file : json.path("outputs")) {
      assertThat(Path.of(file.asString())).exists();
    }
  }

  @Test
  void whatParticipantsShareIsSaid() throws IOException {
    JsonNode json =
        Ran.mitchell(
                "simulate",
                "--subject",
                "sim7",
                "--features",
                Ran.FEATURES,
                "--nouns",
                nouns(),
                "--shared-signal",
                "0.5",
                "--shared-signatures",
                "--shared-seed",
                "9",
                "--out",
                folder,
                "--json")
            .succeeds()
            .json();
    JsonNode truth = Ran.json(folder.resolve("data-science-sim7_truth.json"));
    for (JsonNode said : new JsonNode[] {json, truth}) {
      assertThat(said.path("sharedSignal").asDouble()).isEqualTo(0.5);
      assertThat(said.path("sharedSignatures").asBoolean()).isTrue();
      assertThat(said.path("sharedSeed").asInt()).isEqualTo(9);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"--shared-signal=-1", "--shared-signal=NaN", "--shared-seed=3"})
  void nothingToShareIsWrongUsage(String option) throws IOException {
    Path out = folder.resolve("data");
    Ran.mitchell("simulate", "--subject", "s1", "--out", out, option).failsWith(2);
    assertThat(Ran.files(out)).isEmpty();
  }

  @Test
  void theSeedDecidesTheBytes() throws IOException {
    var bySeed = new ArrayList<Object>();
    for (String seed : new String[] {"1", "1", "2"}) {
      Path out = folder.resolve("data" + bySeed.size());
      Ran.mitchell(
              "simulate",
              "--subject",
              "s1",
              "--features",
              Ran.FEATURES,
              "--nouns",
              nouns(),
              "--presentations",
              "2",
              "--seed",
              seed,
              "--threads",
              bySeed.size() + 1,
              "--out",
              out)
          .succeeds();
      bySeed.add(Ran.files(out).get("data-science-s1.mat"));
    }
    assertThat(bySeed.get(0)).isNotNull().isEqualTo(bySeed.get(1)).isNotEqualTo(bySeed.get(2));
  }

  private Path nouns() throws IOException {
    return Files.writeString(folder.resolve("words.txt"), "apple\naxe\nbear\ndog\nsaw\n");
  }

  @ParameterizedTest
  @ValueSource(strings = {"P1", "P9", "p3", "sub-P2", "P01"})
  void simulatedDataNeverTakeTheNameOfARealParticipant(String name) throws IOException {
    Path out = folder.resolve("data");
    assertThat(Ran.mitchell("simulate", "--subject", name, "--out", out).failsWith(1).err())
        .contains("real participant", "sim1");
    assertThat(Ran.files(out)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"--presentations=0", "--snr=-1", "--noise-fwhm=-2"})
  void simulationsThatCannotBe(String option) throws IOException {
    Path out = folder.resolve("data");
    Ran.mitchell("simulate", "--subject", "s1", "--out", out, option).failsWith(1);
    assertThat(Ran.files(out)).isEmpty();
  }

  @Test
  void aSignalThatIsNoNumberIsWrongUsage() throws IOException {
    Path out = folder.resolve("data");
    Ran.mitchell("simulate", "--subject", "s1", "--out", out, "--snr=NaN").failsWith(2);
    assertThat(Ran.files(out)).isEmpty();
  }

  @Test
  void theDemoWalksTheWholeRoad() throws IOException {
    Path out = folder.resolve("my demo");
    Ran ran = Ran.mitchell("demo", "--out", out).succeeds();
    assertThat(ran.out())
        .contains(
            "58 nouns meet a verb",
            "SIMULATED",
            "leave-two-out",
            "celery",
            "airplane",
            "Try next:");
    Pattern accuracy = Pattern.compile("all pairs +1,653 +([0-9,]+) +\\.([0-9]{3})");
    Matcher found = accuracy.matcher(ran.out());
    assertThat(found.find()).as(ran.out()).isTrue();
    assertThat(Integer.parseInt(found.group(2))).as("strong signatures").isGreaterThan(950);
    String maps = "derivatives/sub-sim1/sub-sim1_task-nouns_space-MNI152Lin_";
    assertThat(Ran.files(out).keySet())
        .contains(
            "features.tsv",
            "features.json",
            "data/data-science-sim1.mat",
            "derivatives/dataset_description.json",
            maps + "stat-r_statmap.nii.gz",
            maps + "desc-signatures_statmap.nii.gz",
            maps + "contrast-celery_desc-predicted_statmap.nii.gz",
            maps + "contrast-celery_desc-observed_statmap.nii.gz",
            maps + "contrast-airplane_desc-predicted_statmap.nii.gz",
            maps + "stat-fwer_statmap.nii.gz",
            maps + "stat-planted_statmap.nii.gz",
            "derivatives/group_task-nouns_desc-league_comparison.svg",
            "signatures.png",
            "glass-brain.png",
            "report.html");
    assertThat(Files.readString(out.resolve("report.html")).lines())
        .as("the truth is one of the report's maps")
        .anyMatch(line -> line.contains("the truth: planted signal to noise"));
    theEvaluationThatTheReportNamesWorks(out);
    List<String> commands =
        ran.out()
            .lines()
            .dropWhile(line -> !line.equals("Try next:"))
            .filter(line -> line.contains(" mitchell "))
            .toList();
    assertThat(commands).hasSizeGreaterThanOrEqualTo(5);
    for (String command : commands) {
      boolean needsTheNetwork = command.contains("data get") || command.contains("--subject P1");
      if (!needsTheNetwork && !command.contains(" view ")) {
        Ran.mitchell(typed(command)).succeeds();
      }
    }
  }

  private static void theEvaluationThatTheReportNamesWorks(Path out) throws IOException {
    String named =
        Jsoup.parse(out.resolve("report.html").toFile()).select("#accuracy .missing code").text();
    assertThat(named).startsWith("mitchell evaluate --subject sim1 --data");
    List<Object> quick = new ArrayList<>(List.of(typed(named)));
    quick.addAll(List.of("--permutations", "5", "--subsamples", "0"));
    assertThat(Ran.mitchell(quick.toArray()).succeeds().out()).contains("1,653");
  }

  @Test
  void theDemoAsJsonIsOneObject() {
    JsonNode json =
        Ran.mitchell("demo", "--out", folder, "--no-report", "--json").succeeds().json();
    assertThat(json.propertyNames())
        .containsExactly("simulated", "fit", "predictions", "map", "pictures", "report");
    JsonNode map = json.path("map");
    assertThat(map.path("clusters").asInt()).as("what FWER finds").isBetween(3, 12);
    assertThat(map.path("voxels").asInt()).isGreaterThan(100);
    assertThat(map.path("voxelsWithPlantedSignal").asDouble())
        .as("of the voxels that are found, those that carry what was planted")
        .isGreaterThanOrEqualTo(0.98 * map.path("voxels").asInt());
    assertThat(map.path("plantedVoxels").asInt()).isBetween(500, 2000);
    assertThat(json.path("pictures")).hasSize(3);
    assertThat(json.path("report").isNull()).isTrue();
    assertThat(folder.resolve("report.html")).doesNotExist();
    assertThat(json.path("fit").path("pairs").asInt()).isEqualTo(1653);
    assertThat(json.path("predictions")).hasSize(2);
  }

  @Test
  @Tag("external")
  void scipyReadsTheSimulatedParticipant() throws Exception {
    Ran.mitchell(
            "simulate",
            "--subject",
            "s1",
            "--features",
            Ran.FEATURES,
            "--nouns",
            nouns(),
            "--out",
            folder)
        .succeeds();
    Ran read =
        Programs.python(
            folder,
            "-c",
            "import scipy.io; m = scipy.io.loadmat('data-science-s1.mat'); print(m['info'].shape,"
                + " m['data'].shape, str(m['meta']['study'][0, 0][0]))");
    assertThat(read.succeeds().out()).contains("(1, 30) (30, 1)", "SIMULATED");
  }
}
