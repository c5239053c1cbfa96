package org.mitchell.derivatives.contents;

import static com.fasterxml.jackson.annotation.JsonInclude.Include.NON_ABSENT;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import com.fasterxml.jackson.annotation.JsonAnySetter;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import org.mitchell.files.JsonField;
import tools.jackson.databind.JsonNode;

/**
 * The figures of one scheme of {@code evaluate}: {@code desc-..._evaluation.json}, and what {@code
 * evaluate --json} prints.
 *
 * @param scheme its name on the command line
 * @param pairs that were told apart or not; of schemes by pairs, as {@code correct}
 * @param words that were ranked; of the scheme rank, as all up to {@code temperature}
 * @param candidates the most that a word was ranked among
 * @param accuracy the share of pairs that were told apart, or the mean percentile of the words
 * @param top the share of words among the first 1, 5 and 10
 * @param ci95 the interval over other words
 * @param permutations how many there are
 * @param p by permutations; 1 without
 * @param nulls the accuracies with relabelled words
 * @param randomFeatures the accuracies of random numbers, where asked for
 * @param randomWords the accuracies of random words' features, where asked for
 * @param published the paper's figure
 * @param importance of single features, where asked for
 * @param ceiling what could be reached at best, where asked for
 * @param stimuli how many words there are
 * @param outputs of what is printed; files do not say
 * @param provenance of files
 */
public record EvaluationFigures(
    String subject,
    String scheme,
    @JsonInclude(NON_ABSENT) OptionalInt pairs,
    @JsonInclude(NON_ABSENT) OptionalDouble correct,
    @JsonInclude(NON_ABSENT) OptionalInt words,
    @JsonInclude(NON_ABSENT) OptionalInt candidates,
    double accuracy,
    @JsonInclude(JsonInclude.Include.NON_EMPTY) Map<String, Double> top,
    @JsonInclude(NON_ABSENT) OptionalDouble probability,
    @JsonInclude(NON_ABSENT) OptionalDouble temperature,
    int selectedVoxels,
    Optional<Ends> ci95,
    Optional<Interval> interval,
    int permutations,
    String relabelling,
    double p,
    @JsonProperty("null") Null nulls,
    @JsonInclude(NON_ABSENT) Optional<Rivals> randomFeatures,
    @JsonInclude(NON_ABSENT) Optional<Rivals> randomWords,
    OptionalDouble published,
    double seconds,
    @JsonInclude(NON_ABSENT) Optional<List<Point>> learningCurve,
    @JsonInclude(NON_ABSENT) Optional<List<Variant>> sensitivity,
    @JsonInclude(NON_ABSENT) Optional<CeilingFigures> ceiling,
    @JsonInclude(NON_ABSENT) Optional<ImportanceFigures> importance,
    String source,
    String study,
    boolean simulated,
    int stimuli,
    int presentations,
    int voxels,
    int features,
    String featureSource,
    Map<String, String> droppedWords,
    Map<String, String> otherSpellings,
    @JsonInclude(NON_ABSENT) Optional<Uninformative> uninformative,
    List<String> notes,
    Method method,
    long seed,
    @JsonInclude(NON_ABSENT) Optional<List<String>> outputs,
    @JsonInclude(NON_ABSENT) Optional<MadeBy> provenance,
    @JsonAnySetter @JsonAnyGetter Map<String, JsonNode> others) {

  /** The scheme that a fit has too. */
  public static final String LEAVE_TWO_OUT = "leave-two-out";

  /** The central 95% of a normal distribution, in standard deviations. */
  private static final double NORMAL = 1.96;

  private static final String AGAIN = "Evaluate the participant again";

  public EvaluationFigures {
    top = Others.kept(top);
    droppedWords = Others.kept(droppedWords);
    otherSpellings = Others.kept(otherSpellings);
    others = Others.kept(others);
  }

  /** How an interval came about. */
  public record Interval(
      String method, OptionalDouble standardError, int subsamples, int wordsInEach) {}

  /** The accuracies that chance gave. */
  public record Null(OptionalDouble mean, OptionalDouble sd, OptionalDouble threshold05) {
    /** From the mean to what 5% of them reach. */
    public Optional<Range> toThreshold() {
      return Range.of(mean, threshold05);
    }

    /** About the central 95%, by the mean and the standard deviation. */
    public Optional<Range> central() {
      return mean.isPresent() && sd.isPresent()
          ? Optional.of(
              new Range(
                  mean.getAsDouble() - NORMAL * sd.getAsDouble(),
                  mean.getAsDouble() + NORMAL * sd.getAsDouble()))
          : Optional.empty();
    }
  }

  /** The accuracies of features that were drawn. */
  public record Rivals(
      int sets,
      OptionalDouble mean,
      OptionalDouble sd,
      OptionalDouble threshold05,
      double lowest,
      double highest,
      double p) {}

  /** A point of a learning curve. */
  public record Point(int trainingWords, int draws, double accuracy, OptionalDouble sd) {}

  /** The accuracy with another option. */
  public record Variant(String option, String value, boolean asGiven, double accuracy) {}

  /**
   * @throws InputException if a key is missing or wrong
   */
  public static EvaluationFigures read(Path file) throws IOException {
    return JsonField.read(file, AGAIN).as(EvaluationFigures.class);
  }

  /** As a file says them. */
  public EvaluationFigures madeBy(MadeBy made) {
    return with(Optional.empty(), Optional.of(made));
  }

  /** As they are printed, with the files that were written. */
  public EvaluationFigures written(List<Path> files) {
    return with(Optional.of(files.stream().map(Path::toString).toList()), Optional.empty());
  }

  private EvaluationFigures with(Optional<List<String>> files, Optional<MadeBy> made) {
    return new EvaluationFigures(
        subject,
        scheme,
        pairs,
        correct,
        words,
        candidates,
        accuracy,
        top,
        probability,
        temperature,
        selectedVoxels,
        ci95,
        interval,
        permutations,
        relabelling,
        p,
        nulls,
        randomFeatures,
        randomWords,
        published,
        seconds,
        learningCurve,
        sensitivity,
        ceiling,
        importance,
        source,
        study,
        simulated,
        stimuli,
        presentations,
        voxels,
        features,
        featureSource,
        droppedWords,
        otherSpellings,
        uninformative,
        notes,
        method,
        seed,
        files,
        made,
        others);
  }
}
