package org.mitchell.cli.options;

import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import org.mitchell.fmri.ImageOptions;
import org.mitchell.text.NaturalOrder;
import picocli.CommandLine.Option;

/** Images of trials of the user's own, and what was shown in each. */
final class ImageInputOptions {
  @Option(
      names = "--images",
      arity = "1..*",
      paramLabel = "FILE",
      description =
          "images of trials in place of --data, of one participant: NIfTI (3-D or 4-D), a"
              + " .func.gii a hemisphere, or CIFTI (.dscalar.nii, .dtseries.nii); they are counted"
              + " through, in the order of the files' names")
  private List<Path> images = List.of();

  @Option(
      names = "--labels",
      paramLabel = "FILE",
      description =
          "with --images: table with a row a volume; column word (or stimulus, trial_type, label),"
              + " optional run, session, category, include")
  private Path labels;

  @Option(
      names = "--label-column",
      paramLabel = "NAME",
      description = "with --images: the column of the labels that has the words")
  private String column;

  @Option(
      names = "--label-regex",
      paramLabel = "REGEX",
      description =
          "with --images: the part of a label that is the word: the first group, or the whole"
              + " match")
  private String expression;

  @Option(
      names = "--mask",
      paramLabel = "FILE",
      description =
          "with --images: NIfTI mask on their grid (default: voxels that are finite and not"
              + " constant)")
  private Path mask;

  @Option(
      names = "--scale-images",
      paramLabel = "FACTOR",
      description = "with --images: a factor for all values, as 0.01 or 1/300 (default: 1)")
  private String scale;

  @Option(
      names = "--center",
      paramLabel = "WITHIN",
      description =
          "with --images: ${COMPLETION-CANDIDATES}; whose mean is taken off every voxel (default:"
              + " run where the labels have runs)")
  private ImageOptions.Within centre;

  @Option(
      names = "--zscore",
      paramLabel = "WITHIN",
      description =
          "with --images: ${COMPLETION-CANDIDATES}; within which every voxel is divided by its"
              + " standard deviation (default: none)")
  private ImageOptions.Within zscore;

  boolean given() {
    return !images.isEmpty();
  }

  Optional<ImageOptions.Within> centre() {
    return Optional.ofNullable(centre);
  }

  ImageOptions.Within zscore() {
    return zscore == null ? ImageOptions.Within.NONE : zscore;
  }

  /** What to do with the images; nothing where there are none. */
  Optional<ImageOptions> checked() {
    if (images.isEmpty()) {
      refuseFiles();
      new OnlyWith("--images or --bids").refuse("--center", centre).refuse("--zscore", zscore);
      return Optional.empty();
    }
    if (labels == null) {
      throw new UsageException(
          "--images: --labels is expected beside it, a table that says what was shown in each"
              + " volume");
    }
    return Optional.of(
        new ImageOptions(
            images.stream()
                .sorted(Comparator.comparing(Path::toString, new NaturalOrder()))
                .toList(),
            labels,
            Optional.ofNullable(mask),
            Optional.ofNullable(column),
            Optional.ofNullable(expression).map(ImageInputOptions::expression),
            scale == null ? 1 : factor(scale),
            Optional.ofNullable(centre),
            zscore(),
            Optional.empty()));
  }

  /** That nothing is given which goes with images alone. */
  void refuseFiles() {
    new OnlyWith("--images")
        .refuse("--labels", labels)
        .refuse("--label-column", column)
        .refuse("--label-regex", expression)
        .refuse("--mask", mask)
        .refuse("--scale-images", scale);
  }

  private static String expression(String text) {
    try {
      return Pattern.compile(text).pattern();
    } catch (PatternSyntaxException e) {
      throw new UsageException(
          "--label-regex: got '%s', which is no regular expression (at character %d)"
              .formatted(text, Math.max(0, e.getIndex()) + 1));
    }
  }

  /** A number, or one divided by another. */
  private static double factor(String text) {
    String[] parts = text.split("/", -1);
    try {
      double factor =
          parts.length == 2
              ? Double.parseDouble(parts[0]) / Double.parseDouble(parts[1])
              : Double.parseDouble(text);
      if (Double.isFinite(factor) && factor != 0) {
        return factor;
      }
    } catch (NumberFormatException e) {
      // Said below, together with numbers that cannot scale.
    }
    throw new UsageException(
        "--scale-images: got '%s' where a number other than 0, or a fraction as 1/300, is expected"
            .formatted(text));
  }
}
