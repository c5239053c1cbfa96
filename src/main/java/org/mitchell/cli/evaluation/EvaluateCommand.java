package org.mitchell.cli.evaluation;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.mitchell.analysis.CommonWords;
import org.mitchell.analysis.EvaluationPlan;
import org.mitchell.analysis.ParticipantEvaluation;
import org.mitchell.analysis.ParticipantSize;
import org.mitchell.analysis.SharedWords;
import org.mitchell.analysis.ceilings.CeilingPlan;
import org.mitchell.analysis.ceilings.IdentificationCeilings;
import org.mitchell.cli.options.AnalysisOptions;
import org.mitchell.cli.options.BidsOptions;
import org.mitchell.cli.options.CategoryOptions;
import org.mitchell.cli.options.CombineOption;
import org.mitchell.cli.options.CommonOptions;
import org.mitchell.cli.options.CrossValidationOption;
import org.mitchell.cli.options.FeatureOptions;
import org.mitchell.cli.options.FewWordsOption;
import org.mitchell.cli.options.ModelOptions;
import org.mitchell.cli.options.ParticipantOptions;
import org.mitchell.cli.options.Participants;
import org.mitchell.cli.options.SelectOption;
import org.mitchell.cli.options.UsageException;
import org.mitchell.derivatives.EvaluationRecord;
import org.mitchell.derivatives.EvaluationWriter;
import org.mitchell.derivatives.contents.EvaluationFigures;
import org.mitchell.encoding.FoldPredictor;
import org.mitchell.encoding.Scale;
import org.mitchell.evaluation.EvaluationOptions;
import org.mitchell.evaluation.LeaveTwoOut;
import org.mitchell.evaluation.ceilings.OtherParticipants;
import org.mitchell.evaluation.ceilings.PresentationCeiling;
import org.mitchell.evaluation.curves.LearningCurve;
import org.mitchell.evaluation.curves.Sensitivity;
import org.mitchell.evaluation.intervals.WordSubsetScore;
import org.mitchell.evaluation.ranks.Softmax;
import org.mitchell.evaluation.schemes.SchemeEvaluation;
import org.mitchell.features.FeatureSource;
import org.mitchell.features.FeatureSpace;
import org.mitchell.fmri.Responses;
import org.mitchell.jobs.Workers;
import org.mitchell.provenance.Provenance;
import org.mitchell.text.Counted;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code mitchell evaluate}: every analysis of the paper, each with its uncertainty. */
@Command(
    name = "evaluate",
    description =
        "Evaluate participants: accuracy, its 95%% interval, and what chance gives, by any scheme"
            + " of the paper.",
    footer = {
      "",
      "Schemes: leave-two-out, all pairs of words (.77 in the paper); within-category, pairs of one"
          + " category (.62); leave-category-out, pairs of two categories both left out (.70);"
          + " within-left-out-category; rank, each word among --candidates (.72); presentations,"
          + " the model of all presentations but one tested on that one."
          + " --cv pair is leave-two-out and word is rank; run leaves a run out and tells its words"
          + " apart, fold the words of each fold of the labels, k:N those of each of N parts.",
      "Intervals are by subsampling halves of the words, and conservative. p-values are of"
          + " permutations of the words' features, the observed arrangement counted."
    },
    mixinStandardHelpOptions = true,
    sortOptions = false)
public final class EvaluateCommand implements Callable<Integer> {
  @Mixin private ParticipantOptions participants;
  @Mixin private BidsOptions bids;

  @Option(
      names = "--scheme",
      paramLabel = "SCHEME",
      description = "${COMPLETION-CANDIDATES} (default: leave-two-out)")
  private SchemeName schemeName;

  @Mixin private CrossValidationOption cv;

  @Mixin private FeatureOptions features;
  @Mixin private ModelOptions model;
  @Mixin private SelectOption select;
  @Mixin private CombineOption combine;
  @Mixin private UncertaintyOptions uncertainty;
  @Mixin private RivalOptions rivals;
  @Mixin private FewWordsOption fewWords;

  @Option(
      names = "--learning-curve",
      description = "also: accuracy with fewer training words (scheme leave-two-out)")
  private boolean learningCurve;

  @Option(
      names = "--sensitivity",
      description =
          "also: accuracy with other numbers of voxels, penalties, presets, scales, metrics and"
              + " matching rules (scheme leave-two-out)")
  private boolean sensitivity;

  @Mixin private CeilingOption ceiling;
  @Mixin private ImportanceOption importance;

  @Mixin private RankOptions rank;
  @Mixin private CategoryOptions categories;

  @Mixin private AnalysisOptions analysis;
  @Mixin private CommonOptions common;

  @Override
  public Integer call() throws IOException {
    uncertainty.require();
    ChosenScheme scheme = ChosenScheme.of(Optional.ofNullable(schemeName), cv.checked());
    rivals.require(scheme);
    rank.require(scheme);
    ModelOptions.Checked options = select.with(combine.checked(model, features));
    ceiling.require(scheme, options.match(), rank.files());
    options.requireOnePenaltyAFold("evaluate");
    rivals.requireOwnVoxels(options, scheme);
    importance.require(options, scheme);
    requirePairsOfAll(options, scheme);
    Softmax softmax = rank.softmax();
    var all = analysis.participants(participants, bids, common);
    try (Workers workers = common.workers()) {
      all.takePlaces();
      FeatureSource source = features.open(workers, analysis.rules(common));
      List<Read> read = read(all, source, options, scheme, workers);
      var plan =
          new EvaluationPlan(
              scheme.splitting(),
              rank.candidates(
                  source,
                  read.get(0).words.responses().words(),
                  options.encoding().scale(),
                  features.requireAll(),
                  analysis.rules(common),
                  common),
              softmax,
              uncertainty.relabelling(scheme.runs()),
              uncertainty.permutations(options),
              rivals.rivals(),
              uncertainty.subsamples(),
              analysis.seed());
      Optional<CeilingPlan> against = ceiling(read);
      var results = new EvaluatedParticipants(scheme, analysis.seed(), common);
      for (Read one : read) {
        SharedWords words = read.size() == 1 ? one.words : one.again();
        EvaluationOptions how =
            options.forResponses(
                words.responses(), scheme.trainingPresentations(words.responses()));
        sayExactFit(words, how);
        var evaluation = ParticipantEvaluation.of(words, how, plan, workers, common.progress());
        evaluation
            .notes()
            .forEach(note -> common.note(words.responses().participant() + ": " + note));
        EvaluationRecord record = record(one, evaluation, scheme, against, workers);
        EvaluationFigures figures = EvaluationWriter.write(record, analysis.out()).figures();
        EvaluationTable.lines(record, source.name()).forEach(common::print);
        results.add(evaluation, figures);
      }
      results.report();
    }
    return 0;
  }

  /**
   * A participant's words and features, and the files that had a part. Of several participants the
   * responses have one voxel alone.
   *
   * @param own the words that it shares with the features
   * @param words those that all participants have
   */
  private record Read(
      SharedWords own,
      SharedWords words,
      CommonWords common,
      Participants.Source source,
      List<Provenance.Input> inputs) {
    /** The common words with all voxels, from the participant's file. */
    SharedWords again() throws IOException {
      Responses all = source.reader().again(source.label(), source.file());
      return common.alike(
          new SharedWords(all.select(own.responses().words()), own.featureSpace(), own.dropped()));
    }
  }

  /**
   * Reads all participants; figures can be compared where they are of the same words. Of several
   * the words alone are kept, for their responses need not fit into memory together.
   */
  private List<Read> read(
      Participants all,
      FeatureSource features,
      ModelOptions.Checked options,
      ChosenScheme scheme,
      Workers workers)
      throws IOException {
    Scale scale = options.encoding().scale();
    var own = new ArrayList<SharedWords>();
    var inputs = new ArrayList<List<Provenance.Input>>();
    var sources = new ArrayList<Participants.Source>();
    Map<String, String> given = categories.given(analysis.rules(common)).orElse(Map.of());
    Map<String, Path> files = all.files();
    for (var file : files.entrySet()) {
      var one =
          all.source(
              file.getKey(),
              file.getValue(),
              List.of(features),
              given,
              shown -> requirePossible(shown, features, options, scheme),
              workers);
      var participant = one.reader().read(one.label(), one.file());
      FeatureSpace space = features.vectors(participant.responses().words());
      SharedWords words =
          one.reader()
              .sharedWords(participant.responses(), space, scale, this.features.requireAll());
      ParticipantSize.of(words.responses(), space.features().size())
          .require(one.label(), ParticipantSize.Task.EVALUATE);
      own.add(files.size() == 1 ? words : withOneVoxel(words));
      inputs.add(participant.sources());
      sources.add(one);
    }
    var common = CommonWords.of(own, this.features.requireAll());
    if (!common.missing().isEmpty()) {
      this.common.note(
          "the %s common to all participants are used; left out: %s (--require-all makes that an error)"
              .formatted(Counted.of(common.words().size(), "word"), common.listOfMissing()));
    }
    common.analyses().forEach(fewWords::require);
    var read = new ArrayList<Read>();
    for (Participants.Source source : sources) {
      int i = read.size();
      read.add(new Read(own.get(i), common.analyses().get(i), common, source, inputs.get(i)));
    }
    return read;
  }

  /**
   * What accuracies are held against. The images of all participants, a word each, are in memory
   * together where they are.
   */
  private Optional<CeilingPlan> ceiling(List<Read> read) throws IOException {
    if (!ceiling.asked()) {
      return Optional.empty();
    }
    if (ceiling.ofPresentations()) {
      read.forEach(one -> PresentationCeiling.require(one.words.responses()));
    }
    if (!ceiling.ofParticipants()) {
      return Optional.of(new CeilingPlan(true, Optional.empty()));
    }
    var brains = new ArrayList<OtherParticipants.Brain>();
    for (Read one : read) {
      brains.add(OtherParticipants.Brain.of(one.again().responses()));
    }
    return Optional.of(
        new CeilingPlan(ceiling.ofPresentations(), Optional.of(OtherParticipants.of(brains))));
  }

  /** Of trials that images have yet to be made of. */
  private void requirePossible(
      Responses shown, FeatureSource source, ModelOptions.Checked options, ChosenScheme scheme)
      throws IOException {
    FeatureSpace space = source.vectors(shown.words());
    Responses words =
        SharedWords.of(shown, space, options.encoding().scale(), features.requireAll()).responses();
    scheme
        .splitting()
        .ifPresent(
            folds ->
                SchemeEvaluation.require(
                    folds,
                    words,
                    options.forResponses(words, scheme.trainingPresentations(words))));
  }

  private static SharedWords withOneVoxel(SharedWords words) {
    return new SharedWords(
        words.responses().selectVoxels(new int[] {0}), words.featureSpace(), words.dropped());
  }

  private void sayExactFit(SharedWords words, EvaluationOptions how) {
    if (FoldPredictor.of(words.rawFeatures(), words.options(how).encoding()).fitsExactly()) {
      common.note(
          "%s: %s fit %s exactly where there is no penalty; --ridge LAMBDA or auto mostly predicts better"
              .formatted(
                  words.responses().participant(),
                  Counted.of(words.featureSpace().features().size(), "feature"),
                  Counted.of(words.responses().words().size(), "word")));
    }
  }

  private void requirePairsOfAll(ModelOptions.Checked options, ChosenScheme scheme) {
    if ((learningCurve || sensitivity) && !scheme.leavesTwoOut()) {
      throw new UsageException("--learning-curve and --sensitivity go with --scheme leave-two-out");
    }
    if (sensitivity && !options.encoding().penalty().isGiven()) {
      throw new UsageException(
          "--sensitivity tries penalties one by one: give one as the start, not --ridge auto");
    }
  }

  private Optional<LearningCurve> curve(ParticipantEvaluation evaluation, Workers workers) {
    if (!learningCurve) {
      return Optional.empty();
    }
    SharedWords words = evaluation.words();
    int count = words.responses().words().size();
    return Optional.of(
        LearningCurve.of(
            WordSubsetScore.of(words.analysis(evaluation.options()), LeaveTwoOut::accuracy),
            count,
            LearningCurve.usualSizes(count),
            LearningCurve.USUAL_REPETITIONS,
            analysis.streams(),
            workers,
            common.progress()));
  }

  private Optional<Sensitivity> sensitivity(ParticipantEvaluation evaluation, Workers workers) {
    SharedWords words = evaluation.words();
    return sensitivity
        ? Optional.of(
            Sensitivity.of(words.analysis(evaluation.options()), workers, common.progress()))
        : Optional.empty();
  }

  private EvaluationRecord record(
      Read read,
      ParticipantEvaluation evaluation,
      ChosenScheme scheme,
      Optional<CeilingPlan> against,
      Workers workers)
      throws IOException {
    var inputs = new ArrayList<Provenance.Input>(read.inputs);
    var others = new ArrayList<Path>(features.files());
    others.addAll(participants.otherFiles());
    categories.files().forEach(others::add);
    others.addAll(rank.files());
    others.addAll(rivals.files());
    others.addAll(select.files());
    common.inputs().know(read.words.featureSpace());
    inputs.addAll(common.inputs().of(others));
    return new EvaluationRecord(
        evaluation,
        curve(evaluation, workers),
        sensitivity(evaluation, workers),
        against.map(
            plan -> IdentificationCeilings.of(evaluation, plan, workers, common.progress())),
        importance.of(evaluation, workers, common.progress()),
        read.source.file(),
        features.choice().nameOrFile(),
        scheme.published(evaluation),
        analysis.provenance(inputs, common));
  }
}
