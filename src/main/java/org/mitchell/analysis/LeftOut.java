package org.mitchell.analysis;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.mitchell.evaluation.EncodingAnalysis;
import org.mitchell.evaluation.EvaluationOptions;
import org.mitchell.evaluation.HeldOutWords;
import org.mitchell.evaluation.LeaveTwoOut;
import org.mitchell.evaluation.LeaveTwoOutResult;
import org.mitchell.evaluation.PairResult;
import org.mitchell.evaluation.folds.Folds;
import org.mitchell.evaluation.intervals.Subsamples;
import org.mitchell.evaluation.ranks.CandidateWords;
import org.mitchell.evaluation.ranks.RankEvaluation;
import org.mitchell.evaluation.schemes.ListSplitting;
import org.mitchell.evaluation.schemes.PartSplitting;
import org.mitchell.evaluation.schemes.Scheme;
import org.mitchell.evaluation.schemes.SchemeEvaluation;
import org.mitchell.evaluation.schemes.SchemeResult;
import org.mitchell.evaluation.schemes.Splitting;
import org.mitchell.files.InputException;
import org.mitchell.files.Remedy;
import org.mitchell.fmri.Responses;
import org.mitchell.jobs.Progress;
import org.mitchell.jobs.Workers;

/**
 * What the cross-validation of a fit leaves out.
 *
 * @param splitting the folds; nothing where every word is left out by itself
 */
public record LeftOut(Optional<Splitting> splitting) {
  /** The paper's. */
  public static final LeftOut PAIRS = new LeftOut(Optional.of(Scheme.LEAVE_TWO_OUT));

  private static final Pattern PARTS = Pattern.compile("k:([0-9]{1,9})");

  /** What bears this label; nothing for other texts. */
  public static Optional<LeftOut> named(String label) {
    return switch (label) {
      case "pair" -> Optional.of(PAIRS);
      case "word" -> Optional.of(new LeftOut(Optional.empty()));
      case "run" -> Optional.of(new LeftOut(Optional.of(ListSplitting.RUN)));
      case "fold" -> Optional.of(new LeftOut(Optional.of(ListSplitting.FOLD)));
      default -> parts(label).map(parts -> new LeftOut(Optional.of(new PartSplitting(parts))));
    };
  }

  private static Optional<Integer> parts(String label) {
    Matcher number = PARTS.matcher(label);
    return number.matches()
        ? Optional.of(Integer.parseInt(number.group(1))).filter(parts -> parts > 1)
        : Optional.empty();
  }

  /** As the option and the files have it: pair, word, run, fold, k:10. */
  public String label() {
    return isPairs() ? "pair" : splitting.map(Splitting::label).orElse("word");
  }

  /** In words: leave-two-out, or what else is left out. */
  public String inWords() {
    return switch (label()) {
      case "pair" -> "leave-two-out";
      case "word" -> "leave-one-word-out";
      case "run" -> "leave-one-run-out";
      case "fold" -> "folds of the labels";
      default -> label().replace("k:", "") + " parts of the words";
    };
  }

  public boolean isPairs() {
    return splitting.filter(Scheme.LEAVE_TWO_OUT::equals).isPresent();
  }

  /** How often every word is presented in the training of every fold, at least. */
  public int trainingPresentations(Responses responses) {
    return splitting
        .map(folds -> folds.trainingPresentations(responses))
        .orElseGet(responses::commonPresentations);
  }

  /** What the user should know of the folds. */
  public Optional<String> note(Responses responses) {
    return splitting.flatMap(folds -> folds.note(folds.folds(responses), responses));
  }

  /**
   * Tells the words of every fold apart. Where runs are left out, or single words, what is said of
   * the model and of voxels is of leaving out every word by itself.
   *
   * @throws InputException if words, runs, voxels or presentations do not allow it
   */
  LeaveTwoOutResult evaluate(EncodingAnalysis analysis, Workers workers, Progress progress) {
    if (isPairs()) {
      return LeaveTwoOut.run(analysis, workers, progress);
    }
    if (isOfWords()) {
      SchemeEvaluation.require(splitting.get(), analysis.responses(), analysis.options());
      return LeaveTwoOut.run(
          analysis, splitting.get().folds(analysis.responses()), label(), workers, progress);
    }
    requireOnePenalty(analysis.options());
    if (splitting.isEmpty()) {
      return ofWords(analysis, workers, progress);
    }
    SchemeResult runs = SchemeEvaluation.of(splitting.get(), analysis, workers).run(Progress.NONE);
    return eachWord(analysis, workers, progress).matching(runs.pairs(), runs.selectedVoxels());
  }

  /**
   * Pairs that were told apart.
   *
   * @param accuracy the share of those that were told right, a tie being half right whatever the
   *     preset; where single words are left out, the mean percentile of their ranks
   */
  public record Matched(List<PairResult> pairs, double accuracy) {
    private static Matched of(List<PairResult> pairs, EvaluationOptions options) {
      double right =
          pairs.stream()
              .mapToDouble(p -> options.match().score(p.s11(), p.s12(), p.s21(), p.s22()))
              .sum();
      return new Matched(pairs, right / pairs.size());
    }

    /** How many tie. */
    public TiedPairs ties(EvaluationOptions options) {
      return TiedPairs.of(pairs, options);
    }
  }

  /** Tells the words of every fold apart, and nothing else of what {@link #evaluate} does. */
  public Matched matched(EncodingAnalysis analysis, Workers workers, Progress progress) {
    if (splitting.isEmpty()) {
      var ranks = RankEvaluation.of(analysis, CandidateWords.of(analysis), workers);
      return new Matched(pairs(ranks), ranks.meanPercentile());
    }
    List<PairResult> pairs =
        isOfWords()
            ? evaluate(analysis, workers, progress).pairs()
            : SchemeEvaluation.of(splitting.get(), analysis, workers).run(progress).pairs();
    return Matched.of(pairs, analysis.options());
  }

  /**
   * What {@link #matched} asks for before it computes anything, with all words and with every half.
   *
   * @throws InputException if words, runs, voxels, presentations or the penalty do not allow it
   */
  public void require(SharedWords words, EvaluationOptions options, Optional<Subsamples> halves) {
    if (isPairs()) {
      return;
    }
    require(words.responses(), options);
    if (splitting.isPresent() && halves.isPresent()) {
      Halves.requireFolds(halves.get(), splitting.get(), words, options);
    }
  }

  /**
   * What {@link #evaluate} asks for before it computes anything.
   *
   * @throws InputException if words, runs, voxels, presentations or the penalty do not allow it
   */
  public void require(Responses responses, EvaluationOptions options) {
    splitting.ifPresent(folds -> SchemeEvaluation.require(folds, responses, options));
    if (!isOfWords()) {
      SchemeEvaluation.require(Scheme.LEAVE_TWO_OUT, responses, options);
      requireOnePenalty(options);
    }
  }

  /**
   * The folds that say how well a voxel is predicted: those of the cross-validation where they
   * leave words out together; where it leaves out runs, or single words, every word by itself.
   */
  public HeldOutWords heldOut(Responses responses) {
    return isPairs()
        ? HeldOutWords.pairs(responses.words().size())
        : isOfWords()
            ? new HeldOutWords(inWords(), splitting.get().folds(responses))
            : HeldOutWords.each(responses.words().size());
  }

  /** As above, of responses that have features. */
  public void require(Responses responses, Function<Responses, EvaluationOptions> options) {
    require(responses, options.apply(responses));
  }

  /** Whether folds leave out several words, of which pairs are matched. */
  private boolean isOfWords() {
    return splitting.filter(folds -> folds != ListSplitting.RUN).isPresent();
  }

  private void requireOnePenalty(EvaluationOptions options) {
    if (splitting.isEmpty() && !options.encoding().penalty().isGiven()) {
      throw new InputException(
          "leaving out a word ranks it by models of one penalty, and here it is to be chosen",
          Remedy.GIVEN_PENALTY);
    }
    if (options.encoding().penalty().isPerVoxel()) {
      throw new InputException(
          "a penalty a voxel goes with pairs and folds of words; leaving out a %s takes one of all"
              .formatted(label()));
    }
  }

  private LeaveTwoOutResult eachWord(
      EncodingAnalysis analysis, Workers workers, Progress progress) {
    return LeaveTwoOut.run(
        analysis, Folds.leaveOneOut(analysis.size()), label(), workers, progress);
  }

  /**
   * A word is held out, and ranked by how alike its image is to its own prediction and to that of
   * each other word. A pair is half right for each of its words that is; the share of these is the
   * mean percentile of the ranks.
   */
  private LeaveTwoOutResult ofWords(EncodingAnalysis analysis, Workers workers, Progress progress) {
    var ranks = RankEvaluation.of(analysis, CandidateWords.of(analysis), workers);
    return eachWord(analysis, workers, progress).matching(pairs(ranks), ranks.selectedVoxels());
  }

  private static List<PairResult> pairs(RankEvaluation ranks) {
    double[][] s = ranks.similarities();
    List<PairResult> pairs = new ArrayList<>();
    for (int one = 0; one < s.length; one++) {
      for (int two = one + 1; two < s.length; two++) {
        double right =
            RankEvaluation.better(s[one][one], s[one][two])
                + RankEvaluation.better(s[two][two], s[two][one]);
        pairs.add(
            new PairResult(
                one, two, s[one][one], s[two][one], s[one][two], s[two][two], right / 2));
      }
    }
    return pairs;
  }
}
