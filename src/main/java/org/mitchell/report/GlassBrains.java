package org.mitchell.report;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import org.mitchell.figures.ColourScale;
import org.mitchell.figures.Drawing;
import org.mitchell.figures.Theme;
import org.mitchell.figures.brain.BrainMap;
import org.mitchell.figures.brain.BrainMapReader;
import org.mitchell.figures.brain.Convention;
import org.mitchell.figures.brain.GlassPicture;
import org.mitchell.figures.brain.GlassView;
import org.mitchell.figures.brain.PictureStyle;
import org.mitchell.figures.brain.ShownMap;
import org.mitchell.figures.brain.ValueColours;
import org.mitchell.figures.brain.ValueKind;
import org.mitchell.files.InputException;
import org.mitchell.inference.VoxelStatistic;
import org.mitchell.jobs.Workers;

/**
 * The correlation maps as glass brains: what needs no viewer, and what paper shows of every
 * participant. Their colours are those of the viewer.
 */
final class GlassBrains {
  /** Two brains beside each other, with letters that are read on a screen of 360 pixels. */
  static final int NARROW = 430;

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
    String alternative =
        "Glass brain of %s from the left, from behind, from the right and from above: %s, values from %s on."
            .formatted(glass.map.owner(), glass.map.name(), Numbers.decimal(glass.threshold, 2));
    return PictureBlock.of(
        new Illustration(
            Illustration.Place.WORDS,
            "",
            alternative,
            true,
            (theme, narrow) -> drawing(glass, theme, narrow)));
  }

  /**
   * A negative correlation of prediction and observation is no finding, so it is not shown; those
   * above zero have the colours that they have wherever both signs are.
   */
  static ValueColours colours(ShownMap map, double threshold, Theme theme) {
    double end = Math.max(map.highest(), -map.lowest());
    return map.highest() > 0
        ? new ValueColours(
            new ColourScale(theme.diverging(), -end, end, false), ValueKind.UNSIGNED, threshold)
        : ValueColours.of(map, theme, threshold, false, OptionalDouble.empty());
  }

  /** Of a picture for phones; others are as wide as their brains. */
  static OptionalInt width(boolean narrow) {
    return narrow ? OptionalInt.of(NARROW) : OptionalInt.empty();
  }

  private static Drawing drawing(Glass glass, Theme theme, boolean narrow) {
    MapFile map = glass.map;
    BrainMap brain = glass.brain;
    var style =
        new PictureStyle(
            theme, width(narrow), map.owner() + ": " + map.name(), brain.labels().statistic());
    return new GlassPicture(
            brain,
            colours(brain, glass.threshold, theme),
            VIEWS,
            Convention.NEUROLOGICAL,
            Optional.empty(),
            style)
        .drawing();
  }
}
