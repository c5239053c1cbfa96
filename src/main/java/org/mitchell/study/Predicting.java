package org.mitchell.study;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.mitchell.analysis.WordPrediction;
import org.mitchell.analysis.WordPredictor;
import org.mitchell.derivatives.AskedWords;
import org.mitchell.derivatives.AskedWords.Asked;
import org.mitchell.derivatives.PredictionWriter;
import org.mitchell.derivatives.SavedFit;
import org.mitchell.derivatives.UnseenWords;
import org.mitchell.encoding.EncodingModel;
import org.mitchell.features.FeatureChoice;
import org.mitchell.files.Remedy;
import org.mitchell.fmri.Responses;
import org.mitchell.fmri.VoxelPlaces;
import org.mitchell.jobs.Workers;
import org.mitchell.provenance.Provenance;
import org.mitchell.tables.TableRules;

/** Predicts words by one participant's saved fit, and writes their images. */
public final class Predicting {
  private final Listener listener;
  private final Workers workers;
  private final List<String> commandLine;

  public Predicting(Listener listener, Workers workers, List<String> commandLine) {
    this.listener = listener;
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
   * @param tables how they are read beside a fit
   */
  public record Request(
      List<String> words,
      Path model,
      Path out,
      Optional<Path> data,
      Optional<String> features,
      Function<SavedFit, TableRules> tables) {
    public Request {
      words = List.copyOf(new LinkedHashSet<>(words));
    }
  }

  /**
   * What was predicted.
   *
   * @param words as they were found
   * @param predictions of these words
   * @param files the images of each
   */
  public record Predicted(
      SavedFit fit, List<Asked> words, List<WordPrediction> predictions, List<List<Path>> files) {}

  /**
   * Words as they were found, with their images.
   *
   * @param model its voxels in the order of the images
   * @param notes which word was taken for which
   */
  public record Found(
      EncodingModel model,
      List<Asked> words,
      List<WordPrediction> predictions,
      List<String> notes) {}

  /** Predicts the words by one participant's model and writes the images. */
  public Predicted run(Request request, String subject) throws IOException {
    SavedFit fit = SavedFit.read(request.model, subject);
    var inputs =
        new ArrayList<Provenance.Input>(
            List.of(Provenance.Input.of(SavedFit.file(request.model, subject))));
    Optional<Responses> responses = responses(fit, request.data, inputs);
    Optional<VoxelPlaces> places = responses.flatMap(Responses::places).or(fit::places);
    var found =
        predict(
            fit, responses, request.words, request.features, request.tables.apply(fit), workers);
    found.notes().forEach(note -> listener.note("%s: %s".formatted(fit.subject(), note)));
    if (request.features.isPresent() && found.words().stream().anyMatch(word -> !word.trained())) {
      for (Path file : FeatureChoice.of(request.features.get()).files()) {
        inputs.add(Provenance.Input.of(file));
      }
    }
    var writer = new PredictionWriter(fit, places, Provenance.of(commandLine, inputs, Map.of()));
    List<List<Path>> files = writer.write(found.predictions(), request.out, workers);
    return new Predicted(fit, found.words(), found.predictions(), files);
  }

  /**
   * Predicts words, those of the training by the model without them where the responses are there.
   *
   * @param responses that were fitted, where they are at hand
   * @param features what gives vectors of other words; nothing for the features of the fit
   * @throws org.mitchell.files.InputException if a word is neither the model's nor in the features
   */
  public static Found predict(
      SavedFit fit,
      Optional<Responses> responses,
      List<String> words,
      Optional<String> features,
      TableRules rules,
      Workers workers)
      throws IOException {
    Optional<VoxelPlaces> places = responses.flatMap(Responses::places).or(fit::places);
    EncodingModel model = places.isPresent() ? fit.modelOn(places.get()) : fit.model();
    var predictor = new WordPredictor(model, fit.rawFeatures(), fit.options(), responses, workers);
    AskedWords.Found found =
        new AskedWords(fit, new UnseenWords(fit, workers, rules)).find(words, features);
    List<WordPrediction> predictions =
        predictor.predict(
            found.words().stream()
                .map(
                    word ->
                        new WordPredictor.Wanted(
                            word.word(),
                            word.trained() ? Optional.empty() : Optional.of(word.rawVector())))
                .toList());
    return new Found(model, found.words(), predictions, found.notes());
  }

  private Optional<Responses> responses(
      SavedFit fit, Optional<Path> data, List<Provenance.Input> inputs) throws IOException {
    Optional<Responses> responses = FittedResponses.of(fit, data, inputs);
    if (responses.isEmpty()) {
      listener.note(
          "%s: the responses are no longer at %s: no observed images, and words of the training are predicted by the model of all words, which saw them"
              .formatted(fit.subject(), fit.responsesFile()),
          Remedy.RESPONSES_ARE_ELSEWHERE);
    }
    return responses;
  }
}
