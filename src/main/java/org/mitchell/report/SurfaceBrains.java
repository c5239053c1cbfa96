package org.mitchell.report;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import org.mitchell.figures.Theme;
import org.mitchell.figures.brain.ValueColours;
import org.mitchell.files.InputException;
import org.mitchell.inference.VoxelStatistic;
import org.mitchell.jobs.Workers;

/** The correlation maps of participants on surfaces, drawn on their meshes. */
final class SurfaceBrains {
  private final SurfaceMaps surfaces;
  private final NextCommands next;

  private SurfaceBrains(SurfaceMaps surfaces, NextCommands next) {
    this.surfaces = surfaces;
    this.next = next;
  }

  static List<Block> of(FitFiles files, SurfaceMaps surfaces, NextCommands next, Workers workers) {
    List<MapFile> maps =
        files.maps().stream().filter(m -> m.statistic().equals("r") && m.isOfSurfaces()).toList();
    var all = new SurfaceBrains(surfaces, next);
    var blocks = new Block[maps.size()];
    workers.forEach(blocks.length, m -> blocks[m] = all.block(maps.get(m)));
    return List.of(blocks);
  }

  /** The picture, or why there is none. */
  private Block block(MapFile map) {
    try {
      return surfaces
          .of(map)
          .<Block>map(onMesh -> picture(map, onMesh))
          .orElseGet(() -> missing(map, "the mesh that its vertices are of is not known"));
    } catch (InputException e) {
      if (surfaces.areGiven()) {
        throw e;
      }
      return missing(map, e.getMessage());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private Block missing(MapFile map, String why) {
    return new Block.Missing(
        "%s has no picture here: %s.".formatted(map.owner(), why.replaceFirst("\\.$", "")),
        next.ofFits("report", "--mesh", NextCommands.MESHES));
  }

  private static Block.Picture picture(MapFile map, SurfaceMaps.OnMesh onMesh) {
    double threshold = map.threshold().orElse(VoxelStatistic.R.usualThreshold());
    String title = map.owner() + ": " + map.name();
    return PictureBlock.of(
        new Illustration(
            Illustration.Place.WORDS,
            "",
            "Cortex of %s from outside and from inside: %s, values from %s on."
                .formatted(map.owner(), map.name(), Numbers.decimal(threshold, 2)),
            true,
            (theme, narrow) ->
                onMesh.drawing(colours(onMesh, threshold, theme), theme, narrow, title)));
  }

  private static ValueColours colours(SurfaceMaps.OnMesh onMesh, double threshold, Theme theme) {
    return GlassBrains.colours(onMesh.map(), threshold, theme);
  }
}
