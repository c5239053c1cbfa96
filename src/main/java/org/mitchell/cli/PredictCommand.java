package org.mitchell.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.mitchell.analysis.WordPrediction;
import org.mitchell.analysis.WordPredictor;
import org.mitchell.data.ParticipantFiles;
import org.mitchell.derivatives.PredictionWriter;
import org.mitchell.derivatives.SavedFit;
import org.mitchell.features.FeatureSource;
import org.mitchell.features.FeatureSources;
import org.mitchell.features.FeatureSpace;
import org.mitchell.files.InputException;
import org.mitchell.files.Json;
import org.mitchell.fmri.Responses;
import org.mitchell.fmri.ResponsesReader;
import org.mitchell.fmri.VoxelGrid;
import org.mitchell.jobs.Workers;
import org.mitchell.provenance.Provenance;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code mitchell predict}: the predicted images of words. */
@Command(
    name = "predict",
    description = "Predict the fMRI images of words from fitted models.",
    footer = {
      "",
      "A word that the model was trained on is predicted by the model trained without it, which takes the responses;",
      "they are read again from where they were at fit, or from --data."
    },
    mixinStandardHelpOptions = true,
    sortOptions = false)
final class PredictCommand implements Callable<Integer> {
  @Parameters(paramLabel = "WORD", arity = "1..*", description = "the words")
  private List<String> words;

  @Option(
      names = "--subject",
      split = ",",
      paramLabel = "LABEL",
      description = "participants (default: all that are fitted)")
  private List<String> subjects = List.of();

  @Option(names = "--model", paramLabel = "DIR", description = "where fits are read (default: ${DEFAULT-VALUE})")
  private Path model = Path.of("derivatives", "mitchell");

  @Option(names = "--out", paramLabel = "DIR", description = "where images go (default: as --model)")
  private Path out;

  @Option(names = "--data", paramLabel = "PATH", description = "the participants' responses, where they are now")
  private Path data;

  @Option(
      names = "--features",
      paramLabel = "NAME|FILE",
      description = "vectors of words that the model was not trained on (default: the features of the fit)")
  private String features;

  @Mixin private CommonOptions common;
  @Spec private CommandSpec spec;

  @Override
  public Integer call() throws IOException {
    var all = new ArrayList<Map<String, Object>>();
    List<String> labels = subjects.isEmpty() || subjects.equals(List.of("all")) ? SavedFit.subjects(model) : subjects;
    if (labels.isEmpty()) {
      throw InputException.in(model, "no participant has been fitted here. Fit one first: mitchell fit --subject P1");
    }
    try (Workers workers = common.workers()) {
      for (String label : labels) {
        all.addAll(predict(SavedFit.read(model, label), workers));
      }
    }
    if (common.json()) {
      System.out.print(Json.text(Map.of("predictions", all)));
    }
    return 0;
  }

  private List<Map<String, Object>> predict(SavedFit fit, Workers workers) throws IOException {
    var inputs = new ArrayList<Provenance.Input>(List.of(Provenance.Input.of(SavedFit.file(model, fit.subject()))));
    Optional<Responses> responses = responses(fit, inputs);
    var predictor =
        new WordPredictor(fit.model(), fit.rawFeatures(), fit.options().voxels(), responses, workers);
    var predictions = new ArrayList<WordPrediction>();
    Map<String, double[]> vectors = newVectors(fit, predictor, workers);
    for (String word : new LinkedHashSet<>(words)) {
      predictions.add(
          predictor.trainedOn(word)
              ? predictor.predictTrained(word)
              : predictor.predictNew(word, vectors.get(word)));
    }
    Optional<VoxelGrid> grid = responses.isPresent() ? responses.get().grid() : fit.grid();
    Path root = out == null ? model : out;
    var writer = new PredictionWriter(fit, grid, provenance(inputs));
    List<List<Path>> files = writer.write(predictions, root, workers);
    var summaries = new ArrayList<Map<String, Object>>();
    for (int p = 0; p < predictions.size(); p++) {
      lines(fit, predictions.get(p), files.get(p)).forEach(common::print);
      summaries.add(summary(fit, predictions.get(p), files.get(p)));
    }
    return summaries;
  }

  /** Responses that the model can be held against: the very file that it was fitted on, which joins the inputs. */
  private Optional<Responses> responses(SavedFit fit, List<Provenance.Input> inputs) throws IOException {
    Path file = data == null ? fit.responsesFile() : ParticipantFiles.find(data, fit.subject()).file().path();
    if (data == null && !Files.isReadable(file)) {
      common.note(
          "%s: the responses are no longer at %s: no observed images, and words of the training are predicted by the model"
                  .formatted(fit.subject(), file)
              + " that saw them (--data PATH says where they are)");
      return Optional.empty();
    }
    Provenance.Input input = Provenance.Input.of(file);
    if (!input.sha256().equals(fit.responsesSha256())) {
      throw InputException.in(
          file,
          "not the file that participant %s was fitted on (its SHA-256 differs). Fit again, or give the right file with --data"
              .formatted(fit.subject()));
    }
    inputs.add(input);
    return Optional.of(ResponsesReader.read(file, fit.subject(), fit.readOptions()));
  }

  private Map<String, double[]> newVectors(SavedFit fit, WordPredictor predictor, Workers workers) throws IOException {
    List<String> unknown = words.stream().filter(word -> !predictor.trainedOn(word)).distinct().toList();
    if (unknown.isEmpty()) {
      return Map.of();
    }
    FeatureSource source = FeatureSources.named(features == null ? fit.featureSource() : features, workers);
    FeatureSpace space = source.vectors(unknown);
    for (String word : unknown) {
      if (space.vector(word).isEmpty()) {
        throw source.unknown(word);
      }
    }
    FeatureSpace taken = fit.columns().isEmpty() || features != null ? space : space.columns(fit.columns());
    if (!taken.features().equals(fit.model().featureNames())) {
      throw new InputException(
          "%s: its columns are not those of participant %s's model: %s ... where %s ... are expected"
              .formatted(source.name(), fit.subject(), some(taken.features()), some(fit.model().featureNames())));
    }
    var vectors = new LinkedHashMap<String, double[]>();
    for (String word : unknown) {
      if (taken.zeroWords().contains(word)) {
        throw new InputException(
            "%s: all features of '%s' are zero, so nothing can be predicted. Features from a larger corpus: mitchell features build"
                .formatted(source.name(), word));
      }
      vectors.put(word, taken.vector(word).orElseThrow());
    }
    return vectors;
  }

  private Provenance provenance(List<Provenance.Input> inputs) {
    return Provenance.of(CommandWords.of(spec), inputs, Map.of());
  }

  private static List<String> lines(SavedFit fit, WordPrediction prediction, List<Path> files) {
    var lines = new ArrayList<String>();
    lines.add(
        "%s%s, %s: predicted by %s"
            .formatted(
                fit.subject(),
                fit.simulated() ? " (SIMULATED)" : "",
                prediction.word(),
                PredictionWriter.words(prediction.source())));
    if (prediction.rAll().isPresent()) {
      String selected =
          prediction.rSelected().isPresent()
              ? "%s over the %,d most stable voxels, "
                  .formatted(FitTable.decimal(prediction.rSelected().getAsDouble()), prediction.selectedVoxels())
              : "";
      lines.add(
          "  r with the observed image: %s%s over all %,d voxels"
              .formatted(selected, FitTable.decimal(prediction.rAll().getAsDouble()), prediction.predicted().length));
    }
    if (fit.grid().isEmpty()) {
      lines.add("  no voxel coordinates: a table, a row a voxel column");
    }
    files.forEach(file -> lines.add("  " + file));
    return lines;
  }

  private static Map<String, Object> summary(SavedFit fit, WordPrediction prediction, List<Path> files) {
    var summary = new LinkedHashMap<String, Object>();
    summary.put("subject", fit.subject());
    summary.put("simulated", fit.simulated());
    summary.put("word", prediction.word());
    summary.put("trainingWord", prediction.source() != WordPrediction.Source.NEW_WORD);
    summary.put("heldOut", prediction.source() != WordPrediction.Source.TRAINED_ON_THE_WORD);
    summary.put("predictedBy", PredictionWriter.words(prediction.source()));
    summary.put("selectedVoxels", prediction.selectedVoxels());
    summary.put("rSelected", prediction.rSelected().isPresent() ? prediction.rSelected().getAsDouble() : null);
    summary.put("rAll", prediction.rAll().isPresent() ? prediction.rAll().getAsDouble() : null);
    summary.put("outputs", files.stream().map(Path::toString).toList());
    return summary;
  }

  private static List<String> some(List<String> names) {
    return names.subList(0, Math.min(4, names.size()));
  }
}
