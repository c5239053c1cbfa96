package org.mitchell.evaluation.ranks;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.mitchell.encoding.HeldOutModel;
import org.mitchell.evaluation.EncodingAnalysis;
import org.mitchell.evaluation.EvaluationOptions;
import org.mitchell.evaluation.Metric;
import org.mitchell.evaluation.folds.CrossValidation;
import org.mitchell.evaluation.folds.Folds;
import org.mitchell.evaluation.nulls.NullDistribution;
import org.mitchell.evaluation.stability.VoxelDemand;
import org.mitchell.files.InputException;
import org.mitchell.files.Remedy;
import org.mitchell.fmri.VoxelRows;
import org.mitchell.jobs.Progress;
import org.mitchell.jobs.Workers;

/**
 * Leave-one-out identification among many words (Mitchell et al. 2008, with 1,001 candidates): for
 * every word, train on all others, choose the most stable voxels on the others, predict the image
 * of every candidate from its features, and rank the candidates by how alike their images are to
 * the observed one.
 *
 * <p>The candidates of a fold are the held-out word and the other words of a list; the training
 * words are among them only where the list has them.
 *
 * <p>Voxels are looked at once a fold, for the inner products of all words' images; what follows
 * costs the same for any number of voxels. See {@link HeldOutModel}.
 */
public final class RankEvaluation {
  /** Fewer words leave nothing to learn from. */
  public static final int FEWEST_WORDS = 3;

  /** How many of the likeliest candidates of each word are kept. */
  private static final int LIKELIEST = 10;

  private final EncodingAnalysis analysis;
  private final List<String> words;
  private final CandidateWords candidates;
  private final Workers workers;
  private final FoldImages[] images;
  private final double shortest;
  private final int selectedVoxels;

  private RankEvaluation(
      EncodingAnalysis analysis, CandidateWords candidates, Workers workers, Progress progress) {
    this.analysis = analysis;
    this.words = analysis.words();
    this.candidates = candidates;
    this.workers = workers;
    // Preset strict removes the training words' mean again in every fold; without the bulk of it
    // first, digits would be lost.
    VoxelRows centred = analysis.imageRows().withoutMean();
    this.shortest = Metric.shortest(analysis.longestImage());
    CrossValidation.Run<FoldGrams> run =
        new CrossValidation(analysis, Folds.leaveOneOut(words.size()), workers)
            .run(columns -> FoldGrams.on(analysis, centred, columns, workers), "ranks", progress);
    this.images = run.scorer().images();
    this.selectedVoxels = run.selectedVoxels();
  }

  /**
   * Chooses the voxels of every fold, which depend on the responses alone.
   *
   * @param analysis of n words, n at least {@link #FEWEST_WORDS}; its rule of a match is of no
   *     concern here
   * @param candidates the words that each held-out word is ranked among; {@link
   *     CandidateWords#of(EncodingAnalysis)} for the participant's own
   * @throws InputException if there are too few words, candidates, voxels or presentations for what
   *     the options ask
   */
  public static RankEvaluation of(
      EncodingAnalysis analysis, CandidateWords candidates, Workers workers) {
    if (candidates.rawFeatures()[0].length != analysis.rawFeatures()[0].length) {
      throw new IllegalArgumentException(
          "candidates of %d features for a model of %d"
              .formatted(candidates.rawFeatures()[0].length, analysis.rawFeatures()[0].length));
    }
    requirePossible(analysis, candidates);
    return new RankEvaluation(analysis, candidates, workers, Progress.NONE);
  }

  /** Ranks every word. */
  public RankResult run(Softmax softmax) {
    int[] own = IntStream.range(0, words.size()).toArray();
    var ranks = new WordRank[words.size()];
    workers.forEach(
        ranks.length,
        w ->
            ranks[w] = wordRank(w, predictions(w).similarities(images[w], own, shortest), softmax));
    return new RankResult(Arrays.asList(ranks), selectedVoxels, softmax);
  }

  /**
   * How every held-out word's observed image and the predictions for all words are alike, where the
   * candidates are the participant's own words: held-out word x predicted word, each row by the
   * model without the held-out word.
   */
  public double[][] similarities() {
    int[] own = IntStream.range(0, words.size()).toArray();
    var rows = new double[words.size()][];
    workers.forEach(
        rows.length,
        w -> {
          double[] found = predictions(w).similarities(images[w], own, shortest);
          rows[w] = Arrays.copyOf(found, own.length);
          rows[w][w] = found[own.length];
        });
    return rows;
  }

  /** 1 where the right similarity is above another, 0 below, a half for a tie. */
  public static double better(double right, double other) {
    return Rank.of(right, new double[] {other}, 1, -1).percentile();
  }

  /** How many voxels were compared in a fold, the fewest of any. */
  public int selectedVoxels() {
    return selectedVoxels;
  }

  /**
   * {@link RankResult#meanPercentile()} alone: for the many analyses of an interval, which look at
   * nothing else.
   */
  public double meanPercentile() {
    int[] own = IntStream.range(0, words.size()).toArray();
    return permuted(new int[][] {own}, Progress.NONE).values()[0];
  }

  /**
   * The mean percentile when the words are relabelled: in permutation p the word w has the features
   * of the word p[w], images, folds and voxels stay as they are, and so do the features of the
   * candidates. The word whose features a held-out image has is the right one, and is no other
   * candidate.
   *
   * @param permutations each of as many numbers as there are words
   */
  public NullDistribution permuted(int[][] permutations, Progress progress) {
    for (int[] permutation : permutations) {
      requirePermutation(permutation);
    }
    var percentiles = new double[permutations.length][words.size()];
    progress.begin("permutations", "folds", (long) permutations.length * words.size());
    workers.forEach(
        words.size(),
        word -> {
          FoldCandidates predictions = predictions(word);
          int listed = candidates.words().indexOf(words.get(word));
          for (int p = 0; p < permutations.length; p++) {
            FoldImages fold = images[imageOf(word, permutations[p])];
            double[] similarities = predictions.similarities(fold, permutations[p], shortest);
            percentiles[p][word] = rank(similarities, listed).percentile();
          }
          progress.advance(permutations.length);
        });
    progress.end();
    return new NullDistribution(
        Arrays.stream(percentiles).mapToDouble(p -> Arrays.stream(p).sum() / p.length).toArray());
  }

  /** The model without a word, and what it predicts of the listed words and, last, of that word. */
  private FoldCandidates predictions(int word) {
    double[][] listed = candidates.rawFeatures();
    double[][] raw = Arrays.copyOf(listed, listed.length + 1);
    raw[listed.length] = analysis.rawFeatures()[word];
    return new FoldCandidates(
        HeldOutModel.without(word, analysis.rawFeatures(), analysis.encoding()), raw);
  }

  private WordRank wordRank(int word, double[] similarities, Softmax softmax) {
    int listed = candidates.words().indexOf(words.get(word));
    var names = new ArrayList<>(candidates.words());
    double right = similarities[names.size()];
    names.add(words.get(word));
    double[] ofCandidates = similarities;
    if (listed >= 0) {
      // The held-out word stands where the list has it.
      names.remove(candidates.size());
      ofCandidates = Arrays.copyOf(similarities, names.size());
      ofCandidates[listed] = right;
    }
    List<Guess> guesses = Guess.ranked(names, ofCandidates, softmax);
    double probability =
        softmax.probabilities(ofCandidates)[listed >= 0 ? listed : candidates.size()];
    return new WordRank(
        words.get(word),
        rank(similarities, listed),
        right,
        probability,
        guesses.subList(0, Math.min(LIKELIEST, guesses.size())));
  }

  private Rank rank(double[] similarities, int listed) {
    return Rank.of(similarities[candidates.size()], similarities, candidates.size(), listed);
  }

  private static int imageOf(int word, int[] permutation) {
    int image = 0;
    while (permutation[image] != word) {
      image++;
    }
    return image;
  }

  private void requirePermutation(int[] permutation) {
    var seen = new boolean[words.size()];
    for (int word : permutation) {
      seen[word] = true;
    }
    if (permutation.length != seen.length
        || !IntStream.range(0, seen.length).allMatch(w -> seen[w])) {
      throw new IllegalArgumentException(
          Arrays.toString(permutation) + " is no permutation of " + seen.length + " words");
    }
  }

  private static void requirePossible(EncodingAnalysis analysis, CandidateWords candidates) {
    int words = analysis.size();
    if (words < FEWEST_WORDS) {
      throw new InputException(
          "leave-one-out needs at least %d words with responses and features, got %d: %s"
              .formatted(FEWEST_WORDS, words, analysis.words()));
    }
    if (candidates.size() == 1 && analysis.words().contains(candidates.words().get(0))) {
      throw new InputException(
          "'%s' is the only candidate: nothing to choose from when it is held out. Give a longer list"
              .formatted(candidates.words().get(0)));
    }
    if (!analysis.encoding().penalty().isGiven()) {
      throw new InputException(
          "ranks of words are by models of one penalty, and here it is to be chosen",
          Remedy.GIVEN_PENALTY);
    }
    EvaluationOptions options = analysis.options();
    VoxelDemand.require(options.voxels(), options.criterion(), analysis.responses(), 0);
  }
}
