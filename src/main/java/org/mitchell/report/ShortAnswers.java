package org.mitchell.report;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.mitchell.derivatives.SavedAccuracy;
import org.mitchell.derivatives.contents.Ends;
import org.mitchell.derivatives.contents.EvaluationFigures;
import org.mitchell.text.Counted;

/** What a reader asks first: whether it worked, where, and how sure that is. */
final class ShortAnswers {
  private static final double SIGNIFICANT = .05;

  private static final String NOT_EVALUATED =
      "Intervals and p are not here yet (mitchell evaluate; see Accuracy).";

  private final FitFiles files;
  private final List<ParticipantFiles> participants;

  private ShortAnswers(FitFiles files) {
    this.files = files;
    this.participants = files.participants();
  }

  /**
   * @param shown the maps that the viewer has
   */
  static Block of(FitFiles files, List<ViewerMap> shown) throws IOException {
    var answers = new ShortAnswers(files);
    return new Block.Answers(
        List.of(answers.whether(), WhereAnswer.of(files, shown), SureAnswer.of(files)));
  }

  private Block.Answer whether() {
    return participants.size() == 1 ? ofOne(participants.get(0)) : ofSeveral();
  }

  private Block.Answer ofOne(ParticipantFiles one) {
    var lines = new ArrayList<String>();
    Optional<EvaluationFigures> evaluated = one.leaveTwoOut();
    evaluated
        .flatMap(EvaluationFigures::ci95)
        .flatMap(Ends::range)
        .ifPresent(
            range ->
                lines.add(
                    "95%% interval over other words: %s to %s."
                        .formatted(Numbers.decimal(range.low()), Numbers.decimal(range.high()))));
    String verdict = "Not tested against chance yet";
    if (Double.isNaN(one.p())) {
      lines.add(NOT_EVALUATED);
    } else {
      verdict = one.p() < SIGNIFICANT ? "Yes: better than chance" : "Not told from chance";
      lines.add(
          "%s, by %s of the words."
              .formatted(
                  Numbers.named(one.p()),
                  Counted.of(evaluated.orElseThrow().permutations(), "relabelling")));
    }
    return new Block.Answer(
        "Did it work?",
        verdict,
        Numbers.decimal(one.accuracy()),
        "of %s told apart (guessing: .5)"
            .formatted(Counted.of(one.fit().pairs(), "pair") + " of words"),
        lines,
        List.of());
  }

  private Block.Answer ofSeveral() {
    double lowest = participants.stream().mapToDouble(ParticipantFiles::accuracy).min().orElse(0);
    double highest = participants.stream().mapToDouble(ParticipantFiles::accuracy).max().orElse(0);
    String range =
        "%s to %s in single participants."
            .formatted(Numbers.decimal(lowest), Numbers.decimal(highest));
    var lines = new ArrayList<String>();
    Optional<String> apart = files.apart();
    if (apart.isEmpty()) {
      lines.add(groupInterval(participants));
      lines.add(range);
    }
    lines.add(tested());
    return new Block.Answer(
        "Did it work?",
        verdict(),
        apart.isEmpty() ? Numbers.decimal(AccuracySection.mean(participants)) : "",
        "of pairs of words told apart, mean of %s (guessing: .5)"
            .formatted(Counted.of(participants.size(), "participant")),
        apart.isEmpty()
            ? lines
            : List.of(range, "There is no mean, because " + apart.get() + ".", tested()),
        List.of());
  }

  /** In a sentence, the interval of a mean over other participants. */
  static String groupInterval(List<ParticipantFiles> participants) {
    return SavedAccuracy.intervalOfMean(participants.stream().map(ParticipantFiles::saved).toList())
        .map(
            range ->
                "95%% interval over other participants: %s to %s (Student's t)."
                    .formatted(Numbers.decimal(range.low()), Numbers.decimal(range.high())))
        .orElse("Too few participants for an interval over others: three are the least.");
  }

  private String verdict() {
    long tested = participants.stream().filter(p -> !Double.isNaN(p.p())).count();
    long above = above();
    if (tested == 0) {
      return "Not tested against chance yet";
    }
    if (above == 0) {
      return "Not told from chance";
    }
    return above == participants.size()
        ? "Yes: better than chance in all " + Numbers.count(above)
        : "Better than chance in %s of %s"
            .formatted(Numbers.count(above), Counted.of(participants.size(), "participant"));
  }

  private long above() {
    return participants.stream().filter(p -> p.p() < SIGNIFICANT).count();
  }

  private String tested() {
    List<String> untested =
        participants.stream()
            .filter(p -> Double.isNaN(p.p()))
            .map(ParticipantFiles::subject)
            .toList();
    if (untested.size() == participants.size()) {
      return NOT_EVALUATED;
    }
    double least =
        participants.stream().mapToDouble(ParticipantFiles::p).filter(p -> p >= 0).min().orElse(1);
    double most =
        participants.stream().mapToDouble(ParticipantFiles::p).filter(p -> p >= 0).max().orElse(1);
    String ps =
        Numbers.p(least).equals(Numbers.p(most))
            ? Numbers.named(least)
            : "p from %s to %s".formatted(Numbers.p(least), Numbers.p(most));
    return ps
        + " in single participants, by relabelled words"
        + (untested.isEmpty() ? "." : "; %s not tested.".formatted(Numbers.listed(untested)));
  }
}
