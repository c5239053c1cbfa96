package org.mitchell.derivatives;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.mitchell.derivatives.contents.EvaluationFigures;
import org.mitchell.derivatives.contents.FitFigures;
import org.mitchell.derivatives.contents.MadeBy;
import org.mitchell.derivatives.contents.Method;
import org.mitchell.features.FeatureChoice;

/**
 * What accuracies must share to be compared or averaged.
 *
 * @param options of the model and of matching, by their names in files
 * @param features how many there are, and where they are from
 * @param words how many there are, and how many were left out
 * @param vectors the words with their vectors, where a model says them
 * @param study whose responses they are
 * @param simulated whether a program made them
 * @param inputs the SHA-256 of the responses and of a table of features, where a model says them
 */
public record FitSettings(
    Map<String, String> options,
    String features,
    String words,
    Optional<Map<String, List<Double>>> vectors,
    String study,
    boolean simulated,
    Set<String> inputs) {
  private static final String RIDGE_PER = "ridgePer";
  private static final String RIDGE_GRID = "ridgeGrid";
  private static final String COMBINE = "combine";
  private static final String SELECT = "select";
  private static final String CV = "cv";
  private static final List<String> OPTIONS =
      List.of(
          "preset",
          "scale",
          "ridge",
          RIDGE_PER,
          RIDGE_GRID,
          COMBINE,
          "voxels",
          SELECT,
          "metric",
          "match",
          CV);

  public FitSettings {
    options = Collections.unmodifiableMap(new LinkedHashMap<>(options));
    inputs = Collections.unmodifiableSet(new LinkedHashSet<>(inputs));
  }

  /** Those of a fit. */
  static FitSettings ofFit(FitFigures fit, ModelFile model) {
    var vectors = new HashMap<String, List<Double>>();
    for (ModelFile.Trained word : model.stimuli()) {
      vectors.put(word.word(), Arrays.stream(word.features()).boxed().toList());
    }
    Map<String, String> options = options(fit.method());
    fit.cv().ifPresent(cv -> options.put(CV, cv));
    return new FitSettings(
        options,
        features(fit.features(), fit.featureSource()),
        words(fit.words(), fit.droppedWords()),
        Optional.of(vectors),
        fit.study(),
        fit.simulated(),
        inputs(model));
  }

  /** Those of the command {@code evaluate}, from the figures of a scheme. */
  public static FitSettings ofScheme(EvaluationFigures evaluation) {
    return new FitSettings(
        options(evaluation.method()),
        features(evaluation.features(), evaluation.featureSource()),
        words(evaluation.stimuli(), evaluation.droppedWords()),
        Optional.empty(),
        evaluation.study(),
        evaluation.simulated(),
        Set.of());
  }

  private static Set<String> inputs(ModelFile model) {
    var inputs = new HashSet<String>();
    inputs.add(model.responses().sha256());
    List<String> features =
        FeatureChoice.written(model.featureSource()).files().stream()
            .map(file -> fileName(file.toString()))
            .toList();
    for (MadeBy.Input input : inputs(model.told().provenance())) {
      if (features.contains(fileName(input.path()))) {
        inputs.add(input.sha256());
      }
    }
    inputs.remove("");
    return inputs;
  }

  private static List<MadeBy.Input> inputs(Optional<MadeBy> made) {
    return made.map(MadeBy::inputs).orElse(List.of());
  }

  /**
   * In what an evaluation of the same participant was done otherwise than this fit: {@link
   * #differences}, and other files of responses or features. Nothing where it is of this fit.
   *
   * @param evaluation the figures of a scheme
   */
  public List<String> evaluatedOtherwise(EvaluationFigures evaluation) {
    List<String> differences = differences(ofScheme(evaluation));
    var read = new HashSet<String>();
    inputs(evaluation.provenance()).forEach(input -> read.add(input.sha256()));
    return differences.isEmpty() && !read.isEmpty() && !read.containsAll(inputs)
        ? List.of("its responses or features, which were other files")
        : differences;
  }

  private static Map<String, String> options(Method method) {
    var options = new LinkedHashMap<String, String>();
    options.put("preset", method.preset());
    options.put("scale", method.scale());
    options.put("ridge", method.ridge().toString());
    method.ridgePer().ifPresent(per -> options.put(RIDGE_PER, per));
    method
        .ridgeGrid()
        .flatMap(Method.Grid::penalties)
        .ifPresent(grid -> options.put(RIDGE_GRID, grid.toString()));
    method.combine().ifPresent(how -> options.put(COMBINE, how));
    options.put("voxels", method.voxels().toString());
    method.select().ifPresent(by -> options.put(SELECT, by));
    options.put("metric", method.metric());
    options.put("match", method.match());
    return options;
  }

  private static String features(int count, String source) {
    return count + " of " + featuresInShort(source);
  }

  /** What gave the features, without folders. */
  public static String featuresInShort(String source) {
    return FeatureChoice.written(source).inShort();
  }

  private static String words(int count, Map<String, String> dropped) {
    return count + (dropped.isEmpty() ? "" : " (%d left out)".formatted(dropped.size()));
  }

  /**
   * In what another's settings differ, in words with both values: options, features and words.
   * Nothing where the same model was evaluated in the same way.
   */
  public List<String> differences(FitSettings other) {
    var differences = new ArrayList<String>();
    for (String option : OPTIONS) {
      add(differences, option, usual(option), other.usual(option));
    }
    int before = differences.size();
    add(differences, "features", features, other.features);
    add(differences, "words", words, other.words);
    if (differences.size() == before && vectors.isPresent() && other.vectors.isPresent()) {
      addVectors(differences, vectors.get(), other.vectors.get());
    }
    return List.copyOf(differences);
  }

  /**
   * Why no mean of both says anything: {@link #differences}, other studies, and real beside
   * simulated responses. Nothing where it does.
   */
  public List<String> apart(FitSettings other) {
    var apart = new ArrayList<>(differences(other));
    if (simulated != other.simulated) {
      apart.add("one is real and one SIMULATED");
    } else {
      add(apart, "study", study, other.study);
    }
    return List.copyOf(apart);
  }

  /** The cross-validation in words. */
  public String left() {
    return FitFigures.leftInWords(Optional.ofNullable(options.get(CV)));
  }

  /** In two lines, for readers of a picture: what was used, and how. */
  public List<String> lines() {
    var how = new ArrayList<String>();
    for (String option : OPTIONS) {
      if (options.containsKey(option) && !option.equals(RIDGE_GRID)) {
        how.add((option.equals(RIDGE_PER) ? "ridge per" : option) + " " + options.get(option));
      }
    }
    return List.of(
        "%s words, features: %s%s"
            .formatted(words, features, simulated || study.isEmpty() ? "" : "; study " + study),
        String.join(", ", how));
  }

  private String usual(String option) {
    return options.getOrDefault(option, "usual");
  }

  private static void add(List<String> differences, String what, String one, String other) {
    if (!one.equals(other)) {
      differences.add("%s (%s and %s)".formatted(what, one, other));
    }
  }

  /** By word, because participants may have seen the words in another order. */
  private static void addVectors(
      List<String> differences, Map<String, List<Double>> one, Map<String, List<Double>> other) {
    if (!one.keySet().equals(other.keySet())) {
      differences.add("words (as many, but not the same)");
    } else if (!one.equals(other)) {
      differences.add("features (of the same name, with other values)");
    }
  }

  private static String fileName(String source) {
    return source.substring(Math.max(source.lastIndexOf('/'), source.lastIndexOf('\\')) + 1);
  }
}
