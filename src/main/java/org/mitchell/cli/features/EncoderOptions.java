package org.mitchell.cli.features;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalInt;
import org.mitchell.cli.options.EncoderOption;
import org.mitchell.cli.options.LayerOption;
import org.mitchell.cli.options.UsageException;
import org.mitchell.encoders.Encoder;
import org.mitchell.encoders.EncodingOptions;
import org.mitchell.encoders.LayerChoice;
import org.mitchell.encoders.Passage;
import org.mitchell.encoders.Pooling;
import org.mitchell.evaluation.ranks.Softmax;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Which encoder makes vectors, and how. */
final class EncoderOptions {
  @Mixin private EncoderOption encoder;

  @Option(
      names = "--template",
      paramLabel = "TEXT",
      description =
          "what is read for a word, which stands for {}: 'the {}'; may be given several times, and"
              + " the vectors are averaged (default: {})")
  private List<String> templates = new ArrayList<>();

  @Option(
      names = "--pool",
      paramLabel = "POOLING",
      description =
          "how a text's tokens become one vector: ${COMPLETION-CANDIDATES} (default: mean, and"
              + " word with --contexts). cls: the first token; word: the mean of the word's own;"
              + " attention: weighted by softmax of their cosine to the mean")
  private Pooling pool;

  @Option(
      names = "--temperature",
      paramLabel = "T",
      description = "of the softmax of --pool attention (default: 0.25)")
  private Double temperature;

  @Option(
      names = "--layer",
      paramLabel = "LAYER",
      converter = LayerOption.class,
      description =
          "last, a number from 0 (what the first layer gets), or all: --out is then a folder with a"
              + " table a layer (default: last)")
  private LayerChoice layer = new LayerChoice.Last();

  @Option(
      names = "--max-tokens",
      paramLabel = "N",
      description =
          "the most tokens of a text, the rest is cut off (default: what the encoder says)")
  private Integer most;

  /**
   * @param words whether words are read, and no sentences
   * @param contexts whether words are read in sentences of texts
   * @throws UsageException if options do not go together
   */
  EncodingOptions check(boolean words, boolean contexts) {
    if (pool == null) {
      pool = contexts ? Pooling.WORD : Pooling.MEAN;
    }
    if (contexts && !templates.isEmpty()) {
      throw new UsageException("--template and --contexts: one of them is enough");
    }
    if (!words && !templates.isEmpty()) {
      throw new UsageException(
          "--template is for words: sentences of --stimuli are read as they are");
    }
    if (!words && pool == Pooling.WORD) {
      throw new UsageException(
          "--pool word is for words in a template: of sentences take mean, cls or attention");
    }
    if (temperature != null && pool != Pooling.ATTENTION) {
      throw new UsageException("--temperature needs --pool attention");
    }
    if (temperature != null && temperature <= 0) {
      throw new UsageException(
          "--temperature: got %s where a number above 0 is expected".formatted(temperature));
    }
    if (most != null && most < 1) {
      throw new UsageException(
          "--max-tokens: got %d where a number from 1 up is expected".formatted(most));
    }
    return new EncodingOptions(
        layer, pool, softmax(), most == null ? OptionalInt.empty() : OptionalInt.of(most));
  }

  private Softmax softmax() {
    return temperature == null ? Softmax.DEFAULT : new Softmax(temperature);
  }

  String encoder() {
    return encoder.encoder();
  }

  List<String> templates() {
    return templates.isEmpty() ? List.of(Passage.PLACE) : templates;
  }

  /** Whether other layers than the last are asked for. */
  boolean innerLayers() {
    return !(layer instanceof LayerChoice.Last);
  }

  boolean allLayers() {
    return layer instanceof LayerChoice.All;
  }

  /** For records: what the vectors depend on beside the words. */
  Map<String, Object> json(
      Encoder opened, boolean words, boolean contexts, EncodingOptions options) {
    var json = new LinkedHashMap<String, Object>();
    json.put("encoder", opened.name());
    json.put("sha256", opened.sha256());
    if (words && !contexts) {
      json.put("templates", templates());
    }
    json.put("pool", pool.name().toLowerCase(Locale.ROOT));
    if (pool == Pooling.ATTENTION) {
      json.put("temperature", softmax().temperature());
    }
    json.put("unitLength", opened.isOfUnitLength());
    json.put("maxTokens", opened.most(options));
    return json;
  }
}
