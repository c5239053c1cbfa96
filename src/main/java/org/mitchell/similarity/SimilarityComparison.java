package org.mitchell.similarity;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.DoubleStream;
import org.mitchell.evaluation.nulls.Holm;
import org.mitchell.evaluation.nulls.NullDistribution;
import org.mitchell.evaluation.nulls.Relabelling;
import org.mitchell.fmri.Stimulus;
import org.mitchell.jobs.Progress;
import org.mitchell.jobs.Workers;
import org.mitchell.random.RandomStreams;

/**
 * Feature spaces beside the images of the same words, by how unlike each finds every two of them.
 *
 * @param words how many
 * @param spaces in the order given
 * @param differences of every two of them
 * @param ceiling how far anything could agree; nothing for one participant
 */
public record SimilarityComparison(
    int words,
    List<SpaceSimilarity> spaces,
    List<SimilarityDifference> differences,
    Optional<SimilarityCeiling> ceiling) {

  /** Fewer words have too few pairs to be compared: of three there are three. */
  public static final int FEWEST_WORDS = 4;

  public SimilarityComparison {
    spaces = List.copyOf(spaces);
    differences = List.copyOf(differences);
  }

  /**
   * @param stimuli the words, in the order of all dissimilarities
   * @param images one a participant
   * @param spaces the feature spaces by their names
   * @throws IllegalArgumentException if there is none of either, or they are of other words
   */
  public static SimilarityComparison of(
      List<Stimulus> stimuli,
      List<Dissimilarities> images,
      Map<String, Dissimilarities> spaces,
      SimilarityPlan plan,
      Workers workers,
      Progress progress) {
    require(stimuli.size(), images, spaces.values());
    List<String> names = List.copyOf(spaces.keySet());
    List<Dissimilarities> ofSpaces = List.copyOf(spaces.values());
    double[][] agreements = plan.agreement().ofEach(ofSpaces, images);
    double[][] nulls = nulls(stimuli, images, ofSpaces, plan, workers, progress);
    Optional<TwoFactorBootstrap> bootstrap =
        plan.resamples() == 0
            ? Optional.empty()
            : Optional.of(
                TwoFactorBootstrap.of(images, ofSpaces, agreements, plan, workers, progress));
    var found = new ArrayList<SpaceSimilarity>();
    for (int s = 0; s < names.size(); s++) {
      double mean = mean(agreements[s]);
      found.add(
          new SpaceSimilarity(
              names.get(s),
              agreements[s],
              mean,
              uncertainty(bootstrap, mean, weights(names.size(), s, -1)),
              nulls[s].length == 0 ? Double.NaN : new NullDistribution(nulls[s]).p(mean)));
    }
    return new SimilarityComparison(
        stimuli.size(),
        found,
        differences(found, bootstrap),
        SimilarityCeiling.of(images, plan.agreement()));
  }

  /** The mean over participants under each relabelling, the same for all of them. */
  private static double[][] nulls(
      List<Stimulus> stimuli,
      List<Dissimilarities> images,
      List<Dissimilarities> spaces,
      SimilarityPlan plan,
      Workers workers,
      Progress progress) {
    List<int[]> relabellings =
        Relabelling.FREE.permutations(stimuli, plan.permutations(), new RandomStreams(plan.seed()));
    List<Relabelled> relabelled =
        spaces.stream().map(space -> Relabelled.of(space, images, plan.agreement())).toList();
    var nulls = new double[spaces.size()][relabellings.size()];
    progress.begin("relabellings", "relabellings", relabellings.size());
    workers.forEach(
        relabellings.size(),
        n -> {
          for (int s = 0; s < nulls.length; s++) {
            nulls[s][n] = relabelled.get(s).mean(relabellings.get(n));
          }
          progress.advance(1);
        });
    progress.end();
    return nulls;
  }

  /** The mean agreement of a space with some images, whose words exchange their features. */
  @FunctionalInterface
  private interface Relabelled {
    double mean(int[] order);

    static Relabelled of(Dissimilarities space, List<Dissimilarities> images, Agreement agreement) {
      if (!agreement.isProduct()) {
        return order -> {
          Dissimilarities moved = space.ordered(order);
          return mean(images.stream().mapToDouble(one -> agreement.of(moved, one)));
        };
      }
      var movable = new Movable(space, agreement);
      List<double[]> directions = images.stream().map(agreement::direction).toList();
      return order -> {
        var moved = new double[movable.length()];
        movable.move(order, moved);
        return mean(directions.stream().mapToDouble(one -> Agreement.product(moved, one)));
      };
    }

    private static double mean(DoubleStream agreements) {
      return agreements.average().orElseThrow();
    }
  }

  private static List<SimilarityDifference> differences(
      List<SpaceSimilarity> spaces, Optional<TwoFactorBootstrap> bootstrap) {
    var differences = new ArrayList<SimilarityDifference>();
    for (int a = 0; a < spaces.size(); a++) {
      for (int b = a + 1; b < spaces.size(); b++) {
        double difference = spaces.get(a).mean() - spaces.get(b).mean();
        differences.add(
            new SimilarityDifference(
                spaces.get(a).space(),
                spaces.get(b).space(),
                difference,
                uncertainty(bootstrap, difference, weights(spaces.size(), a, b)),
                Double.NaN));
      }
    }
    double[] corrected =
        Holm.corrected(differences.stream().mapToDouble(d -> d.overBoth().pTwoSided()).toArray());
    for (int d = 0; d < corrected.length; d++) {
      SimilarityDifference plain = differences.get(d);
      differences.set(
          d,
          new SimilarityDifference(
              plain.a(), plain.b(), plain.difference(), plain.overBoth(), corrected[d]));
    }
    return differences;
  }

  private static Uncertainty uncertainty(
      Optional<TwoFactorBootstrap> bootstrap, double mean, double[] weights) {
    return bootstrap.map(draws -> draws.of(mean, weights)).orElseGet(() -> Uncertainty.unknown(0));
  }

  private static double[] weights(int spaces, int plus, int minus) {
    var weights = new double[spaces];
    weights[plus] = 1;
    if (minus >= 0) {
      weights[minus] = -1;
    }
    return weights;
  }

  private static double mean(double[] values) {
    return Arrays.stream(values).average().orElseThrow();
  }

  private static void require(
      int words, List<Dissimilarities> images, Iterable<Dissimilarities> spaces) {
    var all = new ArrayList<>(images);
    spaces.forEach(all::add);
    if (images.isEmpty() || all.size() == images.size()) {
      throw new IllegalArgumentException("participants and spaces are expected, at least one each");
    }
    if (words < FEWEST_WORDS || all.stream().anyMatch(each -> each.words() != words)) {
      throw new IllegalArgumentException(
          words + " words; all dissimilarities are expected to be of them, four or more");
    }
  }
}
