package org.mitchell.evaluation.ranks;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.mitchell.encoding.HeldOutModel;
import org.mitchell.encoding.InnerProducts;
import org.mitchell.encoding.Preset;
import org.mitchell.evaluation.EvaluationOptions;
import org.mitchell.evaluation.nulls.NullDistribution;
import org.mitchell.evaluation.stability.MostStable;
import org.mitchell.evaluation.stability.Stability;
import org.mitchell.evaluation.stability.VoxelDemand;
import org.mitchell.files.InputException;
import org.mitchell.fmri.Responses;
import org.mitchell.fmri.WordImages;
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

  /** As in the other evaluations: a shorter image is rounding noise, and has no direction. */
  private static final double NO_LENGTH = 1e-12;

  private final List<String> words;
  private final double[][] rawFeatures;
  private final EvaluationOptions options;
  private final CandidateWords candidates;
  private final Workers workers;
  private final FoldImages[] images;
  private final double shortest;
  private final int selectedVoxels;

  private RankEvaluation(
      Responses responses,
      double[][] rawFeatures,
      EvaluationOptions options,
      CandidateWords candidates,
      Workers workers) {
    this.words = responses.words();
    this.rawFeatures = rawFeatures;
    this.options = options;
    this.candidates = candidates;
    this.workers = workers;
    // Preset strict removes the training words' mean again in every fold; without the bulk of it
    // first, digits would be lost.
    WordImages centred = WordImages.of(responses).withoutMean();
    this.shortest = NO_LENGTH * longest(centred);
    this.images = new FoldImages[words.size()];
    this.selectedVoxels =
        options.voxels().isPresent() ? selectInEachFold(responses, centred) : takeAll(centred);
  }

  /**
   * Chooses the voxels of every fold, which depend on the responses alone.
   *
   * @param responses the participant's responses to n words, n at least {@link #FEWEST_WORDS}
   * @param rawFeatures unscaled features, words x features, words as in the responses
   * @param options the rule of a match is of no concern here
   * @param candidates the words that each held-out word is ranked among; {@code new
   *     CandidateWords(responses.words(), rawFeatures)} for the participant's own
   * @throws InputException if there are too few words, candidates, voxels or presentations for what
   *     the options ask
   */
  public static RankEvaluation of(
      Responses responses,
      double[][] rawFeatures,
      EvaluationOptions options,
      CandidateWords candidates,
      Workers workers) {
    if (candidates.rawFeatures()[0].length != rawFeatures[0].length) {
      throw new IllegalArgumentException(
          "candidates of %d features for a model of %d"
              .formatted(candidates.rawFeatures()[0].length, rawFeatures[0].length));
    }
    requirePossible(responses, options, candidates);
    return new RankEvaluation(responses, rawFeatures, options, candidates, workers);
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
    raw[listed.length] = rawFeatures[word];
    return new FoldCandidates(HeldOutModel.without(word, rawFeatures, options.encoding()), raw);
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

  private int selectInEachFold(Responses responses, WordImages centred) {
    double[][] stability = Stability.withoutEach(responses, workers);
    var selected = new int[words.size()];
    workers.forEach(
        selected.length,
        w -> {
          int[] columns = MostStable.columns(stability[w], options.voxels().getAsInt());
          selected[w] = columns.length;
          if (columns.length > 0) {
            double[][] rows = FoldImages.onVoxels(centred, columns, options.metric());
            images[w] = foldImages(w, InnerProducts.of(rows));
          }
        });
    int fewest = Arrays.stream(selected).min().orElseThrow();
    if (fewest == 0) {
      throw new InputException(
          "no voxel has a defined stability: each is constant over the words in some presentation. "
              + "Check the responses, or compare all voxels (--voxels all)");
    }
    return fewest;
  }

  private int takeAll(WordImages centred) {
    int[] columns = IntStream.range(0, centred.voxels()).toArray();
    double[][] rows = FoldImages.onVoxels(centred, columns, options.metric());
    double[][] gram = InnerProducts.of(rows, workers);
    for (int w = 0; w < images.length; w++) {
      images[w] = foldImages(w, gram);
    }
    return columns.length;
  }

  private FoldImages foldImages(int word, double[][] gram) {
    return FoldImages.of(word, gram, options.encoding().preset() == Preset.STRICT);
  }

  private static int imageOf(int word, int[] permutation) {
    int image = 0;
    while (permutation[image] != word) {
      image++;
    }
    return image;
  }

  private static double longest(WordImages images) {
    double longest = 0;
    for (int w = 0; w < images.words(); w++) {
      longest = Math.max(longest, Arrays.stream(images.row(w)).map(y -> y * y).sum());
    }
    return Math.sqrt(longest);
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

  private static void requirePossible(
      Responses responses, EvaluationOptions options, CandidateWords candidates) {
    int words = responses.stimuli().size();
    if (words < FEWEST_WORDS) {
      throw new InputException(
          "leave-one-out needs at least %d words with responses and features, got %d: %s"
              .formatted(FEWEST_WORDS, words, responses.words()));
    }
    if (candidates.size() == 1 && responses.words().contains(candidates.words().get(0))) {
      throw new InputException(
          "'%s' is the only candidate: nothing to choose from when it is held out. Give a longer list"
              .formatted(candidates.words().get(0)));
    }
    VoxelDemand.require(options.voxels(), responses, 0);
  }
}
