package org.mitchell.cli.features;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.mitchell.cli.options.CommonOptions;
import org.mitchell.cli.options.OnlyWith;
import org.mitchell.cli.options.UsageException;
import org.mitchell.corpus.DocumentRule;
import org.mitchell.corpus.formats.CorpusFile;
import org.mitchell.corpus.formats.CorpusFiles;
import org.mitchell.corpus.formats.Damage;
import org.mitchell.corpus.formats.OrderedText;
import org.mitchell.corpus.formats.ReadingOptions;
import org.mitchell.corpus.scan.SentenceText;
import org.mitchell.corpus.words.WordContexts;
import org.mitchell.encoders.Encoder;
import org.mitchell.encoders.EncodingOptions;
import org.mitchell.encoders.Passage;
import org.mitchell.encoders.Stimulus;
import org.mitchell.files.InputException;
import org.mitchell.files.InputFiles;
import org.mitchell.text.Counted;
import picocli.CommandLine.Option;

/** Sentences of texts that words stand in. */
final class ContextOptions {
  private static final int USUAL_MOST = 100;

  /** Longer sentences are lists and tables; encoders cut them. */
  private static final int LONGEST = 100;

  private static final int NAMED = 8;

  private static final Damage REFUSED =
      (source, offset, problem) -> {
        throw new InputException(
            "%s: at byte %,d: %s. Mend the file, or take another one"
                .formatted(source, offset, problem));
      };

  @Option(
      names = "--contexts",
      paramLabel = "PATH",
      description =
          "texts (a file, plain or compressed, a folder, a pattern): a word is read in sentences of"
              + " these that contain it, and its own tokens' vectors are averaged over them")
  private List<String> paths = List.of();

  @Option(
      names = "--most",
      paramLabel = "N",
      description =
          "of --contexts: sentences of a word at most; of more a sample, the same in every run"
              + " (default: 100)")
  private Integer most;

  @Option(
      names = "--document",
      paramLabel = "RULE",
      description =
          "of --contexts: what a sentence never leaves: ${COMPLETION-CANDIDATES} (default:"
              + " paragraph, up to a blank line)")
  private DocumentRule document;

  boolean isGiven() {
    return !paths.isEmpty();
  }

  /**
   * @throws UsageException if options do not go together
   */
  void check() {
    if (!isGiven()) {
      new OnlyWith("--contexts").refuse("--most", most).refuse("--document", document);
    }
    if (most != null && most < 1) {
      throw new UsageException(
          "--most: got %d where a number from 1 up is expected".formatted(most));
    }
  }

  private int most() {
    return most == null ? USUAL_MOST : most;
  }

  private DocumentRule document() {
    return document == null ? DocumentRule.PARAGRAPH : document;
  }

  /** The texts, without folders that must not be read, which are said. */
  List<CorpusFile> files(CommonOptions common) throws IOException {
    return CorpusFiles.under(
        paths, (folder, reason) -> common.note("%s: left out: %s".formatted(folder, reason)));
  }

  /**
   * What the words stand in.
   *
   * @throws InputException if none of the words stands in any sentence
   */
  List<WordContexts.OfWord> find(
      List<CorpusFile> files,
      Optional<Charset> encoding,
      List<String> words,
      Encoder encoder,
      EncodingOptions how,
      CommonOptions common)
      throws IOException {
    var contexts =
        new WordContexts(words, most(), context -> encoder.reaches(passage(context), how));
    var sentences = new SentenceText(document(), LONGEST, contexts);
    ReadingOptions reading =
        encoding
            .map(charset -> ReadingOptions.DEFAULT.in(charset.name()))
            .orElse(ReadingOptions.DEFAULT);
    var progress = common.progress();
    progress.begin("read", "bytes", files.stream().mapToLong(file -> file.size().orElse(0)).sum());
    try {
      new OrderedText(reading, REFUSED).read(files, sentences, progress::advance);
    } finally {
      progress.end();
    }
    if (sentences.malformed() > 0) {
      common.note("bytes that are not UTF-8: %,d".formatted(sentences.malformed()));
    }
    return told(contexts.all(), common);
  }

  private List<WordContexts.OfWord> told(List<WordContexts.OfWord> all, CommonOptions common) {
    List<String> without =
        all.stream().filter(w -> w.contexts().isEmpty()).map(WordContexts.OfWord::word).toList();
    if (without.size() == all.size()) {
      throw new InputException(
          "%s: no sentence with any of the %s was found. Give a larger text, or a --template"
              .formatted(String.join(", ", paths), Counted.of(all.size(), "word")));
    }
    if (!without.isEmpty()) {
      common.note(
          "%s %s in no sentence, and left out: %s"
              .formatted(
                  Counted.of(without.size(), "word"),
                  Counted.verb(without.size(), "is", "are"),
                  String.join(", ", without.subList(0, Math.min(NAMED, without.size())))
                      + (without.size() > NAMED ? ", ..." : "")));
    }
    return all;
  }

  /** The words that stand in sentences, with these. */
  static List<Stimulus> stimuli(List<WordContexts.OfWord> found) {
    return found.stream()
        .filter(word -> !word.contexts().isEmpty())
        .map(
            word ->
                new Stimulus(
                    word.word(), word.contexts().stream().map(ContextOptions::passage).toList()))
        .toList();
  }

  private static Passage passage(WordContexts.Context context) {
    return new Passage(context.sentence(), context.from(), context.to());
  }

  /** For records: how sentences were chosen, and how many of each word were found and read. */
  Map<String, Object> json(List<WordContexts.OfWord> found) {
    var json = new LinkedHashMap<String, Object>();
    json.put("texts", paths);
    json.put("most", most());
    json.put("longest", LONGEST);
    json.put("document", document().label());
    json.put("chosen", "the lowest SHA-256 among different sentences");
    var words = new ArrayList<Map<String, Object>>();
    var lines = new StringBuilder();
    for (WordContexts.OfWord word : found) {
      var ofWord = new LinkedHashMap<String, Object>();
      ofWord.put("word", word.word());
      ofWord.put("sentences", word.sentences());
      ofWord.put("read", word.contexts().size());
      words.add(ofWord);
      word.contexts()
          .forEach(c -> lines.append(word.word()).append('\t').append(c.sentence()).append('\n'));
    }
    json.put("sha256", InputFiles.sha256(lines.toString().getBytes(StandardCharsets.UTF_8)));
    json.put("words", words);
    return json;
  }
}
