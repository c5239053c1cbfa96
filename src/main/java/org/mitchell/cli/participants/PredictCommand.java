package org.mitchell.cli.participants;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.mitchell.cli.options.CommonOptions;
import org.mitchell.cli.options.FittedOptions;
import org.mitchell.cli.options.NewWordFeaturesOption;
import org.mitchell.cli.options.TableOptions;
import org.mitchell.cli.options.TypedWords;
import org.mitchell.jobs.Workers;
import org.mitchell.study.Predicting;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code mitchell predict}: the predicted images of words. */
@Command(
    name = "predict",
    description = "Predict the fMRI images of words from fitted models.",
    footer = {
      "",
      "A word that the model was trained on is predicted by the model trained without it, which"
          + " takes the responses; they are read again from where they were at fit, or from"
          + " --data.",
      "Words match whatever their case, and the output says so: Celery is the celery of the"
          + " training."
    },
    mixinStandardHelpOptions = true,
    sortOptions = false)
public final class PredictCommand implements Callable<Integer> {
  @Parameters(
      paramLabel = "WORD",
      arity = "1..*",
      description = "the words; or sums of words in quotes, such as 'king - man + woman'")
  private List<String> words;

  @Mixin private FittedOptions fitted;

  @Mixin private NewWordFeaturesOption newWords;

  @Mixin private TableOptions tables;
  @Mixin private CommonOptions common;

  @Override
  public Integer call() throws IOException {
    var request =
        new Predicting.Request(
            TypedWords.of("WORD", words),
            fitted.model(),
            fitted.out(),
            fitted.data(),
            newWords.features(),
            fit -> tables.rules(common, fit));
    var predictions = new ArrayList<Map<String, Object>>();
    try (Workers workers = common.workers()) {
      fitted.takePlaces(common);
      var run = new Predicting(common, workers, common.commandWords());
      for (String label : fitted.subjects()) {
        var predicted = run.run(request, label);
        PredictedWords.lines(predicted).forEach(common::print);
        predictions.addAll(PredictedWords.json(predicted));
      }
    }
    common.printJson(Map.of("predictions", predictions));
    return 0;
  }
}
