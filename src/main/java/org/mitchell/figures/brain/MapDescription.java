package org.mitchell.figures.brain;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import org.mitchell.derivatives.contents.MapSidecar;
import org.mitchell.maps.volumes.VolumePlace;
import org.mitchell.nifti.NiftiHeader;
import org.mitchell.nifti.NiftiIntent;
import org.mitchell.nifti.NiftiXform;

/** What the header of a map and the JSON beside it say of it. */
final class MapDescription {
  private static final String SIMULATED = "SIMULATED";

  private final Path file;
  private final NiftiHeader header;
  private final BesideMap beside;
  private final MapSidecar.Seen sidecar;

  MapDescription(VolumePlace place) throws IOException {
    this.file = place.file();
    this.header = place.header();
    this.beside = new BesideMap(file, sidecar(file), place.volumes());
    this.sidecar = beside.says();
  }

  /** Whether outside the brain there is NaN, so that zero is a value. */
  boolean saysNanOutside() {
    return sidecar.outsideBrain().filter("NaN"::equals).isPresent();
  }

  /** Which volume, from 0. */
  int number(Optional<String> wanted) {
    return beside.number(wanted);
  }

  /** What is written about a volume, counted from 0. */
  MapLabels labels(int number) throws IOException {
    String described = BesideMap.said(sidecar.description());
    String title = described.isBlank() ? header.descrip() : described;
    boolean simulated = header.descrip().contains(SIMULATED) || sidecar.simulated().orElse(false);
    return new MapLabels(
        file.getFileName().toString(),
        BesideMap.said(sidecar.subject()),
        title.isBlank() ? file.getFileName().toString() : title.strip(),
        statistic(),
        kind(),
        beside.volume(number),
        space(),
        header.xformCode(),
        simulated,
        beside.settings());
  }

  private MapLabels.Kind kind() {
    return switch (header.intent().code()) {
      case NiftiIntent.CODE_PVAL -> MapLabels.Kind.P;
      case NiftiIntent.CODE_FTEST,
          NiftiIntent.CODE_CHISQ,
          NiftiIntent.CODE_LOGPVAL,
          NiftiIntent.CODE_LOG10PVAL ->
          MapLabels.Kind.POSITIVE;
      default -> MapLabels.Kind.OTHER;
    };
  }

  private String statistic() {
    NiftiIntent intent = header.intent();
    if (!intent.name().isBlank()) {
      return intent.name().strip();
    }
    return switch (intent.code()) {
      case NiftiIntent.CODE_CORREL -> "r";
      case NiftiIntent.CODE_TTEST -> "t";
      case NiftiIntent.CODE_FTEST -> "F";
      case NiftiIntent.CODE_ZSCORE -> "z";
      case NiftiIntent.CODE_CHISQ -> "\u03c7\u00b2";
      case NiftiIntent.CODE_BETA -> "beta";
      case NiftiIntent.CODE_PVAL -> "p";
      case NiftiIntent.CODE_LOGPVAL -> "\u2212ln p";
      case NiftiIntent.CODE_LOG10PVAL -> "\u2212log10 p";
      default -> "value";
    };
  }

  private String space() {
    String label = BesideMap.said(sidecar.space());
    return switch (header.xformCode()) {
      case NiftiXform.MNI_152 -> label.isBlank() ? "MNI152" : label;
      case NiftiXform.TALAIRACH -> "Talairach";
      case NiftiXform.SCANNER_ANAT -> "scanner";
      case NiftiXform.UNKNOWN -> "middle of the grid";
      default -> label.isBlank() ? "aligned anatomy" : label;
    };
  }

  private static Path sidecar(Path map) {
    String name = map.getFileName().toString();
    return map.resolveSibling(name.replaceFirst("(?i)\\.nii(\\.gz)?$", "") + ".json");
  }
}
