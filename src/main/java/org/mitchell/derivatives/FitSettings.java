package org.mitchell.derivatives;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/**
 * What accuracies must share to be compared or averaged.
 *
 * @param options of the model and of matching, by their names in files
 * @param features how many there are, and where they are from
 * @param words how many there are, and how many were left out
 * @param stimuli the words with their vectors, where a model says them
 * @param study whose responses they are
 * @param simulated whether a program made them
 * @param inputs the SHA-256 of the responses and of a table of features, where a model says them
 */
public record FitSettings(
    Map<String, String> options,
    String features,
    String words,
    Optional<JsonNode> stimuli,
    String study,
    boolean simulated,
    Set<String> inputs) {
  private static final List<String> OPTIONS =
      List.of("preset", "scale", "ridge", "ridgePer", "ridgeGrid", "voxels", "metric", "match");

  public FitSettings {
    options = Collections.unmodifiableMap(new LinkedHashMap<>(options));
    inputs = Set.copyOf(inputs);
  }

  /** Those of a fit: its figures and its model. */
  static FitSettings ofFit(JsonNode evaluation, JsonNode model) {
    return of(evaluation, "words", Optional.of(model.path("stimuli")), inputs(model));
  }

  /** Those of the command {@code evaluate}, from the figures of a scheme. */
  public static FitSettings ofScheme(JsonNode evaluation) {
    return of(evaluation, "stimuli", Optional.empty(), Set.of());
  }

  private static Set<String> inputs(JsonNode model) {
    var inputs = new HashSet<String>();
    inputs.add(model.path("responses").path("sha256").asString(""));
    String features = model.path("featureSource").asString("");
    for (JsonNode input : model.path("provenance").path("inputs")) {
      if (fileName(input.path("path").asString("")).equals(fileName(features))) {
        inputs.add(input.path("sha256").asString(""));
      }
    }
    inputs.remove("");
    return inputs;
  }

  private static FitSettings of(
      JsonNode json, String words, Optional<JsonNode> stimuli, Set<String> inputs) {
    var options = new LinkedHashMap<String, String>();
    for (String option : OPTIONS) {
      JsonNode value = json.path("method").path(option);
      if (!value.isMissingNode() && !value.isNull()) {
        options.put(option, value.isNumber() ? number(value) : value.asString(value.toString()));
      }
    }
    int dropped = json.path("droppedWords").size();
    return new FitSettings(
        options,
        json.path("features").asInt() + " of " + fileName(json.path("featureSource").asString("")),
        json.path(words).asInt() + (dropped == 0 ? "" : " (%d left out)".formatted(dropped)),
        stimuli,
        json.path("study").asString(""),
        json.path("simulated").asBoolean(),
        inputs);
  }

  /**
   * In what an evaluation of the same participant was done otherwise than this fit: {@link
   * #differences}, and other files of responses or features. Nothing where it is of this fit.
   *
   * @param evaluation the figures of a scheme
   */
  public List<String> evaluatedOtherwise(JsonNode evaluation) {
    List<String> differences = differences(ofScheme(evaluation));
    var read = new HashSet<String>();
    for (JsonNode input : evaluation.path("provenance").path("inputs")) {
      read.add(input.path("sha256").asString(""));
    }
    return differences.isEmpty() && !read.isEmpty() && !read.containsAll(inputs)
        ? List.of("its responses or features, which were other files")
        : differences;
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
    if (differences.size() == before && stimuli.isPresent() && other.stimuli.isPresent()) {
      addStimuli(differences, stimuli.get(), other.stimuli.get());
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

  /** In two lines, for readers of a picture: what was used, and how. */
  public List<String> lines() {
    var how = new ArrayList<String>();
    for (String option : OPTIONS) {
      if (options.containsKey(option) && !option.equals("ridgeGrid")) {
        how.add((option.equals("ridgePer") ? "ridge per" : option) + " " + options.get(option));
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
  private static void addStimuli(List<String> differences, JsonNode one, JsonNode other) {
    Map<String, JsonNode> ofOne = vectors(one);
    Map<String, JsonNode> ofOther = vectors(other);
    if (!ofOne.keySet().equals(ofOther.keySet())) {
      differences.add("words (as many, but not the same)");
    } else if (!ofOne.equals(ofOther)) {
      differences.add("features (of the same name, with other values)");
    }
  }

  private static Map<String, JsonNode> vectors(JsonNode stimuli) {
    var vectors = new HashMap<String, JsonNode>();
    stimuli.forEach(s -> vectors.put(s.path("word").asString(""), s.path("features")));
    return vectors;
  }

  /** 0 of one file is 0.0 of another. */
  private static String number(JsonNode value) {
    double number = value.asDouble();
    return number == Math.rint(number) ? Long.toString((long) number) : Double.toString(number);
  }

  private static String fileName(String source) {
    Path name = Path.of(source).getFileName();
    return name == null ? source : name.toString();
  }
}
