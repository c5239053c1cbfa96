package org.mitchell.derivatives.contents;

import static com.fasterxml.jackson.annotation.JsonInclude.Include.NON_ABSENT;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.mitchell.files.JsonField;

/**
 * A model beside rivals without content: {@code desc-leaks_comparison.json}, and what {@code leak
 * --json} prints.
 *
 * @param words how many there are
 * @param crossValidation what was left out
 * @param permutations how often words exchanged what rivals know
 * @param rivals those that could be had
 * @param missing those that could not
 * @param sideBySide contiguous and shuffled folds, where there are runs
 * @param cautions what a reader must know, in sentences; empty where no rival tells words apart
 * @param outputs of what is printed; files do not say
 * @param provenance of files
 */
public record LeakFigures(
    List<String> subjects,
    int words,
    boolean simulated,
    String crossValidation,
    int permutations,
    Model model,
    List<Rival> rivals,
    List<Missing> missing,
    @JsonInclude(NON_ABSENT) Optional<SideBySide> sideBySide,
    List<String> cautions,
    List<String> notes,
    String ties,
    String correction,
    Method method,
    @JsonInclude(NON_ABSENT) Optional<List<String>> outputs,
    @JsonInclude(NON_ABSENT) Optional<MadeBy> provenance) {

  /** The model's accuracy; its interval is over other words. */
  public record Model(
      String name, int features, List<Double> accuracies, double mean, Optional<Ends> ci95) {}

  /**
   * A rival.
   *
   * @param chance accuracy where words exchange what it knows of them
   * @param p that it tells words apart, one-sided
   * @param pCorrected for the number of rivals
   * @param verdict silent, beaten or wins
   * @param beyond of the model, beyond this rival
   */
  public record Rival(
      String name,
      List<Double> accuracies,
      double mean,
      Optional<Ends> ci95,
      double chance,
      double p,
      double pCorrected,
      String verdict,
      Beyond beyond) {}

  /** Accuracy of the model less that of the rival; p two-sided. */
  public record Beyond(
      double difference, Optional<Ends> ci95, OptionalDouble p, OptionalDouble pCorrected) {}

  /** A rival that could not be had. */
  public record Missing(String name, String why) {}

  /**
   * Whole runs left out, and as many trials of any run.
   *
   * @param parts how many
   * @param shuffles random partitions that the shuffled accuracies are means of
   */
  public record SideBySide(int parts, int shuffles, List<Row> rows) {
    /** The model or a rival. */
    public record Row(String name, double contiguous, double shuffled) {}
  }

  /**
   * @throws InputException if a key is missing or wrong
   */
  public static LeakFigures read(Path file) throws IOException {
    return JsonField.read(file, "Measure again").as(LeakFigures.class);
  }

  /** As a file says them. */
  public LeakFigures madeBy(MadeBy made) {
    return with(Optional.empty(), Optional.of(made));
  }

  /** As they are printed, with the files that were written. */
  public LeakFigures written(List<Path> files) {
    return with(Optional.of(files.stream().map(Path::toString).toList()), Optional.empty());
  }

  private LeakFigures with(Optional<List<String>> files, Optional<MadeBy> made) {
    return new LeakFigures(
        subjects,
        words,
        simulated,
        crossValidation,
        permutations,
        model,
        rivals,
        missing,
        sideBySide,
        cautions,
        notes,
        ties,
        correction,
        method,
        files,
        made);
  }
}
