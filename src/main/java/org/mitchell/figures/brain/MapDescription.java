package org.mitchell.figures.brain;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.mitchell.derivatives.contents.MapSidecar;
import org.mitchell.files.InputException;
import org.mitchell.maps.volumes.VolumePlace;
import org.mitchell.nifti.NiftiHeader;
import org.mitchell.nifti.NiftiIntent;
import org.mitchell.nifti.NiftiXform;
import org.mitchell.text.Counted;

/** What the header of a map and the JSON beside it say of it. */
final class MapDescription {
  private static final String SIMULATED = "SIMULATED";
  private static final Pattern OF_PARTICIPANT = Pattern.compile("^sub-[^_]+_task-[^_]+");

  private final Path file;
  private final VolumePlace place;
  private final NiftiHeader header;
  private final MapSidecar.Seen sidecar;

  MapDescription(VolumePlace place) throws IOException {
    this.file = place.file();
    this.place = place;
    this.header = place.header();
    Path beside = sidecar(file);
    this.sidecar =
        Files.isRegularFile(beside) ? MapSidecar.Seen.read(beside) : MapSidecar.Seen.NOTHING;
  }

  /** Whether outside the brain there is NaN, so that zero is a value. */
  boolean saysNanOutside() {
    return sidecar.outsideBrain().filter("NaN"::equals).isPresent();
  }

  /** Which volume, from 0. */
  int number(Optional<String> wanted) {
    int count = place.volumes();
    List<String> names = names();
    if (wanted.isEmpty()) {
      if (count > 1) {
        throw InputException.in(
            file,
            "%s, and one can be shown. Choose one with --volume, by its number from 1%s"
                .formatted(
                    Counted.of(count, "volume"),
                    names.isEmpty() ? "" : " or its name: " + listed(names)));
      }
      return 0;
    }
    int named = names.indexOf(wanted.get());
    if (named >= 0 && named < count) {
      return named;
    }
    if (wanted.get().matches("[0-9]{1,9}")) {
      int number = Integer.parseInt(wanted.get());
      if (number >= 1 && number <= count) {
        return number - 1;
      }
    }
    throw InputException.in(
        file,
        "no volume '%s': there are %,d, counted from 1%s"
            .formatted(wanted.get(), count, names.isEmpty() ? "" : ": " + listed(names)));
  }

  private static String listed(List<String> names) {
    int most = 30;
    String list = String.join(", ", names.subList(0, Math.min(most, names.size())));
    return names.size() > most ? list + ", ..." : list;
  }

  private List<String> names() {
    return sidecar.volumeNames().orElse(List.of());
  }

  /** What is written about a volume, counted from 0. */
  MapLabels labels(int number) throws IOException {
    int count = place.volumes();
    List<String> names = names();
    String volume =
        count == 1 ? "" : number < names.size() ? names.get(number) : "volume " + (number + 1);
    String described = said(sidecar.description());
    String title = described.isBlank() ? header.descrip() : described;
    boolean simulated = header.descrip().contains(SIMULATED) || sidecar.simulated().orElse(false);
    return new MapLabels(
        file.getFileName().toString(),
        said(sidecar.subject()),
        title.isBlank() ? file.getFileName().toString() : title.strip(),
        statistic(),
        kind(),
        volume,
        space(),
        header.xformCode(),
        simulated,
        settings());
  }

  /** The words are told by the figures of the fit, which stand beside its maps. */
  private List<String> settings() throws IOException {
    var settings = new ArrayList<String>(sidecar.settings());
    Matcher name = OF_PARTICIPANT.matcher(file.getFileName().toString());
    if (!settings.isEmpty() && name.find()) {
      Path fit = file.resolveSibling(name.group() + "_evaluation.json");
      if (Files.isRegularFile(fit)) {
        OptionalInt words = MapSidecar.Seen.words(fit);
        words.ifPresent(count -> settings.add(Counted.of(count, "word")));
      }
    }
    return settings;
  }

  private static String said(Optional<String> text) {
    return text.orElse("").strip();
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
    String label = said(sidecar.space());
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
