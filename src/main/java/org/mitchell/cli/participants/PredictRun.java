package org.mitchell.cli.participants;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.mitchell.analysis.WordPrediction;
import org.mitchell.analysis.WordPredictor;
import org.mitchell.cli.options.CommonOptions;
import org.mitchell.cli.options.FeatureOptions;
import org.mitchell.cli.options.FittedResponses;
import org.mitchell.cli.options.TableOptions;
import org.mitchell.cli.text.Decimals;
import org.mitchell.derivatives.AskedWords;
import org.mitchell.derivatives.AskedWords.Asked;
import org.mitchell.derivatives.PredictionWriter;
import org.mitchell.derivatives.SavedFit;
import org.mitchell.derivatives.UnseenWords;
import org.mitchell.encoding.EncodingModel;
import org.mitchell.fmri.Responses;
import org.mitchell.fmri.VoxelGrid;
import org.mitchell.jobs.Workers;
import org.mitchell.provenance.Provenance;

/**
 * Predicts words from one participant's saved fit to the files: the road that {@code predict} and
 * {@code demo} share.
 */
final class PredictRun {
  private final CommonOptions common;
  private final Workers workers;
  private final List<String> commandLine;

  PredictRun(CommonOptions common, Workers workers, List<String> commandLine) {
    this.common = common;
    this.workers = workers;
    this.commandLine = commandLine;
  }

  /**
   * What to predict.
   *
   * @param words the words; one that comes twice counts once
   * @param model the folder that the fit was written to
   * @param out the folder for the images
   * @param data where the responses are now; nothing where they were at fit
   * @param features what gives vectors of words that the model was not trained on; nothing for the
   *     features of the fit
   * @param tables how they are read
   */
  record Request(
      List<String> words,
      Path model,
      Path out,
      Optional<Path> data,
      Optional<String> features,
      TableOptions tables) {
    Request {
      words = List.copyOf(new LinkedHashSet<>(words));
    }
  }

  /**
   * Predicts the words by one participant's model, writes the images and returns what {@code
   * --json} says of each.
   */
  List<Map<String, Object>> run(Request request, String subject) throws IOException {
    SavedFit fit = SavedFit.read(request.model, subject);
    var inputs =
        new ArrayList<Provenance.Input>(
            List.of(Provenance.Input.of(SavedFit.file(request.model, subject))));
    Optional<Responses> responses = responses(fit, request.data, inputs);
    Optional<VoxelGrid> grid = responses.flatMap(Responses::grid).or(fit::grid);
    EncodingModel model = grid.isPresent() ? fit.modelOn(grid.get()) : fit.model();
    var predictor =
        new WordPredictor(model, fit.rawFeatures(), fit.options().voxels(), responses, workers);
    var unseen = new UnseenWords(fit, workers, request.tables.rules(common, fit));
    var found = new AskedWords(fit, unseen).find(request.words, request.features);
    found.notes().forEach(note -> common.note("%s: %s".formatted(fit.subject(), note)));
    if (request.features.isPresent() && found.words().stream().anyMatch(word -> !word.trained())) {
      for (Path file : FeatureOptions.files(request.features.get())) {
        inputs.add(Provenance.Input.of(file));
      }
    }
    var predictions = new ArrayList<WordPrediction>();
    for (Asked word : found.words()) {
      predictions.add(
          word.trained()
              ? predictor.predictTrained(word.word())
              : predictor.predictNew(word.word(), word.rawVector()));
    }
    var writer = new PredictionWriter(fit, grid, Provenance.of(commandLine, inputs, Map.of()));
    List<List<Path>> files = writer.write(predictions, request.out, workers);
    return report(fit, found.words(), predictions, files);
  }

  private Optional<Responses> responses(
      SavedFit fit, Optional<Path> data, List<Provenance.Input> inputs) throws IOException {
    Optional<Responses> responses = FittedResponses.of(fit, data, inputs);
    if (responses.isEmpty()) {
      common.note(
          "%s: the responses are no longer at %s (--data PATH says where they are): no observed images,"
                  .formatted(fit.subject(), fit.responsesFile())
              + " and words of the training are predicted by the model of all words, which saw"
              + " them");
    }
    return responses;
  }

  private List<Map<String, Object>> report(
      SavedFit fit, List<Asked> words, List<WordPrediction> predictions, List<List<Path>> files) {
    var summaries = new ArrayList<Map<String, Object>>();
    for (int p = 0; p < predictions.size(); p++) {
      lines(fit, words.get(p), predictions.get(p), files.get(p)).forEach(common::print);
      summaries.add(summary(fit, words.get(p), predictions.get(p), files.get(p)));
    }
    return summaries;
  }

  private static List<String> lines(
      SavedFit fit, Asked word, WordPrediction prediction, List<Path> files) {
    var lines = new ArrayList<String>();
    String simulated = fit.simulated() ? " (SIMULATED)" : "";
    lines.add(
        "%s%s, %s%s: predicted by %s"
            .formatted(
                fit.subject(),
                simulated,
                prediction.word(),
                word.asked().equals(word.word()) ? "" : " (for '%s')".formatted(word.asked()),
                PredictionWriter.words(prediction.source())));
    if (prediction.rAll().isPresent()) {
      String selected =
          prediction.rSelected().isPresent()
              ? "%s over the %,d most stable voxels, "
                  .formatted(
                      Decimals.decimal(prediction.rSelected().getAsDouble()),
                      prediction.selectedVoxels())
              : "";
      lines.add(
          "  r with the observed image: %s%s over all %,d voxels"
              .formatted(
                  selected,
                  Decimals.decimal(prediction.rAll().getAsDouble()),
                  prediction.predicted().length));
    }
    if (fit.grid().isEmpty()) {
      lines.add("  no voxel coordinates: a table, a row a voxel column");
    }
    files.forEach(file -> lines.add("  " + file));
    return lines;
  }

  private static Map<String, Object> summary(
      SavedFit fit, Asked word, WordPrediction prediction, List<Path> files) {
    var summary = new LinkedHashMap<String, Object>();
    summary.put("subject", fit.subject());
    summary.put("study", fit.study());
    summary.put("simulated", fit.simulated());
    summary.put("word", prediction.word());
    summary.put("asked", word.asked());
    summary.put("featuresFrom", word.features());
    summary.put("trainingWord", prediction.source() != WordPrediction.Source.NEW_WORD);
    summary.put("heldOut", prediction.source() != WordPrediction.Source.TRAINED_ON_THE_WORD);
    summary.put("predictedBy", PredictionWriter.words(prediction.source()));
    summary.put("selectedVoxels", prediction.selectedVoxels());
    summary.put(
        "rSelected",
        prediction.rSelected().isPresent() ? prediction.rSelected().getAsDouble() : null);
    summary.put("rAll", prediction.rAll().isPresent() ? prediction.rAll().getAsDouble() : null);
    summary.put("outputs", files.stream().map(Path::toString).toList());
    return summary;
  }
}
