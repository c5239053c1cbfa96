package org.mitchell.cli.vectors;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.mitchell.cli.corpus.CorpusOptions;
import org.mitchell.cli.corpus.CorpusRecord;
import org.mitchell.cli.options.Checkpointing;
import org.mitchell.cli.options.CommonOptions;
import org.mitchell.cli.options.Outputs;
import org.mitchell.corpus.CorpusInput;
import org.mitchell.corpus.CountRecord;
import org.mitchell.corpus.formats.TextSource;
import org.mitchell.corpus.words.CountedWord;
import org.mitchell.corpus.words.WordCounts;
import org.mitchell.files.FullPath;
import org.mitchell.files.InputException;
import org.mitchell.files.Json;
import org.mitchell.files.TemporaryFolder;
import org.mitchell.jobs.Progress;
import org.mitchell.jobs.Workers;
import org.mitchell.text.Counted;
import org.mitchell.vectors.training.ClusterTraining;
import org.mitchell.vectors.training.EncodedText;
import org.mitchell.vectors.training.TrainedVectors;
import org.mitchell.vectors.training.Trainer;
import org.mitchell.vectors.training.TrainingCheckpoint;
import org.mitchell.vectors.training.TrainingListener;
import org.mitchell.vectors.training.TrainingVocabulary;

/** Training vectors, and the record of it. */
final class TrainingRun {
  /** Counted up when the same settings give other vectors than before. */
  private static final int LEARNING = 2;

  private final CorpusOptions corpus;
  private final TrainingParameters parameters;
  private final CommonOptions common;
  private final List<String> commandLine;
  private final Outputs outputs;

  /**
   * @param outputs must not replace what is read
   */
  TrainingRun(
      CorpusOptions corpus,
      TrainingParameters parameters,
      CommonOptions common,
      List<String> commandLine,
      Outputs outputs) {
    this.corpus = corpus;
    this.parameters = parameters;
    this.common = common;
    this.commandLine = commandLine;
    this.outputs = outputs;
  }

  /**
   * Vectors, and what made them.
   *
   * @param counts of the words that have vectors, of all texts
   */
  record Trained(
      TrainedVectors vectors, WordCounts counts, CountRecord record, TrainingCheckpoint state) {
    void print(CommonOptions common) {
      CorpusOptions.printFormats(common, record.inputs());
      common.print(
          "%s, %s; vectors of %s in %.1f s"
              .formatted(
                  Counted.of(counts.tokens(), "token"),
                  Counted.of(counts.types(), "different word"),
                  Counted.of(vectors.vocabulary().size(), "word"),
                  record.seconds()));
      CorpusOptions.printMalformed(common, counts.malformed());
      common.print(
          "loss by epoch: "
              + String.join(", ", vectors.losses().stream().map(Trained::said).toList()));
    }

    private static String said(double loss) {
      return Double.isNaN(loss) ? "n/a" : "%.4f".formatted(loss);
    }

    /**
     * What the JSON beside the vectors holds: nothing of the time, so that it is the same again.
     */
    Map<String, Object> json() {
      var json = new LinkedHashMap<String, Object>();
      json.put("words", vectors.vocabulary().size());
      json.put("size", vectors.rows()[0].length);
      json.put("types", counts.types());
      json.put("tokens", counts.tokens());
      json.put("trainedTokens", vectors.vocabulary().tokens());
      json.put("bytes", counts.bytes());
      json.put("malformedBytes", counts.malformed());
      json.put("lossByEpoch", vectors.losses().stream().map(Json::number).toList());
      json.put("provenance", record.provenanceMap());
      var words = new LinkedHashMap<String, Object>();
      vectors.vocabulary().words().forEach(word -> words.put(word.word(), word.count()));
      json.put("vocabulary", words);
      return json;
    }
  }

  /**
   * Trains.
   *
   * @param folder where what does not fit in memory lies meanwhile
   */
  Trained train(Path folder, Checkpointing checkpointing, Workers workers, TrainingEngine engine)
      throws IOException {
    corpus.hashAll();
    Map<String, Object> settings = parameters.toMap();
    settings.putAll(engine.record());
    var record = new CorpusRecord(corpus, commandLine, settings, outputs);
    try (var temporary = TemporaryFolder.in(folder, "mitchell-vectors")) {
      List<TextSource> texts = TwiceReadTexts.of(record.sources(), temporary.path());
      var encoded =
          new EncodedCorpus(corpus, parameters, common, temporary.path()).encode(texts, workers);
      var vocabulary = encoded.vocabulary();
      var keeping =
          new ClusterTraining.Keeping(
              FullPath.of(checkpointing.file()).toString(),
              checkpointing.every(),
              identity(settings, vocabulary, record),
              checkpointing.resume());
      TrainingCheckpoint state = keeping.checkpoint();
      checkpointing.say(state.exists(), "training", common);
      TrainedVectors vectors =
          engine instanceof TrainingEngine.Spark spark
              ? spark.train(vocabulary, parameters.options(), encoded.file(), keeping)
              : train(vocabulary, encoded.file(), state, workers);
      if (!vectors.isLearned()) {
        throw new InputException(
            "no two of the words stand beside each other in a document: there is nothing to learn"
                + " from. Give longer documents (--document file), or a larger --sample");
      }
      CountRecord end = record.end().withSeed(parameters.options().seed());
      return new Trained(vectors, encoded.counts(), end, state);
    }
  }

  private TrainedVectors train(
      TrainingVocabulary vocabulary, Path file, TrainingCheckpoint state, Workers workers)
      throws IOException {
    var progress = common.progress();
    try (var text = EncodedText.open(file)) {
      progress.begin("train", "words", text.length() * parameters.options().epochs());
      return new Trainer(
              vocabulary, parameters.options(), text, workers, told(progress), Optional.of(state))
          .train();
    } finally {
      progress.end();
    }
  }

  private static TrainingListener told(Progress progress) {
    return (words, loss, alpha) -> {
      progress.say("loss %.4f, alpha %.5f".formatted(loss, alpha));
      progress.advance(words);
    };
  }

  /** What the vectors depend on, a line each. */
  private List<String> identity(
      Map<String, Object> settings, TrainingVocabulary vocabulary, CorpusRecord record) {
    var lines = new ArrayList<String>();
    settings.forEach((name, value) -> lines.add(name + " " + value));
    lines.add("learning " + LEARNING);
    lines.add("seed " + parameters.options().seed());
    lines.add("words " + words(vocabulary));
    lines.add("language " + corpus.language().label());
    lines.add("reading " + corpus.reading());
    record.inputs().forEach(input -> lines.add("text " + content(input)));
    return lines;
  }

  /** What a text is, wherever it lies now; of a pipe its name has to do. */
  private static String content(CorpusInput input) {
    String what = input.sha256().isEmpty() ? input.path() : "of SHA-256 " + input.sha256();
    return what + ", " + input.stored().words();
  }

  /** How many there are, and what tells them from others. */
  private static String words(TrainingVocabulary vocabulary) {
    long hash = 0;
    for (CountedWord word : vocabulary.words()) {
      hash = 31 * (31 * hash + word.word().hashCode()) + word.count();
    }
    return vocabulary.size() + " " + Long.toHexString(hash);
  }
}
