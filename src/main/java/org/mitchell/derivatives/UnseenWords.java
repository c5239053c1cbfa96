package org.mitchell.derivatives;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.mitchell.features.FeatureChoice;
import org.mitchell.features.FeatureSource;
import org.mitchell.features.FeatureSources;
import org.mitchell.features.FeatureSpace;
import org.mitchell.features.ModelFeatures;
import org.mitchell.features.NearWords;
import org.mitchell.files.InputException;
import org.mitchell.files.Remedy;
import org.mitchell.jobs.Workers;
import org.mitchell.tables.TableRules;
import org.mitchell.words.NearestWords;
import org.mitchell.words.WordIndex;

/**
 * Vectors of words that a model was not trained on, in the features that it was trained with. Words
 * and features are found by name, by the rule of {@link WordIndex}.
 */
public final class UnseenWords {
  private static final String ZERO = "zero in all its features";

  /** So many words, and numbers in all, are looked through for near ones. */
  private static final int MOST_NEAR = 30_000;

  private static final int MOST_NUMBERS = 3_000_000;

  private static final String BUILT_IN = FeatureSources.builtIn().get(0);

  private final SavedFit fit;
  private final Workers workers;
  private final TableRules rules;
  private final Map<String, FeatureSource> sources = new HashMap<>();
  private Optional<NearWords> near = Optional.empty();

  /** Tables are read in the encoding that those of the fit were read in. */
  public UnseenWords(SavedFit fit, Workers workers) {
    this(fit, workers, TableRules.of(fit.encoding(), note -> {}));
  }

  /**
   * @param rules by which tables of features are read
   */
  public UnseenWords(SavedFit fit, Workers workers, TableRules rules) {
    this.fit = fit;
    this.workers = workers;
    this.rules = rules;
  }

  /**
   * A word's vector.
   *
   * @param spelled the word as the features spell it
   * @param raw unscaled, in the order of the model's features
   * @param source what has it
   */
  public record Vector(String spelled, double[] raw, String source) {}

  /**
   * What is known of some words.
   *
   * @param vectors of those that have one, by the words asked for
   * @param dropped the others, each with why it has none
   * @param notes what the user should know of how words and features were found, a line each
   */
  public record Known(
      Map<String, Vector> vectors, Map<String, String> dropped, List<String> notes) {}

  /**
   * Looks for words.
   *
   * @param given the features to look in; nothing for those of the fit
   * @param builtInToo whether a word that is not in the features of the fit has those of the
   *     built-in ones, where these are the same and the model takes only their proportions
   * @throws InputException if the features are others than the model's
   */
  public Known known(List<String> words, Optional<String> given, boolean builtInToo)
      throws IOException {
    var known = new Known(new LinkedHashMap<>(), new LinkedHashMap<>(), new ArrayList<>());
    if (words.isEmpty()) {
      return known;
    }
    FeatureSource source = source(given.orElseGet(() -> featuresOfTheFit(words.get(0))));
    FeatureSpace space = asTheModel(source.vectors(words), known.notes);
    List<String> missing = words.stream().filter(w -> space.vector(w).isEmpty()).toList();
    FeatureSpace others =
        builtInToo && given.isEmpty() && !missing.isEmpty() && hasTheBuiltInFeatures()
            ? asTheModel(source(BUILT_IN).vectors(missing), known.notes)
            : space;
    for (String word : words) {
      add(known, word, space.vector(word).isPresent() ? space : others);
    }
    List<String> fromOthers = missing.stream().filter(known.vectors::containsKey).toList();
    if (!fromOthers.isEmpty()) {
      known.notes.add(
          "not in %s: %s. Features are those of the built-in %s, the same verbs counted in another text (%s)"
              .formatted(
                  space.name(),
                  String.join(", ", fromOthers),
                  BUILT_IN,
                  Remedy.OTHER_FEATURES.words()));
    }
    return known;
  }

  /**
   * Words whose features are nearest to a vector, by direction.
   *
   * @param cosines by word, nearest first
   * @param among how many words were looked through
   * @param features where they are from
   */
  public record Near(Map<String, Double> cosines, int among, String features) {}

  /**
   * What is near a vector, among the first words of the features of the fit, or among those of the
   * fit where its features are no longer there. What is looked through is read once.
   *
   * @param raw unscaled, in the order of the model's features
   * @param without words that are no answer
   */
  public Near near(double[] raw, Collection<String> without, int most) throws IOException {
    NearWords words = nearWords();
    var cosines = new LinkedHashMap<String, Double>();
    words.of(raw, without, most).forEach(near -> cosines.put(near.word(), near.cosine()));
    return new Near(cosines, words.count(), words.name());
  }

  private synchronized NearWords nearWords() throws IOException {
    if (near.isEmpty()) {
      int size = fit.model().featureNames().size();
      String source = fit.featureSource();
      FeatureSpace space =
          readable(source)
              ? asTheModel(
                  source(source).first(Math.min(MOST_NEAR, MOST_NUMBERS / size)), new ArrayList<>())
              : wordsOfTheFit();
      near = Optional.of(new NearWords(space));
    }
    return near.get();
  }

  private FeatureSpace wordsOfTheFit() {
    double[] values = Arrays.stream(fit.rawFeatures()).flatMapToDouble(Arrays::stream).toArray();
    return new FeatureSpace(
        "the words of the fit", fit.model().words(), fit.model().featureNames(), values, Map.of());
  }

  /** The error of a word that has no vector; it names what is near, and the way out. */
  InputException failure(String word, Known known, Optional<String> given) throws IOException {
    String reason = known.dropped.get(word);
    if (fit.features().several()) {
      return notInAllSpaces(word, reason);
    }
    FeatureSource source = source(given.orElse(fit.featureSource()));
    return reason.equals(ZERO)
        ? new InputException(
            "%s: all features of '%s' are zero, so nothing can be predicted"
                .formatted(source.name(), word),
            Remedy.FEATURES_OF_A_LARGER_CORPUS)
        : unknown(word, source);
  }

  /**
   * Whether the features tell two words apart that are the same but for case or encoding: they have
   * a row for each as it stands.
   */
  boolean tellsApart(String one, String other, Optional<String> given) throws IOException {
    if (given.isEmpty() && !readable(fit.featureSource())) {
      return false;
    }
    Collection<String> known = source(given.orElse(fit.featureSource())).knownWords();
    return known.contains(one) && known.contains(other);
  }

  private void add(Known known, String word, FeatureSpace space) {
    Optional<double[]> vector = space.vector(word);
    if (vector.isEmpty()) {
      known.dropped.put(word, absence(space, word));
    } else if (withoutDirection(space, word)) {
      known.dropped.put(word, space.parts().several() ? space.withoutDirection().get(word) : ZERO);
    } else {
      String spelled = space.spellings().getOrDefault(word, word);
      known.vectors.put(word, new Vector(spelled, vector.get(), space.name()));
      if (!spelled.equals(word)) {
        known.notes.add("'%s' is taken for '%s' in %s".formatted(word, spelled, space.name()));
      }
    }
  }

  private static String absence(FeatureSpace space, String word) {
    return space.parts().several() ? space.absence(word) : "not in " + space.name();
  }

  /** A vector of zeros has no direction; without scaling to unit length it is one like others. */
  private boolean withoutDirection(FeatureSpace space, String word) {
    return fit.model().scaling().unitLength() && space.zeroWords().contains(word);
  }

  /**
   * Whether the built-in features are those of the model. Counts of another text are comparable
   * where vectors are scaled to unit length: larger texts have larger counts.
   */
  private boolean hasTheBuiltInFeatures() throws IOException {
    List<String> features = fit.model().featureNames();
    List<String> there = source(BUILT_IN).vectors(List.of()).features();
    return fit.model().scaling().unitLength()
        && !fit.featureSource().equals(BUILT_IN)
        && WordIndex.of(BUILT_IN, there).findEach(features).size() == features.size();
  }

  /** Tables are read once. */
  private synchronized FeatureSource source(String nameOrFile) throws IOException {
    FeatureSource source = sources.get(nameOrFile);
    if (source == null) {
      source = FeatureChoice.of(nameOrFile).open(workers, rules);
      sources.put(nameOrFile, source);
    }
    return source;
  }

  private static boolean readable(String source) {
    return FeatureChoice.of(source).isReadable();
  }

  private String featuresOfTheFit(String word) {
    String source = fit.featureSource();
    if (readable(source)) {
      return source;
    }
    throw new InputException(
        "'%s' is no word of %s's model.%s The features of the fit are no longer at %s"
            .formatted(word, fit.subject(), nearest(word, fit.model().words()), source),
        Remedy.FEATURES);
  }

  private InputException unknown(String word, FeatureSource source) throws IOException {
    var known = new LinkedHashSet<>(fit.model().words());
    known.addAll(source.knownWords());
    return new InputException(
        "'%s' is neither a word of %s's model nor in %s.%s%s"
            .formatted(
                word,
                fit.subject(),
                source.name(),
                word.contains(",") ? " Several words are given with blanks between them." : "",
                nearest(word, known)),
        Remedy.COUNT_FEATURES_OF_THE_WORD);
  }

  private InputException notInAllSpaces(String word, String reason) {
    String spaces =
        fit.features().spaces().stream()
            .map(space -> space.label())
            .collect(Collectors.joining(", "));
    return new InputException(
        "'%s' is no word of %s's model, and %s.%s %s"
            .formatted(
                word,
                fit.subject(),
                reason,
                nearest(word, fit.model().words()),
                Remedy.FEATURES_IN_ALL_SPACES.words(spaces)));
  }

  private static String nearest(String word, Collection<String> known) {
    List<String> nearest = NearestWords.of(word, known, 3);
    return nearest.isEmpty() ? "" : " Nearest: " + String.join(", ", nearest) + ".";
  }

  private FeatureSpace asTheModel(FeatureSpace space, List<String> notes) {
    ModelFeatures found =
        ModelFeatures.of(
            space, fit.model().featureNames(), "participant %s's model".formatted(fit.subject()));
    notes.addAll(found.notes());
    return found.space();
  }
}
