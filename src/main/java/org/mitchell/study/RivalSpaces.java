package org.mitchell.study;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import org.mitchell.analysis.CommonWords;
import org.mitchell.analysis.SharedWords;
import org.mitchell.analysis.UninformativeFeatures;
import org.mitchell.analysis.comparison.CategoryFeatures;
import org.mitchell.analysis.comparison.Contender;
import org.mitchell.encoding.Scale;
import org.mitchell.features.FeatureChoice;
import org.mitchell.features.FeatureSource;
import org.mitchell.features.FeatureSpace;
import org.mitchell.files.InputException;
import org.mitchell.files.Remedy;
import org.mitchell.fmri.Responses;
import org.mitchell.fmri.Stimulus;
import org.mitchell.jobs.Workers;
import org.mitchell.tables.TableRules;
import org.mitchell.text.Counted;

/**
 * Several feature spaces for several participants, with the words that all of them have; says which
 * words are left out, and what in a space says nothing.
 */
public final class RivalSpaces {
  private final Listener listener;
  private final Workers workers;
  private final TableRules rules;
  private final Scaling scaling;
  private final boolean requireAll;

  /**
   * @param rules how tables of features are read
   * @param scaling how features will be scaled: words without a direction are left out where that
   *     takes one
   * @param requireAll whether leaving a word out is an error
   */
  public RivalSpaces(
      Listener listener, Workers workers, TableRules rules, Scaling scaling, boolean requireAll) {
    this.listener = listener;
    this.workers = workers;
    this.rules = rules;
    this.scaling = scaling;
    this.requireAll = requireAll;
  }

  /**
   * How the features of each space will be scaled.
   *
   * @param of the scale of a space
   * @param otherwise what helps where, so scaled, all words are the same
   */
  public record Scaling(Function<FeatureSpace, Scale> of, Remedy otherwise) {
    /** One for all. */
    public static Scaling of(Scale scale) {
      return new Scaling(space -> scale, Remedy.OTHER_SCALE);
    }
  }

  /**
   * A space as somebody named it.
   *
   * @param label what outputs call it
   * @param baseline whether it is there to be beaten
   */
  public record Named(String label, FeatureChoice choice, boolean baseline) {}

  /** A space that is ready to give features. */
  public record Opened(Named named, FeatureSource source) {}

  /** A space with a participant's words in it, before all are brought down to the common ones. */
  private record Entry(String name, boolean baseline, SharedWords words) {}

  /**
   * Spaces with the words that all have.
   *
   * @param contenders one a space
   * @param own of each contender each participant's words before they were brought down to the
   *     common ones
   */
  public record Rivals(
      List<Contender> contenders, List<List<SharedWords>> own, CommonWords common) {
    /**
     * A participant with all its voxels in every space, where the contenders have one alone.
     *
     * @param responses of all its words
     * @return one a contender
     */
    public List<SharedWords> of(int participant, Responses responses) {
      return own.stream()
          .map(participants -> participants.get(participant))
          .map(
              words ->
                  common.alike(
                      new SharedWords(
                          responses.select(words.responses().words()),
                          words.featureSpace(),
                          words.dropped())))
          .toList();
    }
  }

  /** Opens spaces, for those who ask them before participants are read. */
  public List<Opened> open(List<Named> spaces) throws IOException {
    var opened = new ArrayList<Opened>();
    for (Named space : spaces) {
      opened.add(new Opened(space, space.choice().open(space.label(), workers, rules)));
    }
    return opened;
  }

  /**
   * @param categories whether the categories of the words are one more space, a baseline, where all
   *     words have one
   * @return contenders that all have the same words
   */
  public Rivals of(
      List<Opened> spaces, List<ParticipantReader.Participant> participants, boolean categories)
      throws IOException {
    var entries = new ArrayList<Entry>();
    for (Opened space : spaces) {
      entries.addAll(entries(space.named(), space.source(), participants));
    }
    if (categories && haveCategories(participants)) {
      requireOtherNames(spaces);
      for (var participant : participants) {
        Responses responses = participant.responses();
        FeatureSpace ofCategories = CategoryFeatures.of(responses.stimuli());
        SharedWords words = SharedWords.of(responses, ofCategories, requireAll);
        entries.add(new Entry(CategoryFeatures.NAME, true, words));
      }
    }
    return common(entries, participants.size());
  }

  private List<Entry> entries(
      Named space, FeatureSource source, List<ParticipantReader.Participant> participants)
      throws IOException {
    var entries = new ArrayList<Entry>();
    var notes = new LinkedHashSet<String>();
    for (var participant : participants) {
      FeatureSpace vectors = source.vectors(participant.responses().words());
      listener.inputs().know(vectors);
      SharedWords words =
          SharedWords.of(participant.responses(), vectors, scaling.of.apply(vectors), requireAll);
      notes.addAll(say(space.label(), words));
      entries.add(new Entry(space.label(), space.baseline(), words));
    }
    notes.forEach(note -> listener.note("%s: %s".formatted(space.label(), note)));
    return entries;
  }

  /**
   * Says which of a participant's words a space lacks or spells otherwise.
   *
   * @return notes on features of the space that say nothing
   */
  private List<String> say(String space, SharedWords words) {
    String label = "%s with %s".formatted(words.responses().participant(), space);
    if (words.mostDropped()) {
      listener.note(
          "WARNING: %s: %s left out, most of them, and %d used: %s"
              .formatted(
                  label,
                  Counted.of(words.dropped().size(), "word"),
                  words.responses().words().size(),
                  words.listOfDropped()));
    }
    FoundWords.spellings(words.featureSpace())
        .ifPresent(said -> listener.note("%s: %s".formatted(label, said)));
    var uninformative = UninformativeFeatures.of(words, scaling.of.apply(words.featureSpace()));
    uninformative.requireDifferences(space, scaling.otherwise);
    return uninformative.notes();
  }

  /** Results go by name. */
  private static void requireOtherNames(List<Opened> spaces) {
    if (spaces.stream().anyMatch(space -> space.named().label().equals(CategoryFeatures.NAME))) {
      throw new InputException(
          "two spaces are called '%s': the one given and that of the words' categories"
              .formatted(CategoryFeatures.NAME),
          Remedy.OTHER_NAME);
    }
  }

  private boolean haveCategories(List<ParticipantReader.Participant> participants) {
    if (!stimuli(participants).allMatch(Stimulus::hasCategory)) {
      listener.note(
          "no baseline of categories: some words have none (%s)"
              .formatted(Remedy.GIVEN_BY_CATEGORIES.words()));
      return false;
    }
    if (stimuli(participants).map(Stimulus::category).distinct().count() < 2) {
      listener.note("no baseline of categories: all words are of one category");
      return false;
    }
    return true;
  }

  private static Stream<Stimulus> stimuli(List<ParticipantReader.Participant> participants) {
    return participants.stream().flatMap(one -> one.responses().stimuli().stream());
  }

  private Rivals common(List<Entry> entries, int participants) {
    var words =
        CommonWords.of(
            entries.stream().map(Entry::words).toList(),
            entries.stream().map(Entry::name).toList(),
            requireAll);
    if (!words.missing().isEmpty()) {
      listener.note(
          "%s %s common to all and used; left out: %s"
              .formatted(
                  Counted.of(words.words().size(), "word"),
                  Counted.verb(words.words().size(), "is", "are"),
                  words.listOfMissing()));
    }
    var contenders = new ArrayList<Contender>();
    var own = new ArrayList<List<SharedWords>>();
    for (int i = 0; i < entries.size(); i += participants) {
      Entry entry = entries.get(i);
      List<SharedWords> common = words.analyses().subList(i, i + participants);
      contenders.add(new Contender(entry.name, entry.baseline, common));
      own.add(entries.subList(i, i + participants).stream().map(Entry::words).toList());
    }
    return new Rivals(contenders, own, words);
  }
}
