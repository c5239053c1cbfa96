package org.mitchell.evaluation.across;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.mitchell.encoding.FoldPredictor;
import org.mitchell.encoding.Preset;
import org.mitchell.encoding.alignment.SharedSpace;
import org.mitchell.evaluation.EvaluationOptions;
import org.mitchell.evaluation.Metric;
import org.mitchell.evaluation.folds.Fold;
import org.mitchell.evaluation.folds.MatchedPairs;
import org.mitchell.evaluation.schemes.FeatureSet;
import org.mitchell.evaluation.schemes.ProductMatching;
import org.mitchell.jobs.Progress;
import org.mitchell.jobs.Workers;

/**
 * Leaves out each participant in turn: models of the others, trained without a fold's words,
 * predict the participant's images of these words. The words have no part in the models, in
 * alignments, and in the choice of anybody's voxels; in preset paper they have one in the mean over
 * words that the observed images lose, as everywhere.
 *
 * <p>An encoding model is linear in the images that it is fitted to, so the mean of the others'
 * models is the model of their mean image; and an alignment of predicted images is the prediction
 * from aligned ones.
 */
public final class AcrossParticipants {
  /** Few enough for the threads to end together. */
  private static final int FOLDS_A_PIECE = 30;

  private final AcrossPlan plan;
  private final List<Brain> brains;
  private final List<Fold> folds;
  private final EvaluationOptions options;
  private final boolean strict;
  private final int words;
  private final int[] firstPair;
  private final double[] shortest;
  private final double[][] sumOfAll;

  private AcrossParticipants(
      AcrossPlan plan, List<Brain> brains, List<Fold> folds, EvaluationOptions options) {
    this.plan = plan;
    this.brains = brains;
    this.folds = folds;
    this.options = options;
    this.strict = options.encoding().preset() == Preset.STRICT;
    this.words = brains.get(0).own().images().length;
    this.firstPair = MatchedPairs.firstPairs(folds);
    this.shortest = brains.stream().mapToDouble(brain -> Metric.shortest(longest(brain))).toArray();
    this.sumOfAll = plan.ways().contains(Way.ANATOMY) ? sumOfAll(brains) : new double[0][];
  }

  /**
   * @param brains two or more, of the same words
   * @param folds that leave out words, those that the brains chose their voxels for
   * @param rawFeatures unscaled, words x features
   * @param options with a penalty that is one for all voxels
   * @return by the ways of the plan, one a participant
   */
  public static Map<Way, List<Reached>> of(
      AcrossPlan plan,
      List<Brain> brains,
      List<Fold> folds,
      double[][] rawFeatures,
      EvaluationOptions options,
      Workers workers,
      Progress progress) {
    return new AcrossParticipants(plan, brains, folds, options)
        .run(FoldPredictor.of(rawFeatures, options.encoding()), workers, progress);
  }

  /**
   * Where a way's matches go.
   *
   * @param given with all relabellings
   * @param exchanged with the others' words exchanged, where they are aligned
   */
  private record Target(ProductMatching given, Optional<ProductMatching> exchanged) {
    Reached reached() {
      double[] accuracies = given.accuracies();
      return new Reached(
          Arrays.asList(given.pairs()),
          accuracies[0],
          Arrays.copyOfRange(accuracies, 1, accuracies.length),
          exchanged.stream().mapToDouble(one -> one.accuracies()[0]).findFirst());
    }
  }

  private Map<Way, List<Reached>> run(FoldPredictor given, Workers workers, Progress progress) {
    Map<Way, List<Target>> targets = targets(given);
    progress.begin("across participants", "folds", folds.size());
    workers.forEach(
        (folds.size() + FOLDS_A_PIECE - 1) / FOLDS_A_PIECE,
        number -> {
          int from = number * FOLDS_A_PIECE;
          int to = Math.min(folds.size(), from + FOLDS_A_PIECE);
          var pieces = new Pieces(targets);
          for (int f = from; f < to; f++) {
            new OfFold(f, pieces).run();
            progress.advance(1);
          }
          pieces.end();
        });
    progress.end();
    var reached = new EnumMap<Way, List<Reached>>(Way.class);
    targets.forEach((way, own) -> reached.put(way, own.stream().map(Target::reached).toList()));
    return reached;
  }

  private Map<Way, List<Target>> targets(FoldPredictor given) {
    FeatureSet asItIs = FeatureSet.asItIs(given, words);
    FeatureSet[] one = {asItIs};
    var sets = new ArrayList<FeatureSet>(List.of(asItIs));
    plan.relabellings().forEach(featuresOf -> sets.add(new FeatureSet(given, featuresOf)));
    FeatureSet[] all = sets.toArray(FeatureSet[]::new);
    int pairs = firstPair[folds.size()];
    var targets = new EnumMap<Way, List<Target>>(Way.class);
    for (Way way : plan.ways()) {
      targets.put(
          way,
          brains.stream()
              .map(
                  brain ->
                      new Target(
                          new ProductMatching(options, all, pairs),
                          way.aligns()
                              ? Optional.of(new ProductMatching(options, one, pairs))
                              : Optional.empty()))
              .toList());
    }
    return targets;
  }

  /** Of some consecutive folds; belongs to one thread. */
  private static final class Pieces {
    private final Map<ProductMatching, ProductMatching.Piece> open = new IdentityHashMap<>();
    private final Map<Way, List<Target>> targets;

    Pieces(Map<Way, List<Target>> targets) {
      this.targets = targets;
    }

    ProductMatching.Piece given(Way way, int participant) {
      return piece(targets.get(way).get(participant).given);
    }

    ProductMatching.Piece exchanged(Way way, int participant) {
      return piece(targets.get(way).get(participant).exchanged.orElseThrow());
    }

    private ProductMatching.Piece piece(ProductMatching matching) {
      return open.computeIfAbsent(matching, ProductMatching::piece);
    }

    void end() {
      open.values().forEach(ProductMatching.Piece::end);
    }
  }

  /** One fold, with every participant left out in turn. */
  private final class OfFold {
    private final int number;
    private final Fold fold;
    private final Pieces pieces;
    private final int[] training;
    private final List<FoldGram> grams;

    OfFold(int number, Pieces pieces) {
      this.number = number;
      this.fold = folds.get(number);
      this.pieces = pieces;
      this.training = fold.training(words);
      this.grams =
          plan.ways().stream().anyMatch(Way::aligns)
              ? brains.stream().map(this::gram).toList()
              : List.of();
    }

    private FoldGram gram(Brain brain) {
      return FoldGram.of(
          onVoxels(brain.own().images(), brain.own().positions()[number]), options.metric());
    }

    void run() {
      for (int left = 0; left < brains.size(); left++) {
        if (plan.ways().contains(Way.ANATOMY)) {
          pieces.given(Way.ANATOMY, left).match(fold, firstPair[number], byAnatomy(left));
        }
      }
      if (!grams.isEmpty()) {
        int[] imagesOf = plan.exchanges().get(number);
        align(training, pieces::given);
        align(Arrays.stream(training).map(w -> imagesOf[w]).toArray(), pieces::exchanged);
      }
    }

    /**
     * Aligns the others to each participant.
     *
     * @param ofOthers whose images of theirs stand beside those of the training words
     */
    private void align(int[] ofOthers, To to) {
      List<double[][]> all =
          grams.stream().map(gram -> FoldGram.centred(gram.fitted(), ofOthers)).toList();
      for (int left = 0; left < brains.size(); left++) {
        var others = new ArrayList<double[][]>(all);
        others.remove(left);
        SharedSpace space = SharedSpace.of(others);
        double[][] own = FoldGram.centred(grams.get(left).fitted(), training);
        var products = new AlignedProducts(fold, words, strict, shortest[left]);
        for (Way way : plan.ways()) {
          if (way.aligns()) {
            double[][] operator =
                way == Way.RIDGE ? space.ridge(own) : space.procrustes(own, plan.dimensions());
            to.piece(way, left)
                .match(fold, firstPair[number], products.of(operator, grams.get(left)));
          }
        }
      }
    }

    private ProductMatching.Products byAnatomy(int left) {
      Brain.Chosen own = brains.get(left).common().orElseThrow();
      double[][] seen = onVoxels(own.images(), own.positions()[number]);
      double[][] others = onVoxels(sumOfAll, own.positions()[number]);
      for (int w = 0; w < words; w++) {
        for (int v = 0; v < others[w].length; v++) {
          others[w][v] = (others[w][v] - seen[w][v]) / (brains.size() - 1);
        }
      }
      double[][] images =
          new AlignedProducts(fold, words, strict, shortest[left]).images(others, seen);
      FoldGram gram = FoldGram.of(images, options.metric());
      return new ProductMatching.Products(gram.compared(), gram.fitted(), shortest[left]);
    }
  }

  private static double[][] onVoxels(double[][] images, int[] voxels) {
    return Arrays.stream(images)
        .map(row -> Arrays.stream(voxels).mapToDouble(v -> row[v]).toArray())
        .toArray(double[][]::new);
  }

  /** Where the matches of a way go for a participant. */
  @FunctionalInterface
  private interface To {
    ProductMatching.Piece piece(Way way, int participant);
  }

  private static double[][] sumOfAll(List<Brain> brains) {
    double[][] first = brains.get(0).common().orElseThrow().images();
    var sum = new double[first.length][first[0].length];
    for (Brain brain : brains) {
      double[][] images = brain.common().orElseThrow().images();
      for (int w = 0; w < sum.length; w++) {
        for (int v = 0; v < sum[w].length; v++) {
          sum[w][v] += images[w][v];
        }
      }
    }
    return sum;
  }

  private static double longest(Brain brain) {
    double longest = 0;
    for (double[] row : brain.own().images()) {
      longest = Math.max(longest, Arrays.stream(row).map(value -> value * value).sum());
    }
    return Math.sqrt(longest);
  }
}
