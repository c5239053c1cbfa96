package org.mitchell.cli.features;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;
import org.mitchell.cli.options.CommonOptions;
import org.mitchell.cli.options.Outputs;
import org.mitchell.cli.options.TableOptions;
import org.mitchell.cli.options.UsageException;
import org.mitchell.cli.options.WordsOptions;
import org.mitchell.corpus.formats.CorpusFile;
import org.mitchell.corpus.words.WordContexts;
import org.mitchell.encoders.Encoded;
import org.mitchell.encoders.Encoder;
import org.mitchell.encoders.EncodingOptions;
import org.mitchell.encoders.Layer;
import org.mitchell.encoders.Reading;
import org.mitchell.encoders.Stimulus;
import org.mitchell.encoders.StimulusTable;
import org.mitchell.features.FeatureSpace;
import org.mitchell.features.FeatureTableWriter;
import org.mitchell.files.OutputSet;
import org.mitchell.jobs.Workers;
import org.mitchell.paper.Paper;
import org.mitchell.provenance.Provenance;
import org.mitchell.tables.TableRules;
import org.mitchell.text.Counted;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code mitchell features embed}: vectors of words and sentences by an encoder. */
@Command(
    name = "embed",
    description = "Write a feature table: the vectors that an encoder gives words or sentences.",
    footer = {
      "",
      "An encoder is a neural network exported to ONNX with its tokenizer.json. The libraries that"
          + " run it are not in the program's jar; where they are missing, the error says how to"
          + " get them."
    },
    mixinStandardHelpOptions = true,
    sortOptions = false)
final class FeaturesEmbedCommand implements Callable<Integer> {
  /** So many stimuli of a kind are named; the JSON has all. */
  private static final int NAMED = 8;

  @Mixin private WordsOptions given;

  @Option(
      names = "--stimuli",
      paramLabel = "TABLE",
      description = "sentences instead of words: a name and a sentence a line")
  private Path stimulusFile;

  @Mixin private EncoderOptions options;
  @Mixin private ContextOptions contexts;

  @Option(
      names = "--out",
      required = true,
      paramLabel = "FILE",
      description = "the table to write (.tsv, .tsv.gz), with a JSON beside it")
  private Path out;

  @Option(
      names = "--encoding",
      paramLabel = "NAME",
      converter = TableOptions.Encodings.class,
      description =
          "encoding of words, sentences and texts that are not UTF-8: Latin-1, windows-1252,"
              + " Shift_JIS, ... (default: such files are refused)")
  private Charset encoding;

  @Mixin private CommonOptions common;

  @Override
  public Integer call() throws IOException {
    boolean words = stimulusFile == null;
    if (!words && given.isGiven()) {
      throw new UsageException("--stimuli and words: one of them is enough");
    }
    if (!words && contexts.isGiven()) {
      throw new UsageException(
          "--contexts is for words: sentences of --stimuli are read as they are");
    }
    contexts.check();
    EncodingOptions how = options.check(words, contexts.isGiven());
    try (Encoder encoder = Encoder.open(options.encoder(), options.innerLayers());
        Workers workers = common.workers()) {
      List<CorpusFile> texts = contexts.isGiven() ? contexts.files(common) : List.of();
      List<Path> inputs = inputs(encoder, texts);
      for (Layer layer : encoder.layers(how)) {
        Outputs.ofTable(table(layer), common).requireNot(inputs);
      }
      if (!options.allLayers()) {
        common.tableGoesTo(out);
      }
      Map<String, Object> made = options.json(encoder, words, contexts.isGiven(), how);
      List<Stimulus> stimuli =
          contexts.isGiven()
              ? inContexts(texts, encoder, how, made)
              : words ? ofWords() : sentences();
      Encoded encoded = encoder.encode(stimuli, how, workers, common.progress());
      tell(encoded.readings(), encoder.most(how));
      List<Path> files =
          write(stimuli, encoded, provenance(inputs, encoded.readings(), made), workers);
      print(encoded, encoder.name(), words ? "word" : "sentence", files);
      common.printJsonWithMessages(json(encoded, made, files));
    }
    return 0;
  }

  private List<Path> inputs(Encoder encoder, List<CorpusFile> texts) {
    var inputs = new ArrayList<Path>();
    texts.forEach(text -> inputs.add(text.file()));
    given.file().ifPresent(inputs::add);
    Optional.ofNullable(stimulusFile).ifPresent(inputs::add);
    inputs.addAll(encoder.files());
    return inputs;
  }

  private List<Stimulus> inContexts(
      List<CorpusFile> texts, Encoder encoder, EncodingOptions how, Map<String, Object> made)
      throws IOException {
    List<WordContexts.OfWord> found =
        contexts.find(texts, Optional.ofNullable(encoding), words(), encoder, how, common);
    made.put("contexts", contexts.json(found));
    return ContextOptions.stimuli(found);
  }

  private List<Stimulus> ofWords() throws IOException {
    List<String> templates = options.templates();
    return words().stream().map(word -> Stimulus.of(word, templates)).toList();
  }

  private List<String> words() throws IOException {
    List<String> words = given.given(rules());
    return words.isEmpty() ? Paper.nouns() : words;
  }

  private TableRules rules() {
    return TableRules.of(Optional.ofNullable(encoding), common::note);
  }

  private List<Stimulus> sentences() throws IOException {
    return StimulusTable.read(stimulusFile, rules());
  }

  private void tell(List<Reading> readings, int most) {
    note(
        readings.stream()
            .filter(Reading::isCut)
            .map(r -> "%s (%,d tokens)".formatted(r.stimulus(), r.tokens()))
            .toList(),
        "longer than %,d tokens, and the rest is not read".formatted(most));
    note(
        readings.stream().filter(r -> r.unknown() > 0).map(Reading::stimulus).toList(),
        "in parts unknown to the encoder");
  }

  private void note(List<String> stimuli, String what) {
    if (!stimuli.isEmpty()) {
      common.note(
          "%s %s %s: %s"
              .formatted(
                  Counted.of(stimuli.size(), "text"),
                  Counted.verb(stimuli.size(), "is", "are"),
                  what,
                  String.join(", ", stimuli.subList(0, Math.min(NAMED, stimuli.size())))
                      + (stimuli.size() > NAMED ? ", ..." : "")));
    }
  }

  private List<Path> write(
      List<Stimulus> stimuli, Encoded encoded, Map<String, Object> provenance, Workers workers)
      throws IOException {
    List<String> names = stimuli.stream().map(Stimulus::name).toList();
    List<String> features =
        IntStream.rangeClosed(1, encoded.width()).mapToObj(d -> "d" + d).toList();
    try (var outputs = new OutputSet()) {
      for (int l = 0; l < encoded.layers().size(); l++) {
        Layer layer = encoded.layers().get(l);
        Path table = table(layer);
        double[] values =
            Arrays.stream(encoded.vectors()[l]).flatMapToDouble(Arrays::stream).toArray();
        var space =
            new FeatureSpace(table.getFileName().toString(), names, features, values, Map.of());
        var ofLayer = new LinkedHashMap<>(provenance);
        ofLayer.put("layer", layer.label());
        ofLayer.put("output", layer.output());
        FeatureTableWriter.add(outputs, table, space, ofLayer, workers);
      }
      return outputs.commit();
    }
  }

  /** Of all layers each has a file in a folder. */
  private Path table(Layer layer) {
    return options.allLayers()
        ? out.resolve("layer-%02d.tsv".formatted(layer.number().orElseThrow()))
        : out;
  }

  private Map<String, Object> provenance(
      List<Path> inputs, List<Reading> readings, Map<String, Object> made) throws IOException {
    return Provenance.of(common.commandWords(), common.inputs().of(inputs), made)
        .with("cut", cut(readings))
        .with("unknown", unknown(readings))
        .toMap();
  }

  private static List<Map<String, Object>> cut(List<Reading> readings) {
    var cut = new ArrayList<Map<String, Object>>();
    for (Reading reading : readings) {
      if (reading.isCut()) {
        var json = new LinkedHashMap<String, Object>();
        json.put("stimulus", reading.stimulus());
        json.put("tokens", reading.tokens());
        json.put("read", reading.read());
        cut.add(json);
      }
    }
    return cut;
  }

  private static List<String> unknown(List<Reading> readings) {
    return readings.stream().filter(r -> r.unknown() > 0).map(Reading::stimulus).toList();
  }

  private void print(Encoded encoded, String encoder, String what, List<Path> files) {
    String layers =
        options.allLayers()
            ? ", " + Counted.of(encoded.layers().size(), "layer")
            : ", layer " + encoded.layers().get(0).label();
    common.print(
        "%s x %s by %s%s"
            .formatted(
                Counted.of(encoded.readings().size(), what),
                Counted.of(encoded.width(), "feature"),
                encoder,
                layers));
    files.forEach(file -> common.print("  " + file));
  }

  private static Map<String, Object> json(
      Encoded encoded, Map<String, Object> made, List<Path> files) {
    var json = new LinkedHashMap<String, Object>();
    json.put("words", encoded.readings().size());
    json.put("features", encoded.width());
    json.putAll(made);
    json.put("layers", encoded.layers().stream().map(Layer::label).toList());
    json.put("cut", cut(encoded.readings()));
    json.put("unknown", unknown(encoded.readings()));
    json.put("outputs", files.stream().map(Path::toString).toList());
    return json;
  }
}
