package org.mitchell.derivatives.contents;

import static com.fasterxml.jackson.annotation.JsonInclude.Include.NON_ABSENT;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import com.fasterxml.jackson.annotation.JsonAnySetter;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import org.mitchell.files.InputException;
import org.mitchell.files.JsonField;
import tools.jackson.databind.JsonNode;

/**
 * The figures of a fit: {@code evaluation.json}, and what {@code fit --json} prints.
 *
 * @param source the file of the responses
 * @param words how many were fitted
 * @param presentations of every word, as many as all have
 * @param features how many there are
 * @param featureSource a file, or the name of a built-in space
 * @param ridge the penalty, or {@code auto}
 * @param penalties what was chosen, where it was
 * @param cv what the cross-validation left out, where it was no pair of words
 * @param correct of the pairs; whole but for ties of preset strict, which count half
 * @param accuracy nothing where it is withheld
 * @param within of pairs of one category; nothing where categories are not known
 * @param accuracyWithheld why there is no accuracy
 * @param map correlation of prediction and observation by voxel
 * @param droppedWords each with why
 * @param otherSpellings what words are called in the features
 * @param tiedPairs files of earlier versions do not say
 * @param undefinedVoxels voxels without a stability
 * @param signaturesSha256 of the model that was written with them; earlier versions do not say
 */
public record FitFigures(
    String subject,
    String source,
    String study,
    boolean simulated,
    int words,
    int presentations,
    int voxels,
    int features,
    String featureSource,
    int selectedVoxels,
    Setting ridge,
    @JsonInclude(NON_ABSENT) Optional<Penalties> penalties,
    @JsonInclude(NON_ABSENT) Optional<String> cv,
    int pairs,
    Optional<Number> correct,
    OptionalDouble accuracy,
    Optional<Score> within,
    Optional<Score> between,
    Optional<String> accuracyWithheld,
    Correlations map,
    Method method,
    Map<String, String> droppedWords,
    Map<String, String> otherSpellings,
    @JsonInclude(NON_ABSENT) Optional<Uninformative> uninformative,
    @JsonInclude(NON_ABSENT) OptionalInt tiedPairs,
    int undefinedVoxels,
    List<String> notes,
    List<String> outputs,
    Seconds seconds,
    @JsonInclude(NON_ABSENT) Optional<String> signaturesSha256,
    @JsonAnySetter @JsonAnyGetter Map<String, JsonNode> others) {

  private static final String AGAIN = "Fit the participant again";

  public FitFigures {
    droppedWords = Others.kept(droppedWords);
    otherSpellings = Others.kept(otherSpellings);
    others = Others.kept(others);
  }

  /**
   * As they are written with a model.
   *
   * @param signatures the SHA-256 of its signatures
   */
  public FitFigures of(String signatures) {
    return new FitFigures(
        subject,
        source,
        study,
        simulated,
        words,
        presentations,
        voxels,
        features,
        featureSource,
        selectedVoxels,
        ridge,
        penalties,
        cv,
        pairs,
        correct,
        accuracy,
        within,
        between,
        accuracyWithheld,
        map,
        method,
        droppedWords,
        otherSpellings,
        uninformative,
        tiedPairs,
        undefinedVoxels,
        notes,
        outputs,
        seconds,
        Optional.of(signatures),
        others);
  }

  /** The cross-validation in words: leave-two-out, or what else was left out. */
  public String left() {
    return leftInWords(cv);
  }

  /** What {@code --cv} left out, in words. */
  public static String leftInWords(Optional<String> cv) {
    return switch (cv.orElse("pair")) {
      case "pair" -> "leave-two-out";
      case "word" -> "leave-one-word-out";
      case "run" -> "leave-one-run-out";
      case "fold" -> "folds of the labels";
      default -> cv.orElseThrow().replace("k:", "") + " parts of the words";
    };
  }

  /** How pairs of one kind were told apart. */
  public record Score(int pairs, Number correct, OptionalDouble accuracy) {}

  /** Over the voxels in which a correlation is defined. */
  public record Correlations(OptionalDouble mean, OptionalDouble max, int voxelsAbove028) {}

  /** How long the parts of a fit took. */
  public record Seconds(double read, double evaluate, double map, double write, double total) {}

  /**
   * @throws InputException if a key is missing or wrong
   */
  public static FitFigures read(Path file) throws IOException {
    return JsonField.read(file, AGAIN).as(FitFigures.class);
  }

  /**
   * The accuracy, which must be given.
   *
   * @param file that these figures were read from
   * @throws InputException if it is withheld
   */
  public double given(Path file) {
    return accuracy.orElseThrow(
        () ->
            InputException.in(
                file,
                accuracyWithheld
                    .map(why -> why + ". Fit the participant again so")
                    .orElse("'accuracy' is missing. " + AGAIN)));
  }
}
