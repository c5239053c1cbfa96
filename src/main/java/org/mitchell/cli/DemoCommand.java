package org.mitchell.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.concurrent.Callable;
import org.mitchell.encoding.EncodingOptions;
import org.mitchell.evaluation.EvaluationOptions;
import org.mitchell.evaluation.MatchRule;
import org.mitchell.evaluation.Metric;
import org.mitchell.features.FeatureSources;
import org.mitchell.features.FeatureSpace;
import org.mitchell.features.FeatureTable;
import org.mitchell.features.FeatureTableWriter;
import org.mitchell.fmri.ReadOptions;
import org.mitchell.fmri.Stimulus;
import org.mitchell.jobs.Workers;
import org.mitchell.paper.Paper;
import org.mitchell.simulation.SimulatedBrain;
import org.mitchell.simulation.Simulation;
import org.mitchell.simulation.SimulationFiles;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code mitchell demo}: the whole road on a simulated participant, without any data. */
@Command(
    name = "demo",
    description = "Walk the whole road without data: count verbs, simulate a participant, fit, evaluate, predict, map.",
    mixinStandardHelpOptions = true,
    sortOptions = false)
final class DemoCommand implements Callable<Integer> {
  private static final String SUBJECT = "sim1";

  /** Voxels twice as large as CMU's along each axis: about 2,500, so that the demo takes seconds. */
  private static final double COARSENESS = 2;

  private static final int PRESENTATIONS = 6;

  /** About as hard to decode as a real participant. */
  private static final double SIGNAL_TO_NOISE = 0.1;

  @Option(names = "--out", paramLabel = "DIR", description = "where everything goes (default: ${DEFAULT-VALUE})")
  private Path out = Path.of("mitchell-demo");

  @Option(names = "--seed", paramLabel = "N", description = "of the simulation (default: ${DEFAULT-VALUE})")
  private long seed = 1;

  @Mixin private CommonOptions common;
  @Spec private CommandSpec spec;

  @Override
  public Integer call() throws IOException {
    Path table = out.resolve("features.tsv");
    Path data = out.resolve("data");
    Path derivatives = out.resolve("derivatives");
    try (Workers workers = common.workers()) {
      FeatureSpace space = count(table, workers);
      simulate(space, data, workers);
      fit(table, data, derivatives, workers);
    }
    common.print("");
    common.print("4. Predict celery and airplane, each by a model that never saw it");
    int status = predict(derivatives);
    if (status == 0) {
      next(derivatives);
    }
    return status;
  }

  private FeatureSpace count(Path table, Workers workers) throws IOException {
    common.print("1. Count the paper's 25 verbs beside its 60 nouns in the built-in corpus (WordNet)");
    FeatureSpace space = FeatureSources.named(FeatureSources.builtIn().get(0), workers).vectors(Paper.nouns());
    FeatureTableWriter.write(table, space);
    common.print("   %d nouns meet a verb; %s do not".formatted(60 - space.zeroWords().size(), space.zeroWords()));
    common.print("   " + table);
    return space;
  }

  private void simulate(FeatureSpace space, Path data, Workers workers) throws IOException {
    common.print("");
    common.print("2. Simulate a participant with known signatures: everything from here on is SIMULATED");
    List<String> words = Paper.nouns().stream().filter(word -> !space.zeroWords().contains(word)).toList();
    Simulation simulation =
        Simulation.builder(SUBJECT)
            .stimuli(words.stream().map(word -> new Stimulus(word, Paper.categories().get(word))).toList())
            .features(space.features(), words.stream().map(w -> space.vector(w).orElseThrow()).toArray(double[][]::new))
            .presentations(PRESENTATIONS)
            .signalToNoise(SIGNAL_TO_NOISE)
            .grid(SimulatedBrain.coarse(COARSENESS))
            .seed(seed)
            .build();
    var participant = simulation.run(workers);
    List<Path> files = SimulationFiles.write(participant, data);
    common.print(
        "   %,d voxels, %,d of them with signal, %d words x %d presentations, seed %d"
            .formatted(participant.responses().voxels(), participant.truth().signalVoxels(), words.size(), PRESENTATIONS, seed));
    files.forEach(file -> common.print("   " + file));
  }

  private void fit(Path table, Path data, Path derivatives, Workers workers) throws IOException {
    common.print("");
    common.print("3. Fit and evaluate: leave two words out, 1,653 times for 58 words");
    var request =
        new FitRun.Request(
            SUBJECT,
            data.resolve("data-science-" + SUBJECT + ".mat"),
            ReadOptions.DEFAULT,
            Map.of(),
            FeatureTable.read(table)::vectors,
            table.toString(),
            "",
            false,
            responses ->
                new EvaluationOptions(EncodingOptions.PAPER, OptionalInt.of(500), Metric.COSINE, MatchRule.SUM),
            List.of(table),
            derivatives);
    var result = new FitRun(common, workers, CommandWords.of(spec)).run(request);
    FitTable.lines(result, table.getFileName().toString()).forEach(common::print);
  }

  private int predict(Path derivatives) {
    CommandLine predict = spec.root().commandLine().getSubcommands().get("predict");
    var words = new ArrayList<>(List.of("celery", "airplane", "--subject", SUBJECT, "--model", derivatives.toString()));
    if (common.quiet()) {
      words.add("--quiet");
    }
    if (common.json()) {
      words.add("--json");
    }
    return predict.execute(words.toArray(String[]::new));
  }

  private void next(Path derivatives) {
    common.print("");
    common.print("Open the maps in a viewer (FSLeyes, MRIcroGL, NiiVue): " + derivatives.resolve("sub-" + SUBJECT));
    common.print("Try next:");
    common.print("  mitchell predict dog hammer --subject " + SUBJECT + " --model " + derivatives);
    common.print("  mitchell predict banana --subject " + SUBJECT + " --model " + derivatives + " --features verbs25");
    common.print("  mitchell features show celery");
    common.print("  mitchell data get P1                 the real participants, from CMU");
    common.print("  mitchell fit --subject P1");
  }
}
