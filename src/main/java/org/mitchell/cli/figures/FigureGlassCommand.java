package org.mitchell.cli.figures;

import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.mitchell.cli.options.CommonOptions;
import org.mitchell.figures.brain.BrainMap;
import org.mitchell.figures.brain.BrainOutline;
import org.mitchell.figures.brain.Convention;
import org.mitchell.figures.brain.GlassPicture;
import org.mitchell.figures.brain.GlassView;
import org.mitchell.figures.brain.ValueColours;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code mitchell figure glass}: a map seen through the brain. */
@Command(
    name = "glass",
    description =
        "Draw a glass brain: on every way through it, the shown value farthest from zero.",
    footer = {
      "",
      "Choose a --threshold: without one every way through the brain meets a value."
          + " The left and the right half show their own values only."
    },
    mixinStandardHelpOptions = true,
    sortOptions = false)
final class FigureGlassCommand implements Callable<Integer> {
  @Mixin private FigureOptions figure;

  @Option(
      names = "--view",
      paramLabel = "VIEW,...",
      split = ",",
      hideParamSyntax = true,
      description =
          "one or several of ${COMPLETION-CANDIDATES} (default: left,coronal,right,axial)")
  private List<GlassView> views =
      List.of(GlassView.LEFT, GlassView.CORONAL, GlassView.RIGHT, GlassView.AXIAL);

  @Option(
      names = "--background",
      paramLabel = "FILE",
      description =
          "draw the outline of this brain, in the same space: the voxels above zero of a mask or"
              + " of an anatomy without skull (default: the map's own)")
  private Path background;

  @Option(
      names = "--convention",
      paramLabel = "SIDE",
      description = "${COMPLETION-CANDIDATES}: where left is (default: neurological, left is left)")
  private Convention convention = Convention.NEUROLOGICAL;

  @Mixin private CommonOptions common;

  @Override
  public Integer call() throws IOException {
    figure.check(Stream.ofNullable(background).toList(), common);
    BrainMap map = figure.map(common);
    ValueColours colours = figure.colours(map);
    var picture =
        new GlassPicture(map, colours, views, convention, outline(map), figure.style(map.labels()));
    var details = new LinkedHashMap<String, Object>();
    details.put("convention", convention.name().toLowerCase(Locale.ROOT));
    details.put("views", views.stream().map(each -> each.name().toLowerCase(Locale.ROOT)).toList());
    figure.write(picture.drawing(), map, colours, colours.shown(map), "voxel", details, common);
    return 0;
  }

  private Optional<BrainOutline> outline(BrainMap map) throws IOException {
    if (background == null) {
      return Optional.empty();
    }
    BrainOutline outline = BrainOutline.read(background, map);
    FigureOptions.say(outline.cautions(), background, common);
    return Optional.of(outline);
  }
}
