package org.mitchell.cli.evaluation;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.mitchell.analysis.RandomRivals;
import org.mitchell.cli.options.ModelOptions;
import org.mitchell.cli.options.UsageException;
import org.mitchell.corpus.Cooccurrences;
import org.mitchell.corpus.CountsFile;
import org.mitchell.evaluation.nulls.RandomWordSets;
import org.mitchell.files.InputException;
import org.mitchell.provenance.TypedCommand;
import org.mitchell.words.WordIndex;
import picocli.CommandLine.Option;

/** Features that are drawn, to be evaluated in the same folds as the given ones. */
final class RivalOptions {
  @Option(
      names = "--random-features",
      paramLabel = "N",
      description = "evaluate N sets of random numbers beside the features (default: 0)")
  private int randomFeatures;

  @Option(
      names = "--random-words",
      paramLabel = "COUNTS",
      description =
          "evaluate random sets of words beside the features, from counts of the nouns with the"
              + " words of a corpus (corpus vocabulary, then corpus count --verbs)")
  private Path counts;

  @Option(
      names = "--random-sets",
      paramLabel = "N",
      description = "how many such sets (default: ${DEFAULT-VALUE}, as in the paper)")
  private int sets = 115;

  @Option(
      names = "--random-size",
      paramLabel = "N",
      description = "words in a set (default: ${DEFAULT-VALUE})")
  private int size = RandomWordSets.SIZE;

  @Option(
      names = "--random-exclude",
      paramLabel = "N",
      description =
          "the most frequent words of the counts are never drawn (default: ${DEFAULT-VALUE})")
  private int exclude = RandomWordSets.MOST_FREQUENT;

  /** Before anything is read, so that a slip is said at once. */
  void require(ChosenScheme scheme) {
    if (randomFeatures < 0 || sets < 1 || size < 1 || exclude < 0) {
      throw new UsageException(
          "--random-features %d --random-sets %d --random-size %d --random-exclude %d: numbers from 0, 1, 1 and 0 up are expected"
              .formatted(randomFeatures, sets, size, exclude));
    }
    if ((randomFeatures > 0 || counts != null) && scheme.ranks()) {
      throw new UsageException(
          "--random-features and --random-words go with schemes of pairs, not with rank");
    }
  }

  /** Voxels that features choose are no other features' voxels. */
  void requireOwnVoxels(ModelOptions.Checked model, ChosenScheme scheme) {
    boolean others = randomFeatures > 0 || counts != null || scheme.ranks();
    if (model.criterion().needsFeatures() && others) {
      throw new UsageException(
          "--select top-r-train: goes with schemes of pairs, without --random-features and"
              + " --random-words");
    }
  }

  /** The files they come from. */
  List<Path> files() {
    return counts == null ? List.of() : List.of(counts);
  }

  List<RandomRivals> rivals() throws IOException {
    var rivals = new ArrayList<RandomRivals>();
    if (randomFeatures > 0) {
      rivals.add(new RandomRivals.OfNumbers(randomFeatures));
    }
    if (counts != null) {
      rivals.add(new RandomRivals.OfWords(sets, vocabulary(), exclude, size));
    }
    return rivals;
  }

  private RandomRivals.Vocabulary vocabulary() throws IOException {
    Cooccurrences read = CountsFile.read(counts);
    int words = read.verbs().size();
    var totals = new double[words];
    for (int v = 0; v < words; v++) {
      totals[v] = read.verbTotal(v);
    }
    if (totals.length > 0 && Arrays.stream(totals).sum() == 0) {
      throw InputException.in(
          counts,
          "how often each word occurs is not known, so the most frequent ones cannot be left out."
              + " It comes in the JSON that '"
              + TypedCommand.mitchell("corpus", "count")
              + "' writes beside the table");
    }
    return new RandomRivals.Vocabulary(noun -> row(read, noun), totals);
  }

  private double[] row(Cooccurrences read, String noun) {
    int n =
        WordIndex.of(counts.toString(), read.nouns())
            .find(noun)
            .orElseThrow(
                () ->
                    InputException.in(
                        counts,
                        "no counts of the noun '%s'. Count all nouns of the participants: --nouns FILE"
                            .formatted(noun)))
            .position();
    var row = new double[read.verbs().size()];
    for (int v = 0; v < row.length; v++) {
      row[v] = read.count(n, v);
    }
    return row;
  }
}
