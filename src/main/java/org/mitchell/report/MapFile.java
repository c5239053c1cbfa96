package org.mitchell.report;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.stream.Stream;
import org.mitchell.derivatives.BidsName;
import org.mitchell.derivatives.TruthWriter;
import org.mitchell.derivatives.contents.MapSidecar;
import org.mitchell.files.InputException;

/**
 * A map and what its sidecar says.
 *
 * @param owner the participant, or participants, it is of
 * @param image a NIfTI file; of surfaces a CIFTI file, or the first hemisphere's GIFTI file; or a
 *     table where voxels have no coordinates
 */
record MapFile(String owner, Path image, Path sidecarFile, MapSidecar sidecar) {
  private static final Set<String> P_VALUES = Set.of("p", "fdr", "fwer", "tfce");
  private static final String NIFTI = ".nii.gz";
  private static final String CIFTI = ".dscalar.nii";
  private static final String GIFTI = ".func.gii";
  private static final String TABLE = ".tsv.gz";
  private static final String CONTRAST = "_contrast-";
  private static final Set<String> UNSIGNED =
      Set.of("ceiling", "n", "standarderror", TruthWriter.STATISTIC);

  static boolean isOne(Path file) {
    return file.getFileName().toString().endsWith("_statmap.json");
  }

  /**
   * @param sidecarFile the JSON beside the map
   * @throws InputException if there is no map beside it
   */
  static MapFile read(Path sidecarFile) throws IOException {
    String name = sidecarFile.getFileName().toString();
    String stem = name.substring(0, name.length() - ".json".length());
    Path image =
        Stream.of(
                stem + NIFTI,
                stem + TABLE,
                stem + CIFTI,
                BidsName.ofHemisphere(stem, "L") + GIFTI,
                BidsName.ofHemisphere(stem, "R") + GIFTI)
            .map(sidecarFile::resolveSibling)
            .filter(Files::exists)
            .findFirst()
            .orElseThrow(
                () ->
                    InputException.in(
                        sidecarFile,
                        "the map that it describes is not beside it. Remove it, or make it again"));
    MapSidecar sidecar = MapSidecar.read(sidecarFile);
    return new MapFile(sidecar.about().owner(), image, sidecarFile, sidecar);
  }

  /** Whether its values are of vertices of surfaces, which the viewer does not show. */
  boolean isOfSurfaces() {
    return image.toString().endsWith(CIFTI) || image.toString().endsWith(GIFTI);
  }

  /** Whether it is an image, which a viewer can show. */
  boolean isImage() {
    return image.toString().endsWith(NIFTI);
  }

  String statistic() {
    return sidecar.shown().statistic().orElse("");
  }

  boolean isP() {
    return isP(statistic());
  }

  /** Whether values of a statistic are p-values. */
  static boolean isP(String statistic) {
    return P_VALUES.contains(statistic);
  }

  /** Whether it can be negative. */
  boolean isSigned() {
    return !isP() && !UNSIGNED.contains(statistic());
  }

  /** What a viewer's list calls it. */
  String name() {
    String file = image.getFileName().toString();
    int contrast = file.indexOf(CONTRAST);
    if (contrast >= 0) {
      String label = file.substring(contrast + CONTRAST.length()).split("_", 2)[0];
      return sidecar.word().word().orElse(label)
          + (file.contains("_desc-observed") ? ": observed image" : ": predicted image");
    }
    return switch (statistic()) {
      case "r" -> "correlation of prediction and observation (r)";
      case "t" -> "t over participants";
      case "pseudot" -> "t over participants, its variance smoothed";
      case "mean" -> "mean over participants, beyond chance";
      case "r2" -> "explained variance (R\u00b2)";
      case "ceiling" -> "noise ceiling of r";
      case "normalised" -> "r as a share of its ceiling";
      case "p" -> "p of r, not corrected";
      case "fdr" -> "p of r, false discovery rate";
      case "fwer" -> "p of r, family-wise error rate";
      case "tfce" -> "p of r, threshold-free cluster enhancement, family-wise error rate";
      case "stability" -> "stability over presentations";
      case TruthWriter.STATISTIC -> "the truth: planted signal to noise";
      case "signaturehalves" -> "stability of signatures over halves of the words";
      case "standarderror" -> "standard errors of the signatures, over words";
      case "coefficient" -> "signatures of the features";
      default -> sidecar.description();
    };
  }

  /** From where, or for p-values up to where, a voxel counted. */
  OptionalDouble threshold() {
    return sidecar.rule().number();
  }
}
