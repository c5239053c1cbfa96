package org.mitchell.cli.options;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.mitchell.evaluation.stability.VoxelCriterion;
import org.mitchell.maps.atlas.Atlas;
import org.mitchell.maps.atlas.AtlasRegions;
import picocli.CommandLine.Option;

/** What the compared voxels are chosen by. */
public final class SelectOption {
  private static final String EXPECTED =
      "where stability, snr, reliability:ATLAS or top-r-train is expected";

  @Option(
      names = "--select",
      paramLabel = "BY",
      description =
          "what the compared voxels are chosen by, in the training of every fold: stability, snr,"
              + " reliability:ATLAS (those of the most reliable regions of a NIfTI image of region"
              + " numbers) or top-r-train (those best predicted within the training) (default:"
              + " stability)")
  private String by = "stability";

  /**
   * The options of the model with this one.
   *
   * @throws UsageException if it is none of these, or does not go with others
   * @throws org.mitchell.files.InputException if the atlas cannot be read
   */
  public ModelOptions.Checked with(ModelOptions.Checked options) throws IOException {
    VoxelCriterion criterion = criterion();
    if (!criterion.usual() && !options.asUsual() && options.voxels().isEmpty()) {
      throw new UsageException("--select: chooses some voxels, and --voxels all compares all");
    }
    if (criterion.needsFeatures() && !options.encoding().penalty().isGiven()) {
      throw new UsageException(
          "--select top-r-train: goes with a penalty that is given, --ridge LAMBDA");
    }
    return options.withCriterion(criterion);
  }

  /** The files that it names. */
  public List<Path> files() {
    return namesRegions() ? List.of(Path.of(atlas())) : List.of();
  }

  private VoxelCriterion criterion() throws IOException {
    if (namesRegions()) {
      Atlas atlas = Atlas.readLabels(Path.of(atlas()));
      return new VoxelCriterion.OfRegions(atlas(), grid -> AtlasRegions.labels(atlas, grid));
    }
    return switch (by.toLowerCase(Locale.ROOT)) {
      case "stability" -> VoxelCriterion.STABILITY;
      case "snr" -> new VoxelCriterion.OfSignalToNoise();
      case "top-r-train" -> new VoxelCriterion.OfPrediction();
      default -> throw new UsageException("--select: got '%s' %s".formatted(by, EXPECTED));
    };
  }

  private boolean namesRegions() {
    String name = VoxelCriterion.OfRegions.NAME;
    return by.regionMatches(true, 0, name, 0, name.length()) && !atlas().isEmpty();
  }

  private String atlas() {
    return by.substring(VoxelCriterion.OfRegions.NAME.length());
  }
}
