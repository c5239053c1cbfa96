package org.mitchell.evaluation.variance;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.IntToDoubleFunction;
import java.util.function.IntUnaryOperator;
import java.util.stream.IntStream;
import org.mitchell.encoding.Combination;
import org.mitchell.encoding.EncodingOptions;
import org.mitchell.encoding.Penalty;
import org.mitchell.encoding.PenaltyPath;
import org.mitchell.encoding.Preset;
import org.mitchell.encoding.Spaces;
import org.mitchell.evaluation.EncodingAnalysis;
import org.mitchell.fmri.WordImages;
import org.mitchell.jobs.Workers;

/**
 * The variance of responses to held-out words that two or three feature spaces explain, alone, in
 * common and together.
 *
 * <p>Every word is predicted by models of all other words, one for each set of the spaces, with a
 * penalty for each space that is chosen inside the training words; preset strict, whatever the
 * fit's. What the spaces of a set S, and no others, explain in common is the sum over the subsets T
 * of S, the empty one included, of (-1)^(|T| + 1) R2 of T with all spaces that are not in S
 * (commonality analysis; R2 of no space is 0).
 */
public final class SpacePartition {
  /** Models double with each space. */
  public static final int MOST = 3;

  private final int spaces;

  /** By the set of spaces, space s being bit s; nothing for the empty set. */
  private final HeldOutR2.R2[] r2;

  private final boolean[] constant;

  private SpacePartition(int spaces, HeldOutR2.R2[] r2, boolean[] constant) {
    this.spaces = spaces;
    this.r2 = r2;
    this.constant = constant;
  }

  /**
   * @param analysis of two or three spaces; its scale counts and how many voxels it compares, by
   *     which penalties are chosen, not its penalty and preset
   * @throws org.mitchell.files.InputException if there are too few words or voxels, or no
   *     presentations to choose voxels by
   */
  public static SpacePartition of(EncodingAnalysis analysis, Workers workers) {
    return new Models(analysis, workers).partition(WordImages.of(analysis.responses()));
  }

  /** The models of some words and features, for any images of these words. */
  public static final class Models {
    private final EncodingAnalysis analysis;
    private final Workers workers;
    private final int spaces;
    private final PenaltyPath[] paths;
    private final List<int[]> selected;

    public Models(EncodingAnalysis analysis, Workers workers) {
      this.analysis = analysis;
      this.workers = workers;
      this.spaces = analysis.encoding().spaces().count();
      if (spaces < 2 || spaces > MOST) {
        throw new IllegalArgumentException("two or three feature spaces, got " + spaces);
      }
      var options =
          new PartitionOptions(
              analysis.encoding().scale(),
              Penalty.Per.GLOBAL,
              Optional.empty(),
              1,
              analysis.options().voxels());
      VariancePartition.requirePossible(analysis.responses(), options);
      this.selected = VariancePartition.selected(analysis.responses(), options, workers);
      this.paths = new PenaltyPath[1 << spaces];
      for (int set = 1; set < paths.length; set++) {
        paths[set] = path(set);
      }
    }

    private PenaltyPath path(int set) {
      List<Integer> widths = analysis.encoding().spaces().widths();
      int[] columns =
          IntStream.range(0, spaces)
              .filter(s -> (set >> s & 1) == 1)
              .flatMap(
                  s -> {
                    int from = widths.subList(0, s).stream().mapToInt(w -> w).sum();
                    return IntStream.range(from, from + widths.get(s));
                  })
              .toArray();
      double[][] features =
          Arrays.stream(analysis.rawFeatures())
              .map(row -> Arrays.stream(columns).mapToDouble(c -> row[c]).toArray())
              .toArray(double[][]::new);
      List<Integer> own = new ArrayList<>();
      for (int s = 0; s < spaces; s++) {
        if ((set >> s & 1) == 1) {
          own.add(widths.get(s));
        }
      }
      var options =
          new EncodingOptions(Preset.STRICT, analysis.encoding().scale(), 0)
              .withSpaces(own.size() == 1 ? Spaces.ONE : new Spaces(own, Combination.BANDED));
      return PenaltyPath.of(
          features, options, new Penalty.Chosen(Optional.empty(), Penalty.Per.GLOBAL));
    }

    /** The partition of some images of the words. */
    public SpacePartition partition(WordImages images) {
      var r2 = new HeldOutR2.R2[paths.length];
      var held = new HeldOutR2(images.withoutMean().rows(), Penalty.Per.GLOBAL, selected, workers);
      for (int set = 1; set < r2.length; set++) {
        r2[set] = held.of(paths[set]);
      }
      var constant = new boolean[images.voxels()];
      for (int v = 0; v < constant.length; v++) {
        constant[v] = images.constant(v);
      }
      return new SpacePartition(spaces, r2, constant);
    }
  }

  /** How many spaces there are. */
  public int spaces() {
    return spaces;
  }

  /** R2 of all spaces together, a value a voxel; NaN where responses are constant. */
  public double[] joint() {
    return ofVoxels(set -> set == all() ? 1 : 0);
  }

  /** R2 of one space alone. */
  public double[] alone(int space) {
    return ofVoxels(set -> set == 1 << space ? 1 : 0);
  }

  /** What one space explains and no other does: joint R2 less that of the others. */
  public double[] unique(int space) {
    return common(1 << space);
  }

  /** What the spaces of a set, and no others, explain in common; space s is bit s. */
  public double[] common(int set) {
    return ofVoxels(other -> sign(set, other));
  }

  /** What more than one space explains: joint R2 less all that is unique. */
  public double[] shared() {
    return ofVoxels(this::signOfShared);
  }

  /** The figures over voxels: {@link #joint()}, ... of sums of squares over all voxels. */
  public double pooled(int set) {
    return sum(each -> r2[each].pooled(), other -> sign(set, other));
  }

  /** Likewise of the selected voxels; NaN where all are compared. */
  public double selected(int set) {
    return sum(each -> r2[each].selected(), other -> sign(set, other));
  }

  /** R2 of a set of spaces over all voxels. */
  public double pooledOfSet(int set) {
    return r2[set].pooled();
  }

  /** R2 of a set of spaces over the selected voxels. */
  public double selectedOfSet(int set) {
    return r2[set].selected();
  }

  private int all() {
    return r2.length - 1;
  }

  /** With what sign R2 of a set of spaces counts in what those of another have in common. */
  private int sign(int of, int set) {
    int others = all() & ~of;
    boolean counts = (set & others) == others;
    return !counts ? 0 : Integer.bitCount(set & of) % 2 == 0 ? -1 : 1;
  }

  private int signOfShared(int set) {
    int sign = set == all() ? 1 : 0;
    for (int s = 0; s < spaces; s++) {
      sign -= sign(1 << s, set);
    }
    return sign;
  }

  private double[] ofVoxels(IntUnaryOperator sign) {
    var values = new double[constant.length];
    for (int v = 0; v < values.length; v++) {
      int voxel = v;
      values[v] = constant[v] ? Double.NaN : sum(set -> r2[set].voxels()[voxel], sign);
    }
    return values;
  }

  private double sum(IntToDoubleFunction of, IntUnaryOperator sign) {
    double sum = 0;
    for (int set = 1; set < r2.length; set++) {
      int factor = sign.applyAsInt(set);
      sum += factor == 0 ? 0 : factor * of.applyAsDouble(set);
    }
    return sum;
  }
}
