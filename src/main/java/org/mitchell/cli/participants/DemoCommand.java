package org.mitchell.cli.participants;

import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.mitchell.analysis.LeftOut;
import org.mitchell.cli.options.ChanceOptions;
import org.mitchell.cli.options.CommandWords;
import org.mitchell.cli.options.CommonOptions;
import org.mitchell.cli.options.FeatureOptions;
import org.mitchell.cli.options.TableOptions;
import org.mitchell.data.ParticipantFiles;
import org.mitchell.derivatives.contents.FitFigures;
import org.mitchell.evaluation.EvaluationOptions;
import org.mitchell.features.FeatureChoice;
import org.mitchell.features.FeatureSources;
import org.mitchell.features.FeatureSpace;
import org.mitchell.features.FeatureTable;
import org.mitchell.features.FeatureTableWriter;
import org.mitchell.fmri.ReadOptions;
import org.mitchell.fmri.Stimulus;
import org.mitchell.jobs.Workers;
import org.mitchell.paper.Paper;
import org.mitchell.provenance.TypedCommand;
import org.mitchell.simulation.SimulatedBrain;
import org.mitchell.simulation.Simulation;
import org.mitchell.simulation.SimulationFiles;
import org.mitchell.study.Fitting;
import org.mitchell.study.ParticipantReader;
import org.mitchell.study.Predicting;
import org.mitchell.text.Counted;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code mitchell demo}: the whole road on a simulated participant, without any data. */
@Command(
    name = "demo",
    description =
        "Walk the whole road without data: count verbs, simulate a participant, fit, evaluate,"
            + " predict, map.",
    mixinStandardHelpOptions = true,
    sortOptions = false)
public final class DemoCommand implements Callable<Integer> {
  private static final String SUBJECT = "sim1";

  /**
   * Voxels twice as large as CMU's along each axis: about 2,500, so that the demo takes seconds.
   */
  private static final double COARSENESS = 2;

  private static final int PRESENTATIONS = 6;

  /** Enough for the maps to show something; a real participant is harder to decode. */
  private static final double SIGNAL_TO_NOISE = 0.2;

  @Option(
      names = "--out",
      paramLabel = "DIR",
      description = "where everything goes (default: ${DEFAULT-VALUE})")
  private Path out = Path.of("mitchell-demo");

  @Mixin private ChanceOptions chance;
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
      FitFigures fit = fit(table, data, derivatives, workers);
      List<Map<String, Object>> predictions = predict(derivatives, workers);
      next(derivatives);
      var json = new LinkedHashMap<String, Object>();
      json.put("simulated", true);
      json.put("fit", fit);
      json.put("predictions", predictions);
      common.printJson(json);
    }
    return 0;
  }

  private FeatureSpace count(Path table, Workers workers) throws IOException {
    common.print(
        "1. Count the paper's 25 verbs beside its 60 nouns in the built-in corpus (WordNet)");
    FeatureSpace space =
        FeatureSources.named(FeatureOptions.BUILT_IN, workers).vectors(Paper.nouns());
    FeatureTableWriter.write(table, space);
    List<String> zero = space.zeroWords();
    common.print(
        "   %s meet a verb; %s do not"
            .formatted(
                Counted.of(space.words().size() - zero.size(), "noun"),
                String.join(" and ", zero)));
    common.print("   " + table);
    return space;
  }

  private void simulate(FeatureSpace space, Path data, Workers workers) throws IOException {
    common.print("");
    common.print(
        "2. Simulate a participant with known signatures: everything from here on is SIMULATED");
    List<String> words =
        Paper.nouns().stream().filter(word -> !space.zeroWords().contains(word)).toList();
    Simulation simulation =
        Simulation.builder(SUBJECT)
            .stimuli(
                words.stream()
                    .map(word -> new Stimulus(word, Paper.categories().get(word)))
                    .toList())
            .features(
                space.features(),
                words.stream().map(w -> space.vector(w).orElseThrow()).toArray(double[][]::new))
            .presentations(PRESENTATIONS)
            .signalToNoise(SIGNAL_TO_NOISE)
            .grid(SimulatedBrain.coarse(COARSENESS))
            .seed(chance.seed())
            .build();
    var participant = simulation.run(workers);
    List<Path> files = SimulationFiles.write(participant, data);
    common.print(
        "   %s, %,d of them with signal, %s x %s, seed %d"
            .formatted(
                Counted.of(participant.responses().voxels(), "voxel"),
                participant.truth().signalVoxels(),
                Counted.of(words.size(), "word"),
                Counted.of(PRESENTATIONS, "presentation"),
                chance.seed()));
    files.forEach(file -> common.print("   " + file));
  }

  private FitFigures fit(Path table, Path data, Path derivatives, Workers workers)
      throws IOException {
    common.print("");
    common.print(
        "3. Fit and evaluate: leave every pair of words out, predict both, tell which is which");
    var request =
        new Fitting.Request(
            SUBJECT,
            ParticipantFiles.find(data, SUBJECT).file().path(),
            new ParticipantReader(common, ReadOptions.DEFAULT, Optional.empty(), Map.of()),
            FeatureTable.read(table),
            FeatureChoice.of(table.toString()),
            true,
            words -> Optional.empty(),
            EvaluationOptions.PAPER.encoding().scale(),
            responses -> EvaluationOptions.PAPER,
            LeftOut.PAIRS,
            List.of(table),
            derivatives);
    var result = new Fitting(common, workers, CommandWords.of(spec)).run(request);
    FitTable.lines(result, table.getFileName().toString()).forEach(common::print);
    return result.written().figures();
  }

  private List<Map<String, Object>> predict(Path derivatives, Workers workers) throws IOException {
    common.print("");
    common.print("4. Predict celery and airplane, each by a model that never saw it");
    var request =
        new Predicting.Request(
            List.of("celery", "airplane"),
            derivatives,
            derivatives,
            Optional.empty(),
            Optional.empty(),
            saved -> new TableOptions().rules(common, saved));
    var predicted = new Predicting(common, workers, CommandWords.of(spec)).run(request, SUBJECT);
    PredictedWords.lines(predicted).forEach(common::print);
    return PredictedWords.json(predicted);
  }

  private void next(Path derivatives) {
    common.print("");
    common.print(
        "Open the maps in a viewer (FSLeyes, MRIcroGL, NiiVue): "
            + derivatives.resolve("sub-" + SUBJECT));
    common.print("Try next:");
    common.print("  " + onDemo(derivatives, "predict", "dog", "hammer"));
    common.print(
        "  "
            + onDemo(derivatives, "predict", "banana").with("--features", FeatureOptions.BUILT_IN));
    common.print("  " + TypedCommand.mitchell("features", "show", "celery"));
    common.print("With the real participants, from CMU:");
    common.print("  " + TypedCommand.mitchell("data", "get", "P1"));
    common.print("  " + TypedCommand.mitchell("fit", "--subject", "P1"));
  }

  private static TypedCommand onDemo(Path derivatives, Object... words) {
    return TypedCommand.mitchell(words).with("--subject", SUBJECT, "--model", derivatives);
  }
}
