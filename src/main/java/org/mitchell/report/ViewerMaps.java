package org.mitchell.report;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.mitchell.inference.VoxelStatistic;
import org.mitchell.maps.volumes.VolumeImage;
import org.mitchell.nifti.NiftiDatatype;
import org.mitchell.nifti.NiftiImage;
import org.mitchell.nifti.NiftiScaling;
import org.mitchell.nifti.NiftiWriter;

/**
 * The maps that go into a report, the most asked for first, as many as its size allows.
 *
 * @param shown those inside
 * @param backgrounds images below them, base64 of .nii.gz, by id
 * @param leftOut those that are not inside
 */
record ViewerMaps(List<ViewerMap> shown, Map<String, String> backgrounds, List<MapFile> leftOut) {
  /** So that a report has at most 15 MB: 2.3 of these are the viewer's. */
  private static final long MOST_CHARACTERS = 11_500_000;

  /**
   * What people look at first; statistics that are not named come next, signatures and their errors
   * last.
   */
  private static final List<String> ORDER =
      List.of("r", "t", "fwer", "tfce", "fdr", "r2", "normalised", "ceiling", "p", "stability");

  /** Small p-values are shown down to this one. */
  private static final double SMALLEST_P = 1e-6;

  private static final double SHARE_BELOW_THRESHOLD = .9;

  /**
   * @param taken characters of the report that are something else
   * @param background base64 of an image below all maps; else each participant's brain
   */
  static ViewerMaps of(FitFiles files, Optional<String> background, long taken) throws IOException {
    var backgrounds = new LinkedHashMap<String, String>();
    background.ifPresent(image -> backgrounds.put("background", image));
    if (background.isEmpty()) {
      for (ParticipantFiles participant : files.participants()) {
        if (participant.mask().isPresent()) {
          backgrounds.put(
              "mask-" + participant.subject(),
              base64(Files.readAllBytes(participant.mask().get())));
        }
      }
    }
    long left =
        MOST_CHARACTERS - taken - backgrounds.values().stream().mapToLong(String::length).sum();
    var all = new ArrayList<>(files.maps());
    all.sort(Comparator.comparingInt((MapFile map) -> place(map.statistic())));
    var shown = new ArrayList<ViewerMap>();
    var leftOut = new ArrayList<MapFile>();
    for (MapFile map : all) {
      long characters = map.isImage() ? 4 * (Files.size(map.image()) / 3 + 1) : 0;
      if (!map.isImage() || characters > left) {
        leftOut.add(map);
      } else {
        ViewerMap one = viewerMap("map-" + shown.size(), map, backgroundOf(map, backgrounds));
        shown.add(one);
        left -= one.base64().length();
      }
    }
    shown.sort(Comparator.comparingInt(map -> owners(files).indexOf(map.owner())));
    return new ViewerMaps(List.copyOf(shown), backgrounds, List.copyOf(leftOut));
  }

  private static List<String> owners(FitFiles files) {
    return files.maps().stream().map(MapFile::owner).distinct().toList();
  }

  /** The smaller, the more asked for. */
  static int place(String statistic) {
    int place = ORDER.indexOf(statistic);
    return switch (statistic) {
      case "coefficient" -> ORDER.size() + 1;
      case "standarderror" -> ORDER.size() + 2;
      default -> place < 0 ? ORDER.size() : place;
    };
  }

  private static String backgroundOf(MapFile map, Map<String, String> backgrounds) {
    String own = "mask-" + map.owner();
    return backgrounds.containsKey(own)
        ? own
        : backgrounds.keySet().stream().findFirst().orElse("");
  }

  private static ViewerMap viewerMap(String id, MapFile map, String background) throws IOException {
    NiftiImage image = VolumeImage.read(map.image()).image();
    if (map.isP()) {
      image = logarithms(image);
    }
    float[] magnitudes = magnitudes(image.toFloats());
    double highest = magnitudes.length == 0 ? 1 : magnitudes[magnitudes.length - 1];
    double usual =
        magnitudes.length == 0
            ? 0
            : magnitudes[(int) (SHARE_BELOW_THRESHOLD * (magnitudes.length - 1))];
    double threshold =
        map.threshold()
            .orElse(map.statistic().equals("r") ? VoxelStatistic.R.usualThreshold() : usual);
    return new ViewerMap(
        id,
        map.owner(),
        map.name(),
        map.statistic(),
        map.sidecar().description(),
        map.isP(),
        map.isSigned(),
        map.isP() ? -Math.log10(Math.max(threshold, SMALLEST_P)) : threshold,
        highest,
        map.sidecar().shown().volumeNames().orElse(List.of()),
        peak(image),
        background,
        base64(map.isP() ? gzipped(image) : Files.readAllBytes(map.image())));
  }

  /** Where the largest magnitude of the first volume is, in mm. */
  private static List<Double> peak(NiftiImage image) {
    int[] dims = image.dims();
    float[] values = image.floats(0, dims[0] * dims[1] * dims[2]);
    int highest = 0;
    for (int v = 0; v < values.length; v++) {
      boolean higher =
          !Float.isFinite(values[highest]) || Math.abs(values[v]) > Math.abs(values[highest]);
      if (higher && Float.isFinite(values[v])) {
        highest = v;
      }
    }
    int i = highest % dims[0];
    int j = highest / dims[0] % dims[1];
    int k = highest / dims[0] / dims[1];
    return Arrays.stream(image.affine())
        .limit(3)
        .map(row -> row[0] * i + row[1] * j + row[2] * k + row[3])
        .toList();
  }

  /** Of p-values minus their decimal logarithm, so that more is more. */
  private static NiftiImage logarithms(NiftiImage p) {
    float[] values = p.toFloats();
    for (int v = 0; v < values.length; v++) {
      values[v] = (float) -Math.log10(Math.max(values[v], SMALLEST_P));
    }
    return NiftiImage.of(
        p.header().toBuilder()
            .datatype(NiftiDatatype.FLOAT32)
            .scaling(NiftiScaling.NONE)
            .calRange(0, 0)
            .build(),
        values);
  }

  /** Of all finite numbers among the values, the smallest first. */
  private static float[] magnitudes(float[] values) {
    var magnitudes = new float[values.length];
    int n = 0;
    for (float value : values) {
      if (Float.isFinite(value)) {
        magnitudes[n++] = Math.abs(value);
      }
    }
    magnitudes = Arrays.copyOf(magnitudes, n);
    Arrays.sort(magnitudes);
    return magnitudes;
  }

  static byte[] gzipped(NiftiImage image) throws IOException {
    var bytes = new ByteArrayOutputStream();
    NiftiWriter.writeGzip(image, bytes, NiftiWriter.DEFAULT_LEVEL);
    return bytes.toByteArray();
  }

  static String base64(byte[] bytes) {
    return Base64.getEncoder().encodeToString(bytes);
  }
}
