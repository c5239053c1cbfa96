package org.mitchell.evaluation.ranks;

import java.util.List;
import java.util.function.ToDoubleFunction;

/**
 * What a leave-one-out identification found.
 *
 * @param words one a held-out word, in the order of the responses
 * @param selectedVoxels how many voxels were compared in a fold (the fewest of any fold)
 * @param softmax what made similarities probabilities
 */
public record RankResult(List<WordRank> words, int selectedVoxels, Softmax softmax) {
  public RankResult {
    words = List.copyOf(words);
  }

  /** The mean over words of {@link Rank#percentile()}; .5 is chance. */
  public double meanPercentile() {
    return mean(word -> word.rank().percentile());
  }

  /**
   * The share of words whose place is {@code count} or better; a tie counts by its mid-rank, so
   * that a word that ties with nine others for the first place is among the top ten, and not among
   * the top five.
   */
  public double top(int count) {
    return mean(word -> word.rank().place() <= count ? 1 : 0);
  }

  /** The mean probability of the right word. */
  public double meanProbability() {
    return mean(WordRank::probability);
  }

  /** The numbers of candidates a word was ranked among: they differ by 1 at most. */
  public int mostCandidates() {
    return words.stream().mapToInt(word -> word.rank().candidates()).max().orElse(0);
  }

  private double mean(ToDoubleFunction<WordRank> figure) {
    return words.stream().mapToDouble(figure).average().orElse(Double.NaN);
  }
}
