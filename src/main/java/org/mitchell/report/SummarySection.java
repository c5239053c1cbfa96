package org.mitchell.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.mitchell.derivatives.FitSettings;
import org.mitchell.derivatives.contents.Ends;
import org.mitchell.derivatives.contents.EvaluationFigures;
import org.mitchell.derivatives.contents.FitFigures;
import org.mitchell.text.Counted;

/** What was done and found, in plain words, and what to make of it. */
final class SummarySection {
  private static final double SIGNIFICANT = .05;

  private final FitFiles files;
  private final List<ParticipantFiles> participants;

  private SummarySection(FitFiles files) {
    this.files = files;
    this.participants = files.participants();
  }

  static Section of(FitFiles files, Block answers, List<String> cautions) {
    var section = new SummarySection(files);
    var blocks = new ArrayList<Block>();
    blocks.add(answers);
    blocks.add(new Block.Heading("What was asked"));
    blocks.add(new Block.Paragraph(section.question()));
    blocks.add(new Block.Paragraph(section.answer()));
    blocks.add(new Block.Heading("What follows"));
    blocks.add(new Block.Bullets(section.conclusions()));
    blocks.add(new Block.Heading("What does not follow"));
    blocks.add(new Block.Bullets(section.limits()));
    if (!cautions.isEmpty()) {
      blocks.add(new Block.Heading("To be careful about"));
      blocks.add(new Block.Caution(cautions));
    }
    return new Section("summary", "Summary", blocks);
  }

  private String question() {
    FitFigures first = participants.get(0).fit();
    String who =
        participants.size() == 1
            ? "participant " + participants.get(0).subject() + "'s brain"
            : "the brains of %s (%s)"
                .formatted(
                    Counted.of(participants.size(), "participant"),
                    Numbers.listed(files.subjects()));
    return ("Can the fMRI responses of %s to %s be predicted from %s (%s)? The model was trained on"
            + " all words but two. It then predicted the brain images of these two and had to tell"
            + " which of the two observed images was which word's. That was done for every pair of"
            + " words. Guessing is right in half of the pairs.")
        .formatted(
            who,
            Counted.of(first.words(), "word"),
            Counted.of(first.features(), "feature") + " of the words",
            features(first));
  }

  private String answer() {
    if (participants.size() == 1) {
      ParticipantFiles one = participants.get(0);
      return "%s of %s pairs were told apart rightly: an accuracy of %s%s. %s"
          .formatted(
              Numbers.count(one.fit().correct().map(Number::doubleValue).orElse(Double.NaN)),
              Numbers.count(one.fit().pairs()),
              Numbers.decimal(one.accuracy()),
              one.leaveTwoOut()
                  .map(EvaluationFigures::ci95)
                  .filter(ci95 -> ci95.flatMap(Ends::range).isPresent())
                  .map(
                      ci95 ->
                          " (95%% interval over other words %s)"
                              .formatted(AccuracySection.interval(ci95)))
                  .orElse(""),
              permutations(one));
    }
    double lowest = participants.stream().mapToDouble(ParticipantFiles::accuracy).min().orElse(0);
    double highest = participants.stream().mapToDouble(ParticipantFiles::accuracy).max().orElse(0);
    Optional<String> apart = files.apart();
    if (apart.isPresent()) {
      return ("From %s to %s of the pairs were told apart rightly in single participants. They have"
              + " no mean, because %s. %s")
          .formatted(
              Numbers.decimal(lowest), Numbers.decimal(highest), apart.get(), significance());
    }
    return ("On average %s of the pairs were told apart rightly, from %s to %s in single"
            + " participants. %s")
        .formatted(
            Numbers.decimal(AccuracySection.mean(participants)),
            Numbers.decimal(lowest),
            Numbers.decimal(highest),
            significance());
  }

  private static String permutations(ParticipantFiles one) {
    Optional<EvaluationFigures> evaluated = one.leaveTwoOut();
    if (evaluated.isEmpty() || Double.isNaN(one.p())) {
      return "No permutation test was run, so what chance gives is not known.";
    }
    EvaluationFigures scheme = evaluated.get();
    return "With the words' features exchanged at random (%s times) the mean was %s; %s."
        .formatted(
            Numbers.count(scheme.permutations()),
            Numbers.decimal(scheme.nulls().mean().orElse(Double.NaN)),
            Numbers.named(one.p()));
  }

  private String significance() {
    List<ParticipantFiles> tested =
        participants.stream().filter(p -> !Double.isNaN(p.p())).toList();
    if (tested.isEmpty()) {
      return "No permutation tests were run, so what chance gives is not known.";
    }
    long below = tested.stream().filter(p -> p.p() < SIGNIFICANT).count();
    return "%d of %s tested by permutation had p < .05."
        .formatted(below, Counted.of(tested.size(), "participant"));
  }

  private List<String> conclusions() {
    var lines = new ArrayList<String>();
    List<String> above = withP(true);
    List<String> notTold = withP(false);
    List<String> untested =
        participants.stream()
            .filter(p -> Double.isNaN(p.p()))
            .map(ParticipantFiles::subject)
            .toList();
    if (!above.isEmpty()) {
      lines.add(
          ("%s: better than chance. These responses carry information about the words that the"
                  + " features predict, for words that the model never saw.")
              .formatted(Numbers.listed(above)));
    }
    if (!notTold.isEmpty()) {
      lines.add(
          "%s: not told from chance. That is no proof that there is nothing to find."
              .formatted(Numbers.listed(notTold)));
    }
    if (!untested.isEmpty()) {
      lines.add(
          ("%s: whether this is better than chance was not tested. In the paper a participant's"
                  + " accuracy was significant from about .62 on.")
              .formatted(Numbers.listed(untested)));
    }
    if (participants.stream().anyMatch(p -> Published.accuracy(p).isPresent())) {
      lines.add(
          "The paper's nine participants had a mean of %s."
              .formatted(Numbers.decimal(Published.mean(), 2)));
    }
    return lines;
  }

  private List<String> withP(boolean significant) {
    return participants.stream()
        .filter(p -> !Double.isNaN(p.p()) && p.p() < SIGNIFICANT == significant)
        .map(p -> p.subject() + " (" + Numbers.named(p.p()) + ")")
        .toList();
  }

  private List<String> limits() {
    var lines = new ArrayList<String>();
    lines.add(
        "Pairs share words, so their number says nothing about certainty: the p-values rest on"
            + " relabelled words, the intervals on other samples of words.");
    lines.add(
        participants.size() == 1
            ? "One participant says nothing about people in general."
            : "Intervals here are over words. Whether other people would give the same is a"
                + " question of its own: mitchell evaluate answers both for several participants.");
    lines.add(
        "Features that go together with these would predict as well. A good prediction does not"
            + " show that the brain codes these features.");
    lines.add(
        "Voxels and clusters in the maps whose threshold is called descriptive are not findings:"
            + " maps without any signal have some too; how many of them stands below the clusters"
            + " of maps that were made with null maps.");
    return lines;
  }

  static String features(FitFigures fit) {
    return FitSettings.featuresInShort(fit.featureSource());
  }
}
