package org.mitchell.cli.pages;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.mitchell.cli.options.BackgroundOption;
import org.mitchell.cli.options.CommonOptions;
import org.mitchell.cli.options.FitPlaceOptions;
import org.mitchell.cli.options.FittedSubjectsOption;
import org.mitchell.cli.options.MeshOptions;
import org.mitchell.cli.options.OptionValues;
import org.mitchell.cli.options.Outputs;
import org.mitchell.cli.options.UsageException;
import org.mitchell.derivatives.SavedFit;
import org.mitchell.files.OutputSet;
import org.mitchell.fmri.VoxelGrid;
import org.mitchell.jobs.Workers;
import org.mitchell.maps.grayordinates.CorticalMeshes;
import org.mitchell.report.Report;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code mitchell report}: one HTML file to read and to send. */
@Command(
    name = "report",
    description =
        "Make one HTML file of what was found in fitted participants: summary, accuracies, maps in"
            + " an interactive viewer, clusters, methods for a paper, provenance. It needs no"
            + " network.",
    footer = {
      "",
      "The report has what the folder has. First, as wanted: evaluate (intervals and p-values), map"
          + " (clusters, noise ceiling), regions, compare, each with the same folder as --out. What"
          + " is missing is said."
    },
    mixinStandardHelpOptions = true,
    sortOptions = false)
public final class ReportCommand implements Callable<Integer> {
  @Mixin private FittedSubjectsOption fitted;

  @Mixin private FitPlaceOptions place;

  @Option(
      names = "--out",
      paramLabel = "FILE",
      description = "the report to write, .html (default: ${DEFAULT-VALUE})")
  private Path out = Path.of("report.html");

  @Mixin private BackgroundOption background;

  @Mixin private MeshOptions mesh;

  @Option(
      names = "--title",
      converter = OptionValues.AnyText.class,
      paramLabel = "TEXT",
      description = "above the report (default: the participants)")
  private String title = "";

  @Mixin private CommonOptions common;

  @Override
  public Integer call() throws IOException {
    String name = out.toString().toLowerCase(Locale.ROOT);
    if (!name.endsWith(".html") && !name.endsWith(".htm")) {
      throw new UsageException("--out: got '" + out + "' where a name in .html is expected");
    }
    var outputs = Outputs.of(out, common);
    outputs.requireNot(background.asked().stream().toList());
    List<String> subjects = fitted.in(place.model());
    Optional<Path> below = below(subjects);
    Optional<CorticalMeshes> meshes = mesh.read(common);
    outputs.requireNot(meshes.stream().flatMap(read -> read.files().stream()).toList());
    Report report;
    try (Workers workers = common.workers()) {
      WordPictures.Made words = WordPictures.of(subjects, place.place(), below, workers);
      var plan =
          new Report.Plan(
              place.model(),
              subjects,
              below,
              meshes,
              title.isEmpty() ? Optional.empty() : Optional.of(title),
              words.pictures(),
              words.without());
      report = Report.of(plan, workers);
    }
    byte[] html = report.html();
    OutputSet.writeOne(out, stream -> stream.write(html));
    var json = new LinkedHashMap<>(report.summary());
    json.put("background", below.map(Path::toString).orElse(null));
    json.put("bytes", html.length);
    json.put("outputs", List.of(out.toString()));
    print(report, html.length);
    common.printJson(json);
    return 0;
  }

  /** One for all: a template of its own only where all participants are in its space. */
  private Optional<Path> below(List<String> subjects) throws IOException {
    Optional<Path> asked = background.asked();
    if (asked.isPresent()) {
      return asked;
    }
    var own = new LinkedHashSet<Optional<Path>>();
    for (String label : subjects) {
      Optional<VoxelGrid> grid = SavedFit.read(place.model(), label).grid();
      own.add(grid.flatMap(voxels -> background.anatomy(voxels.space().label())));
    }
    return own.size() == 1 ? own.iterator().next() : Optional.empty();
  }

  private void print(Report report, int bytes) {
    var lines = new ArrayList<String>();
    lines.add("");
    lines.add("  " + report.sentence());
    lines.add("  wrote %s (%.1f MB)".formatted(out, bytes / 1e6));
    lines.forEach(common::print);
  }
}
