package org.mitchell.analysis;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.mitchell.evaluation.nulls.Relabelling;
import org.mitchell.evaluation.ranks.CandidateWords;
import org.mitchell.evaluation.ranks.Softmax;
import org.mitchell.evaluation.schemes.Splitting;

/**
 * What is evaluated, and how its uncertainty is found.
 *
 * @param scheme which pairs of words are told apart; nothing for the rank of each word among
 *     candidates
 * @param candidates whom a word is ranked among; nothing for the participant's own words
 * @param softmax what makes similarities probabilities
 * @param relabelling which words exchange their features under the null hypothesis; nothing where
 *     the images of every run exchange their words, run by run
 * @param permutations how many relabellings there are; at least 1
 * @param rivals other features for the same folds: without meaning, or random words
 * @param subsamples how many halves of the words the interval is found from; 0 for no interval
 * @param seed of permutations and subsamples
 */
public record EvaluationPlan(
    Optional<Splitting> scheme,
    Optional<CandidateWords> candidates,
    Softmax softmax,
    Optional<Relabelling> relabelling,
    int permutations,
    List<RandomRivals> rivals,
    int subsamples,
    long seed) {

  /** The name of the scheme of ranks. */
  public static final String RANK = "rank";

  /** The name of the null hypothesis of runs. */
  public static final String WITHIN_RUN = "within-run";

  /** The scheme as options and files name it. */
  public String label() {
    return scheme.map(Splitting::label).orElse(RANK);
  }

  /** The null hypothesis as options and files name it. */
  public String nullLabel() {
    return relabelling
        .map(some -> some.name().toLowerCase(Locale.ROOT).replace('_', '-'))
        .orElse(WITHIN_RUN);
  }
}
