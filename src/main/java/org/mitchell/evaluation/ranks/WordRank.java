package org.mitchell.evaluation.ranks;

import java.util.List;

/**
 * How a held-out word came out among the candidates.
 *
 * @param word the word that the image is of
 * @param rank its place
 * @param similarity of its predicted image with the observed one
 * @param probability of it by softmax
 * @param likeliest the candidates that match best, the likeliest first
 */
public record WordRank(
    String word, Rank rank, double similarity, double probability, List<Guess> likeliest) {
  public WordRank {
    likeliest = List.copyOf(likeliest);
  }
}
