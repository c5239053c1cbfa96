package org.mitchell.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.mitchell.data.Subjects;
import org.mitchell.derivatives.SavedFit;
import org.mitchell.files.InputException;
import org.mitchell.jobs.Workers;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code mitchell predict}: the predicted images of words. */
@Command(
    name = "predict",
    description = "Predict the fMRI images of words from fitted models.",
    footer = {
      "",
      "A word that the model was trained on is predicted by the model trained without it, which"
          + " takes the responses;",
      "they are read again from where they were at fit, or from --data."
    },
    mixinStandardHelpOptions = true,
    sortOptions = false)
final class PredictCommand implements Callable<Integer> {
  private static final String ALL = "all";

  @Parameters(paramLabel = "WORD", arity = "1..*", description = "the words")
  private List<String> words;

  @Option(
      names = "--subject",
      paramLabel = "LABEL",
      description =
          "participant, or several: P1,P2 or P1..P9 or all (default: all that are fitted)")
  private String subject = ALL;

  @Option(
      names = "--model",
      paramLabel = "DIR",
      description = "where fits are read (default: ${DEFAULT-VALUE})")
  private Path model = FitCommand.DERIVATIVES;

  @Option(
      names = "--out",
      paramLabel = "DIR",
      description = "where images go (default: as --model)")
  private Path out;

  @Option(
      names = "--data",
      paramLabel = "PATH",
      description = "the participants' responses, where they are now")
  private Path data;

  @Option(
      names = "--features",
      paramLabel = "NAME|FILE",
      description =
          "vectors of words that the model was not trained on (default: the features of the fit)")
  private String features;

  @Mixin private CommonOptions common;
  @Spec private CommandSpec spec;

  @Override
  public Integer call() throws IOException {
    var request =
        new PredictRun.Request(
            words,
            model,
            out == null ? model : out,
            Optional.ofNullable(data),
            Optional.ofNullable(features));
    var predictions = new ArrayList<Map<String, Object>>();
    try (Workers workers = common.workers()) {
      var run = new PredictRun(common, workers, CommandWords.of(spec));
      for (String label : subjects()) {
        predictions.addAll(run.run(request, label));
      }
    }
    common.printJson(Map.of("predictions", predictions));
    return 0;
  }

  private List<String> subjects() throws IOException {
    if (!subject.equals(ALL)) {
      return Subjects.parse(subject, model);
    }
    List<String> fitted = SavedFit.subjects(model);
    if (fitted.isEmpty()) {
      throw InputException.in(
          model, "no participant has been fitted here. Fit one first: mitchell fit --subject P1");
    }
    return fitted;
  }
}
