package org.mitchell.evaluation.leaks;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.mitchell.encoding.Preset;
import org.mitchell.evaluation.EncodingAnalysis;
import org.mitchell.evaluation.Metric;
import org.mitchell.evaluation.folds.CrossValidation;
import org.mitchell.evaluation.folds.Fold;
import org.mitchell.evaluation.folds.FoldScorer;
import org.mitchell.evaluation.schemes.FoldImages;
import org.mitchell.fmri.Responses;
import org.mitchell.fmri.TrialValues;
import org.mitchell.jobs.Progress;
import org.mitchell.jobs.Workers;

/**
 * Tells the words of folds apart by the images of trials {@link Nearby}, in the folds, over the
 * voxels and by the rule with which a model is evaluated; ties count half. Trials of a word have no
 * part in its own prediction.
 */
public final class NearbyEvaluation {
  private final EncodingAnalysis analysis;
  private final List<Fold> folds;
  private final List<Nearby> kinds;
  private final NearbyTrials[] worlds;

  private NearbyEvaluation(
      EncodingAnalysis analysis,
      List<Fold> folds,
      List<Nearby> kinds,
      TrialPlaces places,
      List<int[]> relabellings) {
    this.analysis = analysis;
    this.folds = folds;
    this.kinds = kinds;
    this.worlds =
        relabellings.stream()
            .map(placesOf -> new NearbyTrials(places, placesOf))
            .toArray(NearbyTrials[]::new);
  }

  /**
   * The accuracies.
   *
   * @param relabellings for every word, the number of the word whose places in time it is given; a
   *     word of as many presentations
   * @return kinds x relabellings
   */
  public static double[][] accuracies(
      EncodingAnalysis analysis,
      List<Fold> folds,
      List<Nearby> kinds,
      TrialPlaces places,
      List<int[]> relabellings,
      Workers workers,
      Progress progress) {
    var evaluation = new NearbyEvaluation(analysis, folds, kinds, places, relabellings);
    double[][] correct =
        new CrossValidation(analysis, folds, workers)
            .run(candidates -> evaluation.new Matched(candidates), "trials near in time", progress)
            .scorer()
            .correct;
    int pairs = folds.stream().mapToInt(fold -> fold.pairs().length).sum();
    return Arrays.stream(correct)
        .map(row -> Arrays.stream(row).map(sum -> sum / pairs).toArray())
        .toArray(double[][]::new);
  }

  /** Scores folds over a choice of candidate voxels. */
  private final class Matched implements FoldScorer {
    private final int[] candidates;
    private final FoldImages images;
    private final double shortest;
    private final double[][] correct = new double[kinds.size()][worlds.length];

    Matched(int[] candidates) {
      this.candidates = candidates;
      this.images = new FoldImages(analysis, candidates);
      this.shortest = images.shortest();
    }

    @Override
    public Piece piece() {
      var sums = new double[kinds.size()][worlds.length];
      return new Piece() {
        @Override
        public void score(int number, Fold fold, int[] positions) {
          var scored = new ScoredFold(fold, positions);
          for (int k = 0; k < sums.length; k++) {
            for (int r = 0; r < worlds.length; r++) {
              sums[k][r] += scored.correct(kinds.get(k), worlds[r]);
            }
          }
        }

        @Override
        public void end() {
          // Sums of halves are exact: the order in which threads come here does not matter.
          synchronized (correct) {
            for (int k = 0; k < sums.length; k++) {
              for (int r = 0; r < worlds.length; r++) {
                correct[k][r] += sums[k][r];
              }
            }
          }
        }
      };
    }

    /** One fold, of which the observed images are the same for all guesses. */
    private final class ScoredFold {
      private final Fold fold;
      private final int[] columns;
      private final double[] base;
      private final double[][] observed;
      private final boolean[][] heldOut;

      ScoredFold(Fold fold, int[] positions) {
        this.fold = fold;
        this.columns = Arrays.stream(positions).map(position -> candidates[position]).toArray();
        double[][] rows = images.rows(fold);
        double[] removed = images.removed(fold);
        double[] more = trainingMean(rows, positions);
        this.base = new double[positions.length];
        Arrays.setAll(base, v -> removed[positions[v]] + more[v]);
        int[] numbers = images.observed(fold);
        this.observed = new double[numbers.length][positions.length];
        for (int t = 0; t < numbers.length; t++) {
          double[] image = observed[t];
          int number = numbers[t];
          Arrays.setAll(image, v -> rows[positions[v]][number] - more[v]);
        }
        this.heldOut = heldOut(fold, analysis.responses());
      }

      /** Preset strict removes the training words' mean; paper that of all has been removed. */
      private double[] trainingMean(double[][] rows, int[] positions) {
        var mean = new double[positions.length];
        if (analysis.encoding().preset() == Preset.STRICT) {
          int[] training = fold.training(analysis.size());
          Arrays.setAll(
              mean,
              v ->
                  IntStream.of(training).mapToDouble(w -> rows[positions[v]][w]).sum()
                      / training.length);
        }
        return mean;
      }

      double correct(Nearby kind, NearbyTrials trials) {
        int[] tested = fold.tested();
        var predicted = new double[tested.length][];
        for (int t = 0; t < tested.length; t++) {
          predicted[t] = predicted(trials.of(kind, fold, t, heldOut));
        }
        Metric metric = analysis.options().metric();
        double sum = 0;
        for (int[] pair : fold.pairs()) {
          double[] s =
              metric.similarities(
                  new double[][] {predicted[pair[0]].clone(), predicted[pair[1]].clone()},
                  new double[][] {observed[pair[0]].clone(), observed[pair[1]].clone()},
                  shortest);
          sum += analysis.options().match().score(s[0], s[1], s[2], s[3]);
        }
        return sum;
      }

      /** The mean of these trials; zeros where there are none. */
      private double[] predicted(List<int[]> trials) {
        var image = new double[columns.length];
        for (int[] trial : trials) {
          TrialValues values = analysis.responses().values(trial[0], trial[1]);
          for (int v = 0; v < image.length; v++) {
            image[v] += values.at(columns[v]) - base[v];
          }
        }
        return image;
      }
    }
  }

  /** Words x presentations: whether the fold does not train on it. */
  private static boolean[][] heldOut(Fold fold, Responses responses) {
    var heldOut = new boolean[responses.stimuli().size()][];
    Arrays.setAll(heldOut, w -> new boolean[responses.presentations(w)]);
    for (int w : fold.leftOut()) {
      Arrays.fill(heldOut[w], true);
    }
    for (int t = 0; t < fold.presentations().length; t++) {
      for (int p : fold.presentations()[t]) {
        heldOut[fold.tested()[t]][p] = true;
      }
    }
    return heldOut;
  }
}
