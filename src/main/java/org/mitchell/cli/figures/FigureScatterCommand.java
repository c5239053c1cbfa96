package org.mitchell.cli.figures;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;
import org.mitchell.analysis.WordPrediction;
import org.mitchell.analysis.WordPredictor;
import org.mitchell.cli.options.CommonOptions;
import org.mitchell.cli.text.Decimals;
import org.mitchell.derivatives.SavedFit;
import org.mitchell.figures.words.ScatterPlot;
import org.mitchell.files.InputException;
import org.mitchell.jobs.Workers;
import org.mitchell.study.ExampleWords;
import org.mitchell.text.Counted;
import org.mitchell.words.WordIndex;
import org.mitchell.words.WordMatch;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code mitchell figure scatter}: predicted against observed responses of words. */
@Command(
    name = "scatter",
    description =
        "Draw predicted against observed responses, a dot a voxel: words as predicted by models"
            + " that were trained without them.",
    mixinStandardHelpOptions = true,
    sortOptions = false)
final class FigureScatterCommand implements Callable<Integer> {
  @Option(
      names = "--words",
      paramLabel = "WORD,...",
      split = ",",
      hideParamSyntax = true,
      description =
          "words of the fit (default: celery,airplane; else the two that differ most in features)")
  private List<String> words = List.of();

  @Mixin private FitPictureOptions figure;
  @Mixin private CommonOptions common;

  @Override
  public Integer call() throws IOException {
    words = FitPictureOptions.words(words);
    figure.picture().check(List.of(), common);
    var fitted = figure.read();
    List<String> shown = trained(fitted.fit());
    var panels = new ArrayList<ScatterPlot.Panel>();
    var summaries = new ArrayList<Map<String, Object>>();
    int voxels = 0;
    try (Workers workers = common.workers()) {
      var predictor =
          new WordPredictor(
              fitted.fit().model(),
              fitted.fit().rawFeatures(),
              fitted.fit().options(),
              Optional.of(fitted.input().responses()),
              workers);
      for (String word : shown) {
        WordPrediction prediction = predictor.predictTrained(word);
        boolean some = prediction.selectedVoxels() > 0;
        var r = some ? prediction.rSelected() : prediction.rAll();
        panels.add(panel(prediction, r.orElse(Double.NaN)));
        voxels = panels.get(0).x().length;
        var summary = new LinkedHashMap<String, Object>();
        summary.put("word", word);
        summary.put("r", r.isPresent() ? r.getAsDouble() : null);
        summaries.add(summary);
      }
    }
    String simulated = fitted.fit().simulated() ? " (SIMULATED)" : "";
    var plot =
        new ScatterPlot(
            figure
                .picture()
                .title(
                    "%s%s: responses of %s"
                        .formatted(figure.subject(), simulated, Counted.of(voxels, "voxel"))),
            panels,
            "predicted without the word",
            "observed",
            notes(fitted.fit()),
            figure.picture().theme());
    Path out = figure.picture().write(plot.drawing(), common);
    common.print("%s: %s".formatted(figure.subject(), String.join(", ", shown)));
    common.print("  " + out);
    var json = new LinkedHashMap<String, Object>();
    json.put("subject", figure.subject());
    json.put("voxels", voxels);
    json.put("words", summaries);
    json.put("outputs", List.of(out.toString()));
    common.printJson(json);
    return 0;
  }

  private static List<String> notes(SavedFit fit) {
    var notes = new ArrayList<>(fit.settings());
    notes.add(
        "a dot a voxel, %s without the word, else all"
            .formatted(
                fit.options().criterion().usual()
                    ? "the most stable"
                    : "those " + fit.options().criterion().inWords()));
    notes.add("line: predicted as observed");
    return notes;
  }

  /** The words to show as the model spells them. */
  private List<String> trained(SavedFit fit) {
    var known =
        WordIndex.of("the words of %s's fit".formatted(figure.subject()), fit.model().words());
    var shown = new LinkedHashSet<String>();
    for (String word : ExampleWords.of(words, fit)) {
      WordMatch match =
          known
              .find(word)
              .orElseThrow(
                  () ->
                      new InputException(
                          "'%s' is no word of %s's fit, so there is nothing observed to compare with"
                              .formatted(word, figure.subject())));
      if (!match.exact()) {
        common.note("%s: %s".formatted(figure.subject(), match.said()));
      }
      shown.add(match.word());
    }
    return List.copyOf(shown);
  }

  private static ScatterPlot.Panel panel(WordPrediction prediction, double r) {
    float[] observed = prediction.observed().orElseThrow();
    int[] columns =
        prediction.selectedVoxels() > 0
            ? prediction.selected()
            : IntStream.range(0, observed.length).toArray();
    return new ScatterPlot.Panel(
        "%s, r %s, n %,d".formatted(prediction.word(), Decimals.decimal(r), columns.length),
        IntStream.of(columns).mapToDouble(c -> prediction.predicted()[c]).toArray(),
        IntStream.of(columns).mapToDouble(c -> observed[c]).toArray());
  }
}
