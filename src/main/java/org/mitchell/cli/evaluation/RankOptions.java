package org.mitchell.cli.evaluation;

import java.io.IOException;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.mitchell.cli.options.CommonOptions;
import org.mitchell.cli.options.UsageException;
import org.mitchell.corpus.WordList;
import org.mitchell.encoding.Scale;
import org.mitchell.evaluation.ranks.CandidateWords;
import org.mitchell.evaluation.ranks.Softmax;
import org.mitchell.features.FeatureSource;
import org.mitchell.features.FeatureSpace;
import org.mitchell.files.InputException;
import org.mitchell.study.FoundWords;
import org.mitchell.tables.TableRules;
import org.mitchell.text.Counted;
import org.mitchell.words.WordIndex;
import org.mitchell.words.WordMatch;
import picocli.CommandLine.Option;

/** Whom a word is ranked among, and how. */
final class RankOptions {
  @Option(
      names = "--candidates",
      paramLabel = "FILE",
      description =
          "scheme rank: words that each word is ranked among, a word a line (default: the"
              + " participant's own)")
  private Path candidates;

  @Option(
      names = "--temperature",
      paramLabel = "T",
      description =
          "scheme rank: of the softmax that makes similarities probabilities (default:"
              + " ${DEFAULT-VALUE})")
  private double temperature = Softmax.DEFAULT.temperature();

  /** Before anything is read, so that a slip is said at once. */
  void require(ChosenScheme scheme) {
    if (candidates != null && !scheme.ranks()) {
      throw new UsageException("--candidates goes with --scheme rank");
    }
  }

  /** The files that they come from. */
  List<Path> files() {
    return Optional.ofNullable(candidates).stream().toList();
  }

  Softmax softmax() {
    try {
      return new Softmax(temperature);
    } catch (IllegalArgumentException e) {
      throw new UsageException("--temperature: " + e.getMessage());
    }
  }

  /**
   * The words of the list that have features, those of the participants as these spell them.
   *
   * @param own the words of the participants
   * @param requireAll whether words without features are an error
   */
  Optional<CandidateWords> candidates(
      FeatureSource source,
      List<String> own,
      Scale scale,
      boolean requireAll,
      TableRules rules,
      CommonOptions common)
      throws IOException {
    if (candidates == null) {
      return Optional.empty();
    }
    List<String> wanted = WordList.read(candidates, rules);
    Map<String, WordMatch> shown = WordIndex.of("the participants' words", own).findEach(wanted);
    FoundWords.say(common, FoundWords.otherwise(candidates.toString(), shown.values()));
    List<String> named =
        wanted.stream()
            .map(word -> shown.containsKey(word) ? shown.get(word).word() : word)
            .distinct()
            .toList();
    FeatureSpace space = source.vectors(named);
    FoundWords.spellings(space).ifPresent(common::note);
    Set<String> zero = scale == Scale.UNIT ? new HashSet<>(space.zeroWords()) : Set.of();
    List<String> usable = space.words().stream().filter(word -> !zero.contains(word)).toList();
    requireCandidates(source, named, usable, requireAll, common);
    FeatureSpace kept = space.forWords(usable);
    var rows = new double[usable.size()][];
    for (int w = 0; w < rows.length; w++) {
      rows[w] = kept.row(w);
    }
    return Optional.of(new CandidateWords(usable, rows));
  }

  private void requireCandidates(
      FeatureSource source,
      List<String> wanted,
      List<String> usable,
      boolean requireAll,
      CommonOptions common) {
    var known = new HashSet<>(usable);
    List<String> lost = wanted.stream().filter(word -> !known.contains(word)).toList();
    if (usable.isEmpty()) {
      throw InputException.in(
          candidates,
          "none of its %s has features in %s"
              .formatted(Counted.of(wanted.size(), "word"), source.name()));
    }
    if (!lost.isEmpty() && requireAll) {
      throw InputException.in(
          candidates, "words without features in %s: %s".formatted(source.name(), some(lost)));
    }
    if (!lost.isEmpty()) {
      common.note(
          "%s: %,d of %s %s no features in %s and %s left out: %s"
              .formatted(
                  candidates,
                  lost.size(),
                  Counted.of(wanted.size(), "candidate"),
                  Counted.verb(lost.size(), "has", "have"),
                  source.name(),
                  Counted.verb(lost.size(), "is", "are"),
                  some(lost)));
    }
  }

  private static String some(List<String> words) {
    int most = Math.min(10, words.size());
    return String.join(", ", words.subList(0, most)) + (words.size() > most ? ", ..." : "");
  }
}
