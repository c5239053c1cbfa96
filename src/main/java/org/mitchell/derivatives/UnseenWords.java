package org.mitchell.derivatives;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.mitchell.features.FeatureSource;
import org.mitchell.features.FeatureSources;
import org.mitchell.features.FeatureSpace;
import org.mitchell.features.NearestWords;
import org.mitchell.files.InputException;
import org.mitchell.jobs.Workers;
import org.mitchell.provenance.TypedCommand;
import org.mitchell.tables.TableRules;

/** Vectors of words that a model was not trained on, in the features that it was trained with. */
public final class UnseenWords {
  private final SavedFit fit;
  private final Workers workers;
  private final TableRules rules;
  private final Map<String, FeatureSource> sources = new HashMap<>();

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
   * @param given the features to look in; nothing for those of the fit
   * @throws InputException if a word is not there or is all zero, or the features are others than
   *     the model's
   */
  public Map<String, double[]> vectors(List<String> words, Optional<String> given)
      throws IOException {
    if (words.isEmpty()) {
      return Map.of();
    }
    FeatureSource source = source(given.orElseGet(() -> featuresOfTheFit(words.get(0))));
    FeatureSpace space = asTheModel(source.vectors(words));
    List<String> zero = space.zeroWords();
    var vectors = new LinkedHashMap<String, double[]>();
    for (String word : words) {
      double[] vector = space.vector(word).orElse(null);
      if (vector == null) {
        throw unknown(word, source);
      }
      if (zero.contains(word)) {
        throw new InputException(
            "%s: all features of '%s' are zero, so nothing can be predicted. %s"
                .formatted(source.name(), word, fromText()));
      }
      vectors.put(word, vector);
    }
    return vectors;
  }

  /**
   * What is known of some words.
   *
   * @param vectors unscaled vectors of those that have one
   * @param dropped the others, each with why it has none
   */
  public record Known(Map<String, double[]> vectors, Map<String, String> dropped) {}

  /**
   * As {@link #vectors}, without the words that have no vector.
   *
   * @param given the features to look in; nothing for those of the fit
   * @throws InputException if the features are others than the model's
   */
  public Known known(List<String> words, Optional<String> given) throws IOException {
    var known = new Known(new LinkedHashMap<>(), new LinkedHashMap<>());
    if (words.isEmpty()) {
      return known;
    }
    FeatureSpace space =
        asTheModel(source(given.orElseGet(() -> featuresOfTheFit(words.get(0)))).vectors(words));
    List<String> zero = space.zeroWords();
    for (String word : words) {
      Optional<double[]> vector = space.vector(word);
      if (vector.isEmpty()) {
        known.dropped.put(word, "not in " + space.name());
      } else if (zero.contains(word)) {
        known.dropped.put(word, "all its features are zero");
      } else {
        known.vectors.put(word, vector.get());
      }
    }
    return known;
  }

  /** Tables are read once. */
  private synchronized FeatureSource source(String nameOrFile) throws IOException {
    FeatureSource source = sources.get(nameOrFile);
    if (source == null) {
      source = FeatureSources.named(nameOrFile, workers, rules);
      sources.put(nameOrFile, source);
    }
    return source;
  }

  private String featuresOfTheFit(String word) {
    String source = fit.featureSource();
    if (FeatureSources.builtIn().contains(source) || Files.isReadable(Path.of(source))) {
      return source;
    }
    throw new InputException(
        "'%s' is no word of %s's model.%s The features of the fit are no longer at %s: give some with --features FILE"
            .formatted(word, fit.subject(), nearest(word, fit.model().words()), source));
  }

  private InputException unknown(String word, FeatureSource source) throws IOException {
    var known = new LinkedHashSet<>(fit.model().words());
    known.addAll(source.knownWords());
    return new InputException(
        "'%s' is neither a word of %s's model nor in %s.%s For its features: %s, then predict with --features new.tsv"
            .formatted(
                word,
                fit.subject(),
                source.name(),
                nearest(word, known),
                TypedCommand.mitchell("features", "build", "--nouns", "FILE", "--out", "new.tsv")));
  }

  private static String fromText() {
    return "Features from a larger corpus: "
        + TypedCommand.mitchell("features", "build", "--corpus", "PATH", "--nouns", "FILE");
  }

  private static String nearest(String word, Collection<String> known) {
    List<String> nearest = NearestWords.of(word, known, 3);
    return nearest.isEmpty() ? "" : " Nearest: " + String.join(", ", nearest) + ".";
  }

  /**
   * The columns of the fit are taken from a full table; a table of just these columns will do as
   * well.
   */
  private FeatureSpace asTheModel(FeatureSpace space) {
    List<String> expected = fit.model().featureNames();
    if (space.features().equals(expected)) {
      return space;
    }
    boolean some = !fit.columns().isEmpty() && space.features().containsAll(expected);
    FeatureSpace taken = some ? space.columns(fit.columns()) : space;
    if (taken.features().equals(expected)) {
      return taken;
    }
    throw new InputException(
        "%s: its columns are not those of participant %s's model: got %s where %s are expected"
            .formatted(space.name(), fit.subject(), some(space.features()), some(expected)));
  }

  private static String some(List<String> names) {
    return "%d (%s%s)"
        .formatted(
            names.size(),
            String.join(", ", names.subList(0, Math.min(4, names.size()))),
            names.size() > 4 ? ", ..." : "");
  }
}
