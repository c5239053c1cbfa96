package org.mitchell.cli.vectors;

import java.util.LinkedHashMap;
import java.util.Map;
import org.mitchell.cli.corpus.WordForms;
import org.mitchell.cli.options.UsageException;
import org.mitchell.corpus.DocumentRule;
import org.mitchell.corpus.language.Language;
import org.mitchell.corpus.language.TokenRule;
import org.mitchell.vectors.training.Architecture;
import org.mitchell.vectors.training.PhraseRule;
import org.mitchell.vectors.training.TrainingOptions;
import picocli.CommandLine.Option;

/** How vectors are trained: the parameters of the original program, with its defaults. */
final class TrainingParameters {
  private static final int UNSET = -1;
  private static final int LARGEST_SIZE = 100_000;
  private static final int MOST_PASSES = 20;

  /** As in the original program. */
  private static final double USUAL_THRESHOLD = 100;

  /** No block of text draws more words than these. */
  private static final int MOST_NEGATIVE = 1000;

  @Option(
      names = "--model",
      paramLabel = "cbow|skip-gram",
      description =
          "cbow: the mean of the words around predicts the one in the middle; skip-gram: each of"
              + " them does (default: cbow)")
  private Architecture architecture = Architecture.CBOW;

  @Option(
      names = "--size",
      paramLabel = "N",
      description = "how many numbers a vector has (default: ${DEFAULT-VALUE})")
  private int size = 100;

  @Option(
      names = "--window",
      paramLabel = "N",
      description =
          "so many words on either side, shrunk at random for each word (default:"
              + " ${DEFAULT-VALUE})")
  private int window = 5;

  @Option(
      names = "--negative",
      paramLabel = "N",
      description = "negative samples for each word (default: 5; 0 with --hs)")
  private int negative = UNSET;

  @Option(
      names = "--hs",
      description = "hierarchical softmax instead; beside it where --negative is given too")
  private boolean hierarchical;

  @Option(
      names = "--sample",
      paramLabel = "SHARE",
      description =
          "words more frequent than this are left out at random; 0: none (default:"
              + " ${DEFAULT-VALUE})")
  private double sample = 1e-3;

  @Option(
      names = "--min-count",
      paramLabel = "N",
      description = "leave out words that come less often (default: ${DEFAULT-VALUE})")
  private int minCount = 5;

  @Option(
      names = "--epochs",
      paramLabel = "N",
      description = "how often the text is gone through (default: ${DEFAULT-VALUE})")
  private int epochs = 5;

  @Option(
      names = "--alpha",
      paramLabel = "RATE",
      description =
          "the learning rate to begin with; it falls linearly (default: .05 of cbow, .025 of"
              + " skip-gram)")
  private Double alpha;

  @Option(
      names = "--seed",
      paramLabel = "N",
      description = "of the random numbers (default: ${DEFAULT-VALUE})")
  private long seed = 1;

  @Option(
      names = "--lock-free",
      description =
          "threads write into each other's vectors: somewhat faster, and other vectors in every"
              + " run")
  private boolean lockFree;

  @Option(
      names = "--keep-case",
      description = "words that differ in case are different words (default: lower case)")
  private boolean keepsCase;

  @Option(
      names = "--forms",
      paramLabel = "as-written|base",
      description =
          "base: English verb forms and plurals are the word in its base form (wrote: write;"
              + " knives: knife), unless WordNet has them as entries of their own; with --language"
              + " the words of its dictionary too (default: as-written)")
  private WordForms forms = WordForms.AS_WRITTEN;

  @Option(
      names = "--phrases",
      paramLabel = "N",
      description =
          "go N times through the text and join words that stand together far oftener than by"
              + " chance: new_york (default: 0)")
  private int phrases;

  @Option(
      names = "--phrase-threshold",
      paramLabel = "SCORE",
      description =
          "with --phrases: how much oftener, in the last pass; it is twice as high in each before"
              + " (default: 100)")
  private Double phraseThreshold;

  @Option(
      names = "--document",
      paramLabel = "RULE",
      description =
          "what a window never leaves: ${COMPLETION-CANDIDATES} (default: paragraph, up to a blank"
              + " line)")
  private DocumentRule document = DocumentRule.PARAGRAPH;

  @Option(
      names = "--sentence-bounded",
      description = "windows stop at the end of a sentence: after . ! ? and white space")
  private boolean sentenceBounded;

  /**
   * @throws UsageException if a value is out of its range
   */
  TrainingOptions options() {
    require(size >= 1 && size <= LARGEST_SIZE, "--size", size, "a number from 1 to 100,000");
    requireFrom(1, "--window", window);
    require(
        negative == UNSET || negative >= 0 && negative <= MOST_NEGATIVE,
        "--negative",
        negative,
        "a number from 0 to 1,000");
    require(sample >= 0, "--sample", sample, "a number from 0 up");
    requireFrom(1, "--min-count", minCount);
    requireFrom(1, "--epochs", epochs);
    phraseRule();
    double rate = alpha == null ? architecture.usualAlpha() : alpha;
    require(rate > 0, "--alpha", rate, "a number above 0");
    int samples = negative != UNSET ? negative : hierarchical ? 0 : 5;
    if (joinsForms() && keepsCase) {
      throw new UsageException("--forms base and --keep-case do not go together");
    }
    if (samples == 0 && !hierarchical) {
      throw new UsageException("--negative 0 leaves nothing to learn from. Give --hs too");
    }
    return new TrainingOptions(
        architecture, size, window, samples, hierarchical, sample, epochs, rate, seed, lockFree);
  }

  /** Which words are joined; of no passes where none are. */
  PhraseRule phraseRule() {
    require(phrases >= 0 && phrases <= MOST_PASSES, "--phrases", phrases, "a number from 0 to 20");
    if (phraseThreshold != null && phrases == 0) {
      throw new UsageException("--phrase-threshold needs --phrases");
    }
    double threshold = phraseThreshold == null ? USUAL_THRESHOLD : phraseThreshold;
    require(threshold > 0, "--phrase-threshold", threshold, "a number above 0");
    return new PhraseRule(phrases, threshold, minCount);
  }

  int minCount() {
    return minCount;
  }

  TokenRule tokens(Language language) {
    return new TokenRule(keepsCase, language, joinsForms() && language != Language.ANY);
  }

  boolean joinsForms() {
    return forms == WordForms.BASE;
  }

  DocumentRule document() {
    return document;
  }

  boolean sentenceBounded() {
    return sentenceBounded;
  }

  /** The options by name, for the record. */
  Map<String, Object> toMap() {
    var map = new LinkedHashMap<>(options().toMap());
    map.put("minCount", minCount);
    map.put("keepCase", keepsCase);
    map.put("forms", forms.label());
    if (phrases > 0) {
      map.put("phrases", phrases);
      map.put("phraseThreshold", phraseRule().threshold());
    }
    map.put("document", document.label());
    map.put("sentenceBounded", sentenceBounded);
    return map;
  }

  private static void requireFrom(int least, String option, int got) {
    require(got >= least, option, got, "a number from %d up".formatted(least));
  }

  private static void require(boolean holds, String option, Object got, String expected) {
    if (!holds) {
      throw new UsageException("%s: got %s where %s is expected".formatted(option, got, expected));
    }
  }
}
