package org.mitchell.evaluation;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.mitchell.encoding.HeldOutPrediction;
import org.mitchell.encoding.HeldOutRule;
import org.mitchell.evaluation.stability.SelectedVoxels;
import org.mitchell.evaluation.stability.VoxelSelection;
import org.mitchell.files.InputException;
import org.mitchell.fmri.Responses;
import org.mitchell.fmri.WordImages;
import org.mitchell.jobs.Progress;
import org.mitchell.jobs.Workers;

/**
 * The paper's evaluation (Mitchell et al. 2008): for every pair of words, train on all others,
 * choose the most stable voxels on the training words, predict both held-out images and see whether
 * they match the right observed images.
 *
 * <p>No fold is fitted anew where the closed form holds; see {@link HeldOutPrediction}.
 */
public final class LeaveTwoOut {
  /** Fewer words leave nothing to learn from. */
  public static final int FEWEST_WORDS = 4;

  /**
   * Few enough for the working memory of a piece to stay small, enough to share what its folds have
   * in common.
   */
  private static final int FOLDS_A_PIECE = 30;

  private final Responses responses;
  private final EvaluationOptions options;
  private final Workers workers;
  private final HeldOutPrediction prediction;
  private final WordImages images;

  private LeaveTwoOut(
      Responses responses, double[][] rawFeatures, EvaluationOptions options, Workers workers) {
    this.responses = responses;
    this.options = options;
    this.workers = workers;
    this.prediction = HeldOutPrediction.of(rawFeatures, options.encoding());
    // Preset strict removes the training words' mean again in every fold; without the bulk of it
    // first, digits would be lost.
    this.images = WordImages.of(responses).withoutMean();
  }

  /**
   * @param responses the participant's responses to n words, n at least {@link #FEWEST_WORDS}
   * @param rawFeatures unscaled features, words x features, words as in the responses
   * @throws InputException if there are too few words, voxels or presentations for what the options
   *     ask
   */
  public static LeaveTwoOutResult run(
      Responses responses,
      double[][] rawFeatures,
      EvaluationOptions options,
      Workers workers,
      Progress progress) {
    requirePossible(responses, options);
    return new LeaveTwoOut(responses, rawFeatures, options, workers).run(progress);
  }

  private record Fold(int first, int second) {}

  /**
   * Folds, from a number to before another, that hold out the same first word with consecutive
   * second words.
   */
  private record Piece(int from, int to) {
    int size() {
      return to - from;
    }
  }

  /** What all folds gave with one selection of voxels. */
  private record Pass(
      PairResult[] pairs, HeldOutRule[] rules, int fewestVoxels, double lowestThreshold) {}

  private LeaveTwoOutResult run(Progress progress) {
    List<Fold> folds = folds();
    VoxelSelection selection =
        options.voxels().isPresent()
            ? VoxelSelection.mostStable(responses, options.voxels().getAsInt(), workers)
            : VoxelSelection.all(responses);
    Pass pass = pass(folds, selection, progress);
    VoxelSelection widened = selection.widenedTo(pass.lowestThreshold, workers);
    if (widened != selection) {
      selection = widened;
      pass = pass(folds, selection, progress);
    }
    if (pass.fewestVoxels == 0) {
      throw new InputException(
          "no voxel has a defined stability: each is constant over the words in some presentation. "
              + "Check the responses, or compare all voxels (--voxels all)");
    }
    int refitted =
        (int) Arrays.stream(pass.rules).filter(HeldOutRule.Refitted.class::isInstance).count();
    return new LeaveTwoOutResult(
        responses.stimuli(),
        Arrays.asList(pass.pairs),
        pass.fewestVoxels,
        selection.candidates().length,
        selection.undefined(),
        prediction.form(),
        refitted,
        prediction.rank(),
        meanPredictionOperator(folds, pass.rules));
  }

  private Pass pass(List<Fold> folds, VoxelSelection selection, Progress progress) {
    var matching =
        new FoldMatching(
            images, selection.candidates(), prediction.residualOperator(), options, workers);
    var pairs = new PairResult[folds.size()];
    var rules = new HeldOutRule[folds.size()];
    var selected = new int[folds.size()];
    var thresholds = new double[folds.size()];
    progress.begin("leave-two-out", "folds", folds.size());
    List<Piece> pieces = pieces(folds);
    workers.forEach(
        pieces.size(),
        number -> {
          Piece piece = pieces.get(number);
          Fold one = folds.get(piece.from);
          SelectedVoxels[] found =
              selection.select(one.first, one.second, one.second + piece.size());
          for (int f = piece.from; f < piece.to; f++) {
            Fold fold = folds.get(f);
            int[] positions = found[f - piece.from].positions();
            selected[f] = positions.length;
            thresholds[f] = found[f - piece.from].threshold();
            rules[f] = prediction.rule(fold.first, fold.second);
            pairs[f] = matching.match(fold.first, fold.second, rules[f], positions);
          }
          progress.advance(piece.size());
        });
    progress.end();
    return new Pass(
        pairs,
        rules,
        Arrays.stream(selected).min().orElseThrow(),
        Arrays.stream(thresholds).min().orElseThrow());
  }

  private List<Fold> folds() {
    int words = images.words();
    var folds = new ArrayList<Fold>();
    for (int first = 0; first < words; first++) {
      for (int second = first + 1; second < words; second++) {
        folds.add(new Fold(first, second));
      }
    }
    return folds;
  }

  private static List<Piece> pieces(List<Fold> folds) {
    var pieces = new ArrayList<Piece>();
    int from = 0;
    for (int f = 1; f <= folds.size(); f++) {
      if (f == folds.size()
          || f - from == FOLDS_A_PIECE
          || folds.get(f).first != folds.get(from).first) {
        pieces.add(new Piece(from, f));
        from = f;
      }
    }
    return pieces;
  }

  /**
   * The words x words matrix Q with Q Y = each word's mean prediction over the n - 1 folds that
   * hold it out: predictions are linear in the images, so the mean over folds is taken once for all
   * voxels.
   */
  private double[][] meanPredictionOperator(List<Fold> folds, HeldOutRule[] rules) {
    int words = images.words();
    double share = 1.0 / (words - 1);
    double[][] residual = prediction.residualOperator();
    var corrections = new double[words][words];
    var operator = new double[words][words];
    for (int f = 0; f < rules.length; f++) {
      int[] heldOut = {folds.get(f).first, folds.get(f).second};
      for (int h = 0; h < 2; h++) {
        int word = heldOut[h];
        if (rules[f] instanceof HeldOutRule.Corrected corrected) {
          operator[word][word] += share;
          corrections[word][heldOut[0]] -= share * corrected.correction()[h][0];
          corrections[word][heldOut[1]] -= share * corrected.correction()[h][1];
        } else if (rules[f] instanceof HeldOutRule.Refitted refitted) {
          addTo(operator[word], share, refitted.weights()[h]);
        }
      }
    }
    for (int word = 0; word < words; word++) {
      for (int other = 0; other < words; other++) {
        addTo(operator[word], corrections[word][other], residual[other]);
      }
    }
    return operator;
  }

  private static void addTo(double[] sum, double factor, double[] row) {
    for (int i = 0; i < sum.length; i++) {
      sum[i] += factor * row[i];
    }
  }

  private static void requirePossible(Responses responses, EvaluationOptions options) {
    int words = responses.stimuli().size();
    if (words < FEWEST_WORDS) {
      throw new InputException(
          "leave-two-out needs at least %d words with responses and features, got %d: %s"
              .formatted(FEWEST_WORDS, words, responses.words()));
    }
    if (options.voxels().isEmpty()) {
      return;
    }
    int wanted = options.voxels().getAsInt();
    if (wanted > responses.voxels()) {
      throw new InputException(
          "%,d voxels are asked for where participant %s has %,d. Give a smaller --voxels, or --voxels all"
              .formatted(wanted, responses.participant(), responses.voxels()));
    }
    if (responses.commonPresentations() < 2) {
      throw new InputException(
          "choosing the most stable voxels needs at least two presentations of every word;"
              + " participant "
              + responses.participant()
              + " has a word with one. Compare all voxels: --voxels all");
    }
  }
}
