package org.mitchell.paper;

import java.util.Collection;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.stream.Collectors;
import org.mitchell.words.WordForm;

/**
 * The accuracies of Mitchell et al. (2008), to be shown beside ours. The participant numbers of the
 * paper and of the public files may not correspond.
 */
public final class PublishedAccuracies {
  /** The mean over the nine participants. */
  public static final double MEAN = 0.77;

  /** Of pairs of words of one category. */
  public static final double WITHIN_CATEGORY = 0.62;

  /** Of pairs of words whose categories were both left out of the training. */
  public static final double LEAVE_CATEGORY_OUT = 0.70;

  /** The mean percentile rank of a left-out word among 1,001 candidates. */
  public static final double RANK = 0.72;

  /** How many candidates these were. */
  public static final int RANK_CANDIDATES = 1001;

  private PublishedAccuracies() {}

  /**
   * Whether an analysis is one that the paper's figures can be held against: of one of its
   * participants, with its sixty nouns and its verbs.
   *
   * @param participant the label
   * @param simulated whether the responses were made by a program
   * @param words the words that were evaluated
   * @param features the names of the features
   */
  public static boolean comparable(
      String participant,
      boolean simulated,
      Collection<String> words,
      Collection<String> features) {
    return of(participant).isPresent()
        && !simulated
        && folded(words).equals(folded(Paper.nouns()))
        && folded(features).equals(folded(Paper.verbs()));
  }

  private static Set<String> folded(Collection<String> words) {
    return words.stream().map(WordForm::folded).collect(Collectors.toSet());
  }

  /** The accuracy of P1 .. P9; nothing for other labels. */
  public static OptionalDouble of(String participant) {
    return switch (participant) {
      case "P1" -> OptionalDouble.of(.83);
      case "P2" -> OptionalDouble.of(.76);
      case "P3" -> OptionalDouble.of(.78);
      case "P4" -> OptionalDouble.of(.72);
      case "P5" -> OptionalDouble.of(.78);
      case "P6" -> OptionalDouble.of(.85);
      case "P7" -> OptionalDouble.of(.73);
      case "P8" -> OptionalDouble.of(.68);
      case "P9" -> OptionalDouble.of(.82);
      default -> OptionalDouble.empty();
    };
  }
}
