package org.mitchell.cli.options;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import org.mitchell.files.InputException;
import org.mitchell.fmri.ImageOptions;
import org.mitchell.images.ImageFiles;
import picocli.CommandLine.Option;

/** Images of trials of the user's own, and what was shown in each. */
final class ImageInputOptions {
  @Option(
      names = "--images",
      arity = "1..*",
      paramLabel = "FILE",
      description =
          "images of trials in place of --data, of one participant: NIfTI (3-D or 4-D), a"
              + " .func.gii a hemisphere, CIFTI (.dscalar.nii, .dtseries.nii), GLMsingle's .hdf5"
              + " or .mat, or a folder with SPM.mat; they are counted through, in the order of the"
              + " files' names")
  private List<Path> images = List.of();

  @Option(
      names = "--labels",
      paramLabel = "FILE",
      description =
          "with --images: table with a row an image; column word (or stimulus, trial_type, label),"
              + " optional run, session, presentation, category, fold, include; not with an SPM"
              + " folder or AFNI's labels")
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
          "with --images: mask on their grid, of their form (default: voxels that are finite and"
              + " not constant)")
  private Path mask;

  @Option(
      names = "--words",
      paramLabel = "FILE",
      description =
          "with --images or --bids: table of what the labels or events call a stimulus, and its"
              + " word")
  private Path words;

  @Option(
      names = "--parcels",
      paramLabel = "ATLAS",
      description =
          "with --images: image of labels on their grid; voxels in no parcel are left out")
  private Path parcels;

  @Option(
      names = "--parcel-mode",
      paramLabel = "MODE",
      description =
          "with --parcels: ${COMPLETION-CANDIDATES}; a column is the mean of a parcel or a voxel"
              + " (default: mean)")
  private ImageOptions.Parcels.Mode parcelMode;

  @Option(
      names = "--resample",
      paramLabel = "HOW",
      description =
          "with --mask or --parcels: ${COMPLETION-CANDIDATES}; look them up at the nearest voxel"
              + " where their grid is another (default: refuse them)")
  private Resampling resample;

  @Option(
      names = "--scale-images",
      paramLabel = "FACTOR",
      description = "with --images: a factor for all values, as 0.01 or 1/300 (default: 1)")
  private String scale;

  @Option(
      names = "--center",
      paramLabel = "WITHIN",
      description =
          "with --images or --bids: ${COMPLETION-CANDIDATES}; whose mean is taken off every voxel"
              + " (default: run where the labels have runs)")
  private ImageOptions.Within centre;

  @Option(
      names = "--zscore",
      paramLabel = "WITHIN",
      description =
          "with --images or --bids: ${COMPLETION-CANDIDATES}; within which every voxel is divided"
              + " by its standard deviation (default: none)")
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

  /** How masks and atlases come to another grid. */
  enum Resampling {
    NEAREST
  }

  Optional<Path> words() {
    return Optional.ofNullable(words);
  }

  /** Whether the images are of a form that does not say where they lie. */
  boolean takeAffine() {
    return images.size() == 1
        && images.get(0).toString().toLowerCase(Locale.ROOT).matches(".*\\.(mat|hdf5|h5)");
  }

  /** What to do with the images; nothing where there are none. */
  Optional<ImageOptions> checked() throws IOException {
    if (images.isEmpty()) {
      refuseFiles();
      new OnlyWith("--images or --bids")
          .refuse("--center", centre)
          .refuse("--zscore", zscore)
          .refuse("--words", words);
      return Optional.empty();
    }
    new OnlyWith("--parcels").refuse("--parcel-mode", parcels == null ? parcelMode : null);
    new OnlyWith("--mask or --parcels")
        .refuse("--resample", mask == null && parcels == null ? resample : null);
    ImageFiles files = ImageFiles.named(images);
    if (labels == null && !isKnown(files)) {
      throw new UsageException(
          "--images: --labels is expected beside it, a table that says what was shown in each"
              + " image");
    }
    return Optional.of(
        new ImageOptions(
            files.images(),
            new ImageOptions.Labels(
                Optional.ofNullable(labels).or(files::labels),
                Optional.ofNullable(column),
                Optional.ofNullable(expression).map(ImageInputOptions::expression),
                Optional.ofNullable(words)),
            new ImageOptions.Brain(
                Optional.ofNullable(mask),
                Optional.ofNullable(parcels).map(this::parcels),
                resample != null),
            scale == null ? 1 : factor(scale),
            Optional.ofNullable(centre),
            zscore(),
            Optional.empty()));
  }

  /** Whether the images say what was shown; one that is no volume says nothing. */
  private static boolean isKnown(ImageFiles files) throws IOException {
    try {
      return files.haveLabels();
    } catch (InputException e) {
      return false;
    }
  }

  private ImageOptions.Parcels parcels(Path atlas) {
    return new ImageOptions.Parcels(
        atlas, parcelMode == null ? ImageOptions.Parcels.Mode.MEAN : parcelMode);
  }

  /** That nothing is given which goes with images alone. */
  void refuseFiles() {
    new OnlyWith("--images")
        .refuse("--labels", labels)
        .refuse("--label-column", column)
        .refuse("--label-regex", expression)
        .refuse("--mask", mask)
        .refuse("--parcels", parcels)
        .refuse("--parcel-mode", parcelMode)
        .refuse("--resample", resample)
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
