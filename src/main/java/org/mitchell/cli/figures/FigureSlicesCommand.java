package org.mitchell.cli.figures;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.mitchell.cli.options.BackgroundOption;
import org.mitchell.cli.options.CommonOptions;
import org.mitchell.cli.options.UsageException;
import org.mitchell.figures.brain.BrainMap;
import org.mitchell.figures.brain.Cut;
import org.mitchell.figures.brain.CutChoice;
import org.mitchell.figures.brain.Shown;
import org.mitchell.figures.brain.SlicesPicture;
import org.mitchell.figures.brain.Underlay;
import org.mitchell.figures.brain.ValueColours;
import org.mitchell.figures.brain.View;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code mitchell figure slices}: slices of a map. */
@Command(
    name = "slices",
    description = "Draw slices of a map, over an anatomy or in the outline of the brain.",
    footer = {
      "",
      "A dot has the value of the voxel that it lies in; only the anatomy is"
          + " interpolated. Values that are not shown leave the anatomy to be seen."
    },
    mixinStandardHelpOptions = true,
    sortOptions = false)
final class FigureSlicesCommand implements Callable<Integer> {
  /** Of one view; of all three, in rows. */
  private static final int USUAL_CUTS = 12;

  private static final int USUAL_CUTS_OF_ALL = 6;
  private static final int MOST_CUTS = 100;

  @Mixin private FigureOptions figure;

  @Option(
      names = "--view",
      paramLabel = "VIEW",
      description = "axial, coronal, sagittal or all (default: ${DEFAULT-VALUE})")
  private String view = "axial";

  @Option(
      names = "--cuts",
      paramLabel = "CUTS",
      description =
          "a list of places in mm (-12,0,12), a number of equal steps (7), or peak: through the"
              + " value farthest from zero (the smallest p). One place has its sign: -12, +12, 0"
              + " (default: "
              + USUAL_CUTS
              + ", or "
              + USUAL_CUTS_OF_ALL
              + " of each view)")
  private String cuts;

  @Mixin private BackgroundOption background;

  @Option(
      names = "--clusters",
      paramLabel = "FILE",
      description = "draw the borders of these labels (a dseg image: 0 outside, 1, 2, ...)")
  private Path clusters;

  @Mixin private ConventionOption convention;

  @Mixin private CommonOptions common;

  @Override
  public Integer call() throws IOException {
    figure.check(
        Stream.concat(background.asked().stream(), Stream.ofNullable(clusters)).toList(), common);
    List<View> views = views();
    CutChoice choice = choice(views.size());
    BrainMap map = figure.map(common);
    ValueColours colours = figure.colours(map);
    var places = new ArrayList<Cut>();
    views.forEach(each -> places.addAll(choice.of(each, map, colours.kind())));
    var picture =
        new SlicesPicture(
            map,
            colours,
            places,
            convention.convention(),
            underlay(map),
            borders(map),
            figure.style(map.labels()));
    Shown shown = colours.shown(map);
    figure.write(picture.drawing(), map, colours, shown, "voxel", details(places, map), common);
    return 0;
  }

  private Optional<Underlay> underlay(BrainMap map) throws IOException {
    Optional<Path> file = background.anatomy(map.labels().space(), map.dims(), map.affine());
    if (file.isEmpty()) {
      return Optional.empty();
    }
    Underlay underlay = Underlay.read(file.get(), map);
    FigureOptions.say(underlay.cautions(), file.get(), common);
    return Optional.of(underlay);
  }

  private Optional<SlicesPicture.Clusters> borders(BrainMap map) throws IOException {
    if (clusters == null) {
      return Optional.empty();
    }
    var borders = SlicesPicture.Clusters.read(clusters, map);
    FigureOptions.say(borders.cautions(), clusters, common);
    return Optional.of(borders);
  }

  private Map<String, Object> details(List<Cut> places, BrainMap map) {
    var details = new LinkedHashMap<String, Object>();
    details.put("convention", convention.label());
    details.put(
        "background",
        background
            .anatomy(map.labels().space(), map.dims(), map.affine())
            .map(Path::toString)
            .orElse(null));
    details.put("cuts", places.stream().map(FigureSlicesCommand::json).toList());
    return details;
  }

  private static Map<String, Object> json(Cut cut) {
    var json = new LinkedHashMap<String, Object>();
    json.put("view", cut.view().name().toLowerCase(Locale.ROOT));
    json.put("mm", cut.place());
    return json;
  }

  private List<View> views() {
    if (view.equals("all")) {
      return List.of(View.values());
    }
    return Arrays.stream(View.values())
        .filter(each -> each.name().toLowerCase(Locale.ROOT).equals(view))
        .findFirst()
        .map(List::of)
        .orElseThrow(
            () ->
                new UsageException(
                    "--view: got '%s' where axial, coronal, sagittal or all is expected"
                        .formatted(view)));
  }

  private CutChoice choice(int views) {
    if (cuts == null) {
      return new CutChoice.Evenly(views == 1 ? USUAL_CUTS : USUAL_CUTS_OF_ALL);
    }
    if (cuts.equals("peak")) {
      return new CutChoice.Peak();
    }
    if (cuts.matches("[1-9][0-9]{0,2}") && Integer.parseInt(cuts) <= MOST_CUTS) {
      return new CutChoice.Evenly(Integer.parseInt(cuts));
    }
    List<String> places = List.of(cuts.split(",", -1));
    boolean numbers =
        places.stream().allMatch(place -> place.strip().matches("[-+]?[0-9]+(\\.[0-9]+)?"));
    boolean one = places.size() == 1 && !cuts.matches("[-+].*|0");
    if (!numbers || one || places.size() > MOST_CUTS) {
      throw new UsageException(
          ("--cuts: got '%s' where places in mm (-12,0,12, one place with its sign: +12), a number"
                  + " of cuts from 1 to %d, or peak is expected")
              .formatted(cuts, MOST_CUTS));
    }
    return new CutChoice.At(places.stream().map(place -> Double.valueOf(place.strip())).toList());
  }
}
