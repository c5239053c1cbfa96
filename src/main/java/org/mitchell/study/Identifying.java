package org.mitchell.study;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Function;
import java.util.function.IntToDoubleFunction;
import org.mitchell.corpus.WordList;
import org.mitchell.derivatives.ComparedVoxels;
import org.mitchell.derivatives.ImageOfColumns;
import org.mitchell.derivatives.SavedFit;
import org.mitchell.derivatives.UnseenWords;
import org.mitchell.encoding.Preset;
import org.mitchell.evaluation.Metric;
import org.mitchell.evaluation.ranks.CandidateWords;
import org.mitchell.evaluation.ranks.Identification;
import org.mitchell.evaluation.ranks.Softmax;
import org.mitchell.features.FeatureChoice;
import org.mitchell.files.InputException;
import org.mitchell.files.Remedy;
import org.mitchell.fmri.PresentationMeans;
import org.mitchell.fmri.Responses;
import org.mitchell.fmri.VoxelPlaces;
import org.mitchell.fmri.WordImages;
import org.mitchell.jobs.Workers;
import org.mitchell.provenance.Provenance;
import org.mitchell.tables.TableRules;
import org.mitchell.text.Counted;
import org.mitchell.words.WordIndex;
import org.mitchell.words.WordMatch;

/** Identifies images by one participant's saved fit. */
public final class Identifying {
  /** How many words of a list a message names. */
  private static final int MOST_NAMED = 10;

  private final Request request;
  private final Listener listener;
  private final Workers workers;
  private final List<String> commandLine;

  public Identifying(
      Request request, Listener listener, Workers workers, List<String> commandLine) {
    this.request = request;
    this.listener = listener;
    this.workers = workers;
    this.commandLine = commandLine;
  }

  /**
   * What to identify, and how.
   *
   * @param images a file an image
   * @param model the folder that the fit was written to
   * @param candidates a file of words; nothing for the model's own
   * @param features what gives vectors of words that the model was not trained on; nothing for the
   *     features of the fit
   * @param requireAll whether a candidate without features is an error
   * @param heldOut the word to train without
   * @param heldOutGivenBy what messages about it begin with, such as an option
   * @param subtractMean whether the mean of the training words' images is taken off the images
   * @param voxels how many of the most stable voxels are compared, or all; nothing for as the fit
   * @param metric nothing for that of the fit
   * @param data where the responses are now; nothing where they were at fit
   * @param tables how lists and features are read beside a fit
   */
  public record Request(
      List<Path> images,
      Path model,
      Optional<Path> candidates,
      Optional<String> features,
      boolean requireAll,
      Optional<String> heldOut,
      String heldOutGivenBy,
      boolean subtractMean,
      Optional<OptionalInt> voxels,
      Optional<Metric> metric,
      Softmax softmax,
      Optional<Path> data,
      Function<SavedFit, TableRules> tables) {
    Request holdingOut(String word) {
      return new Request(
          images,
          model,
          candidates,
          features,
          requireAll,
          Optional.of(word),
          heldOutGivenBy,
          subtractMean,
          voxels,
          metric,
          softmax,
          data,
          tables);
    }
  }

  /**
   * @throws InputException if there is no such fit, or an image is none of its voxels
   */
  public IdentifiedImages run(String subject) throws IOException {
    SavedFit fit = SavedFit.read(request.model, subject);
    return new Identifying(spelledAs(fit), listener, workers, commandLine).run(fit);
  }

  private IdentifiedImages run(SavedFit fit) throws IOException {
    var inputs =
        new ArrayList<Provenance.Input>(
            List.of(Provenance.Input.of(SavedFit.file(request.model, fit.subject()))));
    int heldOut = numberOfHeldOut(fit);
    Optional<Responses> all = FittedResponses.of(fit, request.data, inputs);
    Optional<VoxelPlaces> places = all.flatMap(Responses::places).or(fit::places);
    Optional<Responses> training = all.map(r -> r.select(fit.model().words()));
    requireResponses(fit, training);
    var dropped = new LinkedHashMap<String, String>();
    CandidateWords candidates = candidates(fit, dropped, inputs);
    int[] columns =
        ComparedVoxels.of(
            fit, request.voxels.orElse(fit.options().voxels()), training, heldOut, workers);
    var identifier =
        new ImageIdentifier(identification(fit, places, training, heldOut, candidates, columns));
    Optional<Mean> mean = mean(fit, training, heldOut);
    var identified = new ArrayList<IdentifiedImages.Image>();
    for (Path file : request.images) {
      identified.add(identify(file, fit, places, identifier, mean));
      inputs.add(Provenance.Input.of(file));
    }
    return new IdentifiedImages(
        fit,
        request,
        metric(fit),
        candidates.words(),
        dropped,
        identifier.voxels(),
        identified,
        Provenance.of(commandLine, inputs, Map.of()));
  }

  /** The request with the held-out word as the model spells it. */
  private Request spelledAs(SavedFit fit) {
    if (request.heldOut.isEmpty()) {
      return request;
    }
    WordMatch match =
        WordIndex.of("the words of %s's model".formatted(fit.subject()), fit.model().words())
            .find(request.heldOut.get())
            .orElseThrow(
                () ->
                    new InputException(
                        "%s: '%s' is none of the %d words that the model of %s was trained on, so there is nothing to hold out"
                            .formatted(
                                request.heldOutGivenBy,
                                request.heldOut.get(),
                                fit.model().words().size(),
                                fit.subject())));
    if (!match.exact()) {
      listener.note("%s: %s, a word of the model".formatted(request.heldOutGivenBy, match.said()));
    }
    return request.holdingOut(match.word());
  }

  /** -1 for none. */
  private int numberOfHeldOut(SavedFit fit) {
    return request.heldOut.map(word -> fit.model().words().indexOf(word)).orElse(-1);
  }

  private void requireResponses(SavedFit fit, Optional<Responses> training) {
    if (training.isEmpty() && (request.heldOut.isPresent() || request.subtractMean)) {
      throw InputException.in(
          fit.responsesFile(),
          "the responses are no longer here",
          request.heldOut.isPresent()
              ? Remedy.RESPONSES_FOR_A_HELD_OUT_WORD
              : Remedy.RESPONSES_FOR_A_MEAN);
    }
  }

  private Metric metric(SavedFit fit) {
    return request.metric.orElse(fit.options().metric());
  }

  private CandidateWords candidates(
      SavedFit fit, Map<String, String> dropped, List<Provenance.Input> inputs) throws IOException {
    List<String> trained = fit.model().words();
    double[][] features = fit.rawFeatures();
    if (request.candidates.isEmpty()) {
      return new CandidateWords(trained, features);
    }
    Path file = request.candidates.get();
    List<String> wanted = wanted(file, fit);
    inputs.add(Provenance.Input.of(file));
    List<String> unseen = wanted.stream().filter(word -> !trained.contains(word)).toList();
    UnseenWords.Known known =
        new UnseenWords(fit, workers, request.tables.apply(fit))
            .known(unseen, request.features, false);
    FoundWords.say(listener, known.notes());
    dropped.putAll(known.dropped());
    List<String> kept = wanted.stream().filter(word -> !dropped.containsKey(word)).toList();
    requireEnough(file, kept, wanted.size(), dropped);
    if (!unseen.isEmpty()) {
      for (Path source : FeatureChoice.of(request.features.orElse(fit.featureSource())).files()) {
        inputs.add(Provenance.Input.of(source));
      }
    }
    double[][] vectors =
        kept.stream()
            .map(
                word ->
                    trained.contains(word)
                        ? features[trained.indexOf(word)]
                        : known.vectors().get(word).raw())
            .toArray(double[][]::new);
    return new CandidateWords(kept, vectors);
  }

  /** The words of the list, those of the model as it spells them, and the held-out word. */
  private List<String> wanted(Path file, SavedFit fit) throws IOException {
    List<String> listed = WordList.read(file, request.tables.apply(fit));
    Map<String, WordMatch> ofModel =
        WordIndex.of("the words of the model", fit.model().words()).findEach(listed);
    FoundWords.say(listener, FoundWords.otherwise(file.toString(), ofModel.values()));
    var wanted = new LinkedHashSet<String>();
    for (String word : listed) {
      wanted.add(ofModel.containsKey(word) ? ofModel.get(word).word() : word);
    }
    request.heldOut.ifPresent(wanted::add);
    return List.copyOf(wanted);
  }

  private void requireEnough(
      Path file, List<String> kept, int wanted, Map<String, String> dropped) {
    if (request.requireAll && !dropped.isEmpty()) {
      throw InputException.in(
          file,
          "%d of %s cannot be used: %s"
              .formatted(dropped.size(), Counted.of(wanted, "candidate"), listed(dropped)),
          Remedy.LEAVE_WORDS_OUT);
    }
    if (kept.size() < 2) {
      throw InputException.in(
          file,
          "%s where at least two candidates with features are expected%s"
              .formatted(
                  kept.isEmpty() ? "none" : "only '" + kept.get(0) + "'",
                  dropped.isEmpty() ? "" : " (" + listed(dropped) + ")"));
    }
    if (!dropped.isEmpty()) {
      listener.note(
          "%d of %s left out: %s"
              .formatted(dropped.size(), Counted.of(wanted, "candidate"), listed(dropped)),
          Remedy.NOTHING_LEFT_OUT);
    }
  }

  private Identification identification(
      SavedFit fit,
      Optional<VoxelPlaces> places,
      Optional<Responses> training,
      int heldOut,
      CandidateWords candidates,
      int[] columns) {
    if (heldOut < 0) {
      var model = places.isPresent() ? fit.modelOn(places.get()) : fit.model();
      return Identification.by(model, candidates, columns, metric(fit), workers);
    }
    return Identification.without(
        heldOut,
        WordImages.of(training.orElseThrow()),
        fit.rawFeatures(),
        fit.model().options(),
        candidates,
        columns,
        metric(fit),
        workers);
  }

  /** The image to take off the given ones: in preset strict nothing of a held-out word is in it. */
  private Optional<Mean> mean(SavedFit fit, Optional<Responses> training, int heldOut) {
    if (!request.subtractMean) {
      return Optional.empty();
    }
    Responses responses = training.orElseThrow();
    if (heldOut >= 0 && fit.model().options().preset() == Preset.STRICT) {
      responses =
          responses.select(
              responses.words().stream()
                  .filter(word -> !word.equals(request.heldOut.orElseThrow()))
                  .toList());
    }
    return Optional.of(new Mean(responses::offset, new PresentationMeans(responses).mean()));
  }

  /** A mean image: its bulk, where voxels are far from zero, and the rest. */
  private record Mean(IntToDoubleFunction offset, double[] rest) {}

  private IdentifiedImages.Image identify(
      Path file,
      SavedFit fit,
      Optional<VoxelPlaces> places,
      ImageIdentifier identifier,
      Optional<Mean> mean)
      throws IOException {
    IntToDoubleFunction offset = mean.map(Mean::offset).orElse(column -> 0);
    float[] image = ImageOfColumns.read(file, places, fit.model().voxels(), offset);
    if (mean.isPresent()) {
      for (int v = 0; v < image.length; v++) {
        image[v] -= (float) mean.get().rest()[v];
      }
    }
    return new IdentifiedImages.Image(file, identifier.identify(image, file, request.softmax));
  }

  /** The first of the words by reason, and how many there are. */
  private static String listed(Map<String, String> dropped) {
    var byReason = new LinkedHashMap<String, List<String>>();
    dropped.forEach(
        (word, reason) -> byReason.computeIfAbsent(reason, r -> new ArrayList<>()).add(word));
    var parts = new ArrayList<String>();
    byReason.forEach(
        (reason, words) ->
            parts.add(
                String.join(", ", words.subList(0, Math.min(MOST_NAMED, words.size())))
                    + (words.size() > MOST_NAMED
                        ? " and %,d more".formatted(words.size() - MOST_NAMED)
                        : "")
                    + " ("
                    + reason
                    + ")"));
    return String.join("; ", parts);
  }
}
