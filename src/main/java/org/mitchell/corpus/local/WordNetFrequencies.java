package org.mitchell.corpus.local;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import org.mitchell.corpus.formats.CorpusFormat;
import org.mitchell.corpus.formats.Damage;
import org.mitchell.corpus.formats.ReadingOptions;
import org.mitchell.corpus.wordnet.WordNet;
import org.mitchell.corpus.words.Frequencies;
import org.mitchell.jobs.Progress;
import org.mitchell.jobs.Workers;

/** How often every word comes in the built-in corpus, the entries and glosses of WordNet. */
public final class WordNetFrequencies {
  /** What the corpus is called. */
  public static final String CORPUS = "WordNet 3.1";

  private WordNetFrequencies() {}

  /** Counts by word, in lower case. */
  public static Map<String, Long> of(Workers workers) throws IOException {
    var options = ReadingOptions.DEFAULT.as(CorpusFormat.TEXT);
    try (var frequencies = new Frequencies(Path.of(System.getProperty("java.io.tmpdir")))) {
      new VocabularyEngine(options, Damage.FAIL)
          .count(WordNet.texts(), frequencies, workers, Progress.NONE);
      return frequencies.all();
    }
  }
}
