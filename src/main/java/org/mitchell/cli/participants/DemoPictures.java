package org.mitchell.cli.participants;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.Charset;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.mitchell.analysis.comparison.CategoryFeatures;
import org.mitchell.cli.options.CommonOptions;
import org.mitchell.cli.text.TerminalProgress;
import org.mitchell.features.FeatureTableWriter;
import org.mitchell.files.InputException;
import org.mitchell.provenance.TypedCommand;
import org.mitchell.simulation.Simulation;
import org.mitchell.study.Mapping;

/** What the demo shows at its end: three pictures, a report, and the way to {@code view}. */
final class DemoPictures {
  private static final String MAP_OF_R =
      "sub-%s/sub-%1$s_task-nouns_space-%s_stat-r_statmap.nii.gz";

  /** Where most of what is planted is cut, mm. */
  private static final String SLICE = "6";

  private final Path out;
  private final Path derivatives;
  private final String subject;
  private final long seed;
  private final CommonOptions common;
  private final DemoCommand.Runner commands;

  DemoPictures(
      Path out, String subject, long seed, CommonOptions common, DemoCommand.Runner commands) {
    this.out = out;
    this.derivatives = out.resolve("derivatives");
    this.subject = subject;
    this.seed = seed;
    this.common = common;
    this.commands = commands;
  }

  /** The pictures, in the order in which they are to be looked at. */
  List<String> draw(Simulation simulation, Mapping.Made map) throws IOException {
    common.print("");
    common.print("6. Draw it, each by the command that makes the picture");
    Path signatures = out.resolve("signatures.png");
    Path glass = out.resolve("glass-brain.png");
    String space = simulation.grid().space().label();
    Path r = derivatives.resolve(MAP_OF_R.formatted(subject, space));
    run(
        "figure",
        "signatures",
        subject,
        "--model",
        derivatives,
        "--words",
        "car,celery",
        "--cut",
        SLICE,
        "--out",
        signatures);
    run("figure", "glass", r, "--threshold", threshold(map), "--out", glass);
    return Stream.of(signatures, glass, league(simulation)).map(Path::toString).toList();
  }

  /** The r that no more than 5% of the null maps reach anywhere, with the digits that count. */
  private static String threshold(Mapping.Made map) {
    double highest = map.written().figures().nulls().orElseThrow().highest05().orElseThrow();
    return "%.3f".formatted(highest);
  }

  /** The verbs against the categories of the words. */
  private Path league(Simulation simulation) throws IOException {
    Path categories = out.resolve("categories.tsv");
    FeatureTableWriter.write(categories, CategoryFeatures.of(simulation.stimuli()));
    Path league = derivatives.resolve("group_task-nouns_desc-league_comparison.svg");
    run(
        "compare",
        "--subject",
        subject,
        "--data",
        out.resolve("data"),
        "--features",
        "verbs=%s,category=%s".formatted(out.resolve("features.tsv"), categories),
        "--no-baselines",
        "--subsamples",
        "0",
        "--seed",
        seed,
        "--out",
        derivatives);
    return league;
  }

  Path report() {
    common.print("");
    common.print("7. Report it: one page to read and to send");
    Path report = out.resolve("report.html");
    run("report", "--model", derivatives, "--out", report);
    return report;
  }

  /** On a terminal: asks, and opens the page. */
  void offerToView() throws IOException {
    boolean someone = TerminalProgress.isTerminal() && System.console() != null;
    if (!someone || common.printsJson() || common.isQuiet()) {
      return;
    }
    common.print("");
    common.print("Open it in the browser now, to type words and see their images? [Y/n] ");
    var typed = new BufferedReader(new InputStreamReader(System.in, Charset.defaultCharset()));
    String answer = typed.readLine();
    if (answer != null && !answer.strip().toLowerCase(Locale.ROOT).startsWith("n")) {
      commands.run("view", "--model", derivatives.toString());
    }
  }

  private void run(Object... words) {
    common.print("   " + TypedCommand.mitchell(words));
    var typed = new ArrayList<String>(Stream.of(words).map(Object::toString).toList());
    typed.add("--quiet");
    int status = commands.run(typed.toArray(String[]::new));
    if (status != 0) {
      throw new InputException("the demo stops here, because the command above failed");
    }
  }
}
