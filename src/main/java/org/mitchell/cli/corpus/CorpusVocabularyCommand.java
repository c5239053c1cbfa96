package org.mitchell.cli.corpus;

import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.Callable;
import org.mitchell.cli.options.CommonOptions;
import org.mitchell.cli.options.Outputs;
import org.mitchell.cli.options.UsageException;
import org.mitchell.corpus.language.Language;
import org.mitchell.corpus.language.TokenRule;
import org.mitchell.corpus.local.VocabularyEngine;
import org.mitchell.corpus.words.Frequencies;
import org.mitchell.corpus.words.VocabularyFile;
import org.mitchell.corpus.words.WordCounts;
import org.mitchell.files.Json;
import org.mitchell.files.OutputSet;
import org.mitchell.jobs.Workers;
import org.mitchell.text.Counted;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code mitchell corpus vocabulary}: the most frequent words. */
@Command(
    name = "vocabulary",
    description = "Write the most frequent words of texts and how often each comes, exactly.",
    footer = {
      "",
      "The table serves as --nouns or --verbs of corpus count. Memory stays the same for"
          + " any length of text; what does not fit goes to files beside OUT, deleted in the end."
    },
    mixinStandardHelpOptions = true,
    sortOptions = false)
final class CorpusVocabularyCommand implements Callable<Integer> {
  private static final int PRINTED = 10;

  @Mixin private CorpusOptions corpus;

  @Option(
      names = "--most",
      paramLabel = "N",
      description = "how many words (default: ${DEFAULT-VALUE})")
  private int most = 5000;

  @Option(
      names = "--skip",
      paramLabel = "N",
      description = "leave out the N most frequent ones, such as the and of (default: 0)")
  private int skip;

  @Option(
      names = "--forms",
      paramLabel = "as-written|base",
      description =
          "base: words in the form under which the dictionary of --language has them (default:"
              + " as-written)")
  private WordForms forms = WordForms.AS_WRITTEN;

  @Option(
      names = "--out",
      required = true,
      paramLabel = "FILE",
      description = "the table to write (.tsv, .tsv.gz): word, count")
  private Path out;

  @Mixin private CommonOptions common;

  @Override
  public Integer call() throws IOException {
    corpus.require();
    if (most < 1 || skip < 0) {
      throw new UsageException(
          "--most %d --skip %d: numbers from 1 and from 0 up are expected".formatted(most, skip));
    }
    if (forms == WordForms.BASE && corpus.language() == Language.ANY) {
      throw new UsageException(
          "--forms base: a --language with a dictionary is needed, such as ja");
    }
    var outputs = Outputs.ofTable(out, common);
    common.tableGoesTo(out);
    try (Workers workers = common.workers();
        var frequencies = new Frequencies(folderForRuns(), tokens())) {
      var record = new CorpusRecord(corpus, common.commandWords(), parameters(), outputs);
      new VocabularyEngine(corpus.reading(), corpus.damage())
          .count(record.sources(), frequencies, workers, common.progress());
      WordCounts counts = frequencies.mostFrequent(skip, most);
      corpus.requireEncoding(counts.malformed(), counts.bytes());
      var end = record.end();
      var files = VocabularyFile.write(out, counts, end);
      CorpusOptions.printFormats(common, end.inputs());
      print(counts);
      CorpusOptions.printMalformed(common, counts.malformed());
      corpus.printSkipped(common, Json.beside(out));
      files.forEach(file -> common.print("  " + file));
      common.printJson(VocabularyFile.json(counts, end));
    }
    return 0;
  }

  /** Where words lie that memory does not hold. */
  private Path folderForRuns() throws IOException {
    return OutputSet.isStream(out)
        ? Path.of(System.getProperty("java.io.tmpdir"))
        : out.toAbsolutePath().getParent();
  }

  private TokenRule tokens() {
    return new TokenRule(false, corpus.language(), forms == WordForms.BASE);
  }

  private Map<String, Object> parameters() {
    var parameters = new LinkedHashMap<String, Object>();
    parameters.put("most", most);
    parameters.put("skip", skip);
    if (corpus.language() != Language.ANY) {
      parameters.put("wordForms", forms.label());
    }
    return parameters;
  }

  private void print(WordCounts counts) {
    common.print(
        "%s, %s; the most frequent %,d from number %,d on:"
            .formatted(
                Counted.of(counts.tokens(), "token"),
                Counted.of(counts.types(), "different word"),
                counts.words().size(),
                skip + 1));
    counts.words().stream()
        .limit(PRINTED)
        .forEach(word -> common.print("  %-20s %,15d".formatted(word.word(), word.count())));
  }
}
