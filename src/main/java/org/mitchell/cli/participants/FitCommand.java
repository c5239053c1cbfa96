package org.mitchell.cli.participants;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.mitchell.analysis.SharedWords;
import org.mitchell.cli.options.CommonOptions;
import org.mitchell.cli.options.FitPlaceOptions;
import org.mitchell.cli.options.Participants;
import org.mitchell.cli.options.ResultsFolder;
import org.mitchell.cli.options.TableOptions;
import org.mitchell.cli.text.Decimals;
import org.mitchell.derivatives.contents.FitFigures;
import org.mitchell.features.FeatureSource;
import org.mitchell.features.FeatureSpace;
import org.mitchell.fmri.Responses;
import org.mitchell.jobs.Workers;
import org.mitchell.provenance.TypedCommand;
import org.mitchell.study.Fitting;
import org.mitchell.text.Counted;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code mitchell fit}: read, cross-validate, fit, map, write. */
@Command(
    name = "fit",
    description = "Fit participants: leave-two-out evaluation, encoding model, maps.",
    mixinStandardHelpOptions = true,
    sortOptions = false)
public final class FitCommand implements Callable<Integer> {
  @Mixin private WantedFit wanted;
  @Mixin private ResultsFolder out;

  @Mixin private TableOptions tables;
  @Mixin private CommonOptions common;

  @Override
  public Integer call() throws IOException {
    WantedFit.Model model = wanted.checked();
    var all = wanted.participants(tables, common, out.path());
    try (Workers workers = common.workers()) {
      all.takePlaces();
      FeatureSource source = wanted.features().open(workers, tables.rules(common));
      Map<String, String> given = wanted.categories(tables.rules(common));
      List<Path> others = wanted.otherFiles();
      var run = new Fitting(common, workers, common.commandWords());
      var results = new ArrayList<Fitted>();
      for (var file : all.files().entrySet()) {
        Participants.Source one =
            all.source(
                file.getKey(),
                file.getValue(),
                List.of(source),
                given,
                shown -> model.left().require(words(shown, source, model), model::forResponses),
                workers);
        var request =
            new Fitting.Request(
                one.label(),
                one.file(),
                one.reader(),
                source,
                wanted.features().choice(),
                wanted.features().requireAll(),
                wanted::withheld,
                model.options().encoding().scale(),
                model::forResponses,
                model.left(),
                others,
                out.path());
        Fitting.Result result = run.run(request);
        RidgeWords.warning(result.fit())
            .ifPresent(warning -> common.note(file.getKey() + ": " + warning));
        FitTable.lines(result, source.name()).forEach(common::print);
        results.add(Fitted.of(result));
      }
      report(results);
    }
    return 0;
  }

  /** Those that have features. */
  private Responses words(Responses shown, FeatureSource source, WantedFit.Model model)
      throws IOException {
    FeatureSpace space = source.vectors(shown.words());
    return SharedWords.of(
            shown, space, model.options().encoding().scale(), wanted.features().requireAll())
        .responses();
  }

  /** What is left to be said of a participant. Its responses and its model are let go. */
  private record Fitted(
      String subject,
      boolean simulated,
      boolean given,
      double accuracy,
      String exampleWord,
      FitFigures figures) {
    static Fitted of(Fitting.Result result) {
      return new Fitted(
          result.fit().words().responses().participant(),
          result.fit().words().responses().simulated(),
          result.withheld().isEmpty(),
          result.fit().evaluation().all().accuracy(),
          result.exampleWord(),
          result.written().figures());
    }
  }

  private void report(List<Fitted> results) {
    List<FitFigures> figures = results.stream().map(Fitted::figures).toList();
    double mean = results.stream().mapToDouble(Fitted::accuracy).average().orElseThrow();
    boolean oneKind = results.stream().map(Fitted::simulated).distinct().count() == 1;
    boolean comparable = oneKind && results.stream().allMatch(Fitted::given);
    if (results.size() > 1 && comparable) {
      common.print("");
      common.print(
          "Mean accuracy of %s: %s"
              .formatted(Counted.of(results.size(), "participant"), Decimals.decimal(mean)));
    }
    String subject = results.get(0).subject();
    common.print("");
    common.print(
        "Next: "
            + TypedCommand.mitchell("predict", results.get(0).exampleWord(), "--subject", subject)
                .option("--model", out.path(), FitPlaceOptions.DERIVATIVES));
    if (figures.size() == 1) {
      common.printJson(figures.get(0));
      return;
    }
    var all = new LinkedHashMap<String, Object>();
    all.put("subjects", figures);
    all.put("meanAccuracy", comparable ? mean : null);
    common.printJson(all);
  }
}
