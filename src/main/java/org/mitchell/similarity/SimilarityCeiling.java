package org.mitchell.similarity;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * How far any model could agree with these participants (Nili et al. 2014, PLoS Computational
 * Biology 10:e1003553).
 *
 * @param lower the mean agreement of each participant with the mean of the others
 * @param upper with the mean of all, which nothing agrees with better on average (of tau-a: nearly)
 */
public record SimilarityCeiling(double lower, double upper) {
  /** Nothing where there is one participant. */
  public static Optional<SimilarityCeiling> of(
      List<Dissimilarities> participants, Agreement agreement) {
    if (participants.size() < 2) {
      return Optional.empty();
    }
    List<double[]> poolable = participants.stream().map(agreement::poolable).toList();
    Dissimilarities all = mean(participants.get(0).words(), poolable);
    double lower = 0;
    double upper = 0;
    for (int k = 0; k < participants.size(); k++) {
      var others = new ArrayList<>(poolable);
      others.remove(k);
      Dissimilarities rest = mean(all.words(), others);
      lower += agreement.of(rest, participants.get(k)) / participants.size();
      upper += agreement.of(all, participants.get(k)) / participants.size();
    }
    return Optional.of(new SimilarityCeiling(lower, upper));
  }

  private static Dissimilarities mean(int words, List<double[]> all) {
    var mean = new double[all.get(0).length];
    for (double[] one : all) {
      for (int p = 0; p < mean.length; p++) {
        mean[p] += one[p] / all.size();
      }
    }
    return Dissimilarities.of(words, mean);
  }
}
