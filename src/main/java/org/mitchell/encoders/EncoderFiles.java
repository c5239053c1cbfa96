package org.mitchell.encoders;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.mitchell.encoders.tokens.Tokenizer;
import org.mitchell.files.InputException;
import org.mitchell.files.InputFiles;
import org.mitchell.files.Json;
import tools.jackson.databind.JsonNode;

/**
 * What an encoder is made of: a model in the form ONNX, its tokenizer, and what is said beside them
 * of how they are used.
 *
 * @param name what outputs call it
 * @param model where the model is
 * @param tokenizer its tokenizer
 * @param most the most tokens that it reads, those that it adds among them
 * @param unit whether its vectors are meant to have length 1
 * @param sha256 of the files, by their names
 * @param files those that are read of a folder of the user's
 */
record EncoderFiles(
    String name,
    Model model,
    Tokenizer tokenizer,
    int most,
    boolean unit,
    Map<String, String> sha256,
    List<Path> files) {
  /** The encoder that has a name of its own: all-MiniLM-L6-v2, with weights of eight bits. */
  static final String MINILM = "minilm";

  static final String EXPORT =
      "optimum-cli export onnx --model NAME --task feature-extraction %s makes it (pip install"
          + " optimum[onnxruntime])";

  private static final Set<String> COUNTED_BEHIND_PADDING =
      Set.of("roberta", "xlm-roberta", "camembert", "mpnet", "longformer");

  private static final String MINILM_MODEL = "all-minilm-l6-v2-q.onnx";
  private static final String MINILM_TOKENIZER = "all-minilm-l6-v2-q-tokenizer.json";

  private static final String SENTENCES = "sentence_bert_config.json";
  private static final String TOKENIZER_CONFIG = "tokenizer_config.json";
  private static final String CONFIG = "config.json";
  private static final String MODULES = "modules.json";

  /** As many as sentence-transformers gives this encoder. */
  private static final int MINILM_MOST = 256;

  /** BERT's, where nothing is said. */
  private static final int USUAL_MOST = 512;

  /** Where a model is. */
  sealed interface Model {
    /** Models of more have their weights beside them. */
    long MOST_OF_ONE = 1L << 30;

    /** All of it, where it is one piece. */
    Optional<byte[]> bytes() throws IOException;

    /** In a file, beside which large models have their weights. */
    record File(Path path) implements Model {
      @Override
      public Optional<byte[]> bytes() throws IOException {
        boolean one =
            Files.size(path) <= MOST_OF_ONE
                && !Files.exists(path.resolveSibling(path.getFileName() + "_data"));
        return one ? Optional.of(Files.readAllBytes(path)) : Optional.empty();
      }

      @Override
      public String toString() {
        return path.toString();
      }
    }

    /** In the memory. */
    record Bytes(String name, byte[] content) implements Model {
      @Override
      public Optional<byte[]> bytes() {
        return Optional.of(content);
      }

      @Override
      public String toString() {
        return name;
      }
    }
  }

  /**
   * The parts of an encoder.
   *
   * @param encoder {@value #MINILM}, or a folder with model.onnx (there, or in its folder onnx) and
   *     tokenizer.json
   * @throws InputException if something is missing, and how to get it
   */
  static EncoderFiles of(String encoder) throws IOException {
    return encoder.equals(MINILM) ? minilm() : inFolder(Path.of(encoder));
  }

  private static EncoderFiles minilm() throws IOException {
    byte[] model = resource(MINILM_MODEL);
    byte[] tokenizer = resource(MINILM_TOKENIZER);
    var sha256 = new LinkedHashMap<String, String>();
    sha256.put(MINILM_MODEL, InputFiles.sha256(model));
    sha256.put(MINILM_TOKENIZER, InputFiles.sha256(tokenizer));
    return new EncoderFiles(
        MINILM,
        new Model.Bytes(MINILM, model),
        Tokenizer.of(Json.parse(tokenizer, MINILM_TOKENIZER), MINILM_TOKENIZER),
        MINILM_MOST,
        true,
        sha256,
        List.of());
  }

  private static byte[] resource(String name) throws IOException {
    try (InputStream stream = EncoderFiles.class.getResourceAsStream("/" + name)) {
      if (stream == null) {
        throw OptionalPart.missing("The encoder minilm is a library of its own, 16 MB");
      }
      return stream.readAllBytes();
    }
  }

  private static EncoderFiles inFolder(Path folder) throws IOException {
    if (!Files.isDirectory(folder)) {
      throw InputException.in(
          folder,
          "this is no folder where %s, or a folder with model.onnx and tokenizer.json, is expected"
              .formatted(MINILM));
    }
    Path model = folder.resolve("model.onnx");
    if (!Files.exists(model) && Files.exists(folder.resolve("onnx/model.onnx"))) {
      model = folder.resolve("onnx/model.onnx");
    }
    Path tokenizer = folder.resolve("tokenizer.json");
    require(folder, model);
    require(folder, tokenizer);
    var sha256 = new LinkedHashMap<String, String>();
    sha256.put("model.onnx", InputFiles.sha256(model));
    sha256.put("tokenizer.json", InputFiles.sha256(tokenizer));
    Tokenizer read = Tokenizer.of(Json.read(tokenizer), tokenizer.toString());
    Path name = folder.toAbsolutePath().normalize().getFileName();
    return new EncoderFiles(
        name == null ? folder.toString() : name.toString(),
        new Model.File(model),
        read,
        most(folder, read),
        isOfUnitLength(folder),
        sha256,
        filesOf(folder, model, tokenizer));
  }

  private static List<Path> filesOf(Path folder, Path model, Path tokenizer) {
    var files = new ArrayList<>(List.of(model, tokenizer));
    Stream.of(SENTENCES, TOKENIZER_CONFIG, CONFIG, MODULES)
        .map(folder::resolve)
        .filter(Files::isRegularFile)
        .forEach(files::add);
    return files;
  }

  private static void require(Path folder, Path file) {
    if (!Files.exists(file)) {
      throw InputException.in(
          folder,
          "%s is not in this folder. %s".formatted(file.getFileName(), EXPORT.formatted(folder)));
    }
    InputFiles.requireReadable(file);
  }

  /** The least of what the files say; a tokenizer without a limit says so by a huge number. */
  private static int most(Path folder, Tokenizer tokenizer) throws IOException {
    int sentences = said(folder, SENTENCES, "max_seq_length");
    if (sentences > 0) {
      return sentences;
    }
    return IntStream.of(
            tokenizer.limit().orElse(0),
            said(folder, TOKENIZER_CONFIG, "model_max_length"),
            said(folder, CONFIG, "n_positions"), // as GPT-2 calls them
            positions(folder))
        .filter(limit -> limit > 0)
        .min()
        .orElse(USUAL_MOST);
  }

  /** RoBERTa and its like number positions from behind that of padding. */
  private static int positions(Path folder) throws IOException {
    int all = said(folder, CONFIG, "max_position_embeddings");
    Optional<JsonNode> config = read(folder.resolve(CONFIG));
    boolean behindPadding =
        config.isPresent()
            && COUNTED_BEHIND_PADDING.contains(config.get().path("model_type").asString(""));
    return behindPadding ? all - config.get().path("pad_token_id").asInt(1) - 1 : all;
  }

  private static int said(Path folder, String file, String key) throws IOException {
    return read(folder.resolve(file))
        .map(json -> json.path(key))
        .filter(JsonNode::isNumber)
        .map(JsonNode::doubleValue)
        .filter(value -> value >= 1 && value <= Integer.MAX_VALUE)
        .map(Double::intValue)
        .orElse(0);
  }

  /** Whether sentence-transformers scales the vectors of this encoder. */
  private static boolean isOfUnitLength(Path folder) throws IOException {
    Optional<JsonNode> modules = read(folder.resolve(MODULES));
    return modules.isPresent()
        && modules
            .get()
            .valueStream()
            .anyMatch(module -> module.path("type").asString("").endsWith(".Normalize"));
  }

  private static Optional<JsonNode> read(Path file) throws IOException {
    return Files.isRegularFile(file) ? Optional.of(Json.read(file)) : Optional.empty();
  }
}
