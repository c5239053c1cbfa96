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
import org.mitchell.files.JsonField;
import tools.jackson.databind.JsonNode;

/**
 * The figures of a comparison of feature spaces: {@code desc-league_comparison.json}, and what
 * {@code compare --json} prints.
 *
 * @param words how many all spaces have
 * @param cv what the cross-validation left out, where it was no pair of words
 * @param features the spaces, as they were named
 * @param pairs their differences
 * @param similarities of the spaces with one another; null where one is not defined
 * @param variance what two spaces explain together and alone, where asked for
 * @param uninformative what in each space says nothing
 * @param outputs of what is printed; files do not say
 * @param provenance of files
 */
public record LeagueFigures(
    List<String> subjects,
    int words,
    @JsonInclude(NON_ABSENT) Optional<String> cv,
    boolean simulated,
    List<Space> features,
    List<Difference> pairs,
    String correction,
    String ties,
    Map<String, List<OptionalDouble>> similarities,
    @JsonInclude(NON_ABSENT) Optional<List<Variance>> variance,
    Map<String, Uninformative> uninformative,
    Method method,
    @JsonInclude(NON_ABSENT) Optional<List<String>> outputs,
    @JsonInclude(NON_ABSENT) Optional<MadeBy> provenance,
    @JsonAnySetter @JsonAnyGetter Map<String, JsonNode> others) {

  private static final String AGAIN = "Compare again";

  public LeagueFigures {
    similarities = Others.kept(similarities);
    uninformative = Others.kept(uninformative);
    others = Others.kept(others);
  }

  /**
   * A space.
   *
   * @param features how many it has
   * @param sets of random features, how many were drawn; other spaces do not say
   * @param accuracies one a participant
   * @param ci95 of the mean: over other words; of random features, of their sets
   * @param ci95Participants over other participants; random features have none
   * @param pRandom beside random features, where there are any
   */
  public record Space(
      String name,
      boolean baseline,
      int features,
      @JsonInclude(NON_ABSENT) OptionalInt sets,
      List<Double> accuracies,
      double mean,
      Optional<Ends> ci95,
      @JsonInclude(NON_ABSENT) Optional<Ends> ci95Participants,
      @JsonInclude(NON_ABSENT) Optional<Figure> pRandom,
      @JsonAnySetter @JsonAnyGetter Map<String, JsonNode> others) {
    public Space(
        String name,
        boolean baseline,
        int features,
        List<Double> accuracies,
        double mean,
        Optional<Ends> words,
        Ends participants,
        OptionalDouble pRandom) {
      this(
          name,
          baseline,
          features,
          OptionalInt.empty(),
          accuracies,
          mean,
          words,
          Optional.of(participants),
          Optional.of(new Figure(pRandom)),
          Others.NONE);
    }

    /** Random features, a baseline of many sets. */
    public static Space random(
        String name, int features, int sets, List<Double> accuracies, double mean, Ends ofSets) {
      return new Space(
          name,
          true,
          features,
          OptionalInt.of(sets),
          accuracies,
          mean,
          Optional.of(ofSets),
          Optional.empty(),
          Optional.empty(),
          Others.NONE);
    }

    public Space {
      // A null in a file is read as nothing, and is no value of a space that could have one.
      pRandom = sets.isPresent() ? pRandom : Optional.of(pRandom.orElse(Figure.UNKNOWN));
      others = Others.kept(others);
    }
  }

  /** Accuracy of one space less that of another. */
  public record Difference(
      String a,
      String b,
      boolean planned,
      double difference,
      Optional<Ends> ci95,
      OptionalDouble p,
      OptionalDouble pWords,
      OptionalDouble pParticipants,
      OptionalDouble pSignFlip,
      OptionalDouble pCorrected,
      @JsonAnySetter @JsonAnyGetter Map<String, JsonNode> others) {
    public Difference {
      others = Others.kept(others);
    }
  }

  /** Shares of variance of two spaces, means over participants; intervals over other words. */
  public record Variance(
      String a,
      String b,
      double r2A,
      double r2B,
      double r2Both,
      boolean divisible,
      double uniqueA,
      double uniqueB,
      double shared,
      @JsonInclude(NON_ABSENT) Optional<Ends> r2BothCi95,
      @JsonInclude(NON_ABSENT) Optional<Ends> uniqueACi95,
      @JsonInclude(NON_ABSENT) Optional<Ends> uniqueBCi95,
      @JsonInclude(NON_ABSENT) Optional<Ends> sharedCi95,
      List<Double> uniqueAOfParticipants,
      List<Double> uniqueBOfParticipants,
      @JsonAnySetter @JsonAnyGetter Map<String, JsonNode> others) {
    public Variance {
      others = Others.kept(others);
    }
  }

  /**
   * @throws InputException if a key is missing or wrong
   */
  public static LeagueFigures read(Path file) throws IOException {
    return JsonField.read(file, AGAIN).as(LeagueFigures.class);
  }

  /** As a file says them. */
  public LeagueFigures madeBy(MadeBy made) {
    return with(Optional.empty(), Optional.of(made));
  }

  /** As they are printed, with the files that were written. */
  public LeagueFigures written(List<Path> files) {
    return with(Optional.of(files.stream().map(Path::toString).toList()), Optional.empty());
  }

  /** All but what made them. */
  public LeagueFigures alone() {
    return with(Optional.empty(), Optional.empty());
  }

  /** In some words: which spaces, and how many participants. */
  public String sentence() {
    List<String> compared =
        features.stream().filter(space -> !space.baseline).map(Space::name).toList();
    return "%s; %d participant%s"
        .formatted(String.join(", ", compared), subjects.size(), subjects.size() == 1 ? "" : "s");
  }

  private LeagueFigures with(Optional<List<String>> files, Optional<MadeBy> made) {
    return new LeagueFigures(
        subjects,
        words,
        cv,
        simulated,
        features,
        pairs,
        correction,
        ties,
        similarities,
        variance,
        uninformative,
        method,
        files,
        made,
        others);
  }
}
