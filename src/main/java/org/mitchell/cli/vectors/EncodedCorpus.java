package org.mitchell.cli.vectors;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.mitchell.cli.corpus.CorpusOptions;
import org.mitchell.cli.options.CommonOptions;
import org.mitchell.corpus.formats.Damage;
import org.mitchell.corpus.formats.OrderedText;
import org.mitchell.corpus.formats.TextSource;
import org.mitchell.corpus.local.VocabularyEngine;
import org.mitchell.corpus.scan.RunningText;
import org.mitchell.corpus.wordnet.BaseForms;
import org.mitchell.corpus.words.CountedWord;
import org.mitchell.corpus.words.Frequencies;
import org.mitchell.corpus.words.WordCounter;
import org.mitchell.corpus.words.WordCounts;
import org.mitchell.files.InputException;
import org.mitchell.jobs.Heap;
import org.mitchell.jobs.Workers;
import org.mitchell.text.Counted;
import org.mitchell.vectors.training.PhraseText;
import org.mitchell.vectors.training.TextEncoder;
import org.mitchell.vectors.training.TrainingMemory;
import org.mitchell.vectors.training.TrainingVocabulary;

/** Turns texts into the numbers of their words, and says what the words are. */
final class EncodedCorpus {
  private static final int PRINTED = 5;

  private final CorpusOptions corpus;
  private final TrainingParameters parameters;
  private final CommonOptions common;
  private final Path folder;

  /**
   * @param folder where the numbers lie, and what does not fit in memory meanwhile
   */
  EncodedCorpus(
      CorpusOptions corpus, TrainingParameters parameters, CommonOptions common, Path folder) {
    this.corpus = corpus;
    this.parameters = parameters;
    this.common = common;
    this.folder = folder;
  }

  /**
   * Texts as numbers.
   *
   * @param counts of the words, before any were joined
   */
  record Encoded(WordCounts counts, TrainingVocabulary vocabulary, Path file) {}

  Encoded encode(List<TextSource> texts, Workers workers) throws IOException {
    WordCounts counts = count(texts, workers);
    Optional<BaseForms> forms =
        parameters.joinsForms() ? Optional.of(BaseForms.in(counts.words())) : Optional.empty();
    List<CountedWord> words =
        forms.isEmpty() ? counts.words() : frequent(BaseForms.joined(counts.words(), forms.get()));
    Path file = folder.resolve("text");
    if (parameters.phraseRule().passes() > 0) {
      encode(texts, numbers(words, counts, forms), file);
      return phrases(words, counts, file);
    }
    var vocabulary = vocabulary(words, counts);
    encode(texts, numbers(words, counts, forms), file);
    return new Encoded(counts, vocabulary, file);
  }

  private Encoded phrases(List<CountedWord> words, WordCounts counts, Path file)
      throws IOException {
    var text = new PhraseText(file, words.stream().map(CountedWord::word).toList(), folder);
    join(text, Files.size(file) / Integer.BYTES);
    List<CountedWord> joined = frequent(text.counted()).stream().limit(mostWords()).toList();
    var vocabulary = vocabulary(joined, counts);
    List<CountedWord> phrases =
        joined.stream().filter(word -> PhraseText.isPhrase(word.word())).toList();
    common.note(
        "%s among the words%s"
            .formatted(
                Counted.of(phrases.size(), "phrase"),
                phrases.isEmpty()
                    ? ""
                    : phrases.stream()
                        .limit(PRINTED)
                        .map(CountedWord::word)
                        .collect(
                            Collectors.joining(
                                ", ", ": ", phrases.size() > PRINTED ? ", ..." : ""))));
    Path into = folder.resolve("phrases");
    text.write(vocabulary, into);
    return new Encoded(counts, vocabulary, into);
  }

  private void join(PhraseText text, long numbers) throws IOException {
    var progress = common.progress();
    progress.begin("join", "words", 2 * numbers * parameters.phraseRule().passes());
    try {
      text.join(parameters.phraseRule(), progress::advance);
    } finally {
      progress.end();
    }
  }

  private WordCounts count(List<TextSource> texts, Workers workers) throws IOException {
    try (var frequencies = new Frequencies(folder, parameters.tokens(corpus.language()))) {
      new VocabularyEngine(corpus.reading(), corpus.damage())
          .count(texts, frequencies, workers, common.progress());
      // Forms that are too rare by themselves may count for a word that is not.
      int least = parameters.joinsForms() ? 1 : parameters.minCount();
      WordCounts counts = frequencies.mostFrequent(0, mostWords(), least);
      corpus.requireEncoding(counts.malformed(), counts.bytes());
      return counts;
    }
  }

  private List<CountedWord> frequent(List<CountedWord> words) {
    return words.stream().filter(word -> word.count() >= parameters.minCount()).toList();
  }

  private TrainingMemory memory() {
    return new TrainingMemory(parameters.options());
  }

  private int mostWords() {
    return memory().mostWords(Heap.allowed());
  }

  /** Says what it takes, and what had to be left out for it. */
  private TrainingVocabulary vocabulary(List<CountedWord> words, WordCounts counts) {
    var vocabulary = new TrainingVocabulary(words);
    long allowed = Heap.allowed();
    if (vocabulary.size() < 2) {
      throw new InputException(
          mostWords() < 2
              ? "vectors of %,d numbers need more than the %,d MB that Java may use. Give it more: %s"
                  .formatted(
                      parameters.options().size(), allowed >> 20, Heap.setting(memory().least()))
              : "%,d of %,d different words come %,d times or more where at least 2 are expected. Give more text, or a lower --min-count"
                  .formatted(vocabulary.size(), counts.types(), parameters.minCount()));
    }
    if (counts.words().size() == mostWords()) {
      common.note(
          "vocabulary pruned to the %,d most frequent words, which come %,d times or more: Java may use %,d MB (more: %s)"
              .formatted(
                  vocabulary.size(),
                  vocabulary.words().get(vocabulary.size() - 1).count(),
                  allowed >> 20,
                  Heap.setting(2 * allowed)));
    }
    common.note(
        "%s x %s: about %,d MB of memory"
            .formatted(
                Counted.of(vocabulary.size(), "word"),
                Counted.of(parameters.options().size(), "number"),
                memory().of(vocabulary.size()) >> 20));
    return vocabulary;
  }

  private void encode(List<TextSource> texts, Map<String, Integer> numbers, Path file)
      throws IOException {
    var progress = common.progress();
    long bytes = texts.stream().mapToLong(text -> text.size().orElse(0)).sum();
    progress.begin("read", "bytes", bytes);
    Damage damage = corpus.skipsDamage() ? (source, offset, problem) -> {} : Damage.FAIL;
    boolean marksOthers = parameters.phraseRule().passes() > 0;
    try (var encoder = new TextEncoder(numbers, marksOthers, Files.newOutputStream(file))) {
      var running =
          new RunningText(
              parameters.document(),
              parameters.sentenceBounded(),
              parameters.tokens(corpus.language()),
              WordCounter.LONGEST,
              encoder);
      new OrderedText(corpus.reading(), damage).read(texts, running, progress::advance);
    } catch (UncheckedIOException e) {
      throw e.getCause();
    } finally {
      progress.end();
    }
  }

  /** Of the words, and of the forms that count for them. */
  private static Map<String, Integer> numbers(
      List<CountedWord> words, WordCounts counts, Optional<BaseForms> forms) {
    var numbers = new HashMap<String, Integer>();
    for (CountedWord word : words) {
      numbers.put(word.word(), numbers.size());
    }
    for (CountedWord counted : forms.isEmpty() ? List.<CountedWord>of() : counts.words()) {
      forms
          .get()
          .of(counted.word())
          .map(numbers::get)
          .ifPresent(number -> numbers.put(counted.word(), number));
    }
    return numbers;
  }
}
