package org.mitchell.cli.participants;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.mitchell.analysis.LeftOut;
import org.mitchell.cli.options.ChanceOptions;
import org.mitchell.cli.options.CommonOptions;
import org.mitchell.cli.options.FeatureOptions;
import org.mitchell.cli.options.TableOptions;
import org.mitchell.data.ParticipantFiles;
import org.mitchell.derivatives.SavedFit;
import org.mitchell.derivatives.TruthWriter;
import org.mitchell.derivatives.contents.FitFigures;
import org.mitchell.evaluation.EvaluationOptions;
import org.mitchell.evaluation.nulls.Relabelling;
import org.mitchell.features.FeatureChoice;
import org.mitchell.features.FeatureSources;
import org.mitchell.features.FeatureSpace;
import org.mitchell.features.FeatureTable;
import org.mitchell.features.FeatureTableWriter;
import org.mitchell.fmri.ReadOptions;
import org.mitchell.fmri.Stimulus;
import org.mitchell.fmri.VoxelGrid;
import org.mitchell.inference.ClusterRule;
import org.mitchell.inference.GroupVariance;
import org.mitchell.inference.VoxelStatistic;
import org.mitchell.jobs.Workers;
import org.mitchell.maps.clusters.Contiguity;
import org.mitchell.paper.Paper;
import org.mitchell.provenance.TypedCommand;
import org.mitchell.simulation.SimulatedBrain;
import org.mitchell.simulation.SimulatedParticipant;
import org.mitchell.simulation.Simulation;
import org.mitchell.simulation.SimulationFiles;
import org.mitchell.simulation.SmoothSignatures;
import org.mitchell.study.FitPlace;
import org.mitchell.study.Fitting;
import org.mitchell.study.Mapping;
import org.mitchell.study.ParticipantReader;
import org.mitchell.study.Predicting;
import org.mitchell.text.Counted;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code mitchell demo}: the whole road on a simulated participant, without any data. */
@Command(
    name = "demo",
    description =
        "Walk the whole road without data: count verbs, simulate a participant, fit, evaluate,"
            + " predict, map, draw, report.",
    mixinStandardHelpOptions = true,
    sortOptions = false)
public final class DemoCommand implements Callable<Integer> {
  private static final String SUBJECT = "sim1";

  /** About 4,300 voxels: fine enough for pictures, coarse enough for seconds. */
  private static final double VOXEL_MM = 7;

  private static final int PRESENTATIONS = 6;

  /** Strong, so that maps show what was planted; a real participant is harder to decode. */
  private static final double SIGNAL_TO_NOISE = 0.6;

  /** As smooth as measured noise is, mm. */
  private static final double NOISE_FWHM = 8;

  @Option(
      names = "--out",
      paramLabel = "DIR",
      description = "where everything goes (default: ${DEFAULT-VALUE})")
  private Path out = Path.of("mitchell-demo");

  @Option(names = "--no-report", description = "leave the report out, which takes some seconds")
  private boolean noReport;

  @Mixin private ChanceOptions chance;
  @Mixin private CommonOptions common;

  private final Runner commands;

  /** Runs another command of this program. */
  @FunctionalInterface
  public interface Runner {
    /** Its exit status. */
    int run(String... words);
  }

  /**
   * @param commands runs another command of this program, as if it were typed
   */
  public DemoCommand(Runner commands) {
    this.commands = commands;
  }

  @Override
  public Integer call() throws IOException {
    common.places().takeFolder(out);
    Path table = out.resolve("features.tsv");
    Path data = out.resolve("data");
    Path derivatives = out.resolve("derivatives");
    var pictures = new DemoPictures(out, SUBJECT, chance.seed(), common, commands);
    var json = new LinkedHashMap<String, Object>();
    json.put("simulated", true);
    try (Workers workers = common.workers()) {
      FeatureSpace space = count(table, workers);
      SimulatedParticipant participant = simulate(space, data, workers);
      json.put("fit", fit(table, data, derivatives, workers));
      json.put("predictions", predict(derivatives, workers));
      Mapping.Made map = map(derivatives, workers);
      json.put("map", truth(map, participant, derivatives));
      json.put("pictures", pictures.draw(participant.simulation(), map));
    }
    json.put("report", noReport ? null : pictures.report().toString());
    next(derivatives);
    common.printJson(json);
    pictures.offerToView();
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

  private SimulatedParticipant simulate(FeatureSpace space, Path data, Workers workers)
      throws IOException {
    common.print("");
    common.print(
        "2. Simulate a participant with known signatures: everything from here on is SIMULATED");
    List<String> words =
        Paper.nouns().stream().filter(word -> !space.zeroWords().contains(word)).toList();
    VoxelGrid brain = SimulatedBrain.brainShaped(VOXEL_MM);
    var builder =
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
            .noiseFwhm(NOISE_FWHM)
            .grid(brain)
            .seed(chance.seed());
    var signatures = new SmoothSignatures(brain, chance.seed());
    for (int feature = 0; feature < space.features().size(); feature++) {
      builder.signature(space.features().get(feature), signatures.of(feature));
    }
    SimulatedParticipant participant = builder.build().run(workers);
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
    return participant;
  }

  private FitFigures fit(Path table, Path data, Path derivatives, Workers workers)
      throws IOException {
    common.print("");
    common.print(
        "3. Fit and evaluate: leave every pair of words out, predict both, tell which is which");
    Path file = ParticipantFiles.find(data, SUBJECT).file().path();
    var request =
        new Fitting.Request(
            SUBJECT,
            file,
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
    // The command that makes the same fit: reports repeat its options in others.
    List<String> typed =
        Stream.of("fit", "--subject", SUBJECT, "--data", file, "--features", table)
            .map(Object::toString)
            .toList();
    var result = new Fitting(common, workers, typed).run(request);
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
    var predicted = new Predicting(common, workers, common.commandWords()).run(request, SUBJECT);
    PredictedWords.lines(predicted).forEach(common::print);
    return PredictedWords.json(predicted);
  }

  /** Tests every voxel. */
  private Mapping.Made map(Path derivatives, Workers workers) throws IOException {
    common.print("");
    common.print("5. Map where the prediction holds, corrected for the number of voxels (FWER)");
    var request =
        new Mapping.Request(
            List.of(SUBJECT),
            new FitPlace(derivatives, Optional.empty()),
            derivatives,
            VoxelStatistic.FWER,
            Relabelling.FREE,
            OptionalInt.empty(),
            new ClusterRule(
                OptionalDouble.empty(),
                OptionalDouble.empty(),
                OptionalInt.empty(),
                Contiguity.EDGES),
            Optional.empty(),
            Optional.empty(),
            OptionalInt.empty(),
            GroupVariance.OWN,
            Optional.empty(),
            Optional.empty(),
            0,
            saved -> new TableOptions().rules(common, saved),
            chance.seed());
    var made = new ArrayList<Mapping.Made>();
    new Mapping(request, common, workers, common.commandWords()).each(made::add);
    return made.get(0);
  }

  /** Lays the truth beside what was found. */
  private Map<String, Object> truth(
      Mapping.Made made, SimulatedParticipant participant, Path derivatives) throws IOException {
    var found = DemoTruth.of(made.record().result(), participant);
    Path beside =
        TruthWriter.write(
            SavedFit.read(derivatives, SUBJECT),
            IntStream.range(0, participant.truth().voxels())
                .mapToDouble(participant.truth()::signalToNoise)
                .toArray(),
            participant.simulation().grid(),
            derivatives,
            common.commandWords());
    common.print(
        "   %s of %s at p .05 or less: %,d of these have planted signal, of %,d that have any"
            .formatted(
                Counted.of(found.clusters(), "cluster"),
                Counted.of(found.voxels(), "voxel"),
                found.right(),
                found.planted()));
    made.written().outputs().forEach(file -> common.print("   " + file));
    common.print("   the truth beside it: " + beside);
    return found.json(beside);
  }

  private void next(Path derivatives) {
    common.print("");
    common.print("Try next:");
    common.print("  " + onDemo(derivatives, "view"));
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
