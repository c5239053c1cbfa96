package org.mitchell.cli.evaluation;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.concurrent.Callable;
import org.mitchell.analysis.power.PowerDesign;
import org.mitchell.analysis.power.PowerRow;
import org.mitchell.analysis.power.PowerStudy;
import org.mitchell.cli.options.ChanceOptions;
import org.mitchell.cli.options.CommonOptions;
import org.mitchell.cli.options.FeatureOptions;
import org.mitchell.cli.options.ModelOptions;
import org.mitchell.cli.options.Outputs;
import org.mitchell.cli.options.TableOptions;
import org.mitchell.cli.options.UsageException;
import org.mitchell.derivatives.PowerFiles;
import org.mitchell.encoding.EncodingOptions;
import org.mitchell.encoding.Preset;
import org.mitchell.encoding.Scale;
import org.mitchell.evaluation.EvaluationOptions;
import org.mitchell.evaluation.LeaveTwoOut;
import org.mitchell.evaluation.MatchRule;
import org.mitchell.evaluation.Metric;
import org.mitchell.fmri.VoxelGrid;
import org.mitchell.jobs.Workers;
import org.mitchell.provenance.Provenance;
import org.mitchell.random.RandomStreams;
import org.mitchell.simulation.SimulatedBrain;
import org.mitchell.text.Counted;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code mitchell power}: what experiments of some size would find. */
@Command(
    name = "power",
    description =
        "Simulate experiments: accuracy, its spread, and how often it is significant, by numbers of"
            + " words, presentations and participants and by signal.",
    footer = {
      "",
      "Every combination of --words, --presentations and --snr is simulated --repetitions times,"
          + " with as many participants as the largest group has. An experiment is significant"
          + " when the group's mean leave-two-out accuracy has p <= .05 among --permutations of"
          + " the words' features, the same for all participants.",
      "An experiment's words are drawn from the paper's nouns; where more are needed, from all"
          + " other words of the features.",
      "How long: as it stands two to three minutes of processor time, which several cores share. It"
          + " grows with repetitions, conditions and the largest group, and with the third power of"
          + " the words; what you ask for is estimated before it begins. The same --snr gives far"
          + " higher accuracies in a large brain than in a small one.",
      "Several spaces (A=FILE,B=FILE) are one model of all their features, with one penalty; models"
          + " with a penalty a space are not simulated.",
      "Responses are simulated exactly linear in the features, with white noise and independent"
          + " signatures: real experiments have less power where that does not hold."
    },
    mixinStandardHelpOptions = true,
    sortOptions = false)
public final class PowerCommand implements Callable<Integer> {
  /** Voxels of the ellipsoid on CMU's grid, about. */
  private static final int FULL_BRAIN = 20_000;

  private static final int SMALLEST_BRAIN = 40;

  private static final double COARSEST = 8;

  @Option(
      names = "--words",
      split = ",",
      hideParamSyntax = true,
      paramLabel = "N,...",
      description = "numbers of words (default: 20,40,60)")
  private int[] words = {20, 40, 60};

  @Option(
      names = "--presentations",
      split = ",",
      hideParamSyntax = true,
      paramLabel = "N,...",
      description = "presentations of every word (default: 6)")
  private int[] presentations = {6};

  @Option(
      names = "--snr",
      split = ",",
      hideParamSyntax = true,
      paramLabel = "RATIO,...",
      description =
          "sd over words of the planted response by sd of a trial's noise, in voxels with signal"
              + " (default: 0.1)")
  private double[] signalToNoise = {0.1};

  @Option(
      names = "--shared-signal",
      paramLabel = "SD",
      description =
          "sd of a response to each word that participants share and features have no part in, by"
              + " sd of a trial's noise (default: 0)")
  private double sharedSignal;

  @Option(
      names = "--participants",
      split = ",",
      hideParamSyntax = true,
      paramLabel = "N,...",
      description = "sizes of the group (default: 1,5,9)")
  private int[] participants = {1, 5, 9};

  @Option(
      names = "--repetitions",
      paramLabel = "N",
      description = "experiments of each condition (default: ${DEFAULT-VALUE})")
  private int repetitions = 20;

  @Mixin private FeatureOptions features;

  @Option(
      names = "--grid-voxels",
      paramLabel = "N",
      description =
          "voxels of a brain, about, 40 to 20000: larger voxels, the same millimetres (default:"
              + " ${DEFAULT-VALUE})")
  private int gridVoxels = 300;

  @Option(
      names = "--voxels",
      paramLabel = "N|all",
      description =
          "compare the N most stable voxels of each fold (default: ${DEFAULT-VALUE}; all when there"
              + " is one presentation)")
  private String voxels = "50";

  @Option(
      names = "--ridge",
      paramLabel = "LAMBDA",
      description = "ridge penalty (default: ${DEFAULT-VALUE}: fewer words than features need one)")
  private double ridge = 1;

  @Option(
      names = "--permutations",
      paramLabel = "N",
      description = "of the words' features, 19 or more (default: ${DEFAULT-VALUE})")
  private int permutations = 59;

  @Option(
      names = "--out",
      paramLabel = "FILE|DIR",
      description = "write the table (.tsv) and a JSON beside it; in a folder power.tsv")
  private Path out;

  @Mixin private TableOptions tables;
  @Mixin private ChanceOptions chance;
  @Mixin private CommonOptions common;

  @Override
  public Integer call() throws IOException {
    long start = System.nanoTime();
    requireNumbers();
    VoxelGrid grid = grid();
    EvaluationOptions options = options(grid);
    if (out != null) {
      Outputs.ofTable(table(), common).requireNotTables(features.files());
    }
    try (Workers workers = common.workers()) {
      var source = features.open(workers, tables.rules(common));
      int wanted = Arrays.stream(words).max().orElseThrow();
      var pool = PowerWords.of(source, features, wanted, new RandomStreams(chance.seed()));
      PowerDesign design = design(pool, grid, options);
      say(pool, design);
      List<PowerRow> rows = PowerStudy.run(design, workers, common.progress());
      Map<String, Object> json = json(pool, design, rows);
      List<Path> written = out == null ? List.of() : PowerFiles.write(rows, json, table());
      PowerTable.lines(rows, design).forEach(common::print);
      written.forEach(file -> common.print("  " + file));
      json.put("outputs", written.stream().map(Path::toString).toList());
      json.put("seconds", (System.nanoTime() - start) / 1e9);
      common.printJson(json);
    }
    return 0;
  }

  private void requireNumbers() {
    require("--words", words, LeaveTwoOut.FEWEST_WORDS);
    require("--presentations", presentations, 1);
    require("--participants", participants, 1);
    require("--repetitions", new int[] {repetitions}, 1);
    require("--permutations", new int[] {permutations}, PowerDesign.FEWEST_PERMUTATIONS);
    for (double ratio : signalToNoise) {
      if (!(ratio >= 0) || Double.isInfinite(ratio)) {
        throw new UsageException("--snr: got " + ratio + " where numbers from 0 up are expected");
      }
    }
    if (!(sharedSignal >= 0) || Double.isInfinite(sharedSignal)) {
      throw new UsageException(
          "--shared-signal: got " + sharedSignal + " where a number from 0 up is expected");
    }
    if (gridVoxels < SMALLEST_BRAIN || gridVoxels > FULL_BRAIN) {
      throw new UsageException(
          "--grid-voxels: got %d where %d to %d are expected"
              .formatted(gridVoxels, SMALLEST_BRAIN, FULL_BRAIN));
    }
  }

  private static void require(String option, int[] numbers, int least) {
    for (int number : numbers) {
      if (number < least) {
        throw new UsageException(
            "%s: got %d where numbers from %d up are expected".formatted(option, number, least));
      }
    }
  }

  private PowerDesign design(PowerWords pool, VoxelGrid grid, EvaluationOptions options) {
    return new PowerDesign(
        PowerDesign.conditions(
            list(words), list(presentations), Arrays.stream(signalToNoise).boxed().toList()),
        list(participants),
        repetitions,
        permutations,
        pool.space(),
        sharedSignal,
        grid,
        options,
        chance.seed());
  }

  private EvaluationOptions options(VoxelGrid grid) {
    OptionalInt compared = ModelOptions.voxels(voxels);
    if (compared.isPresent() && compared.getAsInt() > grid.columns()) {
      throw new UsageException(
          "--voxels %s: the brain has %s. Ask for fewer, or for more --grid-voxels"
              .formatted(voxels, Counted.of(grid.columns(), "voxel")));
    }
    return new EvaluationOptions(encoding(), compared, Metric.COSINE, MatchRule.SUM);
  }

  private EncodingOptions encoding() {
    try {
      return new EncodingOptions(Preset.PAPER, Scale.UNIT, ridge);
    } catch (IllegalArgumentException e) {
      throw new UsageException("--ridge: " + e.getMessage());
    }
  }

  /** The full head with voxels so large that there are about as many as wanted. */
  private VoxelGrid grid() {
    double factor = Math.cbrt((double) FULL_BRAIN / gridVoxels);
    return SimulatedBrain.coarse(Math.min(COARSEST, factor));
  }

  private static List<Integer> list(int[] numbers) {
    return Arrays.stream(numbers).boxed().toList();
  }

  private void say(PowerWords pool, PowerDesign design) {
    if (!pool.others().isEmpty()) {
      common.note(
          "%s gives features of %d of the paper's nouns; %s %s drawn for the rest: %s"
              .formatted(
                  pool.space().name(),
                  pool.ofThePaper(),
                  Counted.of(pool.others().size(), "other word"),
                  Counted.verb(pool.others().size(), "is", "are"),
                  String.join(", ", pool.others().subList(0, Math.min(10, pool.others().size())))
                      + (pool.others().size() > 10 ? ", ..." : "")));
    }
    common.note(
        "%,d SIMULATED participants of %s; about %s of processor time"
            .formatted(
                design.simulatedParticipants(),
                Counted.of(design.grid().columns(), "voxel"),
                duration(design.processorSeconds())));
  }

  private static String duration(double seconds) {
    return seconds < 90
        ? "%.0f s".formatted(Math.max(1, seconds))
        : seconds < 5400
            ? "%.0f minutes".formatted(seconds / 60)
            : "%.0f hours".formatted(seconds / 3600);
  }

  private Map<String, Object> json(PowerWords pool, PowerDesign design, List<PowerRow> rows)
      throws IOException {
    var json = new LinkedHashMap<String, Object>();
    json.put("simulated", true);
    json.put("features", features.choice().nameOrFile());
    json.put("words", pool.space().words());
    json.put("wordsOfThePaper", pool.ofThePaper());
    json.put("gridVoxels", design.grid().columns());
    json.put("voxels", voxels);
    json.put("ridge", ridge);
    json.put("permutations", permutations);
    json.put("sharedSignal", sharedSignal);
    json.put("level", PowerStudy.LEVEL);
    json.put(
        "test",
        "power: permutation p of the group's mean accuracy, participants fixed;"
            + " powerOverParticipants: one-sided t over participants less their permutation means;"
            + " powerOverBoth: the larger p of both");
    json.put("processorSecondsEstimated", design.processorSeconds());
    json.put("assumptions", PowerTable.assumptions(design));
    json.put("rows", rows.stream().map(PowerFiles::of).toList());
    json.put("seed", chance.seed());
    var inputs = new ArrayList<Provenance.Input>();
    inputs.addAll(common.inputs().of(features.files()));
    json.put(
        "provenance",
        Provenance.of(common.commandWords(), inputs, Map.of()).withSeed(chance.seed()).toMap());
    return json;
  }

  private Path table() {
    boolean folder = Files.isDirectory(out) || !out.getFileName().toString().contains(".");
    return folder ? out.resolve("power.tsv") : out;
  }
}
