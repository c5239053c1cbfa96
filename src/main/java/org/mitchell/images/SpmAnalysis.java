package org.mitchell.images;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.mitchell.files.InputException;
import org.mitchell.matlab.MatFile;
import org.mitchell.matlab.MatValue;
import org.mitchell.matlab.MatValue.Cell;
import org.mitchell.matlab.MatValue.Struct;
import org.mitchell.matlab.MatValue.Text;

/**
 * The first-level analysis in an {@code SPM.mat}: a name and an image of coefficients a regressor.
 *
 * @param file the SPM.mat
 * @param regressors in the order of the columns of the design
 */
record SpmAnalysis(Path file, List<Regressor> regressors) {
  private static final String AGAIN = ". Give the SPM.mat of an estimated first-level analysis";

  /** Of a condition {@code Sn(1) dog*bf(1)}; of a modulation {@code Sn(1) dogxage^1*bf(1)}. */
  private static final Pattern CONDITION = Pattern.compile("Sn\\((\\d+)\\) (.+)\\*bf\\(1\\)");

  private static final Pattern MODULATION = Pattern.compile(".+x.+\\^\\d+");

  /** What may stand where SPM wrote {@code .nii}. */
  private static final List<String> OTHER_ENDINGS = List.of(".nii.gz", ".hdr");

  /**
   * A column of the design.
   *
   * @param name as SPM has it
   * @param image its coefficients, beside SPM.mat
   */
  record Regressor(String name, Path image) {
    /** The run and the condition; nothing where it is of no condition's first basis function. */
    Optional<Condition> condition() {
      Matcher match = CONDITION.matcher(name);
      return match.matches() && !MODULATION.matcher(match.group(2)).matches()
          ? Optional.of(new Condition(match.group(1), match.group(2)))
          : Optional.empty();
    }
  }

  /** A condition of a run. */
  record Condition(String run, String name) {}

  /**
   * @throws InputException if it is no SPM.mat, the analysis was not estimated, or an image is not
   *     beside it
   */
  static SpmAnalysis read(Path file) throws IOException {
    Optional<MatFile> mat = MatFile.open(file, Set.of("SPM"));
    if (mat.isEmpty()) {
      throw InputException.in(file, "not a MATLAB file" + AGAIN);
    }
    try (MatFile open = mat.get()) {
      Struct spm = struct(file, open.variable("SPM"), "SPM");
      Struct design = struct(file, spm.field("xX", 0), "SPM.xX");
      List<String> names = names(file, design);
      List<Path> images = images(file, spm);
      if (names.size() != images.size()) {
        throw InputException.in(
            file,
            "SPM.xX.name has %,d names where SPM.Vbeta has %,d images"
                    .formatted(names.size(), images.size())
                + AGAIN);
      }
      var regressors = new ArrayList<Regressor>();
      for (int r = 0; r < names.size(); r++) {
        regressors.add(new Regressor(names.get(r), images.get(r)));
      }
      return new SpmAnalysis(file, List.copyOf(regressors));
    }
  }

  List<Path> images() {
    return regressors.stream().map(Regressor::image).toList();
  }

  private static Struct struct(Path file, Optional<MatValue> value, String name) {
    if (value.isPresent() && value.get() instanceof Struct struct && struct.size() > 0) {
      return struct;
    }
    throw InputException.in(
        file,
        "%s is %s where a struct is expected"
                .formatted(name, value.map(MatValue::description).orElse("not there"))
            + AGAIN);
  }

  private static List<String> names(Path file, Struct design) {
    Optional<MatValue> value = design.field("name", 0);
    if (value.isPresent() && value.get() instanceof Text rows) {
      return rows.lines();
    }
    if (value.isEmpty() || !(value.get() instanceof Cell cell)) {
      throw InputException.in(
          file, "SPM.xX.name is not there, or is no cell array of names" + AGAIN);
    }
    var names = new ArrayList<String>();
    for (int n = 0; n < cell.size(); n++) {
      names.add(line(file, Optional.of(cell.element(n)), "SPM.xX.name{%d}".formatted(n + 1)));
    }
    return names;
  }

  private static List<Path> images(Path file, Struct spm) {
    Optional<MatValue> betas = spm.field("Vbeta", 0);
    boolean cells = betas.isPresent() && betas.get() instanceof Cell;
    int count = cells ? ((Cell) betas.get()).size() : struct(file, betas, "SPM.Vbeta").size();
    var images = new ArrayList<Path>();
    for (int b = 0; b < count; b++) {
      String name = "SPM.Vbeta(%d)".formatted(b + 1);
      Optional<MatValue> image =
          cells
              ? struct(file, Optional.of(((Cell) betas.get()).element(b)), name).field("fname", 0)
              : struct(file, betas, name).field("fname", b);
      images.add(beside(file, line(file, image, name + ".fname")));
    }
    return images;
  }

  /** Folders that are stored are another machine's. */
  private static Path beside(Path file, String stored) {
    String name = stored.substring(Math.max(stored.lastIndexOf('/'), stored.lastIndexOf('\\')) + 1);
    if (name.chars().anyMatch(Character::isISOControl)) {
      throw InputException.in(file, "an image's name has letters that no name has" + AGAIN);
    }
    String stem = name.replaceFirst("\\.(nii|img|hdr)$", "");
    return Stream.concat(Stream.of(name), OTHER_ENDINGS.stream().map(ending -> stem + ending))
        .map(file::resolveSibling)
        .filter(Files::exists)
        .findFirst()
        .orElseThrow(
            () ->
                InputException.in(
                    file,
                    "the image %s is not beside it. Put the images of the analysis and SPM.mat into one folder"
                        .formatted(name)));
  }

  private static String line(Path file, Optional<MatValue> value, String name) {
    if (value.isPresent() && value.get() instanceof Text text && text.line().isPresent()) {
      return text.line().get();
    }
    throw InputException.in(
        file,
        "%s is %s where a text is expected"
                .formatted(name, value.map(MatValue::description).orElse("not there"))
            + AGAIN);
  }
}
