package org.mitchell.figures.brain;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.StreamSupport;
import org.mitchell.files.InputException;
import org.mitchell.files.Json;
import org.mitchell.fmri.Affine;
import org.mitchell.nifti.NiftiHeader;
import org.mitchell.nifti.NiftiImage;
import org.mitchell.nifti.NiftiIntent;
import org.mitchell.nifti.NiftiReader;
import org.mitchell.nifti.NiftiXform;
import tools.jackson.databind.JsonNode;

/** Reads what is to be shown from NIfTI files. */
public final class BrainMapReader {
  private static final String SIMULATED = "SIMULATED";

  private final Path file;
  private final NiftiHeader header;
  private final Optional<JsonNode> sidecar;

  private BrainMapReader(Path file, NiftiHeader header) throws IOException {
    this.file = file;
    this.header = header;
    Path beside = sidecar(file);
    this.sidecar = Files.isRegularFile(beside) ? Optional.of(Json.read(beside)) : Optional.empty();
  }

  /**
   * Reads a map. The brain is where the mask is above zero. Without a mask it is where the map has
   * a value, that is a finite one; and where every voxel has one, those other than zero, which is
   * what programs write that know no NaN.
   *
   * @param volume the number, from 1, or the name of a volume, for files of several
   * @throws InputException if there is no such volume, or no value in the brain
   */
  public static BrainMap read(Path file, Optional<String> volume, Optional<Path> mask)
      throws IOException {
    requireNoTable(file);
    NiftiImage image = NiftiReader.read(file);
    var reader = new BrainMapReader(file, image.header());
    int number = reader.number(volume);
    Volume values = finite(volume(file, image, number));
    Volume brain = mask.isPresent() ? mask(mask.get()) : values;
    Volume shown =
        mask.isPresent()
            ? inside(values, brain)
            : values.count() == size(values) ? other(values) : values;
    if (shown.count() == 0) {
      throw InputException.in(
          file,
          mask.isPresent()
              ? "no value lies inside the mask %s. Are both in the same space?"
                  .formatted(mask.get())
              : "no voxel has a value: all are NaN or zero. There is nothing to show");
    }
    return new BrainMap(shown, mask.isPresent() ? brain : shown, reader.labels(number));
  }

  private static void requireNoTable(Path file) {
    if (file.toString().matches("(?i).*\\.(tsv|csv|txt)(\\.gz)?")) {
      throw InputException.in(
          file,
          "a table, whose voxels have no place in space. Fit with --coords FILE, which gives"
              + " images");
    }
  }

  /**
   * A 3-D image as it is, for an underlay or labels.
   *
   * @throws InputException if it is not 3-D
   */
  static Volume volume(Path file) throws IOException {
    NiftiImage image = NiftiReader.read(file);
    if (volumes(image.header()) != 1) {
      throw InputException.in(
          file,
          "an image of %s voxels where a 3-D one is expected"
              .formatted(Arrays.toString(image.dims())));
    }
    return volume(file, image, 0);
  }

  /** 1 where an image is above zero, NaN elsewhere. */
  static Volume mask(Path file) throws IOException {
    Volume mask = volume(file);
    float[] values = mask.values();
    for (int i = 0; i < values.length; i++) {
      values[i] = values[i] > 0 ? 1 : Float.NaN;
    }
    if (mask.count() == 0) {
      throw InputException.in(file, "no voxel is above zero. A mask has 1 inside the brain");
    }
    return mask;
  }

  private static Volume volume(Path file, NiftiImage image, int number) {
    int[] dims = Arrays.copyOf(image.dims(), 3);
    for (int axis = image.dims().length; axis < 3; axis++) {
      dims[axis] = 1;
    }
    try {
      int size = Math.multiplyExact(Math.multiplyExact(dims[0], dims[1]), dims[2]);
      Affine affine = Affine.of(image.affine());
      return new Volume(dims, affine, image.floats(Math.multiplyExact(number, size), size));
    } catch (ArithmeticException e) {
      throw InputException.in(
          file, "%s voxels are more than can be drawn".formatted(Arrays.toString(image.dims())), e);
    } catch (IllegalArgumentException e) {
      throw InputException.in(file, "the header does not place the voxels: " + e.getMessage(), e);
    }
  }

  private static Volume finite(Volume volume) {
    float[] values = volume.values();
    for (int i = 0; i < values.length; i++) {
      values[i] = Float.isFinite(values[i]) ? values[i] : Float.NaN;
    }
    return volume;
  }

  /** The values whose voxels have their centre in the mask. */
  private static Volume inside(Volume volume, Volume mask) {
    float[] values = volume.values().clone();
    for (int i = 0; i < values.length; i++) {
      double[] mm = volume.centre(i);
      values[i] = Float.isNaN(mask.nearest(mm[0], mm[1], mm[2])) ? Float.NaN : values[i];
    }
    return new Volume(volume.dims(), volume.affine(), values);
  }

  /** The values that are not zero. */
  private static Volume other(Volume volume) {
    float[] values = volume.values().clone();
    for (int i = 0; i < values.length; i++) {
      values[i] = values[i] == 0 ? Float.NaN : values[i];
    }
    return new Volume(volume.dims(), volume.affine(), values);
  }

  private static int size(Volume volume) {
    return volume.values().length;
  }

  private static int volumes(NiftiHeader header) {
    int[] dims = header.dims();
    int volumes = 1;
    for (int axis = 3; axis < dims.length; axis++) {
      volumes *= dims[axis];
    }
    return volumes;
  }

  /** Which volume, from 0. */
  private int number(Optional<String> wanted) {
    int count = volumes(header);
    List<String> names = names();
    if (wanted.isEmpty()) {
      if (count > 1) {
        throw InputException.in(
            file,
            "%,d volumes, and one can be shown. Choose one with --volume, by its number from 1%s"
                .formatted(count, names.isEmpty() ? "" : " or its name: " + listed(names)));
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
    return sidecar
        .map(json -> json.path("VolumeNames"))
        .map(node -> StreamSupport.stream(node.spliterator(), false))
        .map(nodes -> nodes.map(node -> node.asString("")).toList())
        .orElse(List.of());
  }

  private MapLabels labels(int number) {
    int count = volumes(header);
    List<String> names = names();
    String volume =
        count == 1 ? "" : number < names.size() ? names.get(number) : "volume " + (number + 1);
    String described = said("Description");
    String title = described.isBlank() ? header.descrip() : described;
    boolean simulated =
        header.descrip().contains(SIMULATED)
            || sidecar.map(json -> json.path("Simulated").asBoolean(false)).orElse(false);
    return new MapLabels(
        file.getFileName().toString(),
        said("Subject"),
        title.isBlank() ? file.getFileName().toString() : title.strip(),
        statistic(),
        header.intent().code() == NiftiIntent.CODE_PVAL ? MapLabels.Kind.P : MapLabels.Kind.OTHER,
        volume,
        space(),
        header.sformCode() > 0 || header.qformCode() > 0,
        simulated);
  }

  /** What the JSON beside the map has under a name; empty where it has nothing. */
  private String said(String name) {
    return sidecar.map(json -> json.path(name).asString("")).orElse("").strip();
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
    int code = header.sformCode() > 0 ? header.sformCode() : header.qformCode();
    String label = said("Space");
    return switch (code) {
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
