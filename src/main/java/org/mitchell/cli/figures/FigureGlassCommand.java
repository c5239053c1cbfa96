package org.mitchell.cli.figures;

import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.mitchell.cli.options.BackgroundOption;
import org.mitchell.cli.options.CommonOptions;
import org.mitchell.figures.brain.BrainMap;
import org.mitchell.figures.brain.BrainOutline;
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

  @Mixin private BackgroundOption background;

  @Mixin private ConventionOption convention;

  @Mixin private CommonOptions common;

  @Override
  public Integer call() throws IOException {
    figure.check(background.asked().stream().toList(), common);
    BrainMap map = figure.map(common);
    ValueColours colours = figure.colours(map);
    var picture =
        new GlassPicture(
            map, colours, views, convention.convention(), outline(map), figure.style(map.labels()));
    var details = new LinkedHashMap<String, Object>();
    details.put("convention", convention.label());
    details.put(
        "background",
        background
            .brain(map.labels().space(), map.dims(), map.affine())
            .map(Path::toString)
            .orElse(null));
    details.put("views", views.stream().map(each -> each.name().toLowerCase(Locale.ROOT)).toList());
    figure.write(picture.drawing(), map, colours, colours.shown(map), "voxel", details, common);
    return 0;
  }

  private Optional<BrainOutline> outline(BrainMap map) throws IOException {
    Optional<Path> file = background.brain(map.labels().space(), map.dims(), map.affine());
    if (file.isEmpty()) {
      return Optional.empty();
    }
    BrainOutline outline = BrainOutline.read(file.get(), map);
    FigureOptions.say(outline.cautions(), file.get(), common);
    return Optional.of(outline);
  }
}
