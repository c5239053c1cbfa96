package org.mitchell.evaluation.variance;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
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

/** The models of every set of two or three feature spaces, for any images of the same words. */
public final class PartitionModels {
  private final EncodingAnalysis analysis;
  private final Workers workers;
  private final int spaces;
  private final List<PenaltyPath> models;
  private final List<int[]> selected;

  private PartitionModels(
      EncodingAnalysis analysis, Workers workers, List<PenaltyPath> models, List<int[]> selected) {
    this.analysis = analysis;
    this.workers = workers;
    this.spaces = analysis.encoding().spaces().count();
    this.models = models;
    this.selected = selected;
  }

  /**
   * @param analysis of two or three spaces; its scale counts and how many voxels it compares, by
   *     which penalties are chosen, not its penalty and preset
   * @throws org.mitchell.files.InputException if there are too few words or voxels, or no
   *     presentations to choose voxels by
   */
  public static PartitionModels of(EncodingAnalysis analysis, Workers workers) {
    int spaces = analysis.encoding().spaces().count();
    if (spaces < 2 || spaces > SpacePartition.MOST) {
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
    return new PartitionModels(
        analysis,
        workers,
        IntStream.range(1, 1 << spaces).mapToObj(set -> path(analysis, set)).toList(),
        VariancePartition.selected(analysis.responses(), options, workers));
  }

  /** The models of a set of spaces; space s is bit s. */
  static PenaltyPath path(EncodingAnalysis analysis, int set) {
    return PenaltyPath.of(
        features(analysis, set),
        options(analysis, set),
        new Penalty.Chosen(Optional.empty(), Penalty.Per.GLOBAL));
  }

  private static EncodingOptions options(EncodingAnalysis analysis, int set) {
    List<Integer> widths = analysis.encoding().spaces().widths();
    List<Integer> own =
        IntStream.range(0, widths.size())
            .filter(s -> (set >> s & 1) == 1)
            .mapToObj(widths::get)
            .toList();
    return new EncodingOptions(Preset.STRICT, analysis.encoding().scale(), 0)
        .withSpaces(own.size() == 1 ? Spaces.ONE : new Spaces(own, Combination.BANDED));
  }

  /** The raw features of a set of spaces, words x features. */
  static double[][] features(EncodingAnalysis analysis, int set) {
    List<Integer> widths = analysis.encoding().spaces().widths();
    var columns = new ArrayList<Integer>();
    int from = 0;
    for (int s = 0; s < widths.size(); s++) {
      if ((set >> s & 1) == 1) {
        IntStream.range(from, from + widths.get(s)).forEach(columns::add);
      }
      from += widths.get(s);
    }
    return Arrays.stream(analysis.rawFeatures())
        .map(row -> columns.stream().mapToDouble(c -> row[c]).toArray())
        .toArray(double[][]::new);
  }

  /** How many spaces there are. */
  public int spaces() {
    return spaces;
  }

  /** The images that the participant had. */
  public WordImages images() {
    return analysis.images();
  }

  /** Voxels in which no image of a word differs from another's have no variance. */
  private boolean[] constant() {
    WordImages images = images();
    var constant = new boolean[images.voxels()];
    for (int v = 0; v < constant.length; v++) {
      constant[v] = images.constant(v);
    }
    return constant;
  }

  /** The whole partition of some images of the words. */
  public SpacePartition partition(WordImages images) {
    return partition(
        images,
        IntStream.range(1, 1 << spaces).mapToObj(set -> Share.common(spaces, set)).toList());
  }

  /**
   * As much of the partition as some shares need.
   *
   * @param images of the words, of the participant's voxels
   */
  public SpacePartition partition(WordImages images, List<Share> shares) {
    int[] sets =
        IntStream.range(1, 1 << spaces)
            .filter(set -> shares.stream().anyMatch(share -> share.needs(set)))
            .toArray();
    double[][] rows = images.withoutMean().rows();
    List<HeldOutR2.R2> found =
        heldOut(rows).of(Arrays.stream(sets).mapToObj(set -> models.get(set - 1)).toList());
    var r2 = new HeldOutR2.R2[1 << spaces];
    for (int s = 0; s < sets.length; s++) {
      r2[sets[s]] = found.get(s);
    }
    return new SpacePartition(r2, constant(), HeldOutR2.sumsOfSquares(rows));
  }

  /**
   * The partition of the participant's images when one space says nothing beyond the others.
   *
   * @param space the one
   */
  public PermutedSpace permuted(int space) {
    return PermutedSpace.of(this, space);
  }

  EncodingAnalysis analysis() {
    return analysis;
  }

  Workers workers() {
    return workers;
  }

  /** What scores models of the participant's images. */
  HeldOutR2 heldOut() {
    return heldOut(images().withoutMean().rows());
  }

  private HeldOutR2 heldOut(double[][] rows) {
    return new HeldOutR2(rows, Penalty.Per.GLOBAL, selected, workers);
  }
}
