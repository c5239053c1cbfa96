package org.mitchell.cli.figures;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import org.mitchell.cli.options.CommonOptions;
import org.mitchell.cli.options.OptionValues;
import org.mitchell.cli.options.UsageException;
import org.mitchell.figures.Drawing;
import org.mitchell.figures.Theme;
import org.mitchell.figures.brain.BrainMap;
import org.mitchell.figures.brain.BrainMapReader;
import org.mitchell.figures.brain.MapLabels;
import org.mitchell.figures.brain.PictureStyle;
import org.mitchell.figures.brain.Shown;
import org.mitchell.figures.brain.ValueColours;
import org.mitchell.files.Json;
import org.mitchell.text.Counted;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** What every picture of a map asks: which map, which values, how it looks, where it goes. */
final class FigureOptions {
  private static final int NARROWEST = 300;
  private static final int WIDEST = 2_400;

  @Parameters(paramLabel = "MAP", description = "the map: a NIfTI image (.nii, .nii.gz)")
  private Path map;

  @Mixin private PictureOptions picture;

  @Option(
      names = "--volume",
      paramLabel = "N",
      description =
          "of a map of several volumes, this one: its number from 1, or its name in the JSON"
              + " beside the map")
  private String volume;

  @Option(
      names = "--mask",
      paramLabel = "FILE",
      description =
          "the brain: voxels above zero (default: the map's finite voxels; without zeros where"
              + " zero surrounds the brain)")
  private Path mask;

  @Option(
      names = "--threshold",
      paramLabel = "VALUE",
      description =
          "show only values at least this far from zero; of maps without negative values, those"
              + " of at least VALUE; of p-values, those up to VALUE (default: all)")
  private double threshold;

  @Option(names = "--positive", description = "show only values above zero")
  private boolean positive;

  @Option(
      names = "--vmax",
      paramLabel = "VALUE",
      description = "where the colour scale ends (default: at the map's largest absolute value)")
  private Double vmax;

  @Option(
      names = "--label",
      converter = OptionValues.AnyText.class,
      paramLabel = "TEXT",
      description = "what the values are, beside the colours (default: as the map's header says)")
  private String label;

  @Option(
      names = "--width",
      paramLabel = "PIXELS",
      description =
          "of the picture, "
              + NARROWEST
              + " to "
              + WIDEST
              + "; a PNG has two dots a pixel (default: as its brains need)")
  private Integer width;

  /**
   * Looks at what can be told before anything is read.
   *
   * @param more files that the picture is made of, beside the map and its mask
   * @throws UsageException if an option has a value that it cannot have
   */
  void check(List<Path> more) throws IOException {
    if (!(threshold >= 0) || Double.isInfinite(threshold)) {
      throw new UsageException(
          "--threshold: got " + threshold + " where a number from 0 up is expected");
    }
    if (vmax != null && (!(vmax > 0) || vmax.isInfinite())) {
      throw new UsageException("--vmax: got " + vmax + " where a number above 0 is expected");
    }
    if (width != null && (width < NARROWEST || width > WIDEST)) {
      throw new UsageException(
          "--width: got %d where a number from %d to %d is expected"
              .formatted(width, NARROWEST, WIDEST));
    }
    var inputs = new ArrayList<Path>(List.of(map));
    inputs.addAll(more);
    Optional.ofNullable(mask).ifPresent(inputs::add);
    picture.check(inputs);
  }

  /** Reads the map, and says what must be known of it. */
  BrainMap map(CommonOptions common) throws IOException {
    BrainMap read =
        BrainMapReader.read(map, Optional.ofNullable(volume), Optional.ofNullable(mask));
    say(read.cautions(), map, common);
    return read;
  }

  Theme theme() {
    return picture.theme();
  }

  ValueColours colours(BrainMap brainMap) {
    OptionalDouble end = vmax == null ? OptionalDouble.empty() : OptionalDouble.of(vmax);
    return ValueColours.of(brainMap, theme(), threshold, positive, end);
  }

  PictureStyle style(MapLabels labels) {
    return new PictureStyle(
        theme(),
        width == null ? OptionalInt.empty() : OptionalInt.of(width),
        picture.title(labels.heading()),
        label == null ? labels.statistic() : label);
  }

  /** Says what must be known before a picture is believed. */
  static void say(List<String> cautions, Path file, CommonOptions common) {
    cautions.forEach(caution -> common.note(file + ": " + caution));
  }

  /**
   * Writes the picture and says so.
   *
   * @param what is shown: voxel or vertex
   */
  void write(
      Drawing drawing,
      BrainMap brainMap,
      ValueColours colours,
      Shown shown,
      String what,
      Map<String, Object> details,
      CommonOptions common)
      throws IOException {
    Path out = picture.write(drawing, common);
    if (shown.all() == 0) {
      common.note(
          "no value reaches the threshold %s: they go from %s to %s"
              .formatted(threshold, brainMap.lowest(), brainMap.highest()));
    }
    common.print(
        "%s: %s shown%s"
            .formatted(
                brainMap.labels().heading(),
                Counted.of(shown.all(), what),
                shown.sides().isEmpty() ? "" : ": " + shown.sides()));
    common.print("  " + out);
    var json = new LinkedHashMap<String, Object>();
    json.put("map", map.toString());
    json.put("volume", brainMap.labels().volume().isEmpty() ? null : brainMap.labels().volume());
    json.put("space", brainMap.labels().space());
    String all = Counted.plural(what);
    json.put(all + "Shown", shown.all());
    json.put(all + "ShownAbove", shown.above());
    json.put(all + "ShownBelow", shown.below());
    json.put("threshold", threshold);
    json.put("scale", scale(colours));
    json.putAll(details);
    json.put("outputs", List.of(out.toString()));
    common.printJson(json);
  }

  private static Map<String, Object> scale(ValueColours colours) {
    var scale = new LinkedHashMap<String, Object>();
    scale.put("low", Json.number(colours.scale().low()));
    scale.put("high", Json.number(colours.scale().high()));
    scale.put("values", colours.kind().name().toLowerCase(Locale.ROOT));
    scale.put("clipped", colours.scale().clipped());
    return scale;
  }
}
