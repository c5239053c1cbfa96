package org.mitchell.view;

import com.sun.net.httpserver.HttpExchange;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.concurrent.Semaphore;
import java.util.stream.IntStream;
import org.mitchell.analysis.WordPrediction;
import org.mitchell.derivatives.AskedWords.Asked;
import org.mitchell.derivatives.PredictionWriter;
import org.mitchell.evaluation.ranks.Guess;
import org.mitchell.figures.ScreenColours;
import org.mitchell.files.GzipStream;
import org.mitchell.files.InputException;
import org.mitchell.maps.StatMap;
import org.mitchell.maps.VoxelImages;
import org.mitchell.provenance.BuildInfo;
import tools.jackson.databind.JsonNode;

/** What can be asked, by name; everything but {@code state} is posted. */
final class Questions {
  private static final int BEST_WORDS = 8;
  private static final int MOST_GUESSES = 10;
  private static final int MOST_NEAR = 8;
  private static final int LONGEST_WORD = 100;
  private static final String PNG = "image/png";

  /** An image of the model's grid is far below; above it a gzip file is a trap. */
  private static final int MOST_INFLATED = RequestBody.MOST_IMAGE;

  private final List<ViewedFit> fits;
  private final boolean hasViewer;

  /** Images are large: one at a time is in memory. */
  private final Semaphore image = new Semaphore(1);

  Questions(List<ViewedFit> fits, boolean hasViewer) {
    this.fits = List.copyOf(fits);
    this.hasViewer = hasViewer;
  }

  /** A trained word. */
  private record Word(String word, String category) {}

  /** A word of which nothing can be said. */
  private record Unknown(boolean known, String why) {}

  private record Inside(boolean inside, ViewedFit.Voxel voxel) {}

  private interface Question {
    Answer answer(HttpExchange exchange) throws IOException;
  }

  /** The answer to a question; nothing where there is no such question. */
  Optional<Answer> answer(String name, HttpExchange exchange) throws IOException {
    Optional<Question> question = question(name);
    if (question.isEmpty()) {
      return Optional.empty();
    }
    String method = name.equals("state") ? "GET" : "POST";
    if (!exchange.getRequestMethod().equals(method)) {
      throw new Refusal(Refusal.WRONG_METHOD, "this is asked with " + method);
    }
    return Optional.of(question.get().answer(exchange));
  }

  private Optional<Question> question(String name) {
    Question question =
        switch (name) {
          case "state" -> exchange -> Answer.json(state());
          case "brain" -> exchange -> brain(RequestBody.json(exchange));
          case "anatomy" -> exchange -> anatomy(RequestBody.json(exchange));
          case "word" -> exchange -> word(RequestBody.json(exchange));
          case "predict" -> exchange -> predict(RequestBody.json(exchange));
          case "observed" -> exchange -> observed(RequestBody.json(exchange));
          case "near" -> exchange -> near(RequestBody.json(exchange));
          case "voxel" -> exchange -> voxel(RequestBody.json(exchange));
          case "picture" -> exchange -> picture(RequestBody.json(exchange));
          case "identify" -> this::identify;
          default -> null;
        };
    return Optional.ofNullable(question);
  }

  private Map<String, Object> state() {
    var state = new LinkedHashMap<String, Object>();
    state.put("version", BuildInfo.current().version());
    state.put("viewer", hasViewer);
    state.put("colours", ScreenColours.ALL);
    state.put("fits", fits.stream().map(Questions::described).toList());
    return state;
  }

  private static Map<String, Object> described(ViewedFit viewed) {
    var fit = new LinkedHashMap<String, Object>();
    fit.put("subject", viewed.fit().subject());
    fit.put("study", viewed.fit().study());
    fit.put("simulated", viewed.fit().simulated());
    fit.put("space", viewed.fit().featuresInShort());
    fit.put("voxels", viewed.model().voxels());
    fit.put("surface", viewed.cortex().isPresent());
    fit.put(
        "coordinates",
        viewed.cortex().map(Cortex::space).orElseGet(() -> viewed.grid().space().label()));
    fit.put("below", viewed.below().map(AnatomyBelow::inWords).orElse(""));
    Map<String, String> categories = viewed.fit().categories();
    fit.put(
        "words",
        viewed.model().words().stream()
            .map(word -> new Word(word, categories.getOrDefault(word, "")))
            .toList());
    fit.put(
        "features",
        IntStream.range(0, viewed.model().featureNames().size())
            .mapToObj(f -> feature(viewed, f))
            .toList());
    return fit;
  }

  /** A feature with the range that it has over the words of the fit. */
  private static Map<String, Object> feature(ViewedFit viewed, int f) {
    var over = Arrays.stream(viewed.features()).mapToDouble(row -> row[f]).summaryStatistics();
    var feature = new LinkedHashMap<String, Object>();
    feature.put("name", viewed.model().featureNames().get(f));
    feature.put("lowest", over.getMin());
    feature.put("highest", over.getMax());
    return feature;
  }

  private Answer brain(JsonNode question) throws IOException {
    ViewedFit viewed = fit(question.path("fit"));
    return Answer.image(VoxelImages.brainMask(viewed.grid(), viewed.fit().subject()));
  }

  /** Nothing where brains are shown on their own voxels. */
  private Answer anatomy(JsonNode question) throws IOException {
    Optional<AnatomyBelow> below = fit(question.path("fit")).below();
    return below.isPresent()
        ? Answer.image(below.get().image(question.path("coarse").asBoolean(false)))
        : Answer.nothing();
  }

  private Answer word(JsonNode question) throws IOException {
    ViewedFit viewed = fit(question.path("fit"));
    String word = wordOf(question.path("word"));
    try {
      return Answer.json(known(viewed, viewed.typed(word)));
    } catch (InputException e) {
      return Answer.json(new Unknown(false, e.getMessage()));
    }
  }

  /** Nothing where the word is not known: {@code word} says why. */
  private Answer near(JsonNode question) throws IOException {
    ViewedFit viewed = fit(question.path("fit"));
    try {
      return Answer.json(viewed.near(wordOf(question.path("word")), MOST_NEAR));
    } catch (InputException e) {
      return Answer.nothing();
    }
  }

  private static Map<String, Object> known(ViewedFit viewed, ViewedFit.Typed typed) {
    double[] vector = typed.word().rawVector();
    Optional<WordPrediction> trained = viewed.trained(typed.word());
    var known = new LinkedHashMap<String, Object>();
    known.put("known", true);
    known.put("word", typed.word().word());
    known.put("notes", typed.notes());
    known.put("vector", vector);
    known.put("trained", trained.isPresent());
    known.put(
        "predictedBy",
        PredictionWriter.words(
            trained.map(WordPrediction::source).orElse(WordPrediction.Source.NEW_WORD)));
    float[] predicted =
        trained.map(WordPrediction::predicted).orElseGet(() -> viewed.model().predict(vector));
    viewed
        .cortex()
        .ifPresentOrElse(
            cortex -> known.put("strongest", cortex.strongest(predicted)),
            () -> known.put("peak", viewed.peak(predicted)));
    known.put("observed", trained.flatMap(WordPrediction::observed).isPresent());
    known.put("whyNotObserved", trained.isPresent() ? viewed.whyNoResponses() : "");
    known.put("rAll", number(trained.map(WordPrediction::rAll)));
    known.put("rSelected", number(trained.map(WordPrediction::rSelected)));
    known.put(
        "selected",
        viewed
            .fit()
            .options()
            .criterion()
            .inWords(trained.map(WordPrediction::selectedVoxels).orElse(0)));
    return known;
  }

  private static Double number(Optional<OptionalDouble> value) {
    OptionalDouble number = value.orElse(OptionalDouble.empty());
    return number.isPresent() ? number.getAsDouble() : null;
  }

  /**
   * The image of a vector, by the model of all words; of a word of the fit, by the model without
   * it; nothing of a word without features.
   */
  private Answer predict(JsonNode question) throws IOException {
    ViewedFit viewed = fit(question.path("fit"));
    if (question.path("vector").isArray()) {
      return predicted(viewed, viewed.model().predict(vector(question.path("vector"), viewed)));
    }
    String word = wordOf(question.path("word"));
    try {
      Asked asked = viewed.typed(word).word();
      Optional<WordPrediction> trained = viewed.trained(asked);
      return predicted(
          viewed,
          trained.isPresent()
              ? trained.get().predicted()
              : viewed.model().predict(asked.rawVector()));
    } catch (InputException e) {
      return Answer.nothing();
    }
  }

  private static Answer predicted(ViewedFit viewed, float[] values) throws IOException {
    return image(viewed, values, "Predicted deviation from the mean image");
  }

  /** The image of a word of the fit; nothing of other words, or without responses. */
  private Answer observed(JsonNode question) throws IOException {
    ViewedFit viewed = fit(question.path("fit"));
    String word = wordOf(question.path("word"));
    Optional<float[]> observed;
    try {
      observed = viewed.observed(word);
    } catch (InputException e) {
      observed = Optional.empty();
    }
    return observed.isPresent()
        ? image(viewed, observed.get(), "Observed deviation from the mean image")
        : Answer.nothing();
  }

  /**
   * The picture of a word, or of a vector, of a participant on surfaces; nothing of a word without
   * features, and of what was not observed.
   */
  private Answer picture(JsonNode question) throws IOException {
    ViewedFit viewed = fit(question.path("fit"));
    Cortex cortex =
        viewed
            .cortex()
            .orElseThrow(
                () ->
                    new Refusal(
                        Refusal.CANNOT_BE_USED,
                        "participant %s is not on surfaces".formatted(viewed.fit().subject())));
    CortexQuestion wanted = CortexQuestion.of(question);
    if (question.path("vector").isArray()) {
      float[] values = viewed.model().predict(vector(question.path("vector"), viewed));
      return Answer.of(PNG, cortex.picture(values, "predicted from features", wanted.how()));
    }
    String word = wordOf(question.path("word"));
    try {
      Asked asked = viewed.typed(word).word();
      Optional<WordPrediction> trained = viewed.trained(asked);
      Optional<float[]> values =
          wanted.observed()
              ? trained.flatMap(WordPrediction::observed)
              : trained
                  .map(WordPrediction::predicted)
                  .or(() -> Optional.of(viewed.model().predict(asked.rawVector())));
      String title = asked.word() + (wanted.observed() ? ", observed" : ", predicted");
      return values.isPresent()
          ? Answer.of(PNG, cortex.picture(values.get(), title, wanted.how()))
          : Answer.nothing();
    } catch (InputException e) {
      return Answer.nothing();
    }
  }

  /** Whether all participants are on surfaces. */
  boolean areOfSurfaces() {
    return fits.stream().allMatch(viewed -> viewed.cortex().isPresent());
  }

  private static Answer image(ViewedFit viewed, float[] values, String description)
      throws IOException {
    return Answer.image(VoxelImages.of(StatMap.of("response", description, values), viewed.grid()));
  }

  private Answer voxel(JsonNode question) {
    ViewedFit viewed = fit(question.path("fit"));
    double[] place = numbers(question.has("mm") ? question.path("mm") : question.path("ijk"), 3);
    double[] voxel =
        question.has("mm") ? viewed.grid().affine().toVoxel(place[0], place[1], place[2]) : place;
    int[] ijk = Arrays.stream(voxel).mapToInt(v -> (int) Math.floor(v + 0.5)).toArray();
    Optional<ViewedFit.Voxel> found = viewed.voxel(ijk, BEST_WORDS);
    return Answer.json(found.isPresent() ? new Inside(true, found.get()) : Map.of("inside", false));
  }

  /** The number of the fit is in the query, since the body is the image. */
  private Answer identify(HttpExchange exchange) throws IOException {
    ViewedFit viewed = fit(exchange.getRequestURI().getRawQuery());
    if (!image.tryAcquire()) {
      throw new Refusal(Refusal.BUSY, "another image is being read. Try again in a moment");
    }
    try {
      byte[] bytes = RequestBody.read(exchange, RequestBody.MOST_IMAGE);
      return Answer.json(ranking(viewed, viewed.identify(inflated(bytes), Path.of("the image"))));
    } finally {
      image.release();
    }
  }

  private static InputStream inflated(byte[] bytes) throws IOException {
    boolean gzip = bytes.length > 1 && GzipStream.begins(bytes[0] & 0xff, bytes[1] & 0xff);
    if (!gzip) {
      return new ByteArrayInputStream(bytes);
    }
    try (var stream = GzipStream.of(new ByteArrayInputStream(bytes))) {
      byte[] all = stream.readNBytes(MOST_INFLATED + 1);
      if (all.length > MOST_INFLATED) {
        throw new Refusal(
            Refusal.TOO_LARGE,
            "inflated, the image has more than the %,d bytes that are taken here"
                .formatted(MOST_INFLATED));
      }
      return new ByteArrayInputStream(all);
    } catch (IOException e) {
      throw new InputException("the image: the gzip stream is damaged or cut short");
    }
  }

  private static Map<String, Object> ranking(ViewedFit viewed, ViewedFit.Found found) {
    List<Guess> guesses = found.identified().guesses();
    var ranking = new LinkedHashMap<String, Object>();
    ranking.put("metric", viewed.fit().options().metric().name().toLowerCase(Locale.ROOT));
    ranking.put("voxels", found.voxels());
    ranking.put("comparedVoxels", found.identified().comparedVoxels());
    ranking.put("candidates", guesses.size());
    ranking.put("guesses", guesses.subList(0, Math.min(MOST_GUESSES, guesses.size())));
    return ranking;
  }

  private ViewedFit fit(JsonNode number) {
    return fit(number.isInt() ? Integer.toString(number.asInt()) : "");
  }

  private ViewedFit fit(String number) {
    return IntStream.range(0, fits.size())
        .filter(f -> Integer.toString(f).equals(number))
        .mapToObj(fits::get)
        .findFirst()
        .orElseThrow(() -> new Refusal(Refusal.NOT_FOUND, "there is no such fit"));
  }

  private static String wordOf(JsonNode node) {
    String word = node.isString() ? node.asString().strip() : "";
    if (word.isEmpty() || word.length() > LONGEST_WORD) {
      throw new Refusal(
          Refusal.BAD_REQUEST, "a word of 1 to %d characters is expected".formatted(LONGEST_WORD));
    }
    return word;
  }

  private static double[] vector(JsonNode node, ViewedFit viewed) {
    return numbers(node, viewed.model().featureNames().size());
  }

  private static double[] numbers(JsonNode node, int count) {
    double[] numbers =
        IntStream.range(0, node.size())
            .filter(i -> node.path(i).isNumber())
            .mapToDouble(i -> node.path(i).asDouble())
            .filter(Double::isFinite)
            .toArray();
    if (!node.isArray() || node.size() != count || numbers.length != count) {
      throw new Refusal(Refusal.BAD_REQUEST, "an array of %d numbers is expected".formatted(count));
    }
    return numbers;
  }
}
