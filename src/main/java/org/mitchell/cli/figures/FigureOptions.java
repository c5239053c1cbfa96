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
import org.mitchell.figures.brain.ShownMap;
import org.mitchell.figures.brain.ValueColours;
import org.mitchell.figures.brain.VertexMap;
import org.mitchell.files.Json;
import org.mitchell.text.Counted;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** What every picture of a map asks: which map, which values, how it looks, where it goes. */
final class FigureOptions {
  @Parameters(
      paramLabel = "MAP",
      description =
          "the map: a NIfTI image (.nii, .nii.gz); for surface also .func.gii or .dscalar.nii")
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
          "the brain: voxels or vertices above zero (default: where the map is finite; without"
              + " zeros where zero surrounds the brain, or is the medial wall's)")
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
      paramLabel = "VALUE|N%",
      description =
          "where the colour scale ends: at a value, or as 99%% where so much of what is shown is no"
              + " farther from zero (default: at the map's largest absolute value)")
  private String vmax;

  @Option(
      names = "--label",
      converter = OptionValues.AnyText.class,
      paramLabel = "TEXT",
      description = "what the values are, beside the colours (default: as the map's header says)")
  private String label;

  /**
   * Looks at what can be told before anything is read.
   *
   * @param more files that the picture is made of, beside the map and its mask
   * @throws UsageException if an option has a value that it cannot have
   */
  void check(List<Path> more, CommonOptions common) throws IOException {
    if (!(threshold >= 0) || Double.isInfinite(threshold)) {
      throw new UsageException(
          "--threshold: got " + threshold + " where a number from 0 up is expected");
    }
    if (vmax != null && !isPercent() && !(number(vmax) > 0)) {
      throw new UsageException(
          "--vmax: got '%s' where a number above 0, or a percentage from 50%% to 100%% is expected"
              .formatted(vmax));
    }
    var inputs = new ArrayList<Path>(List.of(map));
    inputs.addAll(more);
    Optional.ofNullable(mask).ifPresent(inputs::add);
    picture.checkLaidOut(inputs, common);
  }

  /** Reads the map, and says what must be known of it. */
  BrainMap map(CommonOptions common) throws IOException {
    BrainMap read =
        BrainMapReader.read(map, Optional.ofNullable(volume), Optional.ofNullable(mask));
    say(read.cautions(), map, common);
    return read;
  }

  /** Whether the map is of vertices of surfaces. */
  boolean isOfVertices() throws IOException {
    return VertexMap.isOne(map);
  }

  /** As {@link #map}, of vertices. */
  VertexMap vertexMap(CommonOptions common) throws IOException {
    VertexMap read = VertexMap.read(map, Optional.ofNullable(volume), Optional.ofNullable(mask));
    say(read.cautions(), map, common);
    return read;
  }

  Theme theme() {
    return picture.theme();
  }

  ValueColours colours(ShownMap brainMap) {
    OptionalDouble end =
        vmax == null
            ? OptionalDouble.empty()
            : isPercent()
                ? brainMap.magnitude(number(vmax.replace("%", "")) / 100, threshold, positive)
                : OptionalDouble.of(number(vmax));
    return ValueColours.of(brainMap, theme(), threshold, positive, end);
  }

  private boolean isPercent() {
    double percent = vmax.endsWith("%") ? number(vmax.replace("%", "")) : 0;
    return percent >= 50 && percent <= 100;
  }

  /** NaN where the text is no finite number. */
  private static double number(String text) {
    try {
      double number = Double.parseDouble(text.strip());
      return Double.isFinite(number) ? number : Double.NaN;
    } catch (NumberFormatException e) {
      return Double.NaN;
    }
  }

  PictureStyle style(MapLabels labels) {
    return new PictureStyle(
        theme(),
        picture.pixels(),
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
      ShownMap brainMap,
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
