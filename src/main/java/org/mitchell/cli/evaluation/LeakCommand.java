package org.mitchell.cli.evaluation;

import java.io.IOException;
import java.util.ArrayList;
import java.util.concurrent.Callable;
import org.mitchell.analysis.LeftOut;
import org.mitchell.analysis.SharedWords;
import org.mitchell.analysis.comparison.Contender;
import org.mitchell.analysis.leaks.LeakMeter;
import org.mitchell.analysis.leaks.LeakPlan;
import org.mitchell.analysis.leaks.LeakResult;
import org.mitchell.cli.options.AnalysisOptions;
import org.mitchell.cli.options.BidsOptions;
import org.mitchell.cli.options.CommonOptions;
import org.mitchell.cli.options.CrossValidationOption;
import org.mitchell.cli.options.FeatureOptions;
import org.mitchell.cli.options.FewWordsOption;
import org.mitchell.cli.options.ModelOptions;
import org.mitchell.cli.options.ParticipantOptions;
import org.mitchell.cli.options.SubsamplesOption;
import org.mitchell.cli.options.UsageException;
import org.mitchell.derivatives.LeakWriter;
import org.mitchell.encoding.Scale;
import org.mitchell.evaluation.schemes.Splitting;
import org.mitchell.features.FeatureSource;
import org.mitchell.features.FeatureSources;
import org.mitchell.fmri.Responses;
import org.mitchell.jobs.Workers;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code mitchell leak}: what rivals without content get in the folds of a model. */
@Command(
    name = "leak",
    description =
        "Measure whether folds leak: what is got in them by rivals that know nothing of meaning,"
            + " such as a word's length or its neighbours in time, beside the model.",
    footer = {
      "",
      "Rivals take the folds, voxels and matching of the model; a tie is half right. Those that"
          + " know when trials were need --labels in the order of time (a column onset says the"
          + " seconds in the run) or --bids. p is of words exchanging what a rival knows of them,"
          + " corrected for the number of rivals; the interval is over other words, by halves of"
          + " them, and conservative."
    },
    mixinStandardHelpOptions = true,
    sortOptions = false)
public final class LeakCommand implements Callable<Integer> {
  private static final String FORM = "form";

  @Mixin private ParticipantOptions participants;
  @Mixin private BidsOptions bids;
  @Mixin private CrossValidationOption cv;
  @Mixin private FeatureOptions features;
  @Mixin private ModelOptions modelOptions;
  @Mixin private FewWordsOption fewWords;

  @Option(
      names = "--permutations",
      paramLabel = "N",
      description =
          "how often words exchange what rivals know of them, 19 or more (default:"
              + " ${DEFAULT-VALUE})")
  private int permutations = LeakPlan.USUAL_PERMUTATIONS;

  @Mixin private SubsamplesOption subsamples;

  @Mixin private AnalysisOptions analysis;
  @Mixin private CommonOptions common;

  @Override
  public Integer call() throws IOException {
    Splitting splitting = splitting();
    requireNumbers();
    ModelOptions.Checked options = modelOptions.checked();
    options.requireOnePenaltyAFold("leak");
    try (Workers workers = common.workers()) {
      var all = analysis.participants(participants, bids, common);
      if (all.asked().size() == 1) {
        all.takePlaces();
      } else {
        all.takePlaceOfAll();
      }
      var model =
          ModelOnParticipants.read(
              features,
              options.encoding().scale(),
              all,
              splitting::folds,
              analysis.rules(common),
              common,
              workers);
      fewWords.require(model.contender().participants().get(0));
      LeakResult result =
          LeakMeter.of(
              model.contender(),
              forms(model.contender(), workers),
              model.read(),
              new LeakPlan(
                  options::forResponses,
                  splitting,
                  permutations,
                  subsamples.checked(),
                  LeakPlan.USUAL_SHUFFLES),
              analysis.streams(),
              workers,
              common.progress());
      result.notes().forEach(common::note);
      var written =
          LeakWriter.write(model.measured(result, participants, analysis, common), analysis.out());
      common.printFound(LeakTable.lines(written.figures()), written.outputs(), written.figures());
    }
    return 0;
  }

  /** The same words, as they are written. */
  private static Contender forms(Contender model, Workers workers) throws IOException {
    FeatureSource source = FeatureSources.named(FORM, workers);
    var forms = new ArrayList<SharedWords>();
    for (SharedWords own : model.participants()) {
      Responses responses = own.responses();
      forms.add(SharedWords.of(responses, source.vectors(responses.words()), Scale.NONE, true));
    }
    return new Contender(FORM, true, forms);
  }

  private Splitting splitting() {
    return cv.checked()
        .orElse(LeftOut.PAIRS)
        .splitting()
        .orElseThrow(
            () ->
                new UsageException(
                    "--cv word: ranks one word among all, and rivals are told apart by pairs."
                        + " Take pair, run, fold or k:N"));
  }

  private void requireNumbers() {
    if (permutations < LeakPlan.FEWEST_PERMUTATIONS) {
      throw new UsageException(
          "--permutations: got %d where a number from %d up is expected: fewer allow no p of .05"
              .formatted(permutations, LeakPlan.FEWEST_PERMUTATIONS));
    }
    subsamples.checked();
  }
}
