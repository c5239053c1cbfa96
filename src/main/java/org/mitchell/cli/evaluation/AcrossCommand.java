package org.mitchell.cli.evaluation;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.Callable;
import org.mitchell.analysis.SharedWords;
import org.mitchell.analysis.across.AcrossRequest;
import org.mitchell.analysis.across.AcrossResult;
import org.mitchell.analysis.across.LeftOutParticipants;
import org.mitchell.cli.options.AnalysisOptions;
import org.mitchell.cli.options.BidsOptions;
import org.mitchell.cli.options.CombineOption;
import org.mitchell.cli.options.CommonOptions;
import org.mitchell.cli.options.FeatureOptions;
import org.mitchell.cli.options.FewWordsOption;
import org.mitchell.cli.options.ModelOptions;
import org.mitchell.cli.options.ParticipantOptions;
import org.mitchell.cli.options.UsageException;
import org.mitchell.derivatives.AcrossWriter;
import org.mitchell.evaluation.across.AcrossPlan;
import org.mitchell.evaluation.across.Way;
import org.mitchell.evaluation.schemes.Scheme;
import org.mitchell.fmri.VoxelPlaces;
import org.mitchell.jobs.Workers;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code mitchell across}: models of all participants but one, tested on that one. */
@Command(
    name = "across",
    description =
        "Predict each participant by models of the others: at the same voxels, or after an"
            + " alignment that is learnt from training words.",
    footer = {
      "",
      "Leave-two-out on the participant that is left out: the two words have no part in anybody's"
          + " model, alignment or choice of voxels. anatomy takes the mean image of the others at"
          + " the voxels that all have; procrustes rotates what they share into the participant's"
          + " voxels; ridge regresses its voxels on all of theirs.",
      "Alignments are learnt from the participant's own images of training words, and tell words"
          + " apart where nothing is shared: 'others' words exchanged' is what they do then."
    },
    mixinStandardHelpOptions = true,
    sortOptions = false)
public final class AcrossCommand implements Callable<Integer> {
  @Mixin private ParticipantOptions participants;
  @Mixin private BidsOptions bids;
  @Mixin private FeatureOptions features;

  @Option(
      names = "--by",
      split = ",",
      paramLabel = "WAY",
      description =
          "${COMPLETION-CANDIDATES}, one or more (default: all; without anatomy where participants"
              + " have no common grid)")
  private List<Way> ways = List.of();

  @Option(
      names = "--dimensions",
      paramLabel = "N",
      description =
          "of the shared space of procrustes (default: "
              + AcrossPlan.USUAL_DIMENSIONS
              + ", or as many as there are)")
  private Integer dimensions;

  @Option(
      names = "--permutations",
      paramLabel = "N",
      description =
          "relabellings of the words that p rests on, 1 or more (default: ${DEFAULT-VALUE})")
  private int permutations = AcrossPlan.USUAL_PERMUTATIONS;

  @Mixin private ModelOptions modelOptions;
  @Mixin private CombineOption combine;
  @Mixin private FewWordsOption fewWords;

  @Mixin private AnalysisOptions analysis;
  @Mixin private CommonOptions common;

  @Override
  public Integer call() throws IOException {
    requireNumbers();
    ModelOptions.Checked options = combine.checked(modelOptions, features);
    options.requireOnePenaltyAFold("across");
    requireRawErrors(options);
    try (Workers workers = common.workers()) {
      var all = analysis.participants(participants, bids, common);
      all.takePlaceOfAll();
      LeftOutParticipants.requireSeveral(List.copyOf(all.asked().keySet()));
      all.keepVoxelPlaces();
      var model =
          ModelOnParticipants.read(
              features,
              options.encoding().scale(),
              all,
              Scheme.LEAVE_TWO_OUT::folds,
              analysis.rules(common),
              common,
              workers);
      fewWords.require(model.contender().participants().get(0));
      AcrossResult result =
          LeftOutParticipants.of(
              new AcrossRequest(
                  ways,
                  dimensions == null ? OptionalInt.empty() : OptionalInt.of(dimensions),
                  permutations,
                  options::forResponses,
                  analysis.seed()),
              model.contender(),
              images(model.read()),
              workers,
              common.progress(),
              common::note);
      var written =
          AcrossWriter.write(
              model.measured(result, participants, analysis, common), analysis.out());
      common.printFound(AcrossTable.lines(written.figures()), written.outputs(), written.figures());
    }
    return 0;
  }

  private void requireNumbers() {
    if (permutations < 1) {
      throw new UsageException(
          "--permutations: got " + permutations + " where a number from 1 up is expected");
    }
    if (dimensions != null && dimensions < 1) {
      throw new UsageException(
          "--dimensions: got " + dimensions + " where a number from 1 up is expected");
    }
    if (dimensions != null && !ways.isEmpty() && !ways.contains(Way.PROCRUSTES)) {
      throw new UsageException("--dimensions goes with --by procrustes");
    }
  }

  private static void requireRawErrors(ModelOptions.Checked options) {
    if (options.encoding().penalty().isByStandardisedErrors()) {
      throw new UsageException("--ridge-error standardised: across sums raw errors");
    }
  }

  private static LeftOutParticipants.Images images(SpacesOfParticipants read) {
    return new LeftOutParticipants.Images() {
      @Override
      public SharedWords of(int participant) throws IOException {
        return read.of(participant).get(0);
      }

      @Override
      public Optional<VoxelPlaces> places(int participant) {
        return read.known().get(participant).places();
      }
    };
  }
}
