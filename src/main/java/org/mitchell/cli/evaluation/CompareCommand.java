package org.mitchell.cli.evaluation;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.function.Function;
import org.mitchell.analysis.LeftOut;
import org.mitchell.analysis.ParticipantSize;
import org.mitchell.analysis.SharedWords;
import org.mitchell.analysis.UninformativeFeatures;
import org.mitchell.analysis.comparison.Comparison;
import org.mitchell.analysis.comparison.Contender;
import org.mitchell.cli.options.AnalysisOptions;
import org.mitchell.cli.options.BidsOptions;
import org.mitchell.cli.options.CombineOption;
import org.mitchell.cli.options.CommonOptions;
import org.mitchell.cli.options.CrossValidationOption;
import org.mitchell.cli.options.FewWordsOption;
import org.mitchell.cli.options.ModelOptions;
import org.mitchell.cli.options.ParticipantOptions;
import org.mitchell.cli.options.Participants;
import org.mitchell.cli.options.SubsamplesOption;
import org.mitchell.cli.options.UsageException;
import org.mitchell.derivatives.ComparisonWriter;
import org.mitchell.encoding.Penalty;
import org.mitchell.encoding.Scale;
import org.mitchell.evaluation.EvaluationOptions;
import org.mitchell.fmri.Responses;
import org.mitchell.jobs.Workers;
import org.mitchell.study.RivalSpaces;
import org.mitchell.study.TrialImaging;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code mitchell compare}: rival feature spaces on the same brains. */
@Command(
    name = "compare",
    description =
        "Compare feature spaces on the same participants, words and folds: a league table of"
            + " leave-two-out accuracies, and what every difference is worth.",
    footer = {
      "",
      "A space is NAME, FILE, FILE:COLUMNS or LABEL=FILE:COLUMNS (columns as 1-218 or 1-25+30). A+B"
          + " is one model of two spaces that are given too, by --combine; with --ridge banded"
          + " single spaces have one penalty, chosen.",
      "The interval ci95 is over other words, by subsampling, and conservative. The p of a"
          + " difference is the larger of those over words and over participants; Holm's correction"
          + " counts the differences in which at least one is no baseline. A tie is half right for"
          + " every space, whatever the preset."
    },
    mixinStandardHelpOptions = true,
    sortOptions = false)
public final class CompareCommand implements Callable<Integer> {
  /** As many as the paper had of random words. */
  private static final int RANDOM_SETS = 115;

  private static final int RANDOM_SETS_CHOSEN = 19;

  /** The built-in form of words, and the columns of it that are seen. */
  private static final List<String> CONTROLS = List.of("form", "looks=form:1+3");

  @Option(
      names = "--features",
      required = true,
      paramLabel = "A,B,...",
      description = "feature spaces, at least two with the baselines")
  private String features;

  @Option(
      names = "--perceptual",
      paramLabel = "SPACE",
      description = "features of the stimuli's looks and sounds, as a baseline")
  private String perceptual;

  @Option(
      names = "--controls",
      description =
          "what words are without their meaning, as baselines: form (letters, log frequency,"
              + " orthographic neighbours) and looks (letters and neighbours alone)")
  private boolean controls;

  @Option(
      names = "--no-baselines",
      description = "leave out the category of the words and features without meaning")
  private boolean noBaselines;

  @Mixin private ParticipantOptions participants;
  @Mixin private BidsOptions bids;
  @Mixin private ModelOptions model;
  @Mixin private CombineOption combine;
  @Mixin private CrossValidationOption cv;
  @Mixin private FewWordsOption fewWords;

  @Mixin private SubsamplesOption subsamples;

  @Option(
      names = "--variance",
      description =
          "also: what every two spaces explain of the responses to held-out words, alone, together"
              + " and each beyond the other")
  private boolean variance;

  @Mixin private RivalWordsOptions words;

  @Mixin private AnalysisOptions analysis;
  @Mixin private CommonOptions common;

  @Override
  public Integer call() throws IOException {
    subsamples.checked();
    List<RivalSpaces.Named> given = named();
    boolean joint = given.stream().anyMatch(space -> space.choice().several());
    if (joint && variance) {
      throw new UsageException(
          "--variance: is of single spaces, and some are several in one model. Leave these out, or"
              + " map --stat unique of a fit of them");
    }
    ModelOptions.Checked options = combine.checked(model, joint);
    LeftOut left = cv.checked(options);
    try (Workers workers = common.workers()) {
      var all = analysis.participants(participants, bids, common);
      all.takePlaceOfAll();
      var rivals =
          new RivalSpaces(
              common,
              workers,
              analysis.rules(common),
              RivalSpaces.Scaling.of(options.encoding().scale()),
              words.requireAll());
      SpacesOfParticipants read =
          read(all, rivals, given, shown -> left.require(shown, how(options, left)), workers);
      List<Contender> contenders = read.contenders();
      requireComparable(contenders, left);
      var comparison =
          Comparison.of(
              contenders,
              read,
              new Comparison.Plan(
                  left,
                  how(options, left),
                  subsamples.checked(),
                  randomSets(options, left),
                  variance),
              analysis.streams(),
              workers,
              common.progress());
      var inputs = read.inputs(common, given, participants, words.files());
      var record =
          new ComparisonWriter.Record(
              comparison,
              read.simulated(),
              read.sources(),
              uninformative(contenders, options.encoding().scale()),
              LeaguePicture.of(comparison).drawing()::writeSvg,
              analysis.provenance(inputs, common));
      var written = ComparisonWriter.write(record, analysis.out());
      CompareTable.lines(comparison).forEach(common::print);
      common.print("");
      written.outputs().forEach(file -> common.print("  " + file));
      written
          .earlier()
          .ifPresent(
              earlier ->
                  common.note(
                      "the earlier league table (%s) says something else, and is kept as %s"
                          .formatted(earlier.what(), earlier.kept())));
      common.printJson(written.figures());
    }
    return 0;
  }

  private static Function<Responses, EvaluationOptions> how(
      ModelOptions.Checked options, LeftOut left) {
    return responses -> options.forResponses(responses, left.trainingPresentations(responses));
  }

  /** Fewer where a penalty is chosen in every fold of each. */
  private int randomSets(ModelOptions.Checked options, LeftOut left) {
    if (noBaselines || left.splitting().isEmpty()) {
      return 0;
    }
    Penalty penalty = options.encoding().penalty();
    return penalty.isGiven() ? RANDOM_SETS : penalty.isPerVoxel() ? 0 : RANDOM_SETS_CHOSEN;
  }

  private SpacesOfParticipants read(
      Participants all,
      RivalSpaces rivals,
      List<RivalSpaces.Named> given,
      TrialImaging.Requirement required,
      Workers workers)
      throws IOException {
    return SpacesOfParticipants.read(
        rivals,
        given,
        all,
        words.categories(analysis.rules(common)),
        !noBaselines,
        ParticipantSize.Task.COMPARE,
        required,
        workers);
  }

  private List<RivalSpaces.Named> named() {
    var named = new ArrayList<>(SpaceSpec.rivals(features));
    if (perceptual != null) {
      named.add(SpaceSpec.of(perceptual).named(true));
    }
    if (controls) {
      for (String control : CONTROLS) {
        SpaceSpec space = SpaceSpec.of(control);
        if (named.stream().anyMatch(given -> given.label().equals(space.label()))) {
          throw new UsageException(
              "--controls: brings a space '%s', and one is given too. Give that another name"
                  .formatted(space.label()));
        }
        named.add(space.named(true));
      }
    }
    return named;
  }

  private void requireComparable(List<Contender> contenders, LeftOut left) {
    fewWords.require(contenders.get(0).participants().get(0));
    if (contenders.size() < 2) {
      throw new UsageException(
          "--features: there is nothing to compare '%s' with. Name another space"
              .formatted(contenders.get(0).name()));
    }
    for (SharedWords words : contenders.get(0).participants()) {
      Responses responses = words.responses();
      left.note(responses).ifPresent(note -> common.note(responses.participant() + ": " + note));
    }
    if (left.splitting().isEmpty() && !noBaselines) {
      common.note("no features without meaning are drawn where single words are left out");
    }
  }

  private static Map<String, UninformativeFeatures> uninformative(
      List<Contender> contenders, Scale scale) {
    var found = new LinkedHashMap<String, UninformativeFeatures>();
    for (Contender contender : contenders) {
      if (!contender.baseline()) {
        SharedWords words = contender.participants().get(0);
        found.put(contender.name(), UninformativeFeatures.of(words, scale));
      }
    }
    return found;
  }
}
