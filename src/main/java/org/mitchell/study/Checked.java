package org.mitchell.study;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.mitchell.files.Remedy;

/**
 * What is known of a participant before a fit.
 *
 * @param files each with its shape, and what else its header says
 * @param trials in order, as far as their files could be read
 * @param presentations how often each word was shown
 * @param withoutFeatures words that the features have not, and why
 * @param voxels that would be used, or are in the mask; 0 where that is not known
 * @param megabytes of memory that a fit takes, roughly
 * @param seconds that a fit takes, roughly
 * @param problems the gravest first
 */
public record Checked(
    String subject,
    List<SeenFile> files,
    List<SeenTrial> trials,
    Map<String, Integer> presentations,
    Map<String, String> withoutFeatures,
    int voxels,
    long megabytes,
    long seconds,
    List<Problem> problems) {

  /** A file and what it is. */
  public record SeenFile(String file, String what) {}

  /**
   * A trial.
   *
   * @param run empty where it is not known
   * @param onset in seconds from the run's beginning; NaN where it is not known
   * @param features whether the word has features
   */
  public record SeenTrial(String run, double onset, String word, boolean features) {}

  /** How grave a problem is. */
  public enum Severity {
    /** A fit would end with it. */
    ERROR,
    /** A fit would do something else than most people want. */
    WARNING,
    /** A fit would say it. */
    NOTE
  }

  /**
   * Something that is wrong, or worth knowing.
   *
   * @param text without what helps
   * @param remedy what helps, where one thing does
   */
  public record Problem(Severity severity, String text, Optional<Remedy> remedy) {}

  /** Whether a fit would end with an error. */
  public boolean hasErrors() {
    return problems.stream().anyMatch(problem -> problem.severity() == Severity.ERROR);
  }
}
