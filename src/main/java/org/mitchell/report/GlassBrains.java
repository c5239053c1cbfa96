package org.mitchell.report;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import org.mitchell.figures.Drawing;
import org.mitchell.figures.Theme;
import org.mitchell.figures.brain.BrainMap;
import org.mitchell.figures.brain.BrainMapReader;
import org.mitchell.figures.brain.Convention;
import org.mitchell.figures.brain.GlassPicture;
import org.mitchell.figures.brain.GlassView;
import org.mitchell.figures.brain.PictureStyle;
import org.mitchell.figures.brain.ValueColours;
import org.mitchell.files.InputException;
import org.mitchell.inference.VoxelStatistic;
import org.mitchell.jobs.Workers;

/**
 * The correlation maps as glass brains: what needs no viewer, and what paper shows of every
 * participant.
 */
final class GlassBrains {
  private static final List<GlassView> VIEWS =
      List.of(GlassView.LEFT, GlassView.CORONAL, GlassView.RIGHT, GlassView.AXIAL);

  private GlassBrains() {}

  /** A map with its brain read; the pictures of both themes come from it. */
  private record Glass(MapFile map, BrainMap brain, double threshold) {}

  static List<Block> of(FitFiles files, Workers workers) throws IOException {
    List<MapFile> maps =
        files.maps().stream().filter(m -> m.statistic().equals("r") && m.isImage()).toList();
    var blocks = new Block[maps.size()];
    workers.forEach(blocks.length, m -> blocks[m] = block(maps.get(m)));
    return List.of(blocks);
  }

  /** The picture, or why there is none: a machine without fonts, a map without values. */
  private static Block block(MapFile map) {
    try {
      BrainMap brain = BrainMapReader.read(map.image(), Optional.empty(), Optional.empty());
      return picture(
          new Glass(map, brain, map.threshold().orElse(VoxelStatistic.R.usualThreshold())));
    } catch (InputException e) {
      return new Block.Paragraph(
          "%s has no picture here: %s".formatted(map.owner(), e.getMessage()));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Block.Picture picture(Glass glass) {
    Drawing light = drawing(glass, Theme.LIGHT);
    Drawing dark = drawing(glass, Theme.DARK);
    String alternative =
        "Glass brain of %s from the left, from behind, from the right and from above: %s, values from %s on."
            .formatted(glass.map.owner(), glass.map.name(), Numbers.decimal(glass.threshold, 2));
    return new Block.Picture(
        base64(light), base64(dark), light.width(), light.height(), alternative);
  }

  /** A negative correlation of prediction and observation is no finding, so it is not shown. */
  private static Drawing drawing(Glass glass, Theme theme) {
    MapFile map = glass.map;
    BrainMap brain = glass.brain;
    var style =
        new PictureStyle(
            theme,
            OptionalInt.empty(),
            map.owner() + ": " + map.name(),
            brain.labels().statistic());
    return new GlassPicture(
            brain,
            ValueColours.of(
                brain, theme, glass.threshold, brain.highest() > 0, OptionalDouble.empty()),
            VIEWS,
            Convention.NEUROLOGICAL,
            Optional.empty(),
            style)
        .drawing();
  }

  private static String base64(Drawing drawing) {
    var bytes = new ByteArrayOutputStream();
    try {
      drawing.writePng(bytes);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return ViewerMaps.base64(bytes.toByteArray());
  }
}
